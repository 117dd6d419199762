"""The verbs of the word lists in the forms that students write, slips of d and t included."""

import re
from functools import cache
from typing import NamedTuple

from intervisie_cli.taal.lijsten import lijst

# Kinds, the strongest first: what a person can be seen to do, and what may be meant otherwise.
KLAAR, DOEN, ZWAK, VAAG = "klaar", "doen", "zwak", "vaag"
_SOORTEN = (KLAAR, DOEN, ZWAK, VAAG)
# The last consonant of 'pakk', of 'pakken', is written once: 'ik pak'.
_DUBBEL = re.compile(r"([bcdfgklmnprst])\1$")
# The vowel of 'lop', of 'lopen', is a long one and is written twice: 'ik loop'.
_LANG = re.compile(r"(?:^|[^aeiou])[aeiou][bcdfgklmnprstvz]$")
_VOORVOEGSELS = ("be", "ge", "her", "ver", "ont", "er")
# 'bellen' and 'geven' begin as such a verb does, but have no prefix.
_MIN_MET_VOORVOEGSEL = 6


class Werkwoord(NamedTuple):
    """A form of a verb.

    *los* is the part that stands elsewhere in the sentence ('op' of 'sta op'), '' when none.
    """

    stam: str
    los: str
    soorten: frozenset[str]


# The part that may stand apart, and the rest of the infinitive.
_Naam = tuple[str, str]


class _Vermelding(NamedTuple):
    """An entry of a word list: `op/staan:gestaan` is *los*, *heel* and its other forms."""

    los: str
    heel: str
    eigen: list[str]


def _lees_vermelding(tekst: str) -> _Vermelding:
    naam, *eigen = tekst.split(":")
    los, _, heel = naam.rpartition("/")
    return _Vermelding(los, heel, eigen)


@cache
def vormen() -> dict[str, tuple[Werkwoord, ...]]:
    """All forms → the verbs that they may be of."""
    soorten: dict[_Naam, set[str]] = {}
    eigen: dict[_Naam, list[str]] = {}
    for soort in _SOORTEN:
        for vermelding in map(_lees_vermelding, lijst(soort)):
            naam = vermelding.los, vermelding.heel
            soorten.setdefault(naam, set()).add(soort)
            eigen.setdefault(naam, []).extend(vermelding.eigen)
    sterk = _sterke_vormen()
    gevonden: dict[str, list[Werkwoord]] = {}
    for (los, heel), van_soort in soorten.items():
        onregelmatig = [*eigen[los, heel], *sterk.get(heel, ())]
        # The forms of one verb share two values, for there are tens of thousands of forms.
        aaneen = Werkwoord(los + heel, "", frozenset(van_soort))
        gescheiden = aaneen._replace(los=los)
        for vorm, deel in _vormen(los, heel, onregelmatig):
            gevonden.setdefault(vorm, []).append(gescheiden if deel else aaneen)
    return {vorm: tuple(woorden) for vorm, woorden in gevonden.items()}


def _sterke_vormen() -> dict[str, list[str]]:
    """The past tenses of strong verbs, also of verbs with a part before them."""
    vermeldingen = map(_lees_vermelding, lijst("sterk"))
    return {vermelding.heel: vermelding.eigen for vermelding in vermeldingen}


def _vormen(
    los: str,
    heel: str,
    onregelmatig: list[str],
) -> set[tuple[str, str]]:
    """The forms of a verb, each with the part that stands apart."""
    enkel = _enkel(heel)
    samen = {heel, *_voltooid(heel, enkel), *onregelmatig}
    if heel.endswith("en"):
        samen.add(heel[:-1])  # 'ik wil lope', as it is said
    if not los:
        return {(vorm, "") for vorm in samen | enkel | _verleden(enkel)}
    aaneen = {(f"{los}{vorm}", "") for vorm in samen | enkel}
    aaneen.add((f"{los}te{heel}", ""))
    gescheiden = {heel} | enkel | _verleden(enkel)
    return aaneen | {(vorm, los) for vorm in gescheiden}


def _enkel(heel: str) -> set[str]:
    """The forms for one person, with the endings that are mixed up: loop, loopt, loopd, loopdt."""
    gevonden = set()
    for stam in _stammen(heel):
        gevonden |= {stam, f"{stam}t", f"{stam}d", f"{stam}dt"}
        if stam.endswith("d"):
            gevonden.add(f"{stam[:-1]}t")  # 'ik antwoort'
    return gevonden


def _stammen(heel: str) -> set[str]:
    """The stems that a verb may have; more than one where only a dictionary could tell."""
    if heel.endswith("aan"):
        return {heel[:-1], heel[:-2]}
    if heel.endswith(("oen", "ien")):
        return {heel[:-1]}
    if not heel.endswith("en"):
        return {heel}
    stam = heel.removesuffix("en").removesuffix("e")
    if _DUBBEL.search(stam):
        enkel = stam[:-1]
        # Of verbs in 'ppen' both are written: 'ik stop', 'ik app'.
        if stam.endswith("pp"):
            return {enkel, stam}
        return {enkel}
    mogelijk = {_hard(stam)}
    if _LANG.search(stam):
        klinker = stam[-2]
        mogelijk.add(_hard(f"{stam[:-1]}{klinker}{stam[-1]}"))
    if stam.endswith("p"):
        mogelijk.add(stam)
    return mogelijk


def _hard(stam: str) -> str:
    """At the end of a word v is written as f, z as s."""
    if stam.endswith("v"):
        return f"{stam[:-1]}f"
    if stam.endswith("z"):
        return f"{stam[:-1]}s"
    return stam


def _voltooid(heel: str, enkel: set[str]) -> set[str]:
    """Past participles: gemaakt, ingeleverd (its second part), besteld, and gewandeldt."""
    heeft_voorvoegsel = (
        heel.startswith(_VOORVOEGSELS) and len(heel) > _MIN_MET_VOORVOEGSEL
    )
    if heeft_voorvoegsel:
        return {heel, *enkel}
    return {f"ge{vorm}" for vorm in enkel} | {f"ge{heel}"}


def _verleden(enkel: set[str]) -> set[str]:
    gevonden: set[str] = set()
    for vorm in enkel:
        if not vorm.endswith(("d", "t")):
            gevonden.update(f"{vorm}{eind}" for eind in ("te", "de", "ten", "den"))
    return gevonden
