"""Counts what a group did: sessies, rondes, minutes for each step, what came of acties, what they lacked."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.index import opzoeken
from intervisie_cli.index.cache import Cache
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.plain import Item
from intervisie_cli.model.verslag import Verslag, Zoekvraag

ALLE = -1
LAAT = "te laat"


class Duur(NamedTuple):
    """How long a step took, in minutes: on average, as planned, and of how many that average is."""

    titel: str
    gemiddeld: float
    plan: int
    aantal: int


class Statistiek(NamedTuple):
    """All counts; *letters* says of how many of the acties each letter of SMART was missing."""

    sessies: int
    rondes: dict[str, int]
    stappen: tuple[Duur, ...]
    acties: dict[str, int]
    letters: dict[str, int]


def count(omgeving: Omgeving, vraag: Zoekvraag) -> Statistiek:
    """Count the rondes that are asked for, and the steps of their sessies."""

    def look(cache: Cache) -> tuple[list[Verslag], list[tuple[str, int, int, int]]]:
        treffers = current(cache, lambda: opzoeken.rondes(cache.con, vraag, None, ALLE))
        mappen = {treffer.map for treffer in treffers}
        return [treffer.verslag for treffer in treffers], opzoeken.stappen(cache.con, mappen)

    verslagen, stappen = in_cache(omgeving, look)
    acties = [
        (verslag.datum, actie)
        for verslag in verslagen
        for actie in verslag.acties
        if vraag.past_actie(actie)
    ]
    return Statistiek(
        sessies=len({verslag.sessie_id for verslag in verslagen}),
        rondes=dict(Counter(verslag.inbrenger for verslag in verslagen).most_common()),
        stappen=tuple(_durations(stappen)),
        acties=dict(Counter(_stand(Actie(item), vraag.vandaag) for _, item in acties)),
        letters=_missing(omgeving, acties),
    )


def _stand(actie: Actie, vandaag: date) -> str:
    """How an actie stands, for who counts them: late goes before open."""
    return LAAT if actie.is_te_laat(vandaag) else actie.status


def _durations(stappen: Iterable[tuple[str, int, int, int]]) -> Iterable[Duur]:
    for titel, seconden, plan, aantal in stappen:
        yield Duur(titel, round(seconden / 60 / aantal, 1), plan, aantal)


def _missing(omgeving: Omgeving, acties: list[tuple[date, Item]]) -> dict[str, int]:
    """Of how many acties each letter was missing when they were made."""
    from intervisie_cli.checks.oordeel import beoordeel_actie
    from intervisie_cli.checks.smart.actie import Afspraken

    mist: Counter[str] = Counter()
    afspraken = Afspraken(omgeving.groep.instellingen.regio)
    for datum, actie in acties:
        if tekst := actie.get("actie"):
            oordeel = beoordeel_actie(str(tekst), datum, Actie(actie).velden, afspraken)
            mist.update(letter for letter, is_er in oordeel.actie.letters.items() if is_er is False)
    return {letter: mist[letter] for letter in "SMART"}
