"""Phrases that say what a text is after, whatever else it holds: 'de draad oppakken', 'hoe laat'.

They were written as people say them (`benchmarks/woorden/uitdrukkingen`), and are kept as the
uniform words by which they are found, so that nothing has to be read when a check begins.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

# Good intentions: found by their words in any order, each in any of its forms.
VOORNEMEN = "voornemen"
# Of questions: found word for word.
OORDEEL, VERWIJT, ADVIES = "oordeel", "verwijt", "advies"
VERTELVERZOEK, FEIT = "vertelverzoek", "feit"
VAN_VRAGEN = (OORDEEL, VERWIJT, ADVIES, VERTELVERZOEK, FEIT)

_BESTAND = Path(__file__).with_name("uitdrukkingen.txt")
# So much may stand between the words of a phrase that are found in any order.
_TUSSEN = 5

Woorden = tuple[str, ...]


@cache
def _op_eerste(soort: str) -> dict[str, tuple[Woorden, ...]]:
    """The phrases of a kind by their first word."""
    gevonden: dict[str, list[Woorden]] = {}
    for regel in _BESTAND.read_text(encoding="utf-8").splitlines():
        van, _, tekst = regel.partition("\t")
        if van == soort:
            woorden = tuple(tekst.split())
            gevonden.setdefault(woorden[0], []).append(woorden)
    return {woord: tuple(alle) for woord, alle in gevonden.items()}


def vergeet() -> None:
    """Read the file anew the next time: it was written."""
    _op_eerste.cache_clear()


def letterlijk(soort: str, woorden: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where phrases of a kind stand in a row of words: from which up to which word."""
    bekend = _op_eerste(soort)
    for begin, woord in enumerate(woorden):
        for uitdrukking in bekend.get(woord, ()):
            eind = begin + len(uitdrukking)
            if tuple(woorden[begin:eind]) == uitdrukking:
                yield begin, eind


def verspreid(soort: str, plaatsen: dict[str, int]) -> Iterator[Woorden]:
    """The phrases of a kind all of whose words stand near each other.

    *plaatsen* has for the base of each word the place where it stands.
    """
    bekend = _op_eerste(soort)
    for basis in plaatsen:
        for uitdrukking in bekend.get(basis, ()):
            gevonden = [plaatsen[woord] for woord in uitdrukking if woord in plaatsen]
            if len(gevonden) < len(uitdrukking):
                continue
            if max(gevonden) - min(gevonden) <= len(uitdrukking) + _TUSSEN:
                yield uitdrukking
