"""Brings the branch and the files of this clone to a commit that others made.

What was edited outside intervisie is never overwritten. A journal says from where to where: when
the process dies on the way, the next command finishes it.
"""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.flows import journaal
from intervisie_cli.flows.omgeving import Toon
from intervisie_cli.flows.voortgang import Meter
from intervisie_cli.git import commit as git_commit
from intervisie_cli.git import index, locks, trees
from intervisie_cli.git.index import IndexEntry
from intervisie_cli.git.names import is_oid
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.runner import GitMislukt
from intervisie_cli.groep import bestanden
from intervisie_cli.groep.concept import set_aside
from intervisie_cli.model.fouten import GitFout, OnleesbaarBestand
from intervisie_cli.model.namen import BIJWERKEN, is_group_path, kopie_naam
from intervisie_cli.records.document import MAX_BESTAND
from intervisie_cli.records.merge import merge_files

# How long the git of a process that died may still hold the branch.
GIT_LOCK_TIMEOUT_S = 10.0
# So often an editor can save between our look at a file and our move.
_POGINGEN = 50
# More files make no folder durable any cheaper, and nobody sees how far it is.
_AT_ONCE = 100
# What a path was and is: a file, or None for nothing.
_Change = tuple[IndexEntry | None, IndexEntry | None]


class Bijgewerkt(NamedTuple):
    """What came in.

    *veranderd* are the files that changed here, *kopieen* those that were kept beside another, and
    *vreemd* those that are not written.
    """

    veranderd: tuple[str, ...] = ()
    kopieen: tuple[str, ...] = ()
    vreemd: tuple[str, ...] = ()


def move(repository: Repository, head: Head, naar: str) -> Bijgewerkt:
    """Move the branch from *head* to the commit *naar*, and the files with it.

    The caller holds the lock. Raises GitMislukt when the branch is no longer at *head*; then
    nothing has changed.
    """
    plan(repository, head, naar)
    _move_branch(repository, head, naar)
    return _apply(repository, head.commit, naar)


def plan(repository: Repository, head: Head, naar: str) -> None:
    """Write down that this clone is to go from *head* to the commit *naar*.

    Whoever has the lock next does it.
    """
    plan = {"branch": head.branch, "van": head.commit, "naar": naar}
    text = json.dumps(plan)
    system.write_durable(repository.own / BIJWERKEN, text.encode())


def _move_branch(repository: Repository, head: Head, naar: str) -> None:
    """Let git move the branch, and forget the prepared merge.

    Raises GitMislukt when the branch is not at *head*.
    """
    van = head.commit or "0" * len(naar)
    moves = f"update {head.branch} {naar} {van}\ndelete {trees.KLAARGEZET}\n"
    repository.git.run(
        "update-ref", "-m", "intervisie: bijgewerkt", "--stdin", stdin=moves.encode()
    )


def under_way(repository: Repository) -> bool:
    """Whether a process died while it brought this clone along; the next command finishes that."""
    return (repository.own / BIJWERKEN).exists()


def finish(repository: Repository, toon: Toon) -> Bijgewerkt:
    """Finish what was planned, or a process that died had begun. The caller holds the lock."""
    path = repository.own / BIJWERKEN
    data = journaal.read(path)
    if data is None:
        return Bijgewerkt()
    branch = str(data.get("branch", "?"))
    van = str(data.get("van", "?"))
    naar = str(data.get("naar", "?"))
    # A clone that only just began has no commit to come from.
    named = [commit for commit in (naar, van) if commit]
    is_ours = naar and all(_has_commit(repository, commit) for commit in named)
    if not is_ours:
        set_aside(path)
        return Bijgewerkt()
    if repository.head().branch == branch:
        left = locks.present(repository, branch)
        left += locks.around_refs(repository.common_dir, trees.KLAARGEZET)
        locks.heal(repository.root, left, path.stat().st_mtime)
        if repository.head() == Head(branch, van):
            _move_after_all(repository, Head(branch, van), naar)
        if repository.head() == Head(branch, naar):
            return _apply(repository, van, naar, toon)
    system.remove_durable(path)  # the branch has moved on since
    return Bijgewerkt()


def _has_commit(repository: Repository, oid: str) -> bool:
    return is_oid(oid) and repository.has_commit(oid)


def _move_after_all(repository: Repository, head: Head, naar: str) -> None:
    """Move a branch whose mover died. Raises GitMislukt while its git still holds the branch.

    That git may live on: left alone it would move the branch later, under files that nobody
    brought along.
    """
    deadline = time.monotonic() + GIT_LOCK_TIMEOUT_S
    while True:
        try:
            return _move_branch(repository, head, naar)
        except GitMislukt as fout:
            if not fout.is_busy:
                return None  # it moved
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


class _Files(NamedTuple):
    """What each file is to hold, None for gone, and what it was seen to hold.

    *kopieen* are those that are copies, *vreemd* those that cannot be written.
    """

    wordt: dict[str, bytes | None]
    was: dict[str, bytes | None]
    kopieen: list[str]
    vreemd: list[str]


