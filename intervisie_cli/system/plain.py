"""Opens files that somebody else may have put in our way: never a link, a device or a pipe.

A folder that was handed over, or a place on a stick, holds whatever its maker wanted, of any size.
"""

import os
import stat
from pathlib import Path


class NotPlain(OSError):
    """Something else stands where a plain file or folder of ours should; *path* is where."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"not a plain file or folder: {path}")
        self.path = path


def check_folder(folder: Path) -> None:
    """Raise NotPlain when something stands at *folder* that is no folder, or a link to one."""
    try:
        mode = os.lstat(folder).st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(mode):
        raise NotPlain(folder)


def open_plain(path: Path, flags: int) -> int:
    """Open *path* with *flags*, as `os.open` has them. Raises NotPlain, OSError."""
    # A look before, because to open a device can do something by itself.
    try:
        before = os.lstat(path)
    except FileNotFoundError:
        before = None
    if before and not stat.S_ISREG(before.st_mode):
        raise NotPlain(path)
    # Without O_NONBLOCK to open a pipe would wait for ever. Windows has no such flags.
    more = (getattr(os, naam, 0) for naam in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    try:
        handle = os.open(path, flags | sum(more), 0o600)
    except OSError:
        # A link can have come after the first look.
        if path.is_symlink():
            raise NotPlain(path) from None
        raise
    # And a look after, by the descriptor: this is the file that is read, whatever came meanwhile.
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotPlain(path)
    return handle


def read(path: Path, limit: int) -> bytes | None:
    """Give what stands in *path*, None when there is nothing.

    Raises NotPlain, also for more than *limit* bytes.
    """
    try:
        handle = open_plain(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        raw = read_handle(handle, limit + 1)
    finally:
        os.close(handle)
    if len(raw) > limit:
        raise NotPlain(path)
    return raw


def read_handle(handle: int, most: int) -> bytes:
    """Read from the begin of an open file, at most so many bytes."""
    os.lseek(handle, 0, os.SEEK_SET)
    parts = []
    while most:
        part = os.read(handle, most)
        if not part:
            break
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def overwrite(handle: int, data: bytes) -> None:
    """Let an open file hold *data* and no more; one that has a second name stays as it is."""
    # Whoever made the folder can have given a file of the user this name as well.
    if os.fstat(handle).st_nlink > 1:
        return
    os.lseek(handle, 0, os.SEEK_SET)
    os.truncate(handle, 0)
    os.write(handle, data)


def put(path: Path, data: bytes) -> None:
    """Put a file in its place in one move, for this user alone. Raises OSError.

    A loss of power may take it: what is of now alone is written many times a minute.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    new.replace(path)
