"""Who else can look or write in a folder: other users of the computer, or a cloud."""

import sys
from pathlib import Path


def cloud_of(folder: Path) -> str:
    """The program that copies *folder* to a cloud all the time, '' for none that is known."""
    clouds = (
        "Dropbox",
        "OneDrive",
        "Google Drive",
        "iCloud Drive",
        "Nextcloud",
        "ownCloud",
        "SURFdrive",
    )
    # By the begin: such a folder is often called after the school too, as in `OneDrive - HU`.
    parts = folder.resolve().parts
    for naam in clouds:
        if any(part.startswith(naam) for part in parts):
            return naam
    return ""


def is_shared_by_group(folder: Path) -> bool:
    """Whether the users of one group can write in *folder*, and not just anybody."""
    if sys.platform == "win32":
        return False
    mode = folder.stat().st_mode
    return bool(mode & 0o020) and not mode & 0o002


def others_can_look_in(folder: Path) -> bool:
    """Whether other users of this computer can read *folder*."""
    # Windows keeps a user's own folders closed.
    if sys.platform == "win32":
        return False
    return bool(folder.stat().st_mode & 0o077)
