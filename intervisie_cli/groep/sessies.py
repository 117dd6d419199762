"""The sessies of a group as they stand on disk, and how far each step is."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.groep import bestanden, draaiboeken, formulieren, vinden
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import PER_SESSIE, Draaiboek
from intervisie_cli.model.fouten import (
    IntervisieError,
    NogGeenSessie,
    OnleesbaarBestand,
)
from intervisie_cli.model.namen import SESSIES
from intervisie_cli.model.plaatsen import there
from intervisie_cli.model.sessie import (
    OPEN,
    Plek,
    Ronde,
    Sessie,
    plekken,
)
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.document import Document, parse_markdown
from intervisie_cli.records.handles import by_now

# An id is told from a name by its length.
ID_LENGTE = 16


class GeenSessie(OnleesbaarBestand):
    """A folder between the sessies holds no sessie.yaml."""


class SessieMap(NamedTuple):
    """A sessie with its draaiboek and all its step files, in order."""

    sessie: Sessie
    draaiboek: Draaiboek
    stappen: tuple[StapBestand, ...]

    @property
    def volgende(self) -> StapBestand | None:
        """The first step that is not done, None when all are."""
        return next((stap for stap in self.stappen if not stap.is_af), None)

    @property
    def held_rondes(self) -> tuple[Ronde, ...]:
        """The rondes but those that were dropped, or open at the end, with nothing recorded."""
        gone = {stap.plek.ronde for stap in self.stappen if not stap.is_held}
        gone -= {stap.plek.ronde for stap in self.stappen if stap.is_held}
        return tuple(ronde for ronde in self.sessie.rondes if ronde not in gone)

    def can_come_before(self, stap: StapBestand) -> bool:
        """Whether a ronde can come before *stap*, which nobody began yet."""
        if stap.status != OPEN or stap.plek.ronde:
            return False
        per_ronde = [
            ander.nummer for ander in self.draaiboek.stappen if ander.per != PER_SESSIE
        ]
        if not per_ronde or stap.plek.stap.nummer < per_ronde[0]:
            return False
        eerste_erna = next(
            ander
            for ander in self.stappen
            if not ander.plek.ronde and ander.plek.stap.nummer > per_ronde[0]
        )
        return eerste_erna.pad == stap.pad

    @property
    def op_eigen_laptop(self) -> tuple[str, ...]:
        """The members who gave theirs at a laptop of their own when they last gave something."""
        zelf: dict[str, bool] = {}
        nu = self.volgende
        # What the step at hand says counts last, also when one behind it was begun.
        for stap in sorted(self.stappen, key=lambda stap: stap == nu):
            zelf |= dict.fromkeys(stap.voortgang.zelf, True)
            zelf |= dict.fromkeys(stap.voortgang.hier, False)
        return tuple(lid for lid in zelf if zelf[lid])

    def hulpvraag_before(self, tot: StapBestand) -> str:
        """The wording of the hulpvraag that holds when *tot* begins: the last in its ronde."""
        geldt = ""
        for stap in self.stappen:
            if stap is tot:
                break
            if stap.plek.ronde == tot.plek.ronde:
                nieuw = stap.data.get("herformulering") or stap.data.get("hulpvraag")
                geldt = str(nieuw or geldt)
        return geldt

    def er_zijn(self, plek: Plek) -> tuple[str, ...]:
        """The members who are there at *plek*."""
        plaatsen = tuple(stap.plek for stap in self.stappen)
        return there(self.sessie, plaatsen, plek)


def stamp(root: Path, sessie_map: SessieMap) -> tuple[int, ...]:
    """When the files of the sessie were last written: another value, and one may be another."""
    paden = [f"{sessie_map.sessie.map}/{sessie_yaml.BESTAND}"]
    paden += [stap.pad for stap in sessie_map.stappen]
    momenten = []
    for pad in paden:
        momenten.append(0)
        with suppress(OSError):
            momenten[-1] = (root / pad).stat().st_mtime_ns
    return tuple(momenten)


def folders(root: Path) -> Iterator[str]:
    """Paths of all session folders, the latest first by name, and so by date."""
    for jaar in bestanden.folders(root, SESSIES):
        for naam in bestanden.folders(root, f"{SESSIES}/{jaar}"):
            yield f"{SESSIES}/{jaar}/{naam}"


def load_sessie(
    root: Path,
    folder: str,
    bekeken: set[str] | None = None,
) -> Sessie:
    """Read sessie.yaml in *folder*. Raises OnleesbaarBestand."""
    return read_sessie(root, folder, bekeken)[0]


def read_sessie(
    root: Path, folder: str, bekeken: set[str] | None = None
) -> tuple[Sessie, Document]:
    """The same, with the document itself. Raises OnleesbaarBestand."""
    pad = f"{folder}/{sessie_yaml.BESTAND}"
    eerder = vinden.known_groep(root).eerder
    gelezen = bestanden.read_as(
        root, pad, lambda raw: sessie_yaml.read(raw, folder, eerder), bekeken
    )
    if gelezen is None:
        terug = "Hoort het er te zijn? Typ: intervisie doctor --herstel"
        raise GeenSessie("ontbreekt.", terug, pad)
    return gelezen


def read_stap(
    root: Path,
    sessie: Sessie,
    plek: Plek,
    bekeken: set[str] | None = None,
) -> StapBestand:
    """Read one step file. Raises OnleesbaarBestand."""
    pad = f"{sessie.map}/{plek.pad}"
    vervallen = plek.ronde is not None and plek.ronde.is_vervallen
    vervalt = sessie.is_afgerond or vervallen
    raw = bestanden.read(root, pad, bekeken)
    if raw is None:
        return StapBestand(plek, pad, None, None, vervalt)
    document = bestanden.parse_as(pad, raw, parse_markdown)
    eerder = vinden.known_groep(root).eerder
    document = by_now(document, eerder, plek.stap.velden)
    stap = StapBestand(plek, pad, raw, document, vervalt)
    # Of a recorded step the form is free text, and there are very many of those.
    if stap.is_af:
        return stap
    formulier = formulieren.read(root, sessie, plek, document)
    return stap._replace(formulier=formulier)


def load(root: Path, folder: str) -> SessieMap:
    """Read a session with its steps. Raises OnleesbaarBestand at the first that cannot be read."""
    return _load(root, folder, read_stap)


def load_readable(root: Path, folder: str) -> SessieMap:
    """The same, where a step that cannot be read counts as not there."""
    return _load(root, folder, _stap_if_readable)


def _load(root: Path, folder: str, read_step: Callable[..., StapBestand]) -> SessieMap:
    # The folders are looked at once for all files in them.
    bekeken: set[str] = set()
    sessie = load_sessie(root, folder, bekeken)
    draaiboek = draaiboeken.of_sessie(root, sessie)
    plaatsen = plekken(draaiboek, sessie.rondes, sessie.samen)
    stappen = [read_step(root, sessie, plek, bekeken) for plek in plaatsen]
    return SessieMap(sessie, draaiboek, tuple(stappen))


def _stap_if_readable(
    root: Path, sessie: Sessie, plek: Plek, bekeken: set[str]
) -> StapBestand:
    try:
        return read_stap(root, sessie, plek, bekeken)
    except OnleesbaarBestand:
        return StapBestand(plek, f"{sessie.map}/{plek.pad}", None, None)


Read = Callable[[Path, str], SessieMap]
"""How a sessie is read: whole, or as far as it can be."""


def all_of(root: Path, read: Read = load) -> Iterator[SessieMap]:
    """Read the sessies that have a sessie.yaml, the latest first. Raises OnleesbaarBestand."""
    for folder in folders(root):
        with suppress(GeenSessie):
            yield read(root, folder)


def latest_begun(root: Path, read: Read = load) -> SessieMap | None:
    """Give the latest sessie of which a step is done."""
    return next(filter(is_begun, all_of(root, read)), None)


def is_begun(sessie_map: SessieMap) -> bool:
    """Whether a step is recorded, or filled in by hand."""
    return any(stap.is_vastgelegd or stap.is_ingevuld for stap in sessie_map.stappen)


def find(
    root: Path, gevraagd: str | None, vandaag: date, read: Read = load
) -> SessieMap:
    """Find the sessie that *gevraagd* names (a folder, the start of one, an id).

    Without a name it is the one at hand: the latest up to *vandaag* that is not finished, unless
    a later one is; then the first to come; else the latest. Raises IntervisieError without any.
    """
    if gevraagd:
        return read(root, _named(root, gevraagd))
    return _at_hand(root, vandaag, read)


def find_held(root: Path, gevraagd: str | None, vandaag: date) -> SessieMap:
    """The same, but one of today that is finished goes before those that are to come."""
    gevonden = find(root, gevraagd, vandaag)
    if gevraagd or gevonden.sessie.datum <= vandaag:
        return gevonden
    laatste = latest_begun(root)
    return laatste if laatste and laatste.sessie.datum == vandaag else gevonden


def find_folder(root: Path, gevraagd: str | None, vandaag: date) -> str:
    """Find the folder of the sessie that *gevraagd* names, else that of the one at hand.

    The sessie itself need not be readable.
    """
    if gevraagd:
        return _named(root, gevraagd)
    try:
        return _at_hand(root, vandaag).sessie.map
    except OnleesbaarBestand:
        return next(folders(root))


def _named(root: Path, gevraagd: str) -> str:
    begin = _naam(gevraagd.rstrip("/"))
    alle = list(folders(root))
    gevonden = [folder for folder in alle if _naam(folder).startswith(begin)]
    # The whole name goes before the beginning of another.
    gevonden.sort(key=lambda folder: _naam(folder) != begin)
    if len(gevraagd) == ID_LENGTE and not gevonden:
        gevonden = [folder for folder in alle if _has_id(root, folder, gevraagd)]
    if not begin or not gevonden:
        raise IntervisieError("Die sessie is er niet.", "Typ: intervisie log")
    return gevonden[0]


def _naam(folder: str) -> str:
    return folder.rpartition("/")[2]


def _at_hand(root: Path, vandaag: date, read: Read = load) -> SessieMap:
    latest = coming = None
    for sessie_map in all_of(root, read):
        latest = latest or sessie_map
        datum, is_unfinished = sessie_map.sessie.datum, sessie_map.volgende is not None
        if datum > vandaag:
            # They come latest first, so what remains is the first that is still to come.
            coming = sessie_map if is_unfinished else coming
        elif is_unfinished:
            return sessie_map
        elif datum < vandaag:
            # It is finished: what is older and is not was left so.
            break
    if latest:
        return coming or latest
    raise NogGeenSessie


def _has_id(root: Path, folder: str, gevraagd: str) -> bool:
    try:
        return load_sessie(root, folder).id == gevraagd
    except OnleesbaarBestand:
        return False
