"""Commits exactly the given files, with `git fast-import`: what the user staged besides stays so.

The branch moves last, by fast-import itself, and only when it still is what it was a moment before.
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
# The same, to fill.
NewFiles = dict[str, bytes | None]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# In minutes. No place on earth is further from Greenwich, and git takes no more.
_FURTHEST = 14 * 60
# Git takes none of these in a name or an address.
_NO_NAME = re.compile(r"[<>\x00-\x1f\x7f]")
# What fast-import says of a branch that is not what it was a moment before.
_MOVED = ("does not contain", "but expected", "reference already exists")
T = TypeVar("T")


class BranchMoved(GitFout):
    """Another writer was first."""

    def __init__(self) -> None:
        super().__init__(
            "Er kwam net een andere wijziging tussendoor.", "Probeer het opnieuw."
        )


class Signature(NamedTuple):
    """Who commits, and when."""

    naam: str
    mail: str
    moment: datetime

    def line(self) -> str:
        """Write it as fast-import wants it.

        Every git takes the line, so that a wrong clock shuts nobody out of the group.
        """
        return f"{_plain(self.naam)} <{_plain(self.mail)}> {self._seconds()} {self._offset()}"

    def _seconds(self) -> int:
        # Not by `timestamp`: that is an error for a year that some systems do not know.
        return max(0, (self.moment - _EPOCH) // timedelta(seconds=1))

    def _offset(self) -> str:
        offset = self.moment.utcoffset() or timedelta()
        minuten = offset // timedelta(minutes=1)
        if abs(minuten) > _FURTHEST:
            return "+0000"
        uren, rest = divmod(abs(minuten), 60)
        sign = "-" if minuten < 0 else "+"
        return f"{sign}{uren:02d}{rest:02d}"


def _plain(text: str) -> str:
    return _NO_NAME.sub("", text).strip() or "?"


def commit(
    repository: Repository,
    branch: str,
    files: Files,
    message: str,
    by: Signature,
    since: float,
    timeout_s: float,
) -> bool:
    """Record *files* (path → content, None = gone), and no other change, on top of *branch*.

    Others who hold the index or move the branch are given way for *timeout_s* seconds. *since* is
    the modification time of a file written just before, on that disk: what git makes is younger.
    Gives whether the index could follow. Raises BranchMoved, or GitMislukt when git cannot.
    """
    # First the contents, then the user's index for our paths, then the commit, and so the branch.
    # In this order a commit that the user makes at any moment in between takes nothing back.
    fast_import(repository, _blobs(files))
    index_follows = _try_again(lambda: _index_follows(repository, files), timeout_s)
    stamp = _index_stamp(repository)
    _try_again(lambda: _append(repository, branch, files, message, by), timeout_s)
    if _index_stamp(repository) != stamp:
        # `git commit` reads the index before it locks it: one of the user may just have put back
        # the index from before ours.
        index_follows = False
        with suppress(GitMislukt):
            index_follows = _try_again(
                lambda: _index_follows(repository, files), timeout_s
            )
    _make_durable(repository, branch, since)
    return index_follows


def _try_again(action: Callable[[], T], timeout_s: float) -> T:
    """Do *action*, and again while another git is in the way, for so many seconds."""
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            return action()
        except (BranchMoved, GitMislukt) as error:
            may_pass = isinstance(error, BranchMoved) or error.is_busy
            if not may_pass or time.monotonic() > deadline:
                raise
        # A random pause, so that two who wait for each other do not stay in step.
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
    """Figures of the index file, other ones after any git has written it."""
    try:
        stat = (repository.git_dir / "index").stat()
    except FileNotFoundError:
        return ()
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns)


def _append(
    repository: Repository,
    branch: str,
    files: Files,
    message: str,
    by: Signature,
) -> None:
    """Put the commit on the branch as fast-import finds it. Raises BranchMoved, GitMislukt."""
    has_tip = bool(repository.head().commit)
    changes = _changes(files, _oid_length(repository))
    try:
        fast_import(
            repository,
            (*_commit(branch, message, by, has_tip=has_tip), *changes, b"\n"),
        )
    except GitMislukt as error:
        if any(reason in error.melding for reason in _MOVED):
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
        # Git leaves a report with texts of the group in it when fast-import fails.
        for report in repository.git_dir.glob("fast_import_crash_*"):
            report.unlink(missing_ok=True)


def update_index(repository: Repository, files: Files) -> None:
    """Bring the user's index along for our paths alone. Raises GitMislukt."""
    length = _oid_length(repository)
    entries: dict[str, index.IndexEntry | None] = {}
    for path, data in files.items():
        entries[path] = None
        if data is not None:
            entries[path] = index.IndexEntry(index.BESTAND, blob_id(data, length))
    index.update(repository, entries, length)


