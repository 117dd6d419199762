"""Puts a file in the place of another one only while that holds what was seen there.

An editor can save at any moment. Where the system can let two names change places in one move, what
was saved between our look and our move is in our hands afterwards; elsewhere there is a look just
before.
"""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from intervisie_cli.system import plain

# Of renameat2 on Linux and of renamex_np on macOS: the two names change places.
_EXCHANGE = 2
_AT_FDCWD = -100
# What a system or a disk says that cannot do it.
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)


def replace(new: Path, path: Path, data: bytes, was: bytes | None) -> bool:
    """Move *new*, which holds *data*, to *path*, where *was* stands; None for nothing.

    Gives False when something else stands there by now: that stays, and *new* goes. Raises OSError.
    """
    is_done = False
    try:
        is_done = _add(new, path) if was is None else _over(new, path, data, was)
    finally:
        if not is_done:
            new.unlink(missing_ok=True)
    return is_done


def remove(path: Path, aside: Path, was: bytes) -> bool:
    """Remove *path*, which holds *was*, by way of the free name *aside*.

    Gives False when it holds something else by now: that stays. Raises OSError.
    """
    path.rename(aside)
    if not _holds(aside, was):
        # What was saved after that is newer.
        _add(aside, path)
        aside.unlink(missing_ok=True)
        return False
    aside.unlink()
    return True


def _add(new: Path, path: Path) -> bool:
    """Move *new* to *path*, unless something stands there."""
    try:
        os.link(new, path)
    except FileExistsError:
        return False
    except OSError:
        # A disk without second names.
        if os.path.lexists(path):
            return False
        new.replace(path)
        return True
    new.unlink()
    return True


def _over(new: Path, path: Path, data: bytes, was: bytes) -> bool:
    try:
        can_exchange = _exchange(new, path)
    except FileNotFoundError:
        return False
    if not can_exchange:
        if not _holds(path, was):
            return False
        new.replace(path)
        return True
    if _holds(new, was):
        new.unlink()
        return True
    _exchange(new, path)
    # Saved once more meanwhile: the newest counts.
    if not _holds(new, data):
        with suppress(FileNotFoundError):
            _exchange(new, path)
    return False


def _holds(path: Path, raw: bytes) -> bool:
    try:
        return plain.read(path, len(raw)) == raw
    except plain.NotPlain:
        return False


def _exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one move. Gives False where that cannot be; raises OSError."""
    import ctypes

    call = _call()
    if call is None:
        return False
    if not call(os.fsencode(one), os.fsencode(other)):
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


@cache
def _call() -> Callable[[bytes, bytes], Any] | None:
    """The call of this system, None for none: Windows has no such thing, nor an old libc."""
    import ctypes

    if sys.platform == "win32":
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    with suppress(AttributeError):
        if sys.platform == "darwin":
            renamex = libc.renamex_np
            return lambda one, other: renamex(one, other, _EXCHANGE)
        renameat = libc.renameat2
        return lambda one, other: renameat(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE)
    return None
