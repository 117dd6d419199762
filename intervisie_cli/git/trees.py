"""What stands in commits: entries, changes between two, contents; and a commit on no branch."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from intervisie_cli.git.index import BESTAND, RAW_DIFF, IndexEntry
from intervisie_cli.git.listening import TeVeel
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.stream import Signature, data_of, fast_import

# Where a merge stands until the shared place has taken it.
KLAARGEZET = "refs/intervisie/klaargezet"
# More files than any faculty has: 10,000 sessies are 70,000. And what it takes to list so many.
MAX_FILES = 250_000
MAX_LISTED = 64 * 1024 * 1024
# All texts together that are read at once may be so large: 10,000 sessies hold a tenth of it.
MAX_TOTAL = 512 * 1024 * 1024
_SPECIAL = re.compile(rb'[\x00-\x1f"\\]')


def entries(repository: Repository, commit: str, *paths: str) -> dict[str, IndexEntry]:
    """The entries of *commit*, all or those at and below *paths*.

    Bytes that are no UTF-8 are kept as surrogates. Raises TeVeel.
    """
    argv = ("ls-tree", "-r", "-z", commit, "--", *paths)
    return listed(repository.git.run_bounded(*argv, most=MAX_LISTED))


@lru_cache(maxsize=8)
def entries_once(
    repository: Repository,
    commit: str,
    *paths: str,
) -> Mapping[str, IndexEntry]:
    """The same, asked of git once: what stands in a commit never changes."""
    return entries(repository, commit, *paths)


def listed(out: bytes) -> dict[str, IndexEntry]:
    """The entries in what `ls-tree -r -z` says."""
    found = {}
    for info, path in _rows(out):
        mode, _, oid = info.split(" ")
        found[path] = IndexEntry(mode, oid)
    return found


def check_size(repository: Repository, commit: str) -> None:
    """Raise TeVeel when *commit* lists more files than a group can have."""
    # A few small trees that hold each other can name millions of files.
    out = repository.git.run_bounded(
        "ls-tree", "-r", "-z", "--name-only", commit, most=MAX_LISTED
    )
    if out.count(b"\0") > MAX_FILES:
        raise TeVeel


def _rows(out: bytes) -> Iterator[tuple[str, str]]:
    for row in out.decode("utf-8", "surrogateescape").split("\0"):
        if row:
            info, _, path = row.partition("\t")
            yield info, path


def changes(
    repository: Repository,
    before: str,
    after: str,
) -> dict[str, tuple[IndexEntry | None, IndexEntry | None]]:
    """What differs between two commits: path → what it was and what it is, None for nothing."""
    # Not `diff-tree`: that reads the index, 10 MB of it in a large group.
    flags = (*RAW_DIFF, "--no-relative", "--ignore-submodules=none")
    out = repository.git.run("diff", *flags, before, after)
    parts = iter(out.decode("utf-8", "surrogateescape").split("\0"))
    found = {}
    for info in parts:
        if info:
            old_mode, new_mode, old, new, _ = info.removeprefix(":").split(" ")
            found[next(parts)] = (_entry(old_mode, old), _entry(new_mode, new))
    return found


def _entry(mode: str, oid: str) -> IndexEntry | None:
    # Mode 000000 stands for a side that has no such file.
    if int(mode) == 0:
        return None
    return IndexEntry(mode, oid)


def contents(
    repository: Repository,
    oids: Iterable[str],
    limit: int,
) -> dict[str, bytes | None]:
    """The contents of blobs; None for one that is larger than *limit* bytes, or is no blob.

    Raises TeVeel.
    """
    wanted = list(dict.fromkeys(oids))
    if not wanted:
        return {}
    found: dict[str, bytes | None] = dict.fromkeys(wanted)
    small = _no_larger(repository, wanted, limit)
    if not small:
        return found
    out = repository.git.run("cat-file", "--batch", stdin=_lines(small))
    # Per object a line with its id, type and size, then that many bytes and a newline.
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        oid, _, size = out[at:end].decode().split(" ")
        at = end + 1 + int(size) + 1
        found[oid] = out[end + 1 : at - 1]
    return found


def _no_larger(repository: Repository, oids: Iterable[str], limit: int) -> list[str]:
    """Those that are blobs of at most *limit* bytes. Raises TeVeel for too much together."""
    listed = repository.git.run(
        "cat-file", "--batch-check", stdin=_lines(oids)
    ).decode()
    small = []
    total = 0
    for line in listed.splitlines():
        oid, _, what = line.partition(" ")
        kind, _, size = what.partition(" ")
        if kind == "blob" and int(size) <= limit:
            small.append(oid)
            total += int(size)
    if total > MAX_TOTAL:
        raise TeVeel
    return small


def _lines(oids: Iterable[str]) -> bytes:
    return "".join(f"{oid}\n" for oid in oids).encode()


def merge_bases(repository: Repository, one: str, other: str) -> list[str]:
    """The last commits that both descend from, the best first; none when they share nothing."""
    status, out, _ = repository.git.run_raw("merge-base", "--all", one, other)
    if status:
        return []
    return out.decode().split()


def commit_apart(
    repository: Repository,
    parents: Sequence[str],
    changed: Mapping[str, IndexEntry | bytes | None],
    message: str,
    by: Signature,
) -> str:
    """Make a commit on no branch: the tree of the first of *parents*, but for *changed*.

    Gives its id.
    """
    onto = [f"merge {parent}\n" for parent in parents]
    if onto:
        onto[0] = f"from {parents[0]}\n"
    # The reset lets fast-import forget what stood there: else that would be the first parent.
    lines = [
        f"reset {KLAARGEZET}\n\ncommit {KLAARGEZET}\n".encode(),
        f"author {by.line()}\ncommitter {by.line()}\n".encode(),
        data_of(message.encode()),
        "".join(onto).encode(),
    ]
    goes = {path: None for path, value in changed.items() if value is None}
    stays = {path: value for path, value in changed.items() if value is not None}
    # A file can take the place of a folder, and the other way round: first what goes.
    for path, value in (goes | stays).items():
        name = _quoted(path)
        if value is None:
            lines.append(b"D " + name + b"\n")
        elif isinstance(value, bytes):
            lines.append(b"M %b inline %b\n" % (BESTAND.encode(), name))
            lines.append(data_of(value))
        else:
            lines.append(
                b"M %b %b %b\n" % (value.mode.encode(), value.oid.encode(), name)
            )
    fast_import(repository, [*lines, b"\n"], "--force")
    return repository.commit_at(KLAARGEZET)


def _quoted(path: str) -> bytes:
    """Write *path* as fast-import reads it, with control characters and quotes in octal."""
    raw = path.encode("utf-8", "surrogateescape")
    escaped = _SPECIAL.sub(lambda match: b"\\%03o" % ord(match[0]), raw)
    return b'"%b"' % escaped
