"""Phrases that say what a text is after, whatever else it holds: 'de draad oppakken', 'hoe laat'.

They were written as people say them (`benchmarks/woorden/uitdrukkingen`), and are kept as the
uniform words by which they are found, so that nothing has to be read when a check begins.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.woordsoorten import basis, samengesteld

# Good intentions: found by their words in any order.
VOORNEMEN = "voornemen"
# Of questions: found word for word.
OORDEEL, VERWIJT, ADVIES = "oordeel", "verwijt", "advies"
VERTELVERZOEK, FEIT = "vertelverzoek", "feit"
VAN_VRAGEN = (VERWIJT, ADVIES, VERTELVERZOEK, FEIT)
SOORTEN = (VOORNEMEN, OORDEEL, *VAN_VRAGEN)

_BESTAND = Path(__file__).with_name("uitdrukkingen.txt")
# So much may stand between the words of a phrase that are found in any order.
_TUSSEN = 5

Uitdrukking = tuple[str, ...]


@cache
def _op_eerste(soort: str) -> dict[str, tuple[Uitdrukking, ...]]:
    """The phrases of a kind by their first word."""
    gevonden: dict[str, list[Uitdrukking]] = {}
    for regel in _BESTAND.read_text(encoding="utf-8").splitlines():
        van, _, tekst = regel.partition("\t")
        if van == soort:
            woorden = tuple(tekst.split())
            gevonden.setdefault(woorden[0], []).append(woorden)
    return {woord: tuple(alle) for woord, alle in gevonden.items()}


def letterlijk(soort: str, woorden: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where phrases of a kind stand in a row of words: from which up to which word."""
    bekend = _op_eerste(soort)
    for begin, woord in enumerate(woorden):
        for uitdrukking in bekend.get(woord, ()):
            eind = begin + len(uitdrukking)
            if tuple(woorden[begin:eind]) == uitdrukking:
                yield begin, eind


def voornemen_in(vormen: Sequence[str]) -> tuple[int, ...]:
    """The places of the words of the longest phrase of good intentions, () when there is none."""
    plaatsen: dict[str, int] = {}
    losse = [vorm for vorm in vormen if vorm in lijst("losse-delen")]
    for plaats, vorm in enumerate(vormen):
        if not vorm.isalpha() or vorm in lijst("kleine-woorden"):
            continue
        plaatsen.setdefault(basis(vorm), plaats)
        for los in losse:
            if verb := samengesteld(vorm, los):
                plaatsen.setdefault(verb, plaats)
    langste = max(_verspreid(VOORNEMEN, plaatsen), key=len, default=())
    return tuple(sorted(plaatsen[woord] for woord in langste))


def _verspreid(soort: str, plaatsen: dict[str, int]) -> Iterator[Uitdrukking]:
    """The phrases of a kind all of whose words stand near each other, by their places."""
    bekend = _op_eerste(soort)
    for eerste in sorted(plaatsen):
        for uitdrukking in bekend.get(eerste, ()):
            if not plaatsen.keys() >= set(uitdrukking):
                continue
            gevonden = [plaatsen[woord] for woord in uitdrukking]
            ver = max(gevonden) - min(gevonden)
            if ver <= len(uitdrukking) + _TUSSEN:
                yield uitdrukking
