"""The stems that a form of a verb may have: 'inleverde', 'ingeleverd' and 'lever' have 'inlever'.

No dictionary of forms is kept: of a word the endings are taken off, whatever it is, and a list of
verbs tells which of the stems that are left are of a verb.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from intervisie_cli.taal.lijsten import lijst

# How a form looks: the infinitive, a participle, or a form for somebody.
HEEL, VOLTOOID, PERSOON = "heel", "voltooid", "persoon"
_KLINKERS = frozenset("aeiou")
_EINDEN = ("dt", "t", "d", "te", "de", "ten", "den", "")
_EINDEN_VOLTOOID = ("dt", "t", "d", "en", "n", "")
# 'doen', 'zien': their stem keeps its vowel.
_KORT = ("oen", "ien")
_KORTSTE = 2
# As long as 'vooruit' and 'rechtop' are.
_LANGSTE_DEEL = 9


class Stam(NamedTuple):
    """A stem, and which form of its verb a word is."""

    stam: str
    vorm: str


def gelijk(stam: str) -> str:
    """One spelling for all stems of a verb: 'pakk' and 'pak', 'loop' and 'lop', 'gaa' and 'ga'."""
    if stam.endswith("aa"):
        return stam[:-1]
    laatste = stam[-1:]
    if laatste in _KLINKERS:
        return stam
    if stam.endswith(laatste * 2):
        stam = stam[:-1]
    klinker = stam[-2:-1]
    if klinker in _KLINKERS and stam[:-1].endswith(klinker * 2):
        stam = stam[:-2] + laatste
    if stam.endswith("v"):
        return f"{stam[:-1]}f"
    if stam.endswith("z"):
        return f"{stam[:-1]}s"
    return stam


def stam_van(heel: str) -> str:
    """The stem of an infinitive."""
    if heel.endswith("en") and not heel.endswith(_KORT):
        return gelijk(heel[:-2])
    return gelijk(heel.removesuffix("n"))


@lru_cache(maxsize=8192)
def stammen_van(woord: str) -> tuple[Stam, ...]:
    """The stems that *woord* may have, the likeliest first."""
    return tuple(_stammen(woord))


def _stammen(woord: str) -> Iterator[Stam]:
    # Participles before the rest: 'aangevraagd' is one, and not 'ik aangevraag'.
    for los in ("", *_delen_vooraan(woord)):
        yield from _achter(los, woord[len(los) :])
    if woord.endswith((*_KORT, "aan", "ijn")):
        yield Stam(gelijk(woord[:-1]), HEEL)
    if woord.endswith("en"):
        yield Stam(gelijk(woord[:-2]), HEEL)
    for eind in _EINDEN:
        if woord.endswith(eind) and len(woord) - len(eind) >= _KORTSTE:
            yield Stam(gelijk(woord.removesuffix(eind)), PERSOON)


def _delen_vooraan(woord: str) -> list[str]:
    """The separable parts that a word begins with: of 'aangevraagd' 'aan'."""
    delen = lijst("losse-delen")
    gevonden = []
    for lengte in range(_KORTSTE, min(len(woord), _LANGSTE_DEEL)):
        begin = woord[:lengte]
        if begin in delen:
            gevonden.append(begin)
    return gevonden


def _achter(los: str, rest: str) -> Iterator[Stam]:
    """The stems of what stands behind a separable part, which may be none."""
    sterk = _sterke()
    if rest in sterk:
        is_voltooid = rest.startswith("ge") or rest.endswith("en")
        yield Stam(los + sterk[rest], VOLTOOID if is_voltooid else PERSOON)
    if los and rest.startswith("te") and rest.endswith("en"):
        yield Stam(los + gelijk(rest[2:-2]), HEEL)
    if not rest.startswith("ge"):
        return
    kern = rest.removeprefix("ge")
    for eind in _EINDEN_VOLTOOID:
        if kern.endswith(eind) and len(kern) - len(eind) >= _KORTSTE:
            yield Stam(los + gelijk(kern.removesuffix(eind)), VOLTOOID)


@cache
def _sterke() -> dict[str, str]:
    """The forms of strong verbs, as in `sterk.txt`, with the stem of each."""
    gevonden = {}
    for vermelding in lijst("sterk"):
        heel, *vormen = vermelding.split(":")
        for vorm in vormen:
            gevonden[vorm] = stam_van(heel)
    return gevonden
