"""The acties of a group, as they stand in its records: those that are asked for, from the cache."""

from collections.abc import Collection
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.index import opzoeken
from intervisie_cli.index.cache import Cache
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.actie import Actie, Actievraag
from intervisie_cli.model.sessie import Sessie

# The beginning of an id that is typed: shorter ones are hard to tell apart.
KORTSTE_ID = 4


class Acties(NamedTuple):
    """The acties that were found, how many there are in all, and for each id its beginning that no other has."""

    treffers: tuple[ActieTreffer, ...]
    totaal: int
    kort: dict[str, str]


def some_acties(omgeving: Omgeving, vraag: Actievraag, aantal: int) -> Acties:
    """The first so many of the acties that are asked for."""

    def look(cache: Cache) -> Acties:
        treffers = current(cache, lambda: opzoeken.acties(cache.con, vraag, aantal))
        ids = {Actie(treffer.actie).id for treffer in treffers}
        return Acties(
            tuple(treffers),
            opzoeken.aantal_acties(cache.con, vraag),
            opzoeken.korte_ids(cache.con, ids, KORTSTE_ID),
        )

    return in_cache(omgeving, look)


def acties(omgeving: Omgeving, vraag: Actievraag) -> list[ActieTreffer]:
    """All acties that are asked for."""
    return in_cache(
        omgeving, lambda cache: current(cache, lambda: opzoeken.acties(cache.con, vraag))
    )


def open_before(sessie: Sessie) -> Actievraag:
    """Asks the acties of those who take part in *sessie* that are open and of before it."""
    return Actievraag(leden=sessie.deelnemers, voor=sessie.datum.isoformat(), buiten=sessie.map)


def acties_met(omgeving: Omgeving, ids: Collection[str]) -> list[ActieTreffer]:
    """The acties with these ids."""
    return acties(omgeving, Actievraag(alle=True, ids=ids)) if ids else []
