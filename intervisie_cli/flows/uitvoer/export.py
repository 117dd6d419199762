"""Which sessies go out, read as far as they can be."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import notulen, sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import (
    IntervisieError,
    NogGeenSessie,
    OnleesbaarBestand,
)
from intervisie_cli.model.notitie import Notitie


class Uitgekozen(NamedTuple):
    """A sessie that goes out, with what members noted, and what of it cannot be read."""

    sessie_map: SessieMap
    notities: tuple[Notitie, ...]
    fouten: tuple[str, ...] = ()


class Selectie(NamedTuple):
    """The sessies that go out, the oldest first.

    *fouten* name the sessies that cannot be read at all, and *prive* counts those that are
    private: they go out when somebody names them.
    """

    sessies: tuple[Uitgekozen, ...]
    fouten: tuple[str, ...] = ()
    prive: int = 0

    @property
    def alle_fouten(self) -> list[str]:
        """All that cannot be read: sessies, and parts of those that go out."""
        van_delen = [fout for deel in self.sessies for fout in deel.fouten]
        return [*self.fouten, *van_delen]


class PriveSessie(IntervisieError):
    """A private sessie goes out only for who names it."""

    def __init__(self, dag: date) -> None:
        # Its day is enough: its name can say what it is about.
        super().__init__(
            "De laatste sessie is privé, en gaat alleen mee als je haar noemt.",
            f"Zet haar dag erachter: {dag.isoformat()}",
        )


def een(
    omgeving: Omgeving,
    gevraagd: str | None,
    *,
    also_private: bool = False,
) -> Uitgekozen:
    """The sessie that was named, else the latest that was begun. Raises IntervisieError.

    One that is private has to be named, unless nothing that was said in it goes out.
    """
    root = omgeving.root
    begonnen = None
    if not gevraagd:
        begonnen = sessies.latest_begun(root, sessies.load_readable)
    gevonden = begonnen or sessies.find(
        root, gevraagd, omgeving.avond, sessies.load_readable
    )
    # Who names it knows which one it is.
    if gevonden.sessie.is_prive and not gevraagd and not also_private:
        raise PriveSessie(gevonden.sessie.datum)
    return _read(omgeving, gevonden.sessie.map)


def alle(omgeving: Omgeving) -> Selectie:
    """All sessies but those that are private. Raises IntervisieError when there is none."""
    gekozen, fouten = [], []
    prive = 0
    paden = list(sessies.folders(omgeving.root))
    # Folders come latest first; a page is read from the beginning.
    for nummer, folder in enumerate(reversed(paden), 1):
        omgeving.toon(f"Sessie {nummer} van {len(paden)}…")
        try:
            uitgekozen = _read(omgeving, folder)
        except sessies.GeenSessie:
            continue
        except IntervisieError as fout:
            fouten.append(fout.bericht)
            continue
        if uitgekozen.sessie_map.sessie.is_prive:
            prive += 1
        else:
            gekozen.append(uitgekozen)
    omgeving.toon("")
    if gekozen:
        return Selectie(tuple(gekozen), tuple(fouten), prive)
    if prive:
        raise IntervisieError(
            "Alle sessies zijn privé, en gaan alleen mee als je ze noemt.",
            "Typ: intervisie export SESSIE",
        )
    raise NogGeenSessie


def _read(omgeving: Omgeving, folder: str) -> Uitgekozen:
    """Read a sessie; a step that cannot be read is left out and named."""
    root = omgeving.root
    fouten: list[str] = []
    try:
        sessie_map = sessies.load(root, folder)
    except OnleesbaarBestand:
        sessie_map = sessies.load_readable(root, folder)
        fouten += _unreadable(omgeving, sessie_map)
    genoteerd, onleesbaar = notulen.readable(root, sessie_map, omgeving.groep)
    fouten += [f"{pad} is niet te lezen." for pad in onleesbaar]
    return Uitgekozen(sessie_map, tuple(genoteerd), tuple(fouten))


def _unreadable(omgeving: Omgeving, sessie_map: SessieMap) -> Iterator[str]:
    sessie = sessie_map.sessie
    for stap in sessie_map.stappen:
        try:
            sessies.read_stap(omgeving.root, sessie, stap.plek)
        except OnleesbaarBestand as fout:
            yield fout.bericht
