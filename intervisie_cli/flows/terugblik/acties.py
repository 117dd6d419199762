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
    """The first acties that were found, and how many there are in all.

    *kort* gives for each id the beginning that no other id has; *fouten* say of each sessie that
    cannot be read why that is.
    """

    treffers: tuple[ActieTreffer, ...]
    totaal: int
    kort: dict[str, str]
    fouten: tuple[str, ...] = ()


def some_acties(omgeving: Omgeving, vraag: Actievraag, aantal: int) -> Acties:
    """The first so many of the acties that are asked for."""

    def look(cache: Cache) -> Acties:
        treffers = current(cache, lambda: opzoeken.acties(cache.con, vraag, aantal))
        ids = {Actie(treffer.actie).id for treffer in treffers}
        return Acties(
            treffers=tuple(treffers),
            totaal=opzoeken.aantal_acties(cache.con, vraag),
            kort=opzoeken.korte_ids(cache.con, ids, KORTSTE_ID),
            fouten=opzoeken.onleesbaar(cache.con),
        )

    return in_cache(omgeving, look)


def all_acties(omgeving: Omgeving, vraag: Actievraag) -> Acties:
    """All acties that are asked for; nobody types the ids of so many, so *kort* is empty."""

    def look(cache: Cache) -> Acties:
        treffers = current(cache, lambda: opzoeken.acties(cache.con, vraag))
        fouten = opzoeken.onleesbaar(cache.con)
        return Acties(tuple(treffers), len(treffers), {}, fouten)

    return in_cache(omgeving, look)


def acties(omgeving: Omgeving, vraag: Actievraag) -> list[ActieTreffer]:
    """The same, of the sessies that can be read."""
    return list(all_acties(omgeving, vraag).treffers)


def open_before(sessie: Sessie) -> Actievraag:
    """Ask for the open acties that those who take part in *sessie* have from before it."""
    return Actievraag(
        leden=sessie.deelnemers,
        voor=sessie.datum.isoformat(),
        # One of the same day counts as before, so the sessie itself has to be left out.
        buiten=sessie.map,
    )


def acties_met(omgeving: Omgeving, ids: Collection[str]) -> list[ActieTreffer]:
    """The acties with these ids."""
    # An empty part of a question asks nothing: without ids it would give every actie.
    if not ids:
        return []
    return acties(omgeving, Actievraag(alle=True, ids=ids))
