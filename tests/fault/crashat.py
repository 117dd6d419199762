"""Crash a command right before the n-th call that changes a disk, or let that call fail."""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("crashat.c")


class NoCompiler(Exception):
    """There is neither cc nor gcc."""


class CannotTrace(Exception):
    """The system does not let one process trace another."""


@dataclass(frozen=True)
class Outcome:
    """What one run gave: of the command, and of the counting."""

    returncode: int
    """137 after a kill, else that of the command; 128 + signal when one ended it."""
    stdout: bytes
    stderr: bytes
    total: int
    """How many calls were reached; the one that was cut off or refused is the last or one of them.
    """
    call: str
    """Name of call number `at`, such as 'rename'; empty when the command did not get that far."""
    killed: bool


def build(folder: Path) -> Path:
    """Compile crashat into the folder and give its path."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise NoCompiler("no C compiler (cc or gcc)")
    binary = folder / "crashat"
    done = subprocess.run(
        [compiler, "-O2", "-o", str(binary), str(SOURCE)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{SOURCE.name} does not compile:\n{done.stderr}")
    return binary


def run(
    binary: Path,
    argv: Sequence[str],
    *,
    at: int,
    root: Path | None,
    env: Mapping[str, str],
    errno: int | None = None,
    sticky: bool = False,
    cwd: Path | None = None,
    stdin: bytes = b"",
    timeout: float = 60,
) -> Outcome:
    """Run the command and kill its whole tree right before call number `at` on files in `root` (0:
    only count).

    With `errno` nobody is killed: that call fails, and with `sticky` all later ones that need room
    on the disk too. `env` is the whole environment of the command. CannotTrace: the system refuses;
    OSError: the command cannot be started; TimeoutError: everything was killed after `timeout`
    seconds.
    """
    with tempfile.TemporaryDirectory(prefix="crashat-") as folder:
        count = Path(folder, "count")
        clean = {
            name: value for name, value in env.items() if not name.startswith("CRASH_")
        }
        settings = {"CRASH_COUNT": str(count)}
        if root is not None:
            settings["CRASH_ROOT"] = str(root.resolve())
        if errno is not None:
            settings["CRASH_ERR"] = str(errno)
            settings["CRASH_STICKY"] = str(int(sticky))
        try:
            done = subprocess.run(
                [str(binary), str(at), *argv],
                env=clean | settings,
                cwd=cwd,
                input=stdin,
                capture_output=True,
                timeout=timeout,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise TimeoutError(str(late)) from late
        if not count.exists():
            message = done.stderr.decode(errors="replace").strip()
            raise (CannotTrace if done.returncode == 125 else OSError)(message)
        total, call, end = count.read_text(encoding="ascii").split()
    return Outcome(
        returncode=done.returncode,
        stdout=done.stdout,
        stderr=done.stderr,
        total=int(total),
        call="" if call == "-" else call,
        killed=end == "killed",
    )
