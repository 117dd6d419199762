"""What a folder looks like from outside: that it changed since it was read can be told without reading it again."""

import os
import stat
import time
from pathlib import Path
from zlib import crc32

# A file system may give two changes the same time when they are so close together.
_TE_VERS_NS = 2_000_000_000
ONBEKEND = -1


def merk(root: Path, pad: str) -> int:
    """The mark of a folder with all below it; ONBEKEND when it is gone, or changed a moment ago."""
    gezien: list[tuple[str, int, int, int]] = []
    try:
        _look(f"{root}/{pad}", "", gezien)
    except OSError:
        return ONBEKEND
    if max(max(mtime, ctime) for _, mtime, ctime, _ in gezien) > time.time_ns() - _TE_VERS_NS:
        return ONBEKEND
    gezien.sort()
    return crc32(repr(gezien).encode("utf-8", "surrogateescape"))


def _look(plek: str, naam: str, gezien: list[tuple[str, int, int, int]]) -> None:
    zelf = os.lstat(plek)
    gezien.append((naam, zelf.st_mtime_ns, zelf.st_ctime_ns, zelf.st_mode))
    if not stat.S_ISDIR(zelf.st_mode):
        return
    with os.scandir(plek) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _look(entry.path, f"{naam}/{entry.name}", gezien)
            else:
                nu = entry.stat(follow_symlinks=False)
                gezien.append((f"{naam}/{entry.name}", nu.st_mtime_ns, nu.st_ctime_ns, nu.st_size))


def merk_van_namen(root: Path, pad: str) -> int:
    """The mark of the names in a folder alone; ONBEKEND when it is gone, or changed a moment ago."""
    try:
        mtime = os.lstat(f"{root}/{pad}").st_mtime_ns
    except OSError:
        return ONBEKEND
    return ONBEKEND if mtime > time.time_ns() - _TE_VERS_NS else mtime