def files_at(repository: Repository, commit: str, *paths: str) -> dict[str, str]:
    """The files in *commit*, all or those at *paths*: path → blob id."""
    out = repository.git.run("ls-tree", "-r", "-z", commit, "--", *paths)
    found = {}
    for row in out.decode("utf-8", "surrogateescape").split("\0"):
        if row:
            info, path = row.split("\t", 1)
            _, _, oid = info.split()
            found[path] = oid
    return found


def is_committed(repository: Repository, head: Head, files: Files) -> bool:
    """Whether *head* already holds exactly these files."""
    if not head.commit:
        return False
    present = files_at(repository, head.commit, *files)
    wanted = {
        path: blob_id(data, len(head.commit))
        for path, data in files.items()
        if data is not None
    }
    return all(present.get(path) == wanted.get(path) for path in files)


def was_committed(
    repository: Repository,
    head: Head,
    files: Files,
    basis: Files,
) -> bool:
    """Whether *files* came in place of *basis*, at *head* or below what others committed since."""
    if not head.commit:
        return False
    out = repository.git.run(
        "log", "-n", "50", "--format=%H", head.commit, "--", *files
    )
    for oid in (head.commit, *out.decode().split()):
        earlier = Head(head.branch, oid)
        if is_committed(repository, earlier, files):
            return True
        if is_committed(repository, earlier, basis):
            return False
    return False


def blob_id(data: bytes, length: int) -> str:
    """The id that git gives *data*: sha1 for 40 characters, sha256 for 64."""
    make = hashlib.sha1
    if length == 64:
        make = hashlib.sha256
    return make(b"blob %d\0%b" % (len(data), data)).hexdigest()


def _oid_length(repository: Repository) -> int:
    commit = repository.head().commit
    if commit:
        return len(commit)
    is_sha256 = repository.git.run("rev-parse", "--show-object-format") == b"sha256\n"
    return 64 if is_sha256 else 40


def _blobs(files: Files) -> Iterable[bytes]:
    return (b"blob\n" + _data(data) for data in files.values() if data is not None)


def _commit(
    branch: str,
    message: str,
    by: Signature,
    *,
    has_tip: bool,
) -> Iterable[bytes]:
    yield f"commit {branch}\nauthor {by.line()}\ncommitter {by.line()}\n".encode()
    yield _data(message.encode())
    if has_tip:
        # The name and not the id: what the branch is by the time that fast-import reads this.
        yield f"from {branch}^0\n".encode()


def _changes(files: Files, length: int) -> Iterable[bytes]:
    for path, data in files.items():
        if data is None:
            yield f'D "{path}"\n'.encode()
        else:
            yield f'M {index.BESTAND} {blob_id(data, length)} "{path}"\n'.encode()


def _data(raw: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(raw), raw)


def _make_durable(repository: Repository, branch: str, since: float) -> None:
    """Make the names of what git wrote durable: git itself does so with the contents alone."""
    objects = repository.common_dir / "objects"
    ref = repository.common_dir / Path(*branch.split("/"))
    for folder in (objects, ref.parent):
        with suppress(FileNotFoundError):
            system.fsync_folder(folder)
    with os.scandir(objects) as entries:
        changed = [
            entry.path
            for entry in entries
            if entry.is_dir() and entry.stat().st_mtime >= since
        ]
    for path in changed:
        system.fsync_folder(Path(path))
