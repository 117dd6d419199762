"""Who is there for a part of a sessie."""

from typing import NamedTuple


class Aanwezig(NamedTuple):
    """When a member is there, where that is not the whole sessie.

    From the step *van* on, and up to the step *tot*; each a reference to a place, '' for no bound.
    Who left and came back has one for each time.
    """

    id: str
    lid: str
    van: str = ""
    tot: str = ""
