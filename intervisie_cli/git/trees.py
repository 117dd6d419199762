"""What stands in commits: entries, what differs between two, contents; and a commit with two parents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from intervisie_cli.git.index import BESTAND, Entry
from intervisie_cli.git.listening import TeVeel
from intervisie_cli.git.repository import Repository

if TYPE_CHECKING:
    from intervisie_cli.git.commit import Signature

# Where a merge stands until the shared place has taken it.
KLAARGEZET = "refs/intervisie/klaargezet"
# More files than any faculty has, and what it takes to list them.
MAX_FILES = 250_000
MAX_LISTED = 64 * 1024 * 1024
# Of all texts together that are read at once: 10,000 sessies hold a tenth of it.
MAX_TOTAL = 512 * 1024 * 1024


def entries(repository: Repository, commit: str, *paths: str) -> dict[str, Entry]:
    """The entries of *commit*, all or those at and below *paths*; bytes that are no UTF-8 are kept as surrogates.

    Raises TeVeel.
    """
    found = {}
    for info, path in _rows(
        repository.git.run_bounded("ls-tree", "-r", "-z", commit, "--", *paths, most=MAX_LISTED)
    ):
        mode, _, oid = info.split(" ")
        found[path] = Entry(mode, oid)
    return found


def check_size(repository: Repository, commit: str) -> None:
    """Raise TeVeel when *commit* lists more files than a group can have: a few small trees can name millions."""
    out = repository.git.run_bounded("ls-tree", "-r", "-z", "--name-only", commit, most=MAX_LISTED)
    if out.count(b"\0") > MAX_FILES:
        raise TeVeel


def _rows(out: bytes) -> Iterator[tuple[str, str]]:
    for row in out.decode("utf-8", "surrogateescape").split("\0"):
        if row:
            info, _, path = row.partition("\t")
            yield info, path


def changes(
    repository: Repository, before: str, after: str
) -> dict[str, tuple[Entry | None, Entry | None]]:
    """What differs between two commits: path → what it was and what it is, None for nothing."""
    # Not `diff-tree`: that reads the index, 10 MB of it in a large group.
    flags = (
        "-z",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--no-relative",
    )
    out = repository.git.run("diff", *flags, "--ignore-submodules=none", before, after)
    parts = iter(out.decode("utf-8", "surrogateescape").split("\0"))
    found = {}
    for info in parts:
        if info:
            old_mode, new_mode, old, new, _ = info[1:].split(" ")
            was, now = (
                Entry(mode, oid) if int(mode) else None
                for mode, oid in ((old_mode, old), (new_mode, new))
            )
            found[next(parts)] = (was, now)
    return found


def contents(repository: Repository, oids: Iterable[str], limit: int) -> dict[str, bytes | None]:
    """The contents of blobs; None for one that is larger than *limit* bytes, or is no blob. Raises TeVeel."""
    wanted = list(dict.fromkeys(oids))
    if not wanted:
        return {}
    listed = repository.git.run(
        "cat-file", "--batch-check", stdin="\n".join(wanted).encode() + b"\n"
    ).decode()
    found: dict[str, bytes | None] = dict.fromkeys(wanted)
    small, total = [], 0
    for line in listed.splitlines():
        oid, _, rest = line.partition(" ")
        if rest.startswith("blob ") and (bytes_ := int(rest.split(" ")[1])) <= limit:
            small.append(oid)
            total += bytes_
    if total > MAX_TOTAL:
        raise TeVeel
    if not small:
        return found
    out = repository.git.run("cat-file", "--batch", stdin="\n".join(small).encode() + b"\n")
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        oid, _, size = out[at:end].decode().split(" ")
        at = end + 1 + int(size) + 1
        found[oid] = out[end + 1 : at - 1]
    return found


def merge_bases(repository: Repository, one: str, other: str) -> list[str]:
    """The last commits that both descend from, the best first; none when they have nothing in common."""
    status, out, _ = repository.git.run_raw("merge-base", "--all", one, other)
    return [] if status else out.decode().split()


def commit_apart(
    repository: Repository,
    parents: Sequence[str],
    changed: Mapping[str, Entry | bytes | None],
    message: str,
    by: "Signature",
) -> str:
    """Make a commit on no branch, with the tree of the first of *parents* but for *changed*; give its id."""
    onto = "".join(
        f"{how} {parent}\n"
        for how, parent in zip(("from", *["merge"] * len(parents)), parents, strict=False)
    )
    lines = [
        f"reset {KLAARGEZET}\n\ncommit {KLAARGEZET}\nauthor {by.line()}\ncommitter {by.line()}\n".encode(),
        b"data %d\n%b\n" % (len(message.encode()), message.encode()),
        onto.encode(),
    ]
    # A file can take the place of a folder, and the other way round: first what goes.
    for path, value in sorted(changed.items(), key=lambda pair: pair[1] is not None):
        name = _quoted(path)
        if value is None:
            lines.append(b"D " + name + b"\n")
        elif isinstance(value, bytes):
            lines.append(
                b"M %b inline %b\ndata %d\n%b\n" % (BESTAND.encode(), name, len(value), value)
            )
        else:
            lines.append(f"M {value.mode} {value.oid} ".encode() + name + b"\n")
    from intervisie_cli.git.commit import fast_import

    fast_import(repository, [*lines, b"\n"], "--force")
    return repository.commit_at(KLAARGEZET)


def _quoted(path: str) -> bytes:
    raw = path.encode("utf-8", "surrogateescape")
    return (
        b'"'
        + b"".join(
            b"\\%03o" % byte if byte < 32 or byte in b'"\\' else bytes([byte]) for byte in raw
        )
        + b'"'
    )
