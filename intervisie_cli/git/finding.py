"""Where the git folder of a work tree is, by the files alone: git is not asked."""

import os
from pathlib import Path

from intervisie_cli.model.fouten import GitFout, NietGewoon
from intervisie_cli.system import plain

# A path on Linux is no longer, and a file that names one has no more to say.
_MAX_NAME = 4096


def find(root: Path) -> tuple[Path, Path, bool]:
    """Find the git folder of *root*, and the one that all work trees share.

    Gives as third whether another folder only points there. Raises GitFout.
    """
    dot = root / ".git"
    if dot.is_symlink():
        raise NietGewoon(dot)
    if dot.is_dir():
        commondir = dot / "commondir"
        # That the file is there is enough: git may read another name in it than we do.
        return dot, _named_in(commondir, dot) or dot, os.path.lexists(commondir)
    git_dir = _named_in(dot, root, "gitdir: ")
    if git_dir:
        common_dir = _named_in(git_dir / "commondir", git_dir) or git_dir
        # A work tree that git made is known where it points to. A file of somebody else can point
        # anywhere.
        is_known = (
            _named_in(git_dir / "gitdir", git_dir, is_folder=False) == dot.resolve()
        )
        is_in_place = git_dir.parent == common_dir / "worktrees"
        return git_dir, common_dir, not (is_known and is_in_place)
    if (root / "HEAD").is_file() and (root / "objects").is_dir():
        raise GitFout(
            "Dit is een kale Git-map (bare): hierin staan geen bestanden.",
            "Werk in een kloon ervan.",
        )
    raise GitFout(
        "Deze map is geen Git-map, dus er kan niets worden vastgelegd.",
        "Maak er een van: git init -b main && git add -A && git commit -m begin",
    )


def _named_in(
    path: Path,
    base: Path,
    prefix: str = "",
    *,
    is_folder: bool = True,
) -> Path | None:
    """The folder or file that a file of git names, seen from *base*; None when there is none."""
    try:
        text = (plain.read(path, _MAX_NAME) or b"").decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    # Git takes these ends away and no more: a name may end in a space.
    text = text.rstrip("\r\n")
    name = text.removeprefix(prefix)
    if not text.startswith(prefix) or not name or "\0" in name:
        return None
    named = (base / name).resolve()
    if is_folder and not named.is_dir():
        return None
    return named
