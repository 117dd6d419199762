"""Looks back on what a group has recorded, in its cache."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.index import opzoeken, zoekterm
from intervisie_cli.index.cache import Cache, with_cache
from intervisie_cli.index.zoekterm import Zoekterm
from intervisie_cli.model.fouten import GitFout, VerkeerdGebruik
from intervisie_cli.model.verslag import Verslag, Zoekvraag

T = TypeVar("T")
# So many sessies are read in about a second: then it is said how far it is.
VEEL = 1000


class Terugblik(NamedTuple):
    """The rondes that were found, what was searched in them, and why sessies cannot be read."""

    verslagen: tuple[Verslag, ...]
    zoekterm: Zoekterm | None
    fouten: tuple[str, ...]


def look_back(
    omgeving: Omgeving, vraag: Zoekvraag, zoek: str | None, aantal: int, toon: Callable[[str], None]
) -> Terugblik:
    """Find the rondes that are asked for, with the words of *zoek* in them. Raises VerkeerdGebruik."""

    def look(cache: Cache) -> Terugblik:
        term = None if zoek is None else zoekterm.ontleed(cache.con, zoek)
        if zoek is not None and not term:
            raise VerkeerdGebruik("In wat je zoekt staat geen woord.", "Bijvoorbeeld: intervisie log --zoek tentamen")
        treffers = opzoeken.rondes(cache.con, vraag, term, aantal)
        while cache.was_old(treffer.map for treffer in treffers):
            treffers = opzoeken.rondes(cache.con, vraag, term, aantal)
        verslagen = tuple(vraag.uit(treffer.verslag) for treffer in treffers)
        return Terugblik(verslagen, term, tuple(opzoeken.onleesbaar(cache.con, vraag)))

    return in_cache(omgeving, toon, look)


def in_cache(omgeving: Omgeving, toon: Callable[[str], None], look: Callable[[Cache], T]) -> T:
    """Give what *look* finds; *toon* gets how far a long build is."""

    def on_read(gedaan: int, totaal: int) -> None:
        if totaal >= VEEL and gedaan % 100 == 0:
            toon(f"Notulen lezen… {gedaan * 100 // totaal}%")

    try:
        repository = omgeving.repository
    except GitFout:
        repository = None  # without Git there is still something to see
    try:
        return with_cache(omgeving.root, repository, on_read, look)
    finally:
        toon("")
