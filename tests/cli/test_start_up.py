"""A command loads no more than it needs: nothing slow stands between a person and a first line."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from intervisie_cli.cli.opdrachten import OPDRACHTEN
from tests.conftest import Run

HEAVY = (
    "rich", "pydantic", "git", "ruamel", "ruamel.yaml", "prompt_toolkit", "questionary", "asyncio",
    "importlib.metadata",
)  # fmt: skip
TRACE = """
import json, sys
from intervisie_cli.cli.main import run
try:
    code = run(sys.argv[2:])
except SystemExit as done:  # Tab is answered
    code = done.code
with open(sys.argv[1], "w") as file:
    json.dump([code, sorted(sys.modules)], file)
"""


def modules_after(
    folder: Path, *args: str, env: Mapping[str, str] | None = None
) -> set[str]:
    """Run a command in a process of its own, and give the names of all modules that it loaded."""
    path = folder.parent / "modules.json"
    done = subprocess.run(
        [sys.executable, "-c", TRACE, str(path), *args],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        check=True,
    )
    code, modules = json.loads(path.read_text())
    assert code == 0, done.stderr
    return set(modules)


@pytest.fixture
def lived_in(groep: Path, run: Run) -> Path:
    """A group with a short sessie of which two steps are recorded."""
    wie = ("--deelnemers", "mirthe,kim", "--inbrengers", "mirthe")
    assert run("new", "--kort", *wie).code == 0
    answers = (
        "stap: acclimatisering\nthema: Rust\n"
        "---\nstap: hulpvraag-definieren\nhulpvraag: Hoe?\n"
    )
    assert run("step", "--antwoorden", "-", stdin=answers).code == 0
    return groep


def commands_in(loaded: set[str]) -> set[str]:
    """Name the commands whose modules are among *loaded*."""
    return {naam for naam in OPDRACHTEN if f"intervisie_cli.commands.{naam}" in loaded}


@pytest.mark.parametrize(
    ("args", "commands"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["log"], {"log"}),
        (["log", "--help"], {"log"}),
        (["status"], {"status"}),
        (["show"], {"show"}),
    ],
)
def test_looking_loads_nothing_heavy_and_no_command_but_its_own(
    lived_in: Path, args: list[str], commands: set[str]
):
    loaded = modules_after(lived_in, *args)
    assert loaded.isdisjoint(HEAVY)
    # Our own values are named tuples: a dataclass takes a millisecond each to make.
    assert "dataclasses" not in loaded
    assert commands_in(loaded) == commands


@pytest.mark.parametrize(
    "words", ["intervisie ", "intervisie lo", "intervisie log --inbrenger "]
)
def test_tab_loads_no_command_but_the_one_that_stands_there(lived_in: Path, words: str):
    asked = {
        "_INTERVISIE_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    loaded = modules_after(lived_in, env=asked)
    assert loaded.isdisjoint(HEAVY)
    assert commands_in(loaded) == ({"log"} if "log" in words else set())


def test_recording_from_a_file_loads_no_prompts(lived_in: Path):
    (lived_in.parent / "a.yaml").write_text(
        "stap: advisering\nadviezen:\n  - lid: kim\n    advies: Doe.\nacties:\n  - actie: Bellen\n"
    )
    loaded = modules_after(
        lived_in, "step", "--antwoorden", os.fspath(lived_in.parent / "a.yaml")
    )
    assert loaded.isdisjoint(
        {"rich", "pydantic", "ruamel", "prompt_toolkit", "questionary", "asyncio"}
    )
    assert loaded.isdisjoint({"sqlite3", "Stemmer", "icalendar"}), (
        "only a terugblik looks acties up"
    )


def test_only_who_writes_a_calendar_loads_what_makes_one(lived_in: Path):
    calendar = {"icalendar", "dateutil.rrule"}
    new = ("new", "--kort", "--deelnemers", "mirthe,kim", "--om", "19:00")
    assert modules_after(lived_in, *new).isdisjoint(calendar)
    assert modules_after(lived_in, "herinner").isdisjoint(calendar)
    ics = os.fspath(lived_in.parent / "x.ics")
    assert "icalendar" in modules_after(lived_in, "herinner", "--ics", ics)


def test_a_file_with_a_comment_by_hand_may_cost_the_full_reader(lived_in: Path):
    path = next(lived_in.glob("sessies/*/*/sessie.yaml"))
    path.write_text(f"# met de hand\n{path.read_text()}")
    assert "ruamel.yaml" in modules_after(lived_in, "status")
