"""Counts what a group did: sessies, rondes, minutes for each step, and how acties went."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.flows.voortgang import gevolgd
from intervisie_cli.index import opzoeken
from intervisie_cli.index.cache import Cache
from intervisie_cli.index.opzoeken import Treffer
from intervisie_cli.model.actie import Actie
from intervisie_cli.model.casus import Casus, Zoekvraag
from intervisie_cli.model.plain import Item

# The limit with which SQLite gives every row.
ZONDER_GRENS = -1
LAAT = "te laat"

# A step of some sessies: its title, the seconds and the planned minutes, and how often it was done.
StapRij = tuple[str, int, int, int]
# The day on which an actie was made, for words such as 'morgen' in it, and the actie.
MetDag = tuple[date, Item]


class Duur(NamedTuple):
    """How long a step took, in minutes: on average, as planned, and of how many that average is."""

    titel: str
    gemiddeld: float
    plan: int
    aantal: int


class Statistiek(NamedTuple):
    """All counts, by handle (*rondes*), by status (*acties*) and by what is missing (*letters*).

    *letters* says of how many of the acties each letter of SMART was missing, and *fouten* of each
    sessie that cannot be read why that is.
    """

    sessies: int
    rondes: dict[str, int]
    stappen: tuple[Duur, ...]
    acties: dict[str, int]
    letters: dict[str, int]
    fouten: tuple[str, ...] = ()


def count(omgeving: Omgeving, vraag: Zoekvraag) -> Statistiek:
    """Count the rondes that are asked for, and the steps of their sessies."""

    def look(cache: Cache) -> tuple[list[Casus], list[StapRij], tuple[str, ...]]:
        def find() -> list[Treffer]:
            return opzoeken.rondes(cache.con, vraag, None, ZONDER_GRENS)

        treffers = current(cache, find)
        mappen = {treffer.map for treffer in treffers}
        casussen = [treffer.casus for treffer in treffers]
        stappen = opzoeken.stappen(cache.con, mappen)
        return casussen, stappen, opzoeken.onleesbaar(cache.con, vraag)

    casussen, stappen, fouten = in_cache(omgeving, look)
    acties = list(_acties(vraag, casussen))
    sessies = {casus.sessie_id for casus in casussen}
    rondes = Counter(casus.inbrenger for casus in casussen if not casus.is_van_sessie)
    standen = Counter(_stand(Actie(item), vraag.vandaag) for _, item in acties)
    return Statistiek(
        sessies=len(sessies),
        rondes=dict(rondes.most_common()),
        stappen=tuple(_durations(stappen)),
        acties=dict(standen),
        letters=_missing(omgeving, acties),
        fouten=fouten,
    )


def _acties(vraag: Zoekvraag, casussen: Iterable[Casus]) -> Iterator[MetDag]:
    for casus in casussen:
        for actie in vraag.beperk(casus).acties:
            yield casus.datum, actie


def _stand(actie: Actie, vandaag: date) -> str:
    """How an actie stands, where each is counted once: late goes before open."""
    if actie.is_te_laat(vandaag):
        return LAAT
    return actie.status


def _durations(stappen: Iterable[StapRij]) -> Iterator[Duur]:
    for titel, seconden, plan, aantal in stappen:
        gemiddeld = seconden / 60 / aantal
        yield Duur(titel, round(gemiddeld, 1), plan, aantal)


def _missing(omgeving: Omgeving, acties: list[MetDag]) -> dict[str, int]:
    """Of how many acties each letter was missing when they were made."""
    from intervisie_cli.checks.oordeel import beoordeel_actie
    from intervisie_cli.checks.smart.actie import Afspraken

    mist: Counter[str] = Counter()
    afspraken = Afspraken(omgeving.groep.instellingen.regio)
    for datum, actie in gevolgd(omgeving.toon, "Acties beoordelen", acties):
        tekst = actie.get("actie")
        if not tekst:
            continue
        velden = Actie(actie).velden
        oordeel = beoordeel_actie(str(tekst), datum, velden, afspraken)
        for letter, is_er in oordeel.actie.letters.items():
            # None is a letter that nobody was asked about: that is not missing.
            if is_er is False:
                mist[letter] += 1
    return {letter: mist[letter] for letter in "SMART"}
