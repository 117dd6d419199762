"""Stale lock files of git: removed only with proof that a died step of ours left them."""

import os
import time
from pathlib import Path
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.git.repository import Repository


class GitLock(NamedTuple):
    """A lock file of git and since when it is there, in seconds of the epoch."""

    path: Path
    since: float


def present(repository: Repository, branch: str) -> list[GitLock]:
    """List the lock files that would stop a commit on *branch*."""
    places = [
        repository.git_dir / "index.lock",
        repository.git_dir / "HEAD.lock",
        repository.common_dir / f"{branch}.lock",
        repository.common_dir / "packed-refs.lock",
    ]
    found = []
    for path in places:
        try:
            found.append(GitLock(path, path.stat().st_mtime))
        except FileNotFoundError:
            continue
    return found


def heal(repository: Repository, locks: list[GitLock], died_since: float) -> list[GitLock]:
    """Remove those that a step of ours left, and give the ones that stay.

    The caller holds our own lock, and knows that a step began at *died_since* and never ended. A lock that
    is older is someone else's; so is one while a git runs here, or has it open. Where the system cannot tell,
    it stays.
    """
    is_quiet = not locks or system.runs_in(repository.root, "git") is False
    staying = []
    for lock in locks:
        if is_quiet and lock.since >= died_since and system.is_open_somewhere(lock.path) is False:
            lock.path.unlink(missing_ok=True)
        else:
            staying.append(lock)
    return staying


def explain(repository: Repository, lock: GitLock) -> tuple[str, str]:
    """Say in Dutch what is locked and since when, and what to do."""
    pad = os.path.relpath(lock.path, repository.root)
    minuten = max(0, int((time.time() - lock.since) / 60))
    return f"Git is bezig in deze map: {pad} staat er al {minuten} minuten.", f"Loopt er geen git meer? Typ: rm {pad}"
