"""Looks at the files of the group: what was never recorded, is gone, or stands there twice."""

import re
import shlex
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from intervisie_cli.flows import erbij, handwerk
from intervisie_cli.flows.erbij import Erbij
from intervisie_cli.flows.groep import herstellen
from intervisie_cli.flows.groep.mankement import DOCTOR, Mankement
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync.sync import is_connected
from intervisie_cli.flows.waar import waar
from intervisie_cli.git import commit as git_commit
from intervisie_cli.git import trees
from intervisie_cli.groep import bestanden, draaiboeken
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.actie import ACTIES, Actie
from intervisie_cli.model.fouten import GitFout, OnleesbaarBestand
from intervisie_cli.model.namen import OURS, SJABLONEN, sessie_folder
from intervisie_cli.model.plain import items_in
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.records.draaiboek import HOOFDBESTAND
from intervisie_cli.tijd.dag import dag_in_woorden

_VAN_EEN_EDITOR = re.compile(
    r"\..*\.sw[a-p]|.*~|#.*#|\.#.*|.*\.(?:orig|bak|tmp|rej|autosave)|\.~lock\..*#|4913"
)
_VAN_EEN_CLOUD = re.compile(
    r".*(?:conflicted copy|conflict(?:erende)? kopie|in conflict|-conflict|sync-conflict).*"
    r"|.* \(\d+\)(?:\.[a-z]+)?|.*\.(?:icloud|partial|crdownload)",
    re.IGNORECASE,
)


def examine_files(omgeving: Omgeving, onderweg: Collection[str]) -> Iterator[Mankement]:
    """What differs from what was recorded last, but for what is being recorded. Raises GitFout."""
    # Not `git status`: that runs the filters which a repository may name.
    root, repository = omgeving.root, omgeving.repository
    is_shared = is_connected(repository)
    recorded = trees.entries(repository, repository.head().commit)
    present: set[str] = set()
    for deel in OURS:
        present.update(_files_below(root, root / deel))
    yield from same_but_for_case(present | recorded.keys())
    herstel = "Typ: intervisie sync" if is_shared else DOCTOR
    doe = partial(herstellen.take_in, omgeving)
    ours = {pad for pad in recorded if pad.split("/")[0] in OURS}
    nieuw = erbij.found(repository)
    verhuisd = set(erbij.moved(repository, nieuw.bestanden))
    yield from _removed(omgeving, ours - present - verhuisd - {*onderweg})
    for pad in sorted(present - {*onderweg}):
        if pad in recorded and not _is_as_recorded(root / pad, recorded[pad].oid):
            if not _can_be_recorded(root, pad):
                continue  # that it cannot be read was told already
            naam = waar(omgeving, pad)
            wat = f"Met de hand veranderd en nog niet vastgelegd: {naam}."
            yield Mankement(wat, herstel, doe=doe, uitgebreid=pad)
    yield from _new(omgeving, nieuw, herstel, doe)


def _removed(omgeving: Omgeving, paden: Collection[str]) -> Iterator[Mankement]:
    """Recorded files that a hand took away here: of a draaiboek that is gone, all at once."""
    per_wat: dict[str, list[str]] = defaultdict(list)
    for pad in sorted(paden):
        folder = _folder_of(pad)
        is_boek = f"{folder}/{HOOFDBESTAND}" in paden
        wat = f"Weggehaald: {waar(omgeving, pad)}."
        per_wat[f"{_niet_hier(folder)}." if is_boek else wat].append(pad)
    for wat, weg in per_wat.items():
        yield Mankement(
            wat,
            doe=partial(herstellen.put_back, omgeving, weg),
            uitgebreid=f"git restore --source=HEAD -- {shlex.join(weg)}",
        )


def _niet_hier(folder: str) -> str:
    return f"Het draaiboek '{folder.rpartition('/')[2]}' staat niet op deze computer"


def _can_be_recorded(root: Path, pad: str) -> bool:
    try:
        raw = bestanden.read(root, pad)
    except OnleesbaarBestand:
        return False
    return raw is not None and handwerk.is_readable(pad, raw)


def _new(
    omgeving: Omgeving,
    nieuw: Erbij,
    herstel: str,
    doe: Callable[[], object],
) -> Iterator[Mankement]:
    """Files that a hand put there, a sessie at a time."""
    folders = {sessie_folder(pad) or pad for pad in nieuw.bestanden}
    for folder in sorted(folders):
        naam = waar(omgeving, f"{folder}/{sessie_yaml.BESTAND}")
        wat = f"Erbij gezet en nog niet vastgelegd: {naam}."
        yield Mankement(wat, herstel, doe=doe, uitgebreid=folder)


def _is_as_recorded(path: Path, oid: str) -> bool:
    try:
        raw = path.read_bytes()
    except OSError:
        return True  # whoever reads it tells that it cannot be read
    return git_commit.blob_id(raw, len(oid)) == oid


def _files_below(root: Path, path: Path) -> Iterator[str]:
    if path.is_symlink():
        return
    if path.is_dir():
        for onder in path.iterdir():
            yield from _files_below(root, onder)
    elif path.is_file():
        yield path.relative_to(root).as_posix()


def gone(omgeving: Omgeving, sessie_map: SessieMap) -> Iterator[Mankement]:
    """Step files that a commit removed, as somebody can on the web page of a host."""
    for stap in sessie_map.stappen:
        if stap.raw is None:
            yield from gone_file(omgeving, stap.pad)


def gone_file(omgeving: Omgeving, pad: str) -> Iterator[Mankement]:
    """A file that a commit removed; none where it was never there."""
    was = None
    # Where git cannot tell, it was said before.
    with suppress(GitFout):
        was = herstellen.last_version(omgeving, pad)
    if was is not None:
        yield Mankement(
            f"Weggehaald uit de notulen: {waar(omgeving, pad)}.",
            doe=partial(herstellen.bring_back, omgeving, pad),
            uitgebreid=pad,
        )


