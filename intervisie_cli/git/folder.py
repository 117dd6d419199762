"""What stands in a git folder, looked at before git or we open anything in it.

Git follows links in its own folder, and writes through them: a folder that somebody else made may
hold none.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from intervisie_cli.model.fouten import GitFout, NietGewoon
from intervisie_cli.system import plain

NIEUWE_KOPIE = (
    "Je bestanden zijn er nog. Haal een nieuwe kopie van de groep, en zet ze daarin."
)
ALTERNATES = "objects/info/alternates"
# These are looked through whole, since git reads or writes what is in them by names of its own.
_WHOLE = ("objects", "refs", "logs", "info", "intervisie")
# We never open these, and people often make them links.
_NOT_OURS = ("hooks", "annex")
# So begin the names of the doors that `place` makes of links, for as long as git talks.
DEUR = "deur-"
# A git folder with 10,000 sessies that nobody ever packed has fewer entries, and none lies so deep.
# A folder with more was made to keep us busy.
MAX_ENTRIES = 2_000_000
MAX_DEPTH = 16
_MAX_HEAD = 4096
# As git's own setup.c has it.
_HEAD = re.compile(rb"ref:[ \t\r\n]*refs/|[0-9a-fA-F]{40}")


class GeenGitMap(GitFout):
    """Git does not take the folder for a git folder, and would look for one in those above it."""

    def __init__(self) -> None:
        super().__init__(
            "De Git-map is beschadigd: git herkent haar niet.", NIEUWE_KOPIE
        )


def is_git_folder(git_dir: Path, common_dir: Path) -> bool:
    """Whether git takes it for a git folder.

    If not, git goes on to the folders above, whose settings nobody looked at.
    """
    try:
        head = plain.read(git_dir / "HEAD", _MAX_HEAD) or b""
    except OSError:
        return False
    parts = (common_dir / "objects", common_dir / "refs")
    if not _HEAD.match(head):
        return False
    return all(os.access(part, os.X_OK) for part in parts)


def check_folder(folder: Path) -> None:
    """Raise NietGewoon when something stands at *folder* that is no folder, or a link to one."""
    try:
        plain.check_folder(folder)
    except plain.NotPlain:
        raise NietGewoon(folder) from None


def check_plain(folder: Path) -> None:
    """Raise NietGewoon when something in the git folder is neither a plain file nor a folder.

    Raises OSError.
    """
    check_folder(folder)
    for number, (entry, depth) in enumerate(_entries(folder)):
        is_folder = entry.is_dir(follow_symlinks=False)
        is_plain = is_folder or entry.is_file(follow_symlinks=False)
        if not is_plain or number > MAX_ENTRIES or depth > MAX_DEPTH:
            raise NietGewoon(entry.path)


def _entries(folder: Path) -> Iterator[tuple[os.DirEntry[str], int]]:
    """What is in the folder, with how deep it lies; no deeper than the first that lies too deep."""
    below: list[tuple[os.PathLike[str], int]] = [(folder, 0)]
    while below:
        here, depth = below.pop()
        try:
            found = os.scandir(here)
        except FileNotFoundError:
            if depth == 0:
                raise
            # Git takes a folder away again when somebody else's push ends.
            continue
        with found:
            for entry in found:
                if entry.name in _NOT_OURS or entry.name.startswith(DEUR):
                    continue
                yield entry, depth
                is_looked_in = depth > 0 or entry.name in _WHOLE
                if is_looked_in and entry.is_dir(follow_symlinks=False):
                    below.append((entry, depth + 1))
