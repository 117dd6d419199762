"""Files among the refs of a git folder that no git put there.

Systems and clouds leave a file in any folder, or a copy beside a file. Below `refs` git takes each
for a ref, finds no commit in it or a name that cannot be, and says that the history is damaged.
"""

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.git.names import is_oid
from intervisie_cli.system.folders import VAN_HET_SYSTEEM

# What git takes in no name of a ref (check-ref-format).
_NEVER = re.compile(r"[\x00-\x20~^:?*\[\\\x7f]|\.\.|@\{|\.$|\.lock/")
_LEADS_ON = re.compile(r"ref: refs/.+")
# Where git keeps what comes in until it is whole.
_HALF_RECEIVED = ("tmp_objdir-*", "incoming-*", "pack/tmp_*")
# No talk takes so long (`listening.LONGEST_S`): who had begun it has died.
LEFT_AFTER_S = 3600.0
# Longer than any name of a branch that a ref can lead to.
_MOST = 4096


class Stray(NamedTuple):
    """A file that is no ref; *commit* is what it names all the same, '' for none."""

    path: Path
    commit: str = ""


def among_refs(git_dir: Path, branch: str) -> Iterator[Stray]:
    """The files below refs that are none, but for *branch*: without that, a history is gone."""
    for path in sorted((git_dir / "refs").rglob("*")):
        is_file = path.is_file() and not path.is_symlink()
        # A lock of git is told of elsewhere, and what is hidden git passes over itself.
        is_passed = path.suffix == ".lock" or path.name.startswith(".")
        if not is_file or is_passed or path == git_dir / branch:
            continue
        with suppress(OSError), path.open("rb") as handle:
            holds = handle.read(_MOST).decode("utf-8", "replace").strip()
            if is_oid(holds):
                if _NEVER.search(path.relative_to(git_dir).as_posix()):
                    yield Stray(path, holds)
            elif not _LEADS_ON.fullmatch(holds):
                yield Stray(path)


def sweep(git_dir: Path, branch: str) -> None:
    """Remove what systems put in any folder, and what a push that was killed left there."""
    for stray in among_refs(git_dir, branch):
        if stray.path.name in VAN_HET_SYSTEEM:
            with suppress(OSError):
                stray.path.unlink()
    for pattern in _HALF_RECEIVED:
        for path in (git_dir / "objects").glob(pattern):
            with suppress(OSError):
                if time.time() - path.lstat().st_mtime > LEFT_AFTER_S:
                    _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