def gone_draaiboeken(
    omgeving: Omgeving, alle: Collection[Sessie]
) -> Iterator[Mankement]:
    """Draaiboeken that sessies name and that are not here. Raises GitFout."""
    repository = omgeving.repository
    genoemd = {sessie.draaiboek for sessie in alle}
    for naam in sorted(genoemd.difference(draaiboeken.names(omgeving.root))):
        folder = f"{SJABLONEN}/{naam}"
        pad = f"{folder}/{HOOFDBESTAND}"
        if repository.blob_at(repository.head().commit, pad) is not None:
            continue  # a hand removed it here: examine_files tells of that
        wat = _niet_hier(folder)
        if herstellen.last_version(omgeving, pad) is not None:
            yield Mankement(
                f"{wat}: het is weggehaald.",
                doe=partial(herstellen.bring_back_folder, omgeving, folder, pad),
            )
        elif is_connected(repository):
            vraag = "Vraag wie de sessie voorbereidde om te delen: intervisie sync"
            yield Mankement(f"{wat}.", vraag)
        else:
            yield Mankement(f"{wat}.", f"Heb je het nog? Zet het in de map {folder}.")


def doubled(omgeving: Omgeving, alle: Collection[Sessie]) -> Iterator[Mankement]:
    """Sessies that were copied, so that each actie in them is there twice."""
    per_id: dict[str, list[Sessie]] = defaultdict(list)
    for sessie in alle:
        per_id[sessie.id].append(sessie)
    for zelfde in per_id.values():
        op_volgorde = sorted(zelfde, key=lambda een: (een.datum, een.map))
        eerste, *kopieen = op_volgorde
        for kopie in kopieen:
            yield Mankement(
                f"De sessie {kopie.naam} is een kopie van {eerste.naam}:"
                " elke actie staat er twee keer.",
                f"{DOCTOR}. Dan is het een eigen sessie. Liever niet? Haal haar map weg.",
                doe=partial(herstellen.renumber, omgeving, kopie.map),
                uitgebreid=kopie.map,
            )


def from_the_future(omgeving: Omgeving, stap: StapBestand) -> Iterator[Mankement]:
    """Days on which something was told or done, that are still to come."""
    # In another zone it can be tomorrow already.
    grens = omgeving.vandaag + timedelta(days=1)
    dagen: set[str] = set()
    for naam in ("begonnen", "afgerond"):
        moment = str(stap.data.get(naam, ""))
        dagen.add(moment[:10])
    for item in items_in(stap.data.get(ACTIES)):
        for keer in Actie(item).opvolging:
            dagen.add(str(keer.get("datum", "")))
    for dag in sorted(dagen):
        if dag <= grens.isoformat():
            continue
        yield Mankement(
            f"Een dag die nog moet komen, in {waar(omgeving, stap.pad)}:"
            f" {_leesbaar(dag, omgeving.vandaag)}.",
            "Stond er een klok verkeerd? Wat je er nu over vastlegt, telt.",
            is_tip=True,
            uitgebreid=stap.pad,
        )


def _leesbaar(dag: str, vandaag: date) -> str:
    try:
        return dag_in_woorden(dag, vandaag)
    except ValueError:
        return dag


def same_but_for_case(paden: Collection[str]) -> Iterator[Mankement]:
    """Names that are one on Windows and macOS, where only one of them can be."""
    namen: set[str] = set()
    for pad in paden:
        naam = pad
        while naam and naam not in namen:
            namen.add(naam)
            naam = _folder_of(naam)
    gezien: dict[str, str] = {}
    for naam in sorted(namen):
        ander = gezien.setdefault(naam.casefold(), naam)
        # Of a folder that has two spellings, what lies in it need not be named too.
        if ander != naam and _folder_of(ander) == _folder_of(naam):
            yield Mankement(
                f"{ander} en {naam} heten op een andere computer hetzelfde.",
                "Geef een van de twee een andere naam.",
            )


def _folder_of(pad: str) -> str:
    return pad.rpartition("/")[0]


def is_kopie_van(naam: str, bekend: Iterable[str]) -> bool:
    """Whether a name is one of *bekend* with something behind it, as a cloud makes of it.

    'groep (1).yaml' is, and 'groepswerk.yaml' is not.
    """
    stam, _, soort = naam.rpartition(".")
    for ander in bekend:
        eigen, _, zelfde = ander.rpartition(".")
        if not eigen or soort != zelfde or not stam.startswith(eigen):
            continue
        erbij = stam.removeprefix(eigen)
        if erbij and not erbij[0].isalnum():
            return True
    return False


def leftover(pad: str) -> Mankement:
    """What a file is that is none of ours, and what to do with it."""
    naam = pad.rpartition("/")[2]
    if _VAN_EEN_EDITOR.fullmatch(naam):
        return Mankement(
            f"{naam} is een restje van een editor.",
            "Staat er nog een editor open? Bewaar daar. Haal het daarna weg.",
            is_tip=True,
            uitgebreid=pad,
        )
    if _VAN_EEN_CLOUD.fullmatch(naam):
        return Mankement(
            f"{naam} is een kopie die een cloud of een download maakte.",
            "Kijk of er iets in staat dat je mist, neem dat over, en haal het weg.",
            uitgebreid=pad,
        )
    return Mankement(
        f"{pad} is een vreemd bestand, dat niet wordt gelezen.",
        "Kijk of er iets in staat dat je mist. Haal het weg als het hier niet hoort.",
    )
