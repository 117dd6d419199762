"""What differs between operating systems: durable writes, locks, rights, the clock, folders.

The one room to look in for Windows or macOS. Knows nothing of groups, git or Dutch.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from intervisie_cli.system import plain

IdSource = Callable[[int], str]
Clock = Callable[[], datetime]

_TRUSTED = "vertrouwd"
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"


class Busy(Exception):
    """Another process holds the lock."""


def random_id(length: int) -> str:
    """Make *length* random characters of lower-case base32, 5 bits each."""
    # 32 divides 256, so that each character is as likely as the others.
    return "".join(_BASE32[byte & 31] for byte in os.urandom(length))


def now() -> datetime:
    """The time of the computer, with its offset, in whole seconds."""
    return datetime.now().astimezone().replace(microsecond=0)


def keep_private() -> None:
    """Let every file made from here on be for this user only: by git too, which inherits this."""
    os.umask(0o077)


def typed_path(text: str) -> Path:
    """The path that somebody typed, with ~ for their home; a ~ that is nobody's stays as it is."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def user_config_folder() -> Path:
    """The folder where this program keeps settings of the user."""
    # Every command at a terminal looks there, and the import takes longer than the look.
    if sys.platform == "linux":
        folder = Path(os.environ.get("XDG_CONFIG_HOME", "").strip())
        if not folder.is_absolute():
            folder = typed_path("~/.config")
        return folder / "intervisie"
    from platformdirs import user_config_path

    return user_config_path("intervisie", appauthor=False)


def user_data_folder() -> Path:
    """The folder where this program keeps what the user wrote and shares with nobody."""
    from platformdirs import user_data_path

    return user_data_path("intervisie", appauthor=False)


def read_trusted() -> frozenset[str]:
    """The fingerprints of settings that the user accepted."""
    path = user_config_folder() / _TRUSTED
    try:
        return frozenset(path.read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        # Nothing is trusted then, and the user is asked again.
        return frozenset()


def add_trusted(fingerprints: Iterable[str]) -> None:
    """Accept more of them. Raises OSError."""
    known = sorted({*read_trusted(), *fingerprints})
    text = "".join(f"{line}\n" for line in known)
    write_durable(user_config_folder() / _TRUSTED, text.encode())


def fsync_folder(folder: Path) -> None:
    """Make the names in *folder* durable. Windows has no such call; its renames are journaled."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def fsync_tree(folder: Path) -> None:
    """Make all that stands in *folder* durable, names and contents."""
    for path in folder.iterdir():
        if path.is_dir():
            fsync_tree(path)
        else:
            with path.open("rb+") as file:
                os.fsync(file.fileno())
    fsync_folder(folder)


def make_folder(folder: Path) -> None:
    """Make *folder* and those above it, durably."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    fsync_folder(folder.parent)


def write_durable(path: Path, data: bytes) -> None:
    """Write *data* beside *path*, make it durable, and put it in its place in one move.

    Whatever goes wrong, *path* holds either all of the old or all of the new. Raises OSError.
    """
    make_folder(path.parent)
    sweep([path])
    temporary = _write_beside(path, data)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    fsync_folder(path.parent)


def swap_durable(
    files: Mapping[Path, bytes | None], was: Mapping[Path, bytes | None]
) -> list[Path]:
    """Write files (None for gone) where *was* stands, None for nothing; all are durable after it.

    Gives those that hold something else by now, and were left so: an editor can save at any moment.
    Raises OSError.
    """
    folders = {path.parent for path in files}
    for folder in folders:
        make_folder(folder)
    sweep(files)
    left = []
    for path, data in files.items():
        if not _swap(path, data, was[path]):
            left.append(path)
    # Once per folder: to make names durable is slow, and a merge writes many files in few folders.
    for folder in folders:
        fsync_folder(folder)
    return left


def _swap(path: Path, data: bytes | None, was: bytes | None) -> bool:
    from intervisie_cli.system import swap

    if data is not None:
        return swap.replace(_write_beside(path, data), path, data, was)
    if was is None:
        return not os.path.lexists(path)
    return swap.remove(path, _beside(path), was)


def sweep(files: Iterable[Path]) -> None:
    """Remove what a process that died left beside these files.

    Whoever writes one of them holds its lock.
    """
    folders: dict[Path, set[str]] = {}
    for path in files:
        folders.setdefault(path.parent, set()).add(path.name)
    for folder, namen in folders.items():
        with suppress(FileNotFoundError, NotADirectoryError):
            for path in list(folder.iterdir()):
                if _stands_for(path.name) in namen:
                    path.unlink(missing_ok=True)


def _stands_for(naam: str) -> str:
    """The file for which a name of `_beside` is a stand-in; '' for any other name."""
    if not naam.startswith(".") or not naam.endswith(".tmp"):
        return ""
    return naam[1:].rsplit(".", 2)[0]


def _beside(path: Path) -> Path:
    # A name that nobody can know before: in a folder of others a link could wait at one they can.
    return path.with_name(f".{path.name}.{os.getpid()}-{random_id(6)}.tmp")


def _write_beside(path: Path, data: bytes) -> Path:
    """Write a durable file beside *path*, and give where."""
    temporary = _beside(path)
    # Windows has no O_NOFOLLOW, and the others no O_BINARY.
    more = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | more, 0o600)
    try:
        try:
            view = memoryview(data)
            while view:
                written = os.write(handle, view)
                view = view[written:]
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def remove_durable(path: Path) -> None:
    """Remove *path* if it is there, durably."""
    try:
        path.unlink()
    except FileNotFoundError:
        return
    fsync_folder(path.parent)


@contextmanager
def lock(
    path: Path, timeout_s: float, on_wait: Callable[[], None] | None = None
) -> Iterator[int]:
    """Hold the lock file *path*, and give it open.

    The system lets go of it when the process dies, however it dies. Waits up to *timeout_s*
    seconds, and calls *on_wait* once when that takes over a second. Raises Busy, NotPlain.
    """
    make_folder(path.parent)
    handle = plain.open_plain(path, os.O_RDWR | os.O_CREAT)
    try:
        started = time.monotonic()
        while not _try_lock(handle):
            waited = time.monotonic() - started
            if waited > timeout_s:
                raise Busy
            if waited > 1 and on_wait:
                on_wait()
                on_wait = None
            # Often enough that nobody notices, and seldom enough to cost nothing.
            time.sleep(0.02)
        yield handle
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def ctrl_c_is_for_the_child() -> Iterator[None]:
    """Let an editor or a pager have Ctrl-C to itself while it runs."""
    import signal

    # Not SIG_IGN: the program that is started would inherit that, and be deaf to Ctrl-C itself.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
