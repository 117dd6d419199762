"""What stands in a git folder, looked at before git or we open anything in it.

Git follows links in its own folder, and writes through them: a folder that somebody else made may hold none.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from intervisie_cli.model.fouten import NietGewoon
from intervisie_cli.system import plain

ALTERNATES = "objects/info/alternates"
# Looked through whole; of what else is there, objects among it, only the first floor: below that git makes new names.
_WHOLE = ("refs", "logs", "info", "intervisie")
# Never opened by us, and often links.
_NOT_OURS = ("hooks", "annex")
# How the doors begin that `place` makes of links, each anew and for as long as git talks.
DEUR = "deur-"
# More than any group has; a folder of this size was made to keep us busy.
MAX_ENTRIES = 100_000


def check_folder(folder: Path) -> None:
    """Raise NietGewoon when something stands at *folder* that is no folder, or a link to one."""
    try:
        plain.check_folder(folder)
    except plain.NotPlain:
        raise NietGewoon(folder) from None


def check_plain(folder: Path) -> None:
    """Raise NietGewoon when something in the git folder is neither a plain file nor a folder. Raises OSError."""
    check_folder(folder)
    for number, entry in enumerate(_entries(folder)):
        is_plain = entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False)
        if not is_plain or number > MAX_ENTRIES:
            raise NietGewoon(entry.path)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    for entry in _in(folder):
        if entry.name in _NOT_OURS:
            continue
        yield entry
        if entry.is_dir(follow_symlinks=False):
            if entry.name in _WHOLE:
                yield from _below(entry)
            elif entry.name == "objects":
                yield from _in(entry)


def _below(folder: os.PathLike[str]) -> Iterator[os.DirEntry[str]]:
    for entry in _in(folder):
        if entry.name.startswith(DEUR):
            continue
        yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry)


def _in(folder: os.PathLike[str]) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        yield from found
