"""Commits exactly the given files, with `git fast-import`: what the user staged besides stays so.

The branch moves last, by fast-import itself, and only when it still is what it was a moment before.
"""

import hashlib
import os
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from intervisie_cli import system
from intervisie_cli.git import index, trees
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.runner import GitMislukt
from intervisie_cli.git.stream import Signature, data_of, fast_import
from intervisie_cli.model.fouten import GitFout

Files = Mapping[str, bytes | None]
# The same, to fill.
NewFiles = dict[str, bytes | None]
# What fast-import says of a branch that is not what it was a moment before.
_MOVED = ("does not contain", "but expected", "reference already exists")
T = TypeVar("T")


class BranchMoved(GitFout):
    """Another writer was first."""

    def __init__(self) -> None:
        super().__init__(
            "Er kwam net een andere wijziging tussendoor.", "Probeer het opnieuw."
        )


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
    _try_again(lambda: _append(repository, branch, files, message, by), timeout_s)
    if index_follows:
        index_follows = False
        with suppress(GitMislukt):
            index_follows = _still_follows(repository, files, timeout_s)
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


def _still_follows(repository: Repository, files: Files, timeout_s: float) -> bool:
    """Whether the index holds ours, after one more try where it does not. Raises GitMislukt."""
    if _is_in_index(repository, files):
        return True
    # `git commit` reads the index before it locks it: one of the user may just have put back the
    # index from before ours.
    _try_again(lambda: update_index(repository, files), timeout_s)
    return _is_in_index(repository, files)


def _is_in_index(repository: Repository, files: Files) -> bool:
    wanted = _index_entries(repository, files)
    held = index.entries(repository, *wanted)
    return all(held.get(path) == entry for path, entry in wanted.items())


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


def update_index(repository: Repository, files: Files) -> None:
    """Bring the user's index along for our paths alone. Raises GitMislukt."""
    entries = _index_entries(repository, files)
    index.update(repository, entries, _oid_length(repository))


def _index_entries(
    repository: Repository, files: Files
) -> dict[str, index.IndexEntry | None]:
    length = _oid_length(repository)
    entries: dict[str, index.IndexEntry | None] = {}
    for path, data in files.items():
        entries[path] = None
        if data is not None:
            entries[path] = index.IndexEntry(index.BESTAND, blob_id(data, length))
    return entries


def is_committed(repository: Repository, head: Head, files: Files) -> bool:
    """Whether *head* already holds exactly these files."""
    if not head.commit:
        return False
    return not uncommitted(repository, head, files)


def uncommitted(repository: Repository, head: Head, files: Files) -> NewFiles:
    """Those of *files* that *head* holds otherwise, or not at all."""
    if not files or not head.commit:
        return dict(files)
    present = trees.entries(repository, head.commit, *files)
    found = {}
    for path, data in files.items():
        oid = blob_id(data, len(head.commit)) if data is not None else None
        entry = present.get(path)
        if oid != (entry and entry.oid):
            found[path] = data
    return found


def never_committed(repository: Repository, paths: Collection[str]) -> list[str]:
    """Those of *paths* that the last commit does not hold. Raises GitFout."""
    head = repository.head().commit
    if not paths or not head:
        return list(paths)
    present = trees.entries(repository, head, *paths)
    return [path for path in paths if path not in present]


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
    return (b"blob\n" + data_of(data) for data in files.values() if data is not None)


def _commit(
    branch: str,
    message: str,
    by: Signature,
    *,
    has_tip: bool,
) -> Iterable[bytes]:
    yield f"commit {branch}\nauthor {by.line()}\ncommitter {by.line()}\n".encode()
    yield data_of(message.encode())
    if has_tip:
        # The name and not the id: what the branch is by the time that fast-import reads this.
        yield f"from {branch}^0\n".encode()


def _changes(files: Files, length: int) -> Iterable[bytes]:
    for path, data in files.items():
        if data is None:
            yield f'D "{path}"\n'.encode()
        else:
            yield f'M {index.BESTAND} {blob_id(data, length)} "{path}"\n'.encode()


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
