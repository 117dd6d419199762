"""Looks back on what a group has recorded, in its cache."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.index import opzoeken
from intervisie_cli.index.cache import Cache, with_cache
from intervisie_cli.index.opzoeken import ActieTreffer, Treffer
from intervisie_cli.model.fouten import GitFout, VerkeerdGebruik
from intervisie_cli.model.namen import id_of
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.model.verslag import Actievraag, Zoekvraag

if TYPE_CHECKING:
    from intervisie_cli.index.lijken import Gelijkenis
    from intervisie_cli.index.zoekterm import Zoekterm

T = TypeVar("T")
M = TypeVar("M", Treffer, ActieTreffer)
# So many sessies are read in about a second: then it is said how far it is.
VEEL = 1000
KORTSTE_ID = 4


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


def in_cache(omgeving: Omgeving, look: Callable[[Cache], T]) -> T:
    """Give what *look* finds, and show how far a long build is."""

    def on_read(gedaan: int, totaal: int) -> None:
        if totaal >= VEEL and gedaan % 100 == 0:
            omgeving.toon(f"Notulen lezen… {gedaan * 100 // totaal}%")

    try:
        repository = omgeving.repository
    except GitFout:
        repository = None  # without Git there is still something to see
    try:
        return with_cache(omgeving.root, repository, on_read, look)
    finally:
        omgeving.toon("")


class Acties(NamedTuple):
    """The acties that were found, how many there are in all, and for each id its beginning that no other has."""

    treffers: tuple[ActieTreffer, ...]
    totaal: int
    kort: dict[str, str]


def some_acties(omgeving: Omgeving, vraag: Actievraag, aantal: int) -> Acties:
    """The first so many of the acties that are asked for."""

    def look(cache: Cache) -> Acties:
        treffers = current(cache, lambda: opzoeken.acties(cache.con, vraag, aantal))
        ids = {id_of(treffer.actie) for treffer in treffers}
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


def current(cache: Cache, find: Callable[[], list[M]]) -> list[M]:
    """What *find* gives, once all that it gives is as the files are."""
    gevonden = find()
    while cache.was_old(treffer.map for treffer in gevonden):
        gevonden = find()
    return gevonden
