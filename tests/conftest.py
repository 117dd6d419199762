"""Every test runs in a world of its own: home, settings, identity, clock;
and no network but loopback.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from intervisie_cli.flows.groep import init
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.model.sessie import Lid

pytest_plugins = ["tests.prepared"]

NU = "2026-11-23T19:00:00+01:00"
LEDEN = (Lid("mirthe"), Lid("kim"), Lid("tim"))


@dataclass(frozen=True)
class Outcome:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]

# Property tests give the same examples on every run, and keep no database of their own. Others go
# with each commit in CI, and more with a command (CONTRIBUTING.md): what those find becomes an
# `@example`.
for profile, is_the_same, how_many in (
    ("intervisie", True, 40),
    ("commit", False, 20),
    ("verder", False, 100),
):
    settings.register_profile(
        profile,
        derandomize=is_the_same,
        print_blob=not is_the_same,
        database=None,
        deadline=None,
        max_examples=how_many,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("INTERVISIE_VOORBEELDEN", "intervisie"))

MEMORY = Path("/dev/shm")
ROOM_IN_MEMORY = 2 << 30


def pytest_configure() -> None:
    """Keep the files of tests in memory where there is room: some disks take ten times as long."""
    if os.access(MEMORY, os.W_OK) and _has_room(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def _has_room(folder: Path) -> bool:
    stat = os.statvfs(folder)
    # Some tests put programs in their folder, and run them.
    can_run = not stat.f_flag & os.ST_NOEXEC
    return can_run and stat.f_bavail * stat.f_frsize > ROOM_IN_MEMORY


# Parts of evenings that are typed at a terminal, or held on four laptops: together they take half
# the time of all other tests.
AVONDEN = (
    "commands/test_new_bladzijde.py",
    "flows/stap/test_bijdrage.py",
    "property/test_vier_klonen_gevonden.py",
    "property/test_vier_klonen_heropend.py",
    "property/test_vier_klonen_plan.py",
    "property/test_vier_klonen_woorden.py",
    "terminal/test_andere_dag.py",
    "terminal/test_coach.py",
    "terminal/test_kort.py",
    "terminal/test_lang.py",
    "terminal/test_lijsten.py",
    "terminal/test_mee.py",
    "terminal/test_nu.py",
    "terminal/test_onderbreken.py",
    "terminal/test_plan.py",
    "terminal/test_rondes.py",
    "terminal/test_terugblik.py",
    "terminal/test_toetsen.py",
    "terminal/test_versies.py",
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave those to `pytest -m slow`."""
    here = Path(__file__).parent
    evenings = {here / naam for naam in AVONDEN}
    for item in items:
        if item.path in evenings:
            item.add_marker("slow")


@pytest.hookimpl(optionalhook=True, wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Give two workers more than there are processors: tests of a terminal mostly wait."""
    return (yield) + 2


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Let a worker do tests that stand together, so that it makes few groups to copy."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


@pytest.fixture(autouse=True)
def own_world(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        prefixes = (
            "GIT_",
            "INTERVISIE_",
            "XDG_",
            "_INTERVISIE",
            "LC_",
            "ACCESSIBLE",
            "EDITOR",
            "VISUAL",
            "PAGER",
            "NO_COLOR",
            "PYTHONDONTWRITEBYTECODE",
        )
        if name.startswith(prefixes):
            monkeypatch.delenv(name)
    config = home / "gitconfig"
    config.write_text(
        "[user]\n\tname = Test\n\temail = test@voorbeeld.invalid\n[init]\n\tdefaultBranch = main\n"
    )
    for name, value in {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_RUNTIME_DIR": str(home),
        "GIT_CONFIG_GLOBAL": str(config),
        "GIT_CONFIG_NOSYSTEM": "1",
        "LANG": "C.UTF-8",
        "INTERVISIE_NU": NU,
        "PYTHONPATH": str(Path(__file__).parent.parent),
        # A program that is started finds all compiled, as it is once it is installed.
        "PYTHONPYCACHEPREFIX": str(tmp_path_factory.getbasetemp() / "compiled"),
    }.items():
        monkeypatch.setenv(name, value)
    _no_network(monkeypatch)
    umask = os.umask(0o077)
    yield home
    os.umask(umask)


def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and str(address[0]) not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise RuntimeError("a test may only talk to this machine")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


class Ids:
    """Ids in a fixed order, so that the same steps give the same files."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, length: int) -> str:
        self.count += 1
        number, text = self.count, ""
        for _ in range(length):
            number, rest = divmod(number * 7 + 3, 26)
            text += chr(ord("a") + rest)
        return text[: length - 3] + f"{self.count:03d}".translate(
            str.maketrans("0123456789", "abcdefghij")
        )


@pytest.fixture
def omgeving(tmp_path: Path) -> Omgeving:
    """The surroundings of a group that is still to be made, in tmp_path/groep."""
    return Omgeving(
        lambda: datetime.fromisoformat(NU), Ids(), folder=tmp_path / "groep"
    )


@pytest.fixture
def groep(omgeving: Omgeving) -> Path:
    """A group of mirthe, kim and tim, in a real repository."""
    folder = omgeving.root
    init.make(omgeving, folder, "Studiegroep", LEDEN)
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Run:
    """Run `intervisie` as a program of its own, in tmp_path/groep when that is there."""

    def start(
        *args: str,
        stdin: str | bytes = b"",
        cwd: Path | None = None,
        env: dict[str, str] | None = None,
    ) -> Outcome:
        folder = cwd or (
            tmp_path / "groep" if (tmp_path / "groep").is_dir() else tmp_path
        )
        done = subprocess.run(
            [sys.executable, "-m", "intervisie_cli", *args],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=folder,
            env=os.environ | (env or {}),
            timeout=120,
            check=False,
        )
        return Outcome(
            done.returncode,
            done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"),
        )

    return start


def git(folder: Path, *args: str) -> str:
    """Run plain git, as a user would, and give its output."""
    done = subprocess.run(
        ["git", *args], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


EXAMPLES = Path(__file__).parent.parent / "examples"
