"""The user's index: what it holds for our paths, and where the files differ from it."""

from collections.abc import Mapping
from typing import NamedTuple

from intervisie_cli.git.repository import Repository

BESTAND = "100644"


class Entry(NamedTuple):
    """A file as git keeps it: its mode, and which content."""

    mode: str
    oid: str

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file: no link, no other repository."""
        return self.mode in (BESTAND, "100755")


def update(repository: Repository, entries: Mapping[str, Entry | None], oid_length: int) -> None:
    """Let the index hold these entries, None for gone; what is staged besides stays. Raises GitMislukt."""
    gone = Entry("0", "0" * oid_length)
    lines = (
        f"{(entry or gone).mode} {(entry or gone).oid}\t{path}\0" for path, entry in entries.items()
    )
    stdin = "".join(lines).encode("utf-8", "surrogateescape")
    repository.git.run("update-index", "-z", "--index-info", stdin=stdin)


def unlike(repository: Repository) -> dict[str, str]:
    """The files that may differ from what the index holds, and are still there: path → blob id in the index.

    Git tells by size and time, so some of them may hold just that.
    """
    flags = (
        "-z",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--ignore-submodules=all",
    )
    parts = iter(
        repository.git.run("diff-files", *flags).decode("utf-8", "surrogateescape").split("\0")
    )
    found = {}
    for info in parts:
        if info:
            path = next(parts)
            _, _, oid, _, status = info.split(" ")
            if status[0] in "MT":
                found[path] = oid
    return found
