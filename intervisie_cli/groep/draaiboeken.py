"""Finds draaiboeken: the group's own in sjablonen/, else the ones that come with the program."""

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from intervisie_cli.groep import bestanden, bronnen
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import SJABLONEN, is_group_path, is_own_name
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records import draaiboek as reader
from intervisie_cli.records.draaiboek import DraaiboekFout


class GeenDraaiboek(IntervisieError):
    """There is no draaiboek of this name."""


def names(root: Path | None) -> list[str]:
    """All draaiboeken by name, in alphabetical order."""
    namen = {*bestanden.folders(bronnen.folder("templates"), ".")}
    if root:
        namen.update(bestanden.folders(root, SJABLONEN))
    return sorted(namen)


@lru_cache
def load(root: Path | None, naam: str) -> Draaiboek:
    """Read the draaiboek *naam*, once a process; the group's own goes first.

    Raises DraaiboekFout, IntervisieError.
    """
    if naam in names(root):
        for basis, pad in _places(root, naam):
            if (basis / pad).is_dir():
                boek = reader.load(naam, _files(basis, pad))
                return boek._replace(map=pad if basis == root else "")
    # Such a folder is not among the names, so say what is wrong with it.
    if root and not is_own_name(naam) and (root / SJABLONEN / naam).is_dir():
        raise IntervisieError(
            "De map van een draaiboek heet met kleine letters, cijfers en streepjes.",
            "Geef haar een andere naam.",
        )
    raise GeenDraaiboek(
        f"Er is geen draaiboek '{naam}'.", f"Kies uit: {', '.join(names(root))}"
    )


def of_sessie(root: Path, sessie: Sessie) -> Draaiboek:
    """The draaiboek of *sessie*, with the steps that the sessie was made with.

    A step that the draaiboek does not know by now has no fields, as all have when there is no
    draaiboek of that name, or a fault in it: what was recorded can be read all the same. Raises
    DraaiboekFout and GeenDraaiboek when the sessie kept no steps.
    """
    try:
        boek = load(root, sessie.draaiboek)
    except (GeenDraaiboek, DraaiboekFout) as fout:
        if not sessie.stappen:
            raise
        is_fout = isinstance(fout, DraaiboekFout)
        boek = _zonder_stappen(sessie.draaiboek)._replace(
            is_er=is_fout, is_fout=is_fout
        )
    return boek.in_vorm(sessie.stappen)


def own(root: Path) -> Iterator[Draaiboek]:
    """The draaiboeken of the group itself, as far as they can be used."""
    for naam in bestanden.folders(root, SJABLONEN):
        with suppress(IntervisieError):  # doctor tells what is wrong with it
            yield load(root, naam)


def _zonder_stappen(naam: str) -> Draaiboek:
    """What takes the place of a draaiboek that is not there, or cannot be used."""
    return Draaiboek(
        naam=naam,
        titel=naam,
        voor_wie="",
        leden_min=0,
        leden_max=0,
        minuten_min=0,
        minuten_max=0,
        benodigdheden=(),
        stappen=(),
    )


def own_files(root: Path, draaiboek: Draaiboek) -> dict[str, bytes]:
    """The files of a draaiboek of the group itself by their path; none of one of the program."""
    if not draaiboek.map:
        return {}
    files = _files(root, draaiboek.map)
    paden = {f"{draaiboek.map}/{naam}": raw for naam, raw in files.items()}
    return {pad: raw for pad, raw in paden.items() if is_group_path(pad)}


def _places(root: Path | None, naam: str) -> list[tuple[Path, str]]:
    """Where the draaiboek can stand: the folder to read from, and the path in it."""
    onze = (bronnen.folder("templates"), naam)
    return [(root, f"{SJABLONEN}/{naam}"), onze] if root else [onze]


def _files(basis: Path, pad: str) -> dict[str, bytes]:
    files = {}
    for path in sorted((basis / pad).iterdir()):
        if path.suffix not in (".md", ".yaml"):
            continue
        raw = bestanden.read(basis, f"{pad}/{path.name}")
        if raw is not None:
            files[path.name] = raw
    return files
