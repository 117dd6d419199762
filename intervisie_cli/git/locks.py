"""Stale lock files of git: removed only with proof that a process of ours left them when it died."""

import os
import platform
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.git.repository import Repository
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.system import plain, processes

_SETTINGS_SLOT = "instellingen.slot"
_SETTINGS_TIMEOUT_S = 10.0


class GitLock(NamedTuple):
    """A lock file of git and since when it is there, in seconds of the epoch."""

    path: Path
    since: float


def present(repository: Repository, branch: str) -> list[GitLock]:
    """List the lock files that would stop a commit on *branch*."""
    here = (repository.git_dir / name for name in ("index.lock", "HEAD.lock"))
    return _existing(
        [*here, *(repository.common_dir / name for name in (f"{branch}.lock", "packed-refs.lock"))]
    )


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
    path: Path, timeout_s: float, on_wait: Callable[[], None] | None = None
) -> Iterator[float | None]:
    """Hold the lock file *path* while git works; gives since when a process of this computer did that and died.

    None when the last one ended well. An error counts as not well: git was perhaps killed. Raises system.Busy,
    NotPlain.
    """
    with system.lock(path, timeout_s, on_wait) as handle:
        node = (platform.node() or "?").encode()
        died_since = (
            os.fstat(handle).st_mtime if plain.read_handle(handle, len(node) + 1) == node else None
        )
        with suppress(OSError):  # a disk that is full: then there is no proof for who comes next
            plain.overwrite(handle, node)
        yield died_since
        with suppress(OSError):
            plain.overwrite(handle, b"")


@contextmanager
def settings(repository: Repository) -> Iterator[None]:
    """Change the settings of *repository*: the lock of git that one who died at it left goes. Raises GitFout."""
    try:
        with at_work(repository.private / _SETTINGS_SLOT, _SETTINGS_TIMEOUT_S) as died_since:
            if died_since is not None:
                heal(
                    repository.root, _existing([repository.common_dir / "config.lock"]), died_since
                )
            yield
    except system.Busy:
        raise GitFout(
            "Een ander venster verandert hier net de instellingen.", "Probeer het zo weer."
        ) from None


def heal(folder: Path, locks: list[GitLock], died_since: float) -> list[GitLock]:
    """Remove those that a process of ours left, and give the ones that stay.

    The caller holds our own lock on *folder*, and knows that something began at *died_since* and never ended. A
    lock that is older is someone else's; so is one while a git runs in *folder*, or has it open. Where the system
    cannot tell, it stays.
    """
    is_quiet = not locks or processes.runs_in(folder, "git", door="objects") is False
    staying = []
    for lock in locks:
        if (
            is_quiet
            and lock.since >= died_since
            and processes.is_open_somewhere(lock.path) is False
        ):
            lock.path.unlink(missing_ok=True)
        else:
            staying.append(lock)
    return staying


def explain(folder: Path, lock: GitLock) -> tuple[str, str]:
    """Say in Dutch what is locked and since when, and what to do in *folder*."""
    pad = os.path.relpath(lock.path, folder) if lock.path.is_relative_to(folder) else str(lock.path)
    minuten = max(0, int((time.time() - lock.since) / 60))
    return (
        f"Git is bezig: {pad} staat er al {minuten} minuten.",
        f"Loopt er geen git meer? Typ: rm {quote(pad)}",
    )
