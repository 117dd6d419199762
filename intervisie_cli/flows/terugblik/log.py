"""Finds the rondes that `log` asks for: the newest, those with words in them, or those that resemble."""

from typing import TYPE_CHECKING, NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.index import opzoeken
from intervisie_cli.index.cache import Cache
from intervisie_cli.index.opzoeken import Treffer
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.verslag import Zoekvraag

if TYPE_CHECKING:
    from intervisie_cli.index.lijken import Gelijkenis
    from intervisie_cli.index.zoekterm import Zoekterm


class Terugblik(NamedTuple):
    """The rondes that were found, what was searched in them, and why sessies cannot be read."""

    treffers: tuple[Treffer, ...]
    zoekterm: "Zoekterm | None" = None
    gelijkenis: "Gelijkenis | None" = None
    fouten: tuple[str, ...] = ()


class GeenWoord(VerkeerdGebruik):
    """What is searched has no word in it."""

    def __init__(self, voorbeeld: str) -> None:
        super().__init__(
            "In wat je zoekt staat geen woord.", f"Bijvoorbeeld: intervisie log {voorbeeld}"
        )


def search(omgeving: Omgeving, vraag: Zoekvraag, aantal: int) -> Terugblik:
    """Find the rondes that are asked for. Raises VerkeerdGebruik."""

    def look(cache: Cache) -> Terugblik:
        gevonden = find_rondes(cache, vraag, aantal)
        return gevonden._replace(fouten=tuple(opzoeken.onleesbaar(cache.con, vraag)))

    return in_cache(omgeving, look)


def find_rondes(cache: Cache, vraag: Zoekvraag, aantal: int) -> Terugblik:
    """Find the rondes that are asked for. Raises VerkeerdGebruik when there is no word in what is searched."""
    zoekterm: Zoekterm | None = None
    if vraag.lijkt_op is not None:
        return _resembling(cache, vraag, vraag.lijkt_op, aantal)
    if vraag.zoek is not None:
        from intervisie_cli.index.zoekterm import ontleed

        zoekterm = ontleed(cache.con, vraag.zoek)
        if not zoekterm:
            raise GeenWoord("--zoek tentamen")
    treffers = current(cache, lambda: opzoeken.rondes(cache.con, vraag, zoekterm, aantal))
    return Terugblik(tuple(treffers), zoekterm)


def _resembling(cache: Cache, vraag: Zoekvraag, tekst: str, aantal: int) -> Terugblik:
    from intervisie_cli.index import lijken

    lijken.fill(cache.con, cache.toon)
    gelijkenis = lijken.gelijkenis(cache.con, tekst)
    if not gelijkenis:
        raise GeenWoord('--lijkt-op "Hoe begin ik op tijd?"')

    def find() -> list[Treffer]:
        lijken.fill(cache.con, cache.toon)
        return opzoeken.in_order(cache.con, vraag, lijken.rank(cache.con, gelijkenis), aantal)

    return Terugblik(tuple(current(cache, find)), None, gelijkenis)
