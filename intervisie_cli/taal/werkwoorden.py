"""The verbs of the word lists in the forms that students write, slips of d and t included."""

import re
from functools import cache
from typing import NamedTuple

from intervisie_cli.taal.lijsten import lijst

# Kinds, the strongest first: what a person can be seen to do, and what may be meant otherwise.
KLAAR, DOEN, ZWAK, VAAG = "klaar", "doen", "zwak", "vaag"
_SOORTEN = (KLAAR, DOEN, ZWAK, VAAG)
_DUBBEL = re.compile(r"([bcdfgklmnprst])\1$")
_LANG = re.compile(r"(?:^|[^aeiou])[aeiou][bcdfgklmnprstvz]$")
_VOORVOEGSELS = ("be", "ge", "her", "ver", "ont", "er")


class Werkwoord(NamedTuple):
    """A form of a verb: *los* is the part that stands elsewhere in the sentence ('op' of 'sta op'), '' when none."""

    stam: str
    los: str
    soorten: frozenset[str]


@cache
def vormen() -> dict[str, tuple[Werkwoord, ...]]:
    """All forms → the verbs that they may be of."""
    soorten: dict[tuple[str, str], set[str]] = {}
    onregelmatig: dict[tuple[str, str], list[str]] = {}
    for soort in _SOORTEN:
        for vermelding in lijst(soort):
            naam, *eigen = vermelding.split(":")
            los, _, heel = naam.rpartition("/")
            soorten.setdefault((los, heel), set()).add(soort)
            onregelmatig.setdefault((los, heel), []).extend(eigen)
    sterk = {
        naam: vormen_ for naam, *vormen_ in (vermelding.split(":") for vermelding in lijst("sterk"))
    }
    gevonden: dict[str, list[Werkwoord]] = {}
    for (los, heel), van_soort in soorten.items():
        als_soort = frozenset(van_soort)
        van_deel = {deel: Werkwoord(los + heel, deel, als_soort) for deel in ("", los)}
        for vorm, deel in _vormen(los, heel, [*onregelmatig[los, heel], *sterk.get(heel, ())]):
            gevonden.setdefault(vorm, []).append(van_deel[deel])
    return {vorm: tuple(woorden) for vorm, woorden in gevonden.items()}


def _vormen(los: str, heel: str, eigen: list[str]) -> set[tuple[str, str]]:
    """The forms of a verb, each with the part that stands apart."""
    enkel = _enkel(heel)
    samen = {heel, *({heel[:-1]} if heel.endswith("en") else ()), *_voltooid(heel, enkel), *eigen}
    if not los:
        return {(vorm, "") for vorm in samen | enkel | _verleden(enkel)}
    aaneen = {f"{los}{vorm}" for vorm in samen | enkel} | {f"{los}te{heel}"}
    return {(vorm, "") for vorm in aaneen} | {
        (vorm, los) for vorm in enkel | {heel} | _verleden(enkel)
    }


def _enkel(heel: str) -> set[str]:
    """The forms for one person, with the endings that are mixed up: loop, loopt, loopd, loopdt."""
    stammen = _stammen(heel)
    return {f"{stam}{eind}" for stam in stammen for eind in ("", "t", "d", "dt")} | {
        f"{stam[:-1]}t" for stam in stammen if stam.endswith("d")
    }


def _stammen(heel: str) -> set[str]:
    if heel.endswith(("aan", "oen", "ien")):
        return {heel[:-1], heel[:-2]} if heel.endswith("aan") else {heel[:-1]}
    if not heel.endswith("en"):
        return {heel}
    stam = heel[:-2]
    stam = stam.removesuffix("e")
    if _DUBBEL.search(stam):
        return {stam[:-1], stam} if stam.endswith("pp") else {stam[:-1]}
    mogelijk = {stam}
    if _LANG.search(stam):
        mogelijk.add(f"{stam[:-1]}{stam[-2]}{stam[-1]}")
    return {_hard(s) for s in mogelijk} | ({stam} if stam.endswith("p") else set())


def _hard(stam: str) -> str:
    return stam[:-1] + {"v": "f", "z": "s"}[stam[-1]] if stam.endswith(("v", "z")) else stam


def _voltooid(heel: str, enkel: set[str]) -> set[str]:
    """Past participles: gemaakt, ingeleverd (its second part), besteld, and gewandeldt of who doubts."""
    if heel.startswith(_VOORVOEGSELS) and len(heel) > 6:
        return {heel, *enkel}
    return {f"ge{vorm}" for vorm in enkel} | {f"ge{heel}"}


def _verleden(enkel: set[str]) -> set[str]:
    return {
        f"{vorm}{eind}"
        for vorm in enkel
        if not vorm.endswith(("d", "t"))
        for eind in ("te", "de", "ten", "den")
    }
