"""What a folder is to others: users of the computer, a system, a cloud; and to the user."""

import os
import re
import shutil
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

_RUIMTE_MINIMAAL = 5 * 1024 * 1024
# Systems put these in any folder; nobody has to look at them.
VAN_HET_SYSTEEM = frozenset(
    [".DS_Store", "desktop.ini", "Thumbs.db", ".directory", ".localized", "Icon\r"]
)
# How the folders are called that such programs make, and who they are of. The name of a school or
# of a user often stands behind it, as in `OneDrive - HU`.
_CLOUDS = (
    (r"dropbox\b.*", "Dropbox"),
    (r"onedrive\b.*", "OneDrive"),
    (r"google ?drive\b.*|(?:mijn|my) drive", "Google Drive"),
    (r"icloud ?drive|mobile documents|com~apple~clouddocs", "iCloud Drive"),
    (r"nextcloud\b.*", "Nextcloud"),
    (r"owncloud\b.*", "ownCloud"),
    (r"surf ?drive\b.*", "SURFdrive"),
    (r"box|box sync|box-box", "Box"),
    (r"proton ?drive\b.*", "Proton Drive"),
    (r"pcloud ?drive", "pCloud"),
    (r"mega|megasync\b.*", "MEGA"),
    (r"stackstorage", "STACK"),
    (r"kdrive\b.*", "kDrive"),
    (r"seafile|seadrive", "Seafile"),
    (r"tresorit\b.*", "Tresorit"),
    (r"syncthing", "Syncthing"),
)


def cloud_of(folder: Path) -> str:
    """The program that copies *folder* to a cloud all the time, '' for none that is known."""
    parts = folder.resolve().parts
    for pattern, naam in _CLOUDS:
        if any(re.fullmatch(pattern, part, re.IGNORECASE) for part in parts):
            return naam
    return _in_cloud_storage(parts)


def _in_cloud_storage(parts: Sequence[str]) -> str:
    """Whose folder it is where macOS puts those of all such programs."""
    for above, part in pairwise(parts):
        if above == "CloudStorage":
            return part.partition("-")[0]
    return ""


def is_shared_by_group(folder: Path) -> bool:
    """Whether the users of one group can write in *folder*, and not just anybody."""
    if sys.platform == "win32":
        return False
    mode = folder.stat().st_mode
    return bool(mode & 0o020) and not mode & 0o002


def downloads() -> Path:
    """The folder where a user looks for new files; their home where they have none."""
    from platformdirs import user_downloads_path

    folder = user_downloads_path()
    return folder if folder.is_dir() else Path.home()


def runtime() -> Path:
    """Where a program of the user keeps what is of now: in memory where there is such a folder."""
    van_nu = os.environ.get("XDG_RUNTIME_DIR", "")
    if van_nu and Path(van_nu).is_dir():
        return Path(van_nu) / "intervisie"
    # Not in a folder that all users share: another could have made it before.
    from platformdirs import user_cache_path

    return user_cache_path("intervisie", appauthor=False)


def can_write(folder: Path) -> bool:
    """Whether this user can write in *folder*."""
    return os.access(folder, os.W_OK)


def has_room(folder: Path) -> bool:
    """Whether the disk of *folder* has room for some recordings, with their journals."""
    return shutil.disk_usage(folder).free >= _RUIMTE_MINIMAAL


def others_can_look_in(folder: Path) -> bool:
    """Whether other users of this computer can read *folder*."""
    # Windows keeps a user's own folders closed.
    if sys.platform == "win32":
        return False
    return bool(folder.stat().st_mode & 0o077)
