"""The mark of a folder: a number by which a change is seen without reading the files again."""

import os
import stat
import time
from pathlib import Path
from zlib import crc32

# A file system may give two changes within so many nanoseconds the same time (two seconds on a
# stick), so a mark that is younger could miss the second one (docs/besluiten/0010).
_TE_VERS_NS = 2_000_000_000
ONBEKEND = -1
# For a folder or a file below it: its path, the times of its content and of its inode, and its
# size, or the mode of a folder.
_Gezien = tuple[str, int, int, int]


def merk(root: Path, pad: str) -> int:
    """The mark of a folder with all below it; ONBEKEND when it is gone, or changed a moment ago."""
    gezien: list[_Gezien] = []
    try:
        _look(f"{root}/{pad}", "", gezien)
    except OSError:
        return ONBEKEND
    laatst = max(max(mtime, ctime) for _, mtime, ctime, _ in gezien)
    if _is_te_vers(laatst):
        return ONBEKEND
    gezien.sort()
    return crc32(repr(gezien).encode("utf-8", "surrogateescape"))


def _look(plek: str, naam: str, gezien: list[_Gezien]) -> None:
    zelf = os.lstat(plek)
    gezien.append((naam, zelf.st_mtime_ns, zelf.st_ctime_ns, zelf.st_mode))
    if not stat.S_ISDIR(zelf.st_mode):
        return
    with os.scandir(plek) as entries:
        for entry in entries:
            onder = f"{naam}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                _look(entry.path, onder, gezien)
            else:
                nu = entry.stat(follow_symlinks=False)
                gezien.append((onder, nu.st_mtime_ns, nu.st_ctime_ns, nu.st_size))


def merk_van_namen(root: Path, pad: str) -> int:
    """The mark of the names in a folder; ONBEKEND when it is gone, or changed a moment ago."""
    try:
        mtime = os.lstat(f"{root}/{pad}").st_mtime_ns
    except OSError:
        return ONBEKEND
    return ONBEKEND if _is_te_vers(mtime) else mtime


def _is_te_vers(moment_ns: int) -> bool:
    return moment_ns > time.time_ns() - _TE_VERS_NS
