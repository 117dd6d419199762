"""Follows a hulpvraag through its sessies: wordings, how the group saw it, advice, plan, and what came of it."""

from collections.abc import Iterable, Iterator

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.log import find_rondes
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.groep import sessies
from intervisie_cli.index import opzoeken
from intervisie_cli.index.cache import Cache
from intervisie_cli.index.opzoeken import Treffer
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Item, items_in
from intervisie_cli.model.verslag import Verloop, Zoekvraag


def follow(omgeving: Omgeving, vraag: Zoekvraag, aantal: int) -> list[Verloop]:
    """Follow the hulpvragen of the rondes that are asked for, each from where it began. Raises VerkeerdGebruik."""

    def look(cache: Cache) -> list[Treffer]:
        return current(cache, lambda: _stories(cache, find_rondes(cache, vraag, aantal).treffers))

    rondes = in_cache(omgeving, look)
    gezegd = {
        str(a["id"]): str(a.get("actie", ""))
        for ronde in rondes
        for a in ronde.verslag.acties
        if a.get("id")
    }
    return [verloop for ronde in rondes for verloop in _verloop(omgeving, vraag, ronde, gezegd)]


def _stories(cache: Cache, gevonden: Iterable[Treffer]) -> list[Treffer]:
    """The rondes of each story: the one that was found, those that it goes on from, and those that go on with it."""
    alle: dict[tuple[str, int], Treffer] = {}

    def add(treffer: Treffer) -> None:
        if (plek := (treffer.map, treffer.verslag.ronde)) not in alle:
            alle[plek] = treffer
            for volgende in opzoeken.vervolgen(cache.con, treffer):
                add(volgende)

    for treffer in gevonden:
        add(_first(cache, treffer))
    return list(alle.values())


def _first(cache: Cache, treffer: Treffer) -> Treffer:
    """The ronde in which the hulpvraag came up; a hand may have made a circle of them."""
    gezien = [treffer]
    while (
        eerder := opzoeken.voorloper(cache.con, gezien[-1].verslag.vervolg_op)
    ) and eerder not in gezien:
        gezien.append(eerder)
    return gezien[-1]


def _verloop(
    omgeving: Omgeving, vraag: Zoekvraag, treffer: Treffer, gezegd: dict[str, str]
) -> Iterator[Verloop]:
    try:
        sessie_map = sessies.load(omgeving.root, treffer.map)
    except IntervisieError:
        return  # it went this very moment
    nummer = treffer.verslag.ronde
    data: list[Item] = [
        s.data for s in sessie_map.stappen if s.plek.ronde and s.plek.ronde.nummer == nummer
    ]
    yield Verloop(
        vraag.uit(treffer.verslag),
        next((str(deel["toelichting"]) for deel in data if deel.get("toelichting")), ""),
        tuple(item for deel in data for item in items_in(deel.get("vragen"))),
        tuple(item for deel in data for item in items_in(deel.get("definities"))),
        gezegd.get(treffer.verslag.vervolg_op, ""),
    )
