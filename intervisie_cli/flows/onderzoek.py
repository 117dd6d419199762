"""Looks for what is wrong with this clone; each finding is one line and what mends it."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.git import locks
from intervisie_cli.groep import bestanden, draaiboeken, sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.records import sessie as sessie_yaml

GIT_MINIMAAL = (2, 30)


@dataclass(frozen=True)
class Bevinding:
    """Something that is not as it should be."""

    wat: str
    herstel: str


def examine(omgeving: Omgeving) -> Iterator[Bevinding]:
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
        yield Bevinding(fout.bericht, fout.hulp)


def _try(look: Callable[[], object]) -> Iterator[Bevinding]:
    try:
        look()
    except IntervisieError as fout:
        yield Bevinding(fout.bericht, fout.hulp)


def _groep(omgeving: Omgeving) -> Iterator[Bevinding]:
    yield from _try(lambda: omgeving.groep)
    if omgeving.root.stat().st_mode & 0o077:
        yield Bevinding("Anderen op deze computer kunnen in de map kijken.", f"chmod 700 {omgeving.root}")


def _strange(root: Path) -> Iterator[Bevinding]:
    """What stands between the session folders and is none."""
    jaren = bestanden.folders(root, sessies.SESSIES)
    for plek in (root / sessies.SESSIES, *(root / sessies.SESSIES / jaar for jaar in jaren)):
        for path in sorted(plek.glob("*")):
            if path.is_symlink() or not path.is_dir() or not bestanden.is_own_name(path.name):
                yield _vreemd(path.relative_to(root).as_posix())


def _vreemd(pad: str) -> Bevinding:
    return Bevinding(f"{pad} is een vreemd bestand.", "Het wordt niet gelezen; haal het weg als het hier niet hoort.")


def _sessie(root: Path, folder: str) -> Iterator[Bevinding]:
    try:
        sessie_map = sessies.load(root, folder)
    except IntervisieError as fout:
        yield Bevinding(fout.bericht, f"Kijk wat er veranderde: git diff -- {folder}")
        return
    bekend = {f"{folder}/{sessie_yaml.BESTAND}", *(stap.pad for stap in sessie_map.stappen)}
    for stap in sessie_map.stappen:
        if not stap.document:
            yield Bevinding(f"{stap.pad} ontbreekt.", f"git restore --source=HEAD -- {stap.pad}")
    for path in sorted((root / folder).rglob("*")):
        pad = path.relative_to(root).as_posix()
        if pad not in bekend and (path.is_symlink() or not path.is_dir()):
            yield _vreemd(pad)


def _git(omgeving: Omgeving) -> Iterator[Bevinding]:
    repository = omgeving.repository
    versie = repository.git.run("version").decode().split()[2]
    if tuple(int(deel) for deel in versie.split(".")[:2]) < GIT_MINIMAAL:
        yield Bevinding(f"Git {versie} is te oud.", "Zet git 2.30 of nieuwer op je computer (git-scm.com).")
    yield from _try(repository.check_ready)
    head = repository.head()
    if not repository.identity():
        yield Bevinding("Git weet nog niet onder welke naam het mag vastleggen.", 'git config user.name "Jouw naam"')
    for lock in locks.present(repository, head.branch):
        naam = lock.path.relative_to(repository.common_dir).as_posix()
        minuten = int((time.time() - lock.since) / 60)
        yield Bevinding(f"Git is op slot: {naam}, al {minuten} minuten.", f"Loopt er geen git meer? rm .git/{naam}")
    if (repository.private / "journaal.json").exists():
        yield Bevinding("Er is een stap die nog niet af is vastgelegd.", "Gaat vanzelf bij: intervisie step")
    if not head.commit:
        yield Bevinding("Er is nog niets vastgelegd.", "git add -A && git commit -m begin")
        return
    yield from _changed(omgeving)


def _changed(omgeving: Omgeving) -> Iterator[Bevinding]:
    """Files that differ from what was recorded last."""
    out = omgeving.repository.git.run("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
    for rij in out.decode("utf-8", "surrogateescape").split("\0"):
        if len(rij) > 3:
            yield Bevinding(
                f"{rij[3:]} is met de hand veranderd en nog niet vastgelegd.",
                f"git add -- {rij[3:]} && git commit -m handmatig",
            )
