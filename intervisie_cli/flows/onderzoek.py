"""Looks for what is wrong with this clone; each finding is one line and what mends it."""

import os
import shutil
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.vastleggen import GEEN_NAAM, under_way
from intervisie_cli.git import commit as git_commit
from intervisie_cli.git import locks
from intervisie_cli.groep import bestanden, draaiboeken, sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import is_own_name
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import sessie as sessie_yaml

# The first that makes its refs durable when asked: core.fsync.
GIT_MINIMAAL = (2, 36)
RUIMTE_MINIMAAL = 5 * 1024 * 1024
# What the program keeps in a group; the rest of the folder is the user's own.
_ONZE = (groep_yaml.BESTAND, "README.md", ".gitattributes", sessies.SESSIES, draaiboeken.EIGEN)


class Mankement(NamedTuple):
    """Something that is not as it should be."""

    wat: str
    herstel: str


def examine(omgeving: Omgeving) -> Iterator[Mankement]:
    """Yield every finding; none when all is well. Raises IntervisieError when there is no group."""
    root = omgeving.root
    yield from _groep(omgeving)
    for naam in bestanden.folders(root, draaiboeken.EIGEN):
        yield from _try(partial(draaiboeken.load, root, naam))
    yield from _strange(root)
    for folder in sessies.folders(root):
        yield from _sessie(root, folder)
    try:
        yield from _git(omgeving)
    except IntervisieError as fout:
        yield Mankement(fout.bericht, fout.hulp)


def _try(look: Callable[[], object]) -> Iterator[Mankement]:
    try:
        look()
    except IntervisieError as fout:
        yield Mankement(fout.bericht, fout.hulp)


def _groep(omgeving: Omgeving) -> Iterator[Mankement]:
    root = omgeving.root
    yield from _try(lambda: omgeving.groep)
    if system.others_can_look_in(root):
        yield Mankement("Anderen op deze computer kunnen in de map kijken.", f"chmod 700 {quote(str(root))}")
    if not os.access(root, os.W_OK):
        yield Mankement("In de map kan niet worden geschreven.", "Kijk of ze van jou is en niet alleen-lezen.")
    elif shutil.disk_usage(root).free < RUIMTE_MINIMAAL:
        yield Mankement("De schijf is bijna vol.", "Maak ruimte, dan gaat vastleggen weer.")


def _strange(root: Path) -> Iterator[Mankement]:
    """What stands between the session folders and is none."""
    jaren = bestanden.folders(root, sessies.SESSIES)
    for plek in (root / sessies.SESSIES, *(root / sessies.SESSIES / jaar for jaar in jaren)):
        for path in sorted(plek.glob("*")):
            if path.is_symlink() or not path.is_dir() or not is_own_name(path.name):
                yield _vreemd(path.relative_to(root).as_posix())


def _vreemd(pad: str) -> Mankement:
    return Mankement(f"{pad} is een vreemd bestand.", "Het wordt niet gelezen; haal het weg als het hier niet hoort.")


def _sessie(root: Path, folder: str) -> Iterator[Mankement]:
    try:
        sessie_map = sessies.load(root, folder)
    except IntervisieError as fout:
        # What is said elsewhere sends people here.
        herstel = f"Kijk wat er veranderde: git diff -- {quote(folder)}" if "doctor" in fout.hulp else fout.hulp
        yield Mankement(fout.bericht, herstel)
        return
    bekend = {f"{folder}/{sessie_yaml.BESTAND}", *(stap.pad for stap in sessie_map.stappen)}
    for path in sorted((root / folder).rglob("*")):
        pad = path.relative_to(root).as_posix()
        if pad not in bekend and (path.is_symlink() or not path.is_dir()):
            yield _vreemd(pad)


def _git(omgeving: Omgeving) -> Iterator[Mankement]:
    repository = omgeving.repository
    versie = repository.git.run("version").decode().split()[2]
    if tuple(int(deel) for deel in versie.split(".")[:2]) < GIT_MINIMAAL:
        nodig = ".".join(map(str, GIT_MINIMAAL))
        yield Mankement(f"Git {versie} is te oud.", f"Zet git {nodig} of nieuwer op je computer (git-scm.com).")
    yield from _try(repository.check_ready)
    head = repository.head()
    if not repository.identity():
        yield Mankement(*GEEN_NAAM)
    for lock in locks.present(repository, head.branch):
        yield Mankement(*locks.explain(repository.root, lock))
    status, _, _ = repository.git.run_raw("ls-files", "--", groep_yaml.BESTAND)
    if status:
        yield Mankement("De index van Git is beschadigd.", "Typ: rm .git/index && git reset")
    onderweg = under_way(repository)
    if onderweg:
        yield Mankement(
            "Er is een stap die nog niet af is vastgelegd.", "Typ: intervisie step. Dan wordt die afgemaakt."
        )
    if not head.commit:
        yield Mankement("Er is nog niets vastgelegd.", "git add -A && git commit -m begin")
        return
    yield from _changed(omgeving, onderweg)


def _changed(omgeving: Omgeving, onderweg: Collection[str]) -> Iterator[Mankement]:
    """Files that differ from what was recorded last, but for those that are being recorded."""
    # Not `git status`: that runs the filters which a repository may name.
    root, repository = omgeving.root, omgeving.repository
    recorded = git_commit.files_at(repository, repository.head().commit)
    present = {path.relative_to(root).as_posix() for deel in _ONZE for path in _files_below(root / deel)}
    for pad in sorted({*present, *(pad for pad in recorded if pad.split("/")[0] in _ONZE)} - {*onderweg}):
        if pad not in present:
            yield Mankement(f"{pad} is weggehaald.", f"git restore --source=HEAD -- {quote(pad)}")
        elif pad in recorded and _blob_id(root / pad, recorded[pad]) != recorded[pad]:
            yield Mankement(
                f"{pad} is met de hand veranderd en nog niet vastgelegd.",
                f"git commit -m handmatig -- {quote(pad)}",
            )


def _blob_id(path: Path, like: str) -> str:
    try:
        return git_commit.blob_id(path.read_bytes(), len(like))
    except OSError:
        return like  # it is named where it is read


def _files_below(path: Path) -> Iterator[Path]:
    if path.is_symlink():
        return
    if path.is_dir():
        for onder in path.iterdir():
            yield from _files_below(onder)
    elif path.is_file():
        yield path
