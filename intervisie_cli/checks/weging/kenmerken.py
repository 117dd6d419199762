"""The features that an actie and a question have in common."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

GETAL = "<getal>"
BEGIN = "^"
EIND = "$"


def paren(vormen: Iterable[str]) -> Iterator[str]:
    """Each word with the next one, from before the first to after the last."""
    for een, ander in pairwise([BEGIN, *vormen, EIND]):
        yield f"paar:{een} {ander}"
