"""What differs between operating systems: durable writes, locks, permissions, the clock, the user's folders.

The one room to look in for Windows or macOS. Knows nothing of groups, git or Dutch.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
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
    return "".join(_BASE32[byte & 31] for byte in os.urandom(length))


def now() -> datetime:
    """The time of the computer, with its offset, in whole seconds."""
    return datetime.now().astimezone().replace(microsecond=0)


def keep_private() -> None:
    """Let every file made from here on be for this user only."""
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
    from platformdirs import user_config_path

    return user_config_path("intervisie", appauthor=False)


def read_trusted() -> frozenset[str]:
    """The fingerprints of configurations that the user accepted."""
    try:
        return frozenset((user_config_folder() / _TRUSTED).read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        return frozenset()


def add_trusted(fingerprint: str) -> None:
    """Accept one more. Raises OSError."""
    known = sorted({*read_trusted(), fingerprint})
    write_durable(user_config_folder() / _TRUSTED, "".join(f"{line}\n" for line in known).encode())


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
    _sweep(path.parent, {path.name})
    _replace(path, data)
    fsync_folder(path.parent)


def write_all_durable(files: Mapping[Path, bytes]) -> None:
    """The same for many files at once; each is whole, and when this returns all are durable. Raises OSError."""
    folders: dict[Path, set[str]] = {}
    for path in files:
        folders.setdefault(path.parent, set()).add(path.name)
    for folder, namen in folders.items():
        make_folder(folder)
        _sweep(folder, namen)
    for path, data in files.items():
        _replace(path, data)
    for folder in folders:
        fsync_folder(folder)


def _sweep(folder: Path, namen: set[str]) -> None:
    """Remove what a process that died left of these files: whoever writes one holds its lock."""
    with os.scandir(folder) as entries:
        left = [entry.path for entry in entries if _stands_for(entry.name) in namen]
    for path in left:
        Path(path).unlink(missing_ok=True)


def _stands_for(naam: str) -> str:
    """The file for which a name of `_replace` is a stand-in; '' for any other name."""
    return naam[1:].rsplit(".", 2)[0] if naam.startswith(".") and naam.endswith(".tmp") else ""


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{random_id(6)}.tmp")
    flags = (
        os.O_WRONLY
        | os.O_CREAT
        | os.O_EXCL
        | getattr(os, "O_NOFOLLOW", 0)
        | getattr(os, "O_BINARY", 0)
    )
    handle = os.open(temporary, flags, 0o600)
    try:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def remove_durable(path: Path) -> None:
    """Remove *path* if it is there, durably."""
    try:
        path.unlink()
    except FileNotFoundError:
        return
    fsync_folder(path.parent)


@contextmanager
def lock(path: Path, timeout_s: float, on_wait: Callable[[], None] | None = None) -> Iterator[int]:
    """Hold the lock file *path*, and give it open; the system lets go of it when the process dies, however it dies.

    Waits up to *timeout_s* seconds, and calls *on_wait* once when that takes over a second. Raises Busy, NotPlain.
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
            time.sleep(0.02)
        yield handle
    finally:
        os.close(handle)


def enter_pressed(timeout_s: float) -> bool:
    """Whether somebody presses Enter at the terminal within so many seconds; what was typed before it is dropped."""
    if sys.platform == "win32":
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if msvcrt.kbhit() and msvcrt.getwch() in "\r\n":
                return True
            time.sleep(0.05)
        return False
    import select

    if not select.select([sys.stdin], [], [], timeout_s)[0]:
        return False
    os.read(sys.stdin.fileno(), 4096)
    return True


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


def cloud_of(folder: Path) -> str:
    """The program that copies *folder* to a cloud while somebody works in it, '' for none that is known."""
    clouds = (
        "Dropbox",
        "OneDrive",
        "Google Drive",
        "iCloud Drive",
        "Nextcloud",
        "ownCloud",
        "SURFdrive",
    )
    return next(
        (naam for naam in clouds if any(deel.startswith(naam) for deel in folder.resolve().parts)),
        "",
    )


def others_can_look_in(folder: Path) -> bool:
    """Whether other users of this computer can read *folder*. Windows keeps a user's own folders closed."""
    return sys.platform != "win32" and bool(folder.stat().st_mode & 0o077)


@contextmanager
def ctrl_c_is_for_the_child() -> Iterator[None]:
    """Let an editor or a pager have Ctrl-C to itself while it runs."""
    import signal

    # Not SIG_IGN: a program that is started would inherit that.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
