"""Commits exactly the given files: `git fast-import` beside the user's index, then that index for our paths only.

The branch moves last, by `update-ref` with its old value: a compare-and-swap.
"""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.runner import GitMislukt
from intervisie_cli.model.fouten import GitFout

Files = Mapping[str, bytes | None]

# Holds a commit until the branch does, and stays, like git's own ORIG_HEAD: no branch, never pushed.
_BEZIG = "INTERVISIE_HEAD"


class BranchMoved(GitFout):
    """Another writer was first."""

    def __init__(self) -> None:
        super().__init__("Er kwam net een andere wijziging tussendoor.", "Probeer het opnieuw.")


@dataclass(frozen=True)
class Signature:
    """Who commits, and when."""

    naam: str
    mail: str
    moment: datetime

    def line(self) -> str:
        """As fast-import wants it."""
        schoon = "".join(char for char in self.naam if char not in "<>\n\0")
        return f"{schoon} <{self.mail}> {int(self.moment.timestamp())} {self.moment:%z}"


def commit(repository: Repository, head: Head, files: Files, message: str, by: Signature, since: float) -> bool:
    """Record *files* (path → content, None = gone), and no other change, on top of *head*.

    First the objects, under a ref of our own; then the user's index for our paths; then the branch, if it still
    is where *head* says. So a commit that the user makes at any moment between them takes nothing back.
    *since* is the modification time of a file written just before, on the same disk: what git changes is younger.
    Gives whether the index could follow. Raises BranchMoved, or GitMislukt when git cannot.
    """
    oid = _write_objects(repository, head, files, message, by)
    try:
        update_index(repository, files)
        index_follows = True
    except GitMislukt:
        index_follows = False
    old = head.commit or "0" * len(oid)
    try:
        repository.git.run("update-ref", "-m", "intervisie", head.branch, oid, old)
    except GitMislukt as error:
        # Another value, or another git that holds the branch for a moment.
        if "but expected" in error.melding or "exists" in error.melding:
            raise BranchMoved from None
        raise
    _make_durable(repository, head.branch, since)
    return index_follows


def _write_objects(repository: Repository, head: Head, files: Files, message: str, by: Signature) -> str:
    """Write blobs, trees and the commit; give its id."""
    flags = ("--quiet", "--force", "--done", "--date-format=raw")
    try:
        out = repository.git.run("fast-import", *flags, stdin=_stream(head, files, message, by))
    finally:
        for report in repository.git_dir.glob("fast_import_crash_*"):
            report.unlink(missing_ok=True)
    return out.decode().strip()


def update_index(repository: Repository, files: Files) -> None:
    """Bring the user's index along for our paths; what is staged besides stays as it is. Raises GitMislukt."""
    empty = "0" * _oid_length(repository)
    lines = [
        f"0 {empty}\t{path}\0" if data is None else f"100644 {blob_id(data, len(empty))}\t{path}\0"
        for path, data in files.items()
    ]
    repository.git.run("update-index", "-z", "--index-info", stdin="".join(lines).encode())


def files_at(repository: Repository, commit: str, *paths: str) -> dict[str, str]:
    """The files in *commit*, all or those at *paths*: path → blob id."""
    out = repository.git.run("ls-tree", "-r", "-z", commit, "--", *paths)
    rows = (row.split("\t", 1) for row in out.decode("utf-8", "surrogateescape").split("\0") if row)
    return {path: info.split()[2] for info, path in rows}


def is_committed(repository: Repository, head: Head, files: Files) -> bool:
    """Whether *head* already holds exactly these files."""
    if not head.commit:
        return False
    present = files_at(repository, head.commit, *files)
    return all(
        present.get(path) == (None if data is None else blob_id(data, len(head.commit))) for path, data in files.items()
    )


def was_committed(repository: Repository, head: Head, files: Files, basis: Files) -> bool:
    """Whether *files* were committed in place of *basis*, at *head* or before what others did on top of it."""
    if not head.commit:
        return False
    out = repository.git.run("log", "-n", "50", "--format=%H", head.commit, "--", *files)
    for oid in (head.commit, *out.decode().split()):
        if is_committed(repository, Head(head.branch, oid), files):
            return True
        if is_committed(repository, Head(head.branch, oid), basis):
            return False
    return False


def blob_id(data: bytes, length: int) -> str:
    """The id that git gives *data*: sha1 for 40 characters, sha256 for 64."""
    make = hashlib.sha1 if length == 40 else hashlib.sha256
    return make(b"blob %d\0" % len(data) + data).hexdigest()


def _oid_length(repository: Repository) -> int:
    return len(repository.head().commit) or 40


def _stream(head: Head, files: Files, message: str, by: Signature) -> bytes:
    text = message.encode()
    parts = [f"commit {_BEZIG}\nmark :1\nauthor {by.line()}\ncommitter {by.line()}\ndata {len(text)}\n".encode(), text]
    parts.append(f"\nfrom {head.commit}\n".encode() if head.commit else b"\n")
    for path, data in files.items():
        if data is None:
            parts.append(f'D "{path}"\n'.encode())
        else:
            parts.append(f'M 100644 inline "{path}"\ndata {len(data)}\n'.encode() + data + b"\n")
    parts.append(b"\nget-mark :1\ndone\n")
    return b"".join(parts)


def _make_durable(repository: Repository, branch: str, since: float) -> None:
    """Git makes the content of its files durable, not their names: do that for the folders it wrote in."""
    objects = repository.common_dir / "objects"
    ref = repository.common_dir / Path(*branch.split("/"))
    for folder in (objects, ref.parent):
        with suppress(FileNotFoundError):
            system.fsync_folder(folder)
    with os.scandir(objects) as entries:
        changed = [entry.path for entry in entries if entry.is_dir() and entry.stat().st_mtime >= since]
    for path in changed:
        system.fsync_folder(Path(path))
