"""A text to look through for what is private, and the names that may stand there."""

from typing import NamedTuple


class Stuk(NamedTuple):
    """A text; *bekend* are the full names of members and places, in lower case."""

    tekst: str
    bekend: frozenset[str] = frozenset()
