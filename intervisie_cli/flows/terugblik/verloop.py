"""Follows a hulpvraag through its sessies: wordings, advice, plan, and what came of it."""

from collections.abc import Iterable, Iterator

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.log import find_rondes
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.groep import sessies
from intervisie_cli.index import opzoeken
from intervisie_cli.index.cache import Cache
from intervisie_cli.index.opzoeken import Treffer
from intervisie_cli.model.casus import Verloop, Zoekvraag
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Item, items_in


def follow(
    omgeving: Omgeving,
    vraag: Zoekvraag,
    aantal: int,
) -> tuple[list[Verloop], tuple[str, ...]]:
    """Follow the hulpvragen of the rondes that are asked for, each from where it began.

    Gives also why sessies cannot be read. Raises VerkeerdGebruik.
    """

    def look(cache: Cache) -> tuple[list[Treffer], tuple[str, ...]]:
        def find() -> list[Treffer]:
            gevonden = find_rondes(cache, vraag, aantal)
            return _stories(cache, gevonden.treffers)

        return current(cache, find), opzoeken.onleesbaar(cache.con, vraag)

    rondes, fouten = in_cache(omgeving, look)
    acties = _acties_by_id(rondes)
    verlopen: list[Verloop] = []
    for ronde in rondes:
        verlopen += _verloop(omgeving, vraag, ronde, acties)
    return verlopen, fouten


def _acties_by_id(rondes: Iterable[Treffer]) -> dict[str, str]:
    """What each actie of these rondes says: a ronde that goes on with one names its id alone."""
    gezegd = {}
    for ronde in rondes:
        for actie in ronde.casus.acties:
            if actie.get("id"):
                id_ = str(actie["id"])
                gezegd[id_] = str(actie.get("actie", ""))
    return gezegd


def _stories(cache: Cache, gevonden: Iterable[Treffer]) -> list[Treffer]:
    """The rondes of each story: from the first on, each followed by those that go on with it."""
    alle: dict[tuple[str, int], Treffer] = {}

    def add(treffer: Treffer) -> None:
        plek = (treffer.map, treffer.casus.ronde)
        # Two rondes that were found can be of one story, which is told once.
        if plek in alle:
            return
        alle[plek] = treffer
        for volgende in opzoeken.vervolgen(cache.con, treffer):
            add(volgende)

    for treffer in gevonden:
        add(_first(cache, treffer))
    return list(alle.values())


def _first(cache: Cache, treffer: Treffer) -> Treffer:
    """The ronde in which the hulpvraag came up."""
    gezien = [treffer]
    while True:
        laatste = gezien[-1]
        eerder = opzoeken.voorloper(cache.con, laatste.casus.vervolg_op)
        # Rondes that were edited outside intervisie can go on with each other in a circle.
        if not eerder or eerder in gezien:
            return laatste
        gezien.append(eerder)


def _verloop(
    omgeving: Omgeving,
    vraag: Zoekvraag,
    treffer: Treffer,
    acties: dict[str, str],
) -> Iterator[Verloop]:
    """The story of one ronde; none when its sessie went away since the cache was asked."""
    try:
        sessie_map = sessies.load(omgeving.root, treffer.map)
    except IntervisieError:
        return
    casus = treffer.casus
    # Read from the files: the cache keeps what `log` shows of a ronde, and no more.
    in_ronde: list[Item] = []
    for stap in sessie_map.stappen:
        ronde = stap.plek.ronde
        if ronde and ronde.nummer == casus.ronde:
            in_ronde.append(stap.getoond)
    yield Verloop(
        casus=vraag.beperk(casus),
        toelichting=_toelichting(in_ronde),
        vragen=tuple(_items(in_ronde, "vragen")),
        definities=tuple(_items(in_ronde, "definities")),
        vervolg_op=acties.get(casus.vervolg_op, ""),
    )


def _toelichting(in_ronde: Iterable[Item]) -> str:
    for data in in_ronde:
        if data.get("toelichting"):
            return str(data["toelichting"])
    return ""


def _items(in_ronde: Iterable[Item], naam: str) -> Iterator[Item]:
    for data in in_ronde:
        yield from items_in(data.get(naam))
