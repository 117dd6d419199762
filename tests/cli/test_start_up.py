"""A command loads no more than it needs: nothing slow stands between a person and a first line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

HEAVY = (
    "rich", "pydantic", "git", "ruamel", "ruamel.yaml", "prompt_toolkit", "questionary", "asyncio",
    "importlib.metadata",
)  # fmt: skip
TRACE = """
import json, sys
from intervisie_cli.cli.main import run
code = run(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    json.dump([code, sorted(sys.modules)], file)
"""


def modules_after(folder: Path, *args: str) -> set[str]:
    """Run a command in a process of its own, and give the names of all modules that it loaded."""
    path = folder.parent / "modules.json"
    done = subprocess.run(
        [sys.executable, "-c", TRACE, str(path), *args], cwd=folder, capture_output=True, check=True
    )
    code, modules = json.loads(path.read_text())
    assert code == 0, done.stderr
    return set(modules)


@pytest.fixture
def lived_in(groep: Path, run: Run) -> Path:
    """A group with a short sessie of which two steps are recorded."""
    assert run("new", "--kort", "--deelnemers", "mirthe,kim", "--inbrengers", "mirthe").code == 0
    answers = (
        "stap: acclimatisering\nthema: Rust\n---\nstap: hulpvraag-definieren\nhulpvraag: Hoe?\n"
    )
    assert run("step", "--antwoorden", "-", stdin=answers).code == 0
    return groep


def test_looking_loads_nothing_heavy_and_mostly_not_even_typer(lived_in: Path):
    for args in (["--version"], ["--help"], ["log"], ["status"], ["show"]):
        loaded = modules_after(lived_in, *args)
        assert loaded.isdisjoint(HEAVY), args
        # Our own values are named tuples: a dataclass costs the import of inspect,
        # and a millisecond each.
        slower = {"typer", "inspect", "dataclasses"} & loaded
        assert slower == ({"typer", "inspect"} if args == ["--help"] else set()), args


def test_recording_from_a_file_loads_no_prompts(lived_in: Path):
    (lived_in.parent / "a.yaml").write_text(
        "stap: advisering\nadviezen:\n  - lid: kim\n    advies: Doe.\nacties:\n  - actie: Bellen\n"
    )
    loaded = modules_after(lived_in, "step", "--antwoorden", os.fspath(lived_in.parent / "a.yaml"))
    assert loaded.isdisjoint(
        {"rich", "pydantic", "ruamel", "prompt_toolkit", "questionary", "asyncio"}
    )
    assert loaded.isdisjoint({"sqlite3", "Stemmer", "icalendar"}), (
        "only a terugblik looks acties up"
    )


def test_a_file_with_a_comment_by_hand_may_cost_the_full_reader(lived_in: Path):
    path = next(lived_in.glob("sessies/*/*/sessie.yaml"))
    path.write_text(f"# met de hand\n{path.read_text()}")
    assert "ruamel.yaml" in modules_after(lived_in, "status")
