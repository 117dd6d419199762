"""What the system is asked on the way, seen from outside:
git and no other program, and nothing written elsewhere.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import lab
from tests.bulk import sampled
from tests.hostile import folders, places

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"),
    reason="there is no strace here (Debian: apt install strace)",
)

EXEC = re.compile(r'execve\("([^"]+)", \[(.*)')
OPENED = re.compile(
    r"open(?:at)?\(.*\b(?:O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND)\b.* = \d+<([^>]*)>"
)
GIT = re.compile(r"git(?:-[a-z-]+)?")
# Git lets a shell find the program at the other side, and the one that we name for the refs of
# borrowed objects.
SHELL = re.compile(
    r'"/bin/sh", "-c", "git(?:-(?:upload|receive)-pack | check-ref-format )'
)
HARMLESS = ("/dev/null", "/dev/tty", "/proc/self/")


def calls(folder: Path, *argv: str, stdin: str = "") -> list[str]:
    """Run a command line of ours, and give the calls that start a program or open a file."""
    trace = folder.parent / "strace.txt"
    strace = [
        "strace",
        "-f",
        "-y",
        "-qq",
        "-s",
        "400",
        "-e",
        "trace=execve,open,openat,creat",
        "-o",
        str(trace),
    ]
    program = [*strace, sys.executable, "-m", "intervisie_cli", *argv]
    done = subprocess.run(
        program,
        cwd=folder,
        # What Python would keep of what it compiled is no file of ours.
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        input=stdin.encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    if not trace.exists() or b"ptrace" in done.stderr:
        pytest.skip("the system does not let one process trace another")
    assert b"Traceback" not in done.stderr
    return trace.read_text(errors="replace").splitlines()


def programs(lines: list[str]) -> Iterator[str]:
    """Each program that was started and is neither git nor the Python that we are."""
    for line in lines:
        if (match := EXEC.search(line)) and "ENOENT" not in line:
            path, argv = Path(match[1]), match[2]
            is_shell = path.name in ("sh", "dash", "bash") and SHELL.search(argv)
            if (
                path != Path(sys.executable)
                and not GIT.fullmatch(path.name)
                and not is_shell
            ):
                yield line


def written(lines: list[str], *allowed: Path) -> Iterator[str]:
    """Each file that was opened to be written outside the folders that are *allowed*."""
    roots = tuple(f"{folder.resolve()}/" for folder in allowed)
    for line in lines:
        if (match := OPENED.search(line)) and not match[1].startswith(
            (*roots, *HARMLESS)
        ):
            yield line


PLACES = {case.naam: case for case in places.CASES}
FOLDERS = {case.naam: case for case in folders.CASES}


@pytest.mark.parametrize(
    "naam",
    sampled(
        [
            "",
            "hooks",
            "worktree-of-the-user",
            "include",
            "not-bare",
            "alternates",
            "slot-link",
        ]
    ),
)
def test_sync_and_joining_with_a_hostile_place(
    gedeeld: Path, other: Path, tmp_path: Path, naam: str
):
    world = places.World(
        tmp_path / "plek.git", tmp_path / "getuige", other.parent / "dagboek.txt", other
    )
    if naam:
        PLACES[naam].build(world)
    join = ("init", "--van", str(world.place), str(tmp_path / "nieuw"), "--als", "sam")
    lines = [*calls(gedeeld, "sync"), *calls(gedeeld, *join)]
    assert sum("execve(" in line for line in lines) > 5, "the calls are not seen"
    assert list(programs(lines)) == []
    home = Path(os.environ["XDG_CONFIG_HOME"]) / "intervisie"
    assert list(written(lines, gedeeld, world.place, tmp_path / "nieuw", home)) == []


@pytest.mark.parametrize(
    "naam",
    sampled(
        [
            "",
            "pushurl",
            "journal-above",
            "journal-hook",
            "moving-to-option",
            "cache-option",
            "log-link",
            "lock-link",
        ]
    ),
)
def test_a_step_and_a_look_in_a_folder_that_is_handed_over(
    gedeeld: Path, other: Path, naam: str
):
    world = folders.World(gedeeld, other.parent / "dagboek.txt", other)
    if naam:
        FOLDERS[naam].build(world)
    lines = [
        *calls(gedeeld, *lab.STEP, stdin=lab.ADVISERING_ANSWERS),
        *calls(gedeeld, "log"),
        *calls(gedeeld, "sync"),
    ]
    assert list(programs(lines)) == []
    assert list(written(lines, gedeeld, gedeeld.parent / "plek.git")) == []


def test_the_checks_see_what_they_look_for(tmp_path: Path):
    (tmp_path / "a").mkdir()
    script = """
import subprocess, pathlib
subprocess.run(['true'])
pathlib.Path('../b.txt').write_text('x')
"""
    trace = tmp_path / "strace.txt"
    strace = [
        "strace",
        "-f",
        "-y",
        "-qq",
        "-e",
        "trace=execve,open,openat,creat",
        "-o",
        str(trace),
    ]
    subprocess.run(
        [*strace, sys.executable, "-c", script],
        cwd=tmp_path / "a",
        capture_output=True,
        check=False,
    )
    lines = trace.read_text().splitlines()
    assert len(list(programs(lines))) == 1
    assert [line for line in written(lines, tmp_path / "a") if "b.txt" in line]
