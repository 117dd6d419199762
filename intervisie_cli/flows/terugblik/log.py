"""Finds the rondes that `log` asks for: the newest, those with words in them, or those alike."""

from typing import TYPE_CHECKING, NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.opvragen import current, in_cache
from intervisie_cli.index import opzoeken
from intervisie_cli.index.cache import Cache
from intervisie_cli.index.opzoeken import Treffer
from intervisie_cli.model.casus import Zoekvraag
from intervisie_cli.model.fouten import VerkeerdGebruik

if TYPE_CHECKING:
    from intervisie_cli.index.lijken import Gelijkenis
    from intervisie_cli.index.zoekterm import Zoekterm


class GevondenRondes(NamedTuple):
    """The rondes that were found, and what was searched in them.

    *fouten* say of each sessie that cannot be read why that is.
    """

    treffers: tuple[Treffer, ...]
    zoekterm: "Zoekterm | None" = None
    gelijkenis: "Gelijkenis | None" = None
    fouten: tuple[str, ...] = ()


class GeenWoord(VerkeerdGebruik):
    """What is searched has no word in it."""

    def __init__(self, voorbeeld: str) -> None:
        super().__init__(
            "In wat je zoekt staat geen woord.",
            f"Bijvoorbeeld: intervisie log {voorbeeld}",
        )


def search(omgeving: Omgeving, vraag: Zoekvraag, aantal: int) -> GevondenRondes:
    """Find the rondes that are asked for, and name what cannot be read. Raises VerkeerdGebruik."""

    def look(cache: Cache) -> GevondenRondes:
        gevonden = find_rondes(cache, vraag, aantal)
        fouten = opzoeken.onleesbaar(cache.con, vraag)
        return gevonden._replace(fouten=fouten)

    return in_cache(omgeving, look)


def find_rondes(cache: Cache, vraag: Zoekvraag, aantal: int) -> GevondenRondes:
    """Find the rondes that are asked for. Raises GeenWoord when no word was given to search."""
    if vraag.lijkt_op is not None:
        return _resembling(cache, vraag, vraag.lijkt_op, aantal)
    zoekterm = None
    if vraag.zoek is not None:
        zoekterm = _read_words(cache, vraag.zoek)

    def find() -> list[Treffer]:
        return opzoeken.rondes(cache.con, vraag, zoekterm, aantal)

    treffers = current(cache, find)
    return GevondenRondes(tuple(treffers), zoekterm)


def _read_words(cache: Cache, getypt: str) -> "Zoekterm":
    from intervisie_cli.index.zoekterm import ontleed

    zoekterm = ontleed(cache.con, getypt)
    if not zoekterm:
        raise GeenWoord("--zoek tentamen")
    return zoekterm


def _resembling(
    cache: Cache,
    vraag: Zoekvraag,
    tekst: str,
    aantal: int,
) -> GevondenRondes:
    from intervisie_cli.index import lijken

    # How much a word weighs follows from all rondes, so each must be in before the text is weighed.
    lijken.fill(cache.con, cache.toon)
    gelijkenis = lijken.gelijkenis(cache.con, tekst)
    if not gelijkenis:
        raise GeenWoord('--lijkt-op "Hoe begin ik op tijd?"')

    def find() -> list[Treffer]:
        # Each time: files that were read again since have no kenmerken yet.
        lijken.fill(cache.con, cache.toon)
        volgorde = lijken.rank(cache.con, gelijkenis)
        return opzoeken.in_order(cache.con, vraag, volgorde, aantal)

    treffers = current(cache, find)
    return GevondenRondes(tuple(treffers), gelijkenis=gelijkenis)