def _apply(
    repository: Repository,
    van: str,
    naar: str,
    toon: Toon = lambda _: None,
) -> Bijgewerkt:
    """Bring the files along, and the index; then the journal goes."""
    changes = trees.changes(repository, van, naar) if van else _all(repository, naar)
    ours = {path: change for path, change in changes.items() if _is_ours(path, change)}
    others = [path for path in changes if path not in ours]
    system.sweep(repository.root / path for path in ours)
    files = _bring_all_along(repository, ours, toon)
    wordt = {path: now for path, (_, now) in changes.items()}
    index.update(repository, wordt, len(naar))
    system.remove_durable(repository.own / BIJWERKEN)
    veranderd = [path for path in files.wordt if path not in files.kopieen]
    vreemd = (*others, *files.vreemd)
    return Bijgewerkt(tuple(veranderd), tuple(files.kopieen), vreemd)


def _bring_all_along(
    repository: Repository,
    changes: dict[str, _Change],
    toon: Toon,
) -> _Files:
    """Write what each file is to hold; of many, so many at once."""
    files = _Files({}, {}, [], [])
    paden = list(changes)
    meter = Meter(toon, "Bestanden neerzetten")
    for begin in range(0, len(paden), _AT_ONCE):
        meter(begin, len(paden))
        part = {path: changes[path] for path in paden[begin : begin + _AT_ONCE]}
        done = _bring_along(repository, part)
        files.wordt.update(done.wordt)
        files.kopieen.extend(done.kopieen)
        files.vreemd.extend(done.vreemd)
    return files


def _bring_along(repository: Repository, changes: dict[str, _Change]) -> _Files:
    """Write what each file is to hold; one that an editor saves meanwhile is looked at again.

    Raises GitFout for one that is saved all the time; the next command goes on.
    """
    files = _plan_files(repository, changes)
    again = _write(repository.root, files)
    for _ in range(_POGINGEN):
        if not again:
            return files
        # A copy has its own words for its name: whatever stands there says the same.
        left = {path: changes[path] for path in again if path in changes}
        more = _plan_files(repository, left)
        again = _write(repository.root, more)
        files.wordt.update(more.wordt)
        files.kopieen.extend(more.kopieen)
    raise GitFout(
        "Een ander programma schrijft steeds in de bestanden van de groep.",
        "Sluit het, en typ hetzelfde nog een keer.",
    )


def _plan_files(repository: Repository, changes: dict[str, _Change]) -> _Files:
    oids = [now.oid for _, now in changes.values() if now]
    raws = trees.contents(repository, oids, MAX_BESTAND)
    files = _Files({}, {}, [], [])
    for path, (was, now) in changes.items():
        raw = raws.get(now.oid) if now else None
        if now and raw is None:
            files.vreemd.append(path)  # too large to be a record
            continue
        try:
            current = bestanden.read(repository.root, path)
            for pad, content in _becomes(repository, path, was, now, raw, current):
                files.wordt[pad] = content
                files.was[pad] = current
                if pad != path:
                    files.was[pad] = bestanden.read(repository.root, pad)
                    files.kopieen.append(pad)
        except OnleesbaarBestand:
            files.vreemd.append(path)  # a link or the like stands in its place
    return files


def _write(root: Path, files: _Files) -> list[str]:
    """Write the files; gives those that hold something else by now."""
    wordt = {root / path: raw for path, raw in files.wordt.items()}
    was = {root / path: raw for path, raw in files.was.items()}
    left = system.swap_durable(wordt, was)
    for path, raw in wordt.items():
        if raw is None:
            _remove_empty(path.parent, root)
    return [path.relative_to(root).as_posix() for path in left]


def _all(repository: Repository, commit: str) -> dict[str, _Change]:
    return {
        path: (None, entry) for path, entry in trees.entries(repository, commit).items()
    }


def _is_ours(path: str, change: _Change) -> bool:
    are_files = all(entry is None or entry.is_file for entry in change)
    return is_group_path(path) and are_files


def _becomes(
    repository: Repository,
    path: str,
    was: IndexEntry | None,
    now: IndexEntry | None,
    raw: bytes | None,
    current: bytes | None,
) -> Iterator[tuple[str, bytes | None]]:
    """What has to be written to bring one file along: None for gone, a copy when it cannot merge.

    What was edited outside intervisie since is merged, and stays a change that is to be recorded.
    """
    length = max(len(entry.oid) for entry in (was, now) if entry)
    oid = None if current is None else git_commit.blob_id(current, length)
    if oid == (now.oid if now else None):
        return
    if current is None or (was and oid == was.oid):
        # Nobody edited it here, or somebody removed it here while others changed it.
        yield path, raw
    elif raw is not None:
        # Edited here and changed by others.
        base = (
            trees.contents(repository, [was.oid], MAX_BESTAND)[was.oid] if was else None
        )
        samen = merge_files(path, base, current, raw)
        if samen.kopie is not None:
            yield kopie_naam(path, git_commit.blob_id(samen.kopie, length)), samen.kopie
        if samen.raw != current:
            yield path, samen.raw
    # What others removed and somebody edited here stays.


def _remove_empty(folder: Path, root: Path) -> None:
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
