"""Commits exactly the given files: `git fast-import` beside the user's index, then that index for our paths only.

The branch moves last, by fast-import itself: a compare-and-swap with what it was a moment before.
"""

import hashlib
import os
import re
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

from intervisie_cli import system
from intervisie_cli.git import index
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.runner import GitMislukt
from intervisie_cli.model.fouten import GitFout

Files = Mapping[str, bytes | None]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# In minutes: no place on earth is further from Greenwich, and git takes no more.
_FURTHEST = 14 * 60
# What git does not take in a name or an address.
_NO_NAME = re.compile(r"[<>\x00-\x1f\x7f]")
T = TypeVar("T")


class BranchMoved(GitFout):
    """Another writer was first."""

    def __init__(self) -> None:
        super().__init__("Er kwam net een andere wijziging tussendoor.", "Probeer het opnieuw.")


class Signature(NamedTuple):
    """Who commits, and when."""

    naam: str
    mail: str
    moment: datetime

    def line(self) -> str:
        """As fast-import wants it, and as every git takes it: a clock that is wrong shuts nobody out."""
        naam, mail = (_NO_NAME.sub("", text).strip() for text in (self.naam, self.mail))
        return f"{naam or '?'} <{mail or '?'}> {max(0, self._seconds())} {self._offset()}"

    def _seconds(self) -> int:
        """Since 1970; not by `timestamp`, which is an error for a year that some systems do not know."""
        return (self.moment - _EPOCH) // timedelta(seconds=1)

    def _offset(self) -> str:
        minuten = (self.moment.utcoffset() or timedelta()) // timedelta(minutes=1)
        if abs(minuten) > _FURTHEST:
            return "+0000"
        return f"{'-' if minuten < 0 else '+'}{abs(minuten) // 60:02d}{abs(minuten) % 60:02d}"


def commit(
    repository: Repository,
    branch: str,
    files: Files,
    message: str,
    by: Signature,
    since: float,
    timeout_s: float,
) -> bool:
    """Record *files* (path → content, None = gone), and no other change, on top of what *branch* is by then.

    First the contents; then the user's index for our paths; then the commit, and with it the branch. So a commit
    that the user makes at any moment between them takes nothing back. Others who hold the index or move the
    branch are given way for *timeout_s* seconds. *since* is the modification time of a file written just before,
    on the same disk: what git changes is younger.
    Gives whether the index could follow. Raises BranchMoved, or GitMislukt when git cannot.
    """
    fast_import(repository, _blobs(files))
    index_follows = _try_again(lambda: _index_follows(repository, files), timeout_s)
    stamp = _index_stamp(repository)
    _try_again(lambda: _append(repository, branch, files, message, by), timeout_s)
    if _index_stamp(repository) != stamp:
        # `git commit` reads the index before it locks it, so it may just have put back the one from before ours.
        index_follows = False
        with suppress(GitMislukt):
            index_follows = _try_again(lambda: _index_follows(repository, files), timeout_s)
    _make_durable(repository, branch, since)
    return index_follows


def _try_again(action: Callable[[], T], timeout_s: float) -> T:
    """Do *action*, and again while another git is in the way, for so many seconds."""
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            return action()
        except (BranchMoved, GitMislukt) as error:
            if time.monotonic() > deadline or (isinstance(error, GitMislukt) and not error.is_busy):
                raise
        # Not in step with whoever is at work beside us.
        time.sleep(os.urandom(1)[0] / 20_000)


def _index_follows(repository: Repository, files: Files) -> bool:
    try:
        update_index(repository, files)
    except GitMislukt as error:
        if error.is_busy:
            raise
        return False
    return True


def _index_stamp(repository: Repository) -> tuple[int, ...]:
    """What differs after any git has written the index."""
    try:
        stat = (repository.git_dir / "index").stat()
    except FileNotFoundError:
        return ()
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns)


def _append(repository: Repository, branch: str, files: Files, message: str, by: Signature) -> None:
    """Put the commit on the branch, as it is when fast-import looks. Raises BranchMoved, GitMislukt."""
    has_tip = bool(repository.head().commit)
    changes = _changes(files, _oid_length(repository))
    try:
        fast_import(repository, (*_commit(branch, message, by, has_tip=has_tip), *changes, b"\n"))
    except GitMislukt as error:
        if any(
            reason in error.melding
            for reason in ("does not contain", "but expected", "reference already exists")
        ):
            raise BranchMoved from None
        raise


def fast_import(repository: Repository, stream: Iterable[bytes], *flags: str) -> None:
    """Let git take in a stream of its own form. Raises GitMislukt."""
    text = b"".join((*stream, b"done\n"))
    try:
        repository.git.run(
            "fast-import", "--quiet", "--done", "--date-format=raw", *flags, stdin=text
        )
    finally:
        for report in repository.git_dir.glob("fast_import_crash_*"):
            report.unlink(missing_ok=True)


def update_index(repository: Repository, files: Files) -> None:
    """Bring the user's index along for our paths; what is staged besides stays as it is. Raises GitMislukt."""
    length = _oid_length(repository)
    entries = {
        path: None if data is None else index.Entry(index.BESTAND, blob_id(data, length))
        for path, data in files.items()
    }
    index.update(repository, entries, length)


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
        present.get(path) == (None if data is None else blob_id(data, len(head.commit)))
        for path, data in files.items()
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
    commit = repository.head().commit
    if commit:
        return len(commit)
    return 64 if repository.git.run("rev-parse", "--show-object-format") == b"sha256\n" else 40


def _blobs(files: Files) -> Iterable[bytes]:
    return (b"blob\n" + _data(data) for data in files.values() if data is not None)


def _commit(branch: str, message: str, by: Signature, *, has_tip: bool) -> Iterable[bytes]:
    yield f"commit {branch}\nauthor {by.line()}\ncommitter {by.line()}\n".encode() + _data(
        message.encode()
    )
    if has_tip:
        # Not the id that it had: what the branch is by the time that fast-import reads this.
        yield f"from {branch}^0\n".encode()


def _changes(files: Files, length: int) -> Iterable[bytes]:
    for path, data in files.items():
        change = f'D "{path}"\n' if data is None else f'M 100644 {blob_id(data, length)} "{path}"\n'
        yield change.encode()


def _data(raw: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(raw), raw)


def _make_durable(repository: Repository, branch: str, since: float) -> None:
    """Git makes the content of its files durable, not their names: do that for the folders it wrote in."""
    objects = repository.common_dir / "objects"
    ref = repository.common_dir / Path(*branch.split("/"))
    for folder in (objects, ref.parent):
        with suppress(FileNotFoundError):
            system.fsync_folder(folder)
    with os.scandir(objects) as entries:
        changed = [
            entry.path for entry in entries if entry.is_dir() and entry.stat().st_mtime >= since
        ]
    for path in changed:
        system.fsync_folder(Path(path))
