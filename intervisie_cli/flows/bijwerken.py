"""Brings the branch and the files of this clone to a commit that others made, and overwrites nothing of a hand.

A journal says from where to where. When the process dies on the way, the next command finishes it.
"""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.flows import journaal
from intervisie_cli.git import commit as git_commit
from intervisie_cli.git import index, locks, trees
from intervisie_cli.git.index import Entry
from intervisie_cli.git.names import is_oid
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.runner import GitMislukt
from intervisie_cli.groep import bestanden
from intervisie_cli.groep.concept import set_aside
from intervisie_cli.model.fouten import OnleesbaarBestand
from intervisie_cli.model.namen import is_group_path, kopie_naam
from intervisie_cli.records.document import MAX_BESTAND
from intervisie_cli.records.merge import merge_files

JOURNAAL = "bijwerken.json"
GIT_LOCK_TIMEOUT_S = 10.0
_Was = tuple[Entry | None, Entry | None]


class Bijgewerkt(NamedTuple):
    """What came in: the files that changed here, those kept beside another, and those that are not written."""

    veranderd: tuple[str, ...] = ()
    kopieen: tuple[str, ...] = ()
    vreemd: tuple[str, ...] = ()


def move(repository: Repository, head: Head, naar: str) -> Bijgewerkt:
    """Move the branch from *head* to the commit *naar*, and the files with it. The caller holds the lock.

    Raises GitMislukt when the branch is no longer at *head*; then nothing has changed.
    """
    plan(repository, head, naar)
    _move_branch(repository, head, naar)
    return _apply(repository, head.commit, naar)


def plan(repository: Repository, head: Head, naar: str) -> None:
    """Write down that this clone is to go from *head* to the commit *naar*: whoever has the lock next does it."""
    text = json.dumps({"branch": head.branch, "van": head.commit, "naar": naar})
    system.write_durable(repository.own / JOURNAAL, text.encode())


def _move_branch(repository: Repository, head: Head, naar: str) -> None:
    """Let git move the branch, and forget the prepared merge. Raises GitMislukt when it is not at *head*."""
    van = head.commit or "0" * len(naar)
    moves = f"update {head.branch} {naar} {van}\ndelete {trees.KLAARGEZET}\n"
    repository.git.run(
        "update-ref", "-m", "intervisie: bijgewerkt", "--stdin", stdin=moves.encode()
    )


def under_way(repository: Repository) -> bool:
    """Whether a process died while it brought this clone along, and the next command will finish that."""
    return (repository.own / JOURNAAL).exists()


def finish(repository: Repository) -> Bijgewerkt:
    """Finish what a process that died had begun. The caller holds the lock."""
    path = repository.own / JOURNAAL
    data = journaal.read(path)
    if data is None:
        return Bijgewerkt()
    branch, van, naar = (str(data.get(naam, "?")) for naam in ("branch", "van", "naar"))
    if not all(
        is_oid(oid) and repository.has_commit(oid) for oid in (naar, *([van] if van else []))
    ):
        set_aside(path)
        return Bijgewerkt()
    if repository.head().branch == branch:
        left = [
            *locks.present(repository, branch),
            *locks.around_refs(repository.common_dir, trees.KLAARGEZET),
        ]
        locks.heal(repository.root, left, path.stat().st_mtime)
        if repository.head() == Head(branch, van):
            _move_after_all(repository, Head(branch, van), naar)
        if repository.head() == Head(branch, naar):
            return _apply(repository, van, naar)
    system.remove_durable(path)  # the branch has moved on since
    return Bijgewerkt()


def _move_after_all(repository: Repository, head: Head, naar: str) -> None:
    """Move a branch whose mover died. Raises GitMislukt while its git still holds the branch.

    That git may live on: left alone it would move the branch later, under files that nobody brought along.
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


def _apply(repository: Repository, van: str, naar: str) -> Bijgewerkt:
    changes = trees.changes(repository, van, naar) if van else _all(repository, naar)
    mag = {path: change for path, change in changes.items() if _is_ours(path, change)}
    oids = [entry.oid for _, entry in mag.values() if entry]
    raws = trees.contents(repository, oids, MAX_BESTAND)
    wordt: dict[str, bytes | None] = {}
    kopieen = []
    vreemd = [path for path in changes if path not in mag]
    for path, (was, now) in mag.items():
        raw = raws.get(now.oid) if now else None
        try:
            if now and raw is None:
                vreemd.append(path)  # too large to be a record
                continue
            for pad, content in _becomes(repository, path, was, now, raw):
                wordt[pad] = content
                kopieen += [pad] if pad != path else []
        except OnleesbaarBestand:
            vreemd.append(path)  # a link or the like stands in its place
    _write(repository.root, wordt)
    index.update(repository, {path: now for path, (_, now) in changes.items()}, len(naar))
    system.remove_durable(repository.own / JOURNAAL)
    return Bijgewerkt(
        tuple(path for path in wordt if path not in kopieen), tuple(kopieen), tuple(vreemd)
    )


def _write(root: Path, wordt: dict[str, bytes | None]) -> None:
    system.write_all_durable({root / path: raw for path, raw in wordt.items() if raw is not None})
    for path in (root / path for path, raw in wordt.items() if raw is None):
        system.remove_durable(path)
        _remove_empty(path.parent, root)


def _all(repository: Repository, commit: str) -> dict[str, _Was]:
    return {path: (None, entry) for path, entry in trees.entries(repository, commit).items()}


def _is_ours(path: str, change: _Was) -> bool:
    return is_group_path(path) and all(entry is None or entry.is_file for entry in change)


def _becomes(
    repository: Repository, path: str, was: Entry | None, now: Entry | None, raw: bytes | None
) -> Iterator[tuple[str, bytes | None]]:
    """What has to be written to bring one file along, None for gone, and a copy beside it when it cannot be merged.

    What a hand has made of it since is merged, and stays a change that is still to be recorded.
    """
    current = bestanden.read(repository.root, path)
    length = max(len(entry.oid) for entry in (was, now) if entry)
    oid = None if current is None else git_commit.blob_id(current, length)
    if oid == (now.oid if now else None):
        return
    if current is None or (was and oid == was.oid):
        # 1 nobody touched it here, or a hand took it away that another changed
        yield path, raw
    elif raw is not None:
        # 2 changed by both; what was taken away there and changed by a hand here stays
        base = trees.contents(repository, [was.oid], MAX_BESTAND)[was.oid] if was else None
        samen = merge_files(path, base, current, raw)
        if samen.kopie is not None:
            yield kopie_naam(path, git_commit.blob_id(samen.kopie, length)), samen.kopie
        if samen.raw != current:
            yield path, samen.raw


def _remove_empty(folder: Path, root: Path) -> None:
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
