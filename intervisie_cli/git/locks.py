"""Lock files of git that were left: removed with proof alone that a process of ours died there."""

import os
import platform
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.git.repository import Repository
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.system import plain, processes

_SETTINGS_SLOT = "instellingen.slot"
# A git that changes settings takes some milliseconds.
_SETTINGS_TIMEOUT_S = 10.0


class GitLock(NamedTuple):
    """A lock file of git and since when it is there, in seconds of the epoch."""

    path: Path
    since: float


def present(repository: Repository, branch: str) -> list[GitLock]:
    """List the lock files that would stop a commit on *branch*."""
    # A work tree has its own index and HEAD; the refs are those of all work trees together.
    here = [repository.git_dir / name for name in ("index.lock", "HEAD.lock")]
    shared = [
        repository.common_dir / name for name in (f"{branch}.lock", "packed-refs.lock")
    ]
    return _existing([*here, *shared])


def around_refs(folder: Path, *refs: str) -> list[GitLock]:
    """List the lock files in a git folder that would stop *refs* from moving."""
    return _existing(folder / f"{naam}.lock" for naam in (*refs, "HEAD", "packed-refs"))


def _existing(places: Iterable[Path]) -> list[GitLock]:
    found = []
    for path in places:
        try:
            found.append(GitLock(path, path.stat().st_mtime))
        except OSError:
            continue
    return found


@contextmanager
def at_work(
    path: Path,
    timeout_s: float,
    on_wait: Callable[[], None] | None = None,
) -> Iterator[float | None]:
    """Hold the lock file *path* while git works.

    Gives since when a process of this computer held it and died there, None when the last one ended
    well. An error counts as not well: git was perhaps killed. Raises system.Busy, NotPlain.
    """
    # The file holds the name of the computer for as long as somebody is at work. A folder can be
    # shared by more computers, and here one can only tell who died on this one.
    node = (platform.node() or "?").encode()
    with system.lock(path, timeout_s, on_wait) as handle:
        died_since = None
        if plain.read_handle(handle, len(node) + 1) == node:
            died_since = os.fstat(handle).st_mtime
        # On a disk that is full this fails; then there is no proof for whoever comes next.
        with suppress(OSError):
            plain.overwrite(handle, node)
        yield died_since
        with suppress(OSError):
            plain.overwrite(handle, b"")


@contextmanager
def settings(repository: Repository) -> Iterator[None]:
    """Hold the settings of *repository* to change them; a lock that one who died at it left goes.

    Raises GitFout.
    """
    slot = repository.private / _SETTINGS_SLOT
    try:
        with at_work(slot, _SETTINGS_TIMEOUT_S) as died_since:
            if died_since is not None:
                left = _existing([repository.common_dir / "config.lock"])
                heal(repository.root, left, died_since)
            yield
    except system.Busy:
        raise GitFout(
            "Een ander venster verandert hier net de instellingen.",
            "Probeer het zo weer.",
        ) from None


def heal(folder: Path, locks: list[GitLock], died_since: float) -> list[GitLock]:
    """Remove the locks that a process of ours left, and give the ones that stay.

    The caller holds our own lock on *folder*, and knows that something began at *died_since* and
    never ended. A lock that is older is someone else's, and so is one that a git may hold: one that
    runs in *folder*, or has it open. Where the system cannot tell, it stays.
    """
    if not locks or processes.runs_in(folder, "git", door="objects") is not False:
        return locks
    staying = []
    for lock in locks:
        is_ours = lock.since >= died_since
        if is_ours and processes.is_open_somewhere(lock.path) is False:
            lock.path.unlink(missing_ok=True)
        else:
            staying.append(lock)
    return staying


def explain(repository: Repository, lock: GitLock) -> tuple[str, str]:
    """Say in Dutch where something is locked and since when, and what to do."""
    ours = (repository.git_dir, repository.common_dir)
    waar = "op de gedeelde plek"
    if any(lock.path.is_relative_to(folder) for folder in ours):
        waar = "in deze map"
    minuten = int((time.time() - lock.since) / 60)
    sinds = f"{minuten} minuten geleden" if minuten > 1 else "net"
    return (
        f"Git is {waar} bezig, of is daar {sinds} gestopt.",
        "Loopt er geen git meer? Typ: intervisie doctor --herstel",
    )
