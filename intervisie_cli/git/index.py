"""The user's index: what it holds for our paths, and where the files differ from it."""

from collections.abc import Mapping
from typing import NamedTuple

from intervisie_cli.git.repository import Repository

BESTAND = "100644"

# A difference told to programs, whatever the settings say.
RAW_DIFF = (
    "-z",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
)


class IndexEntry(NamedTuple):
    """A file as git keeps it: its mode, and which content."""

    mode: str
    oid: str

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file: no link, no other repository."""
        return self.mode in (BESTAND, "100755")


def update(
    repository: Repository,
    entries: Mapping[str, IndexEntry | None],
    oid_length: int,
) -> None:
    """Let the index hold these entries, None for gone; what is staged besides stays.

    Raises GitMislukt.
    """
    # Mode 0 is how git is told that a path goes.
    gone = IndexEntry("0", "0" * oid_length)
    lines = []
    for path, entry in entries.items():
        mode, oid = entry or gone
        lines.append(f"{mode} {oid}\t{path}\0")
    stdin = "".join(lines).encode("utf-8", "surrogateescape")
    repository.git.run("update-index", "-z", "--index-info", stdin=stdin)


def entries(repository: Repository, *paths: str) -> dict[str, IndexEntry]:
    """What the index holds at *paths*, but for what waits for a merge. Raises GitMislukt."""
    raw = repository.git.run("ls-files", "-z", "--stage", "--", *paths)
    found = {}
    for row in raw.decode("utf-8", "surrogateescape").split("\0"):
        if row:
            info, _, path = row.partition("\t")
            mode, oid, stage = info.split(" ")
            if stage == "0":
                found[path] = IndexEntry(mode, oid)
    return found


def others(repository: Repository, *folders: str) -> list[str]:
    """The files in these folders that the index does not hold. Raises GitMislukt."""
    raw = repository.git.run("ls-files", "-z", "--others", "--", *folders)
    return [path for path in raw.decode("utf-8", "surrogateescape").split("\0") if path]


def unlike(repository: Repository) -> dict[str, str]:
    """The files that are there and may differ from what the index holds: path → blob id in that.

    Git tells by size and time, so some of them may hold just that.
    """
    raw = repository.git.run("diff-files", *RAW_DIFF, "--ignore-submodules=all")
    out = raw.decode("utf-8", "surrogateescape")
    parts = iter(out.split("\0"))
    found = {}
    for info in parts:
        if info:
            path = next(parts)
            _, _, oid, _, status = info.split(" ")
            # Modified, or of another type; the rest was removed by hand, or waits for a merge.
            if status[0] in "MT":
                found[path] = oid
    return found
