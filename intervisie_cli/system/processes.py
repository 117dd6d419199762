"""The other processes of this computer: who has a file open, who works in a folder."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def is_open_somewhere(path: Path) -> bool | None:
    """Whether a process has *path* open; None when this system does not tell."""
    target = os.path.realpath(path)

    def has_it_open(process: Path) -> bool:
        return any(_link(handle) == target for handle in (process / "fd").iterdir())

    return _any_process(has_it_open)


def runs_in(folder: Path, program: str, door: str) -> bool | None:
    """Whether a process whose name begins with *program* works in *folder* or below.

    Or in a folder where the link *door* leads to that in *folder*. None when one cannot tell.
    """
    target = os.path.realpath(folder)
    behind = os.path.realpath(folder / door)

    def works_here(process: Path) -> bool:
        where = _link(process / "cwd")
        is_here = where == target or where.startswith(f"{target}/")
        # Git that talks to a place works in a door to it (`git/place.py`).
        if not is_here and os.path.realpath(f"{where}/{door}") != behind:
            return False
        name = (process / "comm").read_text(encoding="utf-8", errors="replace")
        return name.startswith(program)

    return _any_process(works_here)


def _link(path: Path) -> str:
    try:
        return os.readlink(path)
    except OSError:
        return ""


def _any_process(matches: Callable[[Path], bool]) -> bool | None:
    processes = Path("/proc")
    if not (processes / "self/fd").is_dir():
        return None
    for process in processes.iterdir():
        # Processes end while we look, and those of others do not let us.
        with suppress(OSError):
            if process.name.isdigit() and matches(process):
                return True
    return False


def limit(pid: int, memory: int, file: int) -> None:
    """Let a process and all it starts take *memory* bytes, and write *file* bytes in one file."""
    # Linux alone can; elsewhere only the time is limited.
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(pid, resource.RLIMIT_DATA, (memory, memory))
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (file, file))
