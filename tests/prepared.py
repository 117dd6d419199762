"""Groups and sessies that are under way, each test with a copy of its own; and a terminal."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from intervisie_cli.flows.groep import init
from intervisie_cli.flows.omgeving import Omgeving
from tests import lab
from tests.conftest import EXAMPLES, LEDEN, NU, Ids, Outcome, Run
from tests.lab import Templates

if TYPE_CHECKING:
    from tests.terminal.terminal import Terminal

Open = Callable[..., "Terminal"]
Prepare = Callable[..., Path]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `intervisie` in this process, in tmp_path/groep when that is there.

    `program` starts one, for what only a process of its own shows: streams, locale, start.
    """

    def start(
        *args: str,
        stdin: str | bytes = "",
        cwd: Path | None = None,
        env: dict[str, str] | None = None,
    ) -> Outcome:
        folder = cwd or (
            tmp_path / "groep" if (tmp_path / "groep").is_dir() else tmp_path
        )
        return lab.intervisie(folder, *args, stdin=stdin, env=env)

    return start


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Open]:
    """Open `intervisie` in a window of its own, in tmp_path/groep when that is there;
    *argv* runs something else.

    In *env* None takes a variable away.
    """
    from tests.terminal.terminal import Terminal, intervisie

    windows: list[Terminal] = []

    def start(
        *args: str,
        cwd: Path | None = None,
        columns: int = 80,
        rows: int = 24,
        env: dict[str, str | None] | None = None,
        argv: list[str] | None = None,
    ) -> Terminal:
        folder = cwd or (
            tmp_path / "groep" if (tmp_path / "groep").is_dir() else tmp_path
        )
        world = os.environ | {"TERM": "xterm-256color"} | (env or {})
        window = Terminal(
            argv or intervisie(*args),
            folder,
            {k: v for k, v in world.items() if v is not None},
            columns,
            rows,
        )
        windows.append(window)
        return window

    yield start
    for window in windows:
        window.end()


def answers(variant: str, *steps: int) -> str:
    """Some of the documents of an example, by their place."""
    documents = (
        (EXAMPLES / f"{variant}.yaml").read_text(encoding="utf-8").split("\n---\n")
    )
    return "\n---\n".join(documents[step] for step in steps)


_templates: dict[tuple[str, int], Path] = {}


@pytest.fixture
def template(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Prepare:
    """Give a group with a sessie of which the first so many steps are recorded:
    mirthe brings, kim and tim help.

    Made once and shared, so it may not be changed. The variant 'leeg' has no sessie.
    """

    def give(variant: str, steps: int = 0) -> Path:
        if (variant, steps) not in _templates:
            group = tmp_path_factory.mktemp(f"{variant}-{steps}") / "groep"
            surroundings = Omgeving(
                lambda: datetime.fromisoformat(NU), Ids(), folder=group
            )
            init.make(surroundings, group, "Studiegroep", LEDEN)
            if variant != "leeg":
                new = (
                    "new",
                    f"--{variant}",
                    "--deelnemers",
                    "mirthe,kim,tim",
                    "--inbrengers",
                    "mirthe",
                )
                good(run(*new, cwd=group))
            if steps:
                good(
                    run(
                        "step",
                        "--antwoorden",
                        "-",
                        stdin=answers(variant, *range(steps)),
                        cwd=group,
                    )
                )
            _templates[variant, steps] = group
        return _templates[variant, steps]

    return give


@pytest.fixture
def prepare(template: Prepare, tmp_path: Path) -> Prepare:
    """The same in tmp_path/groep, for the test alone."""

    def give(variant: str, steps: int = 0) -> Path:
        folder = tmp_path / "groep"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template(variant, steps), folder, symlinks=True)
        return folder

    return give


@pytest.fixture
def kort(prepare: Prepare) -> Path:
    """A korte sessie that is about to begin."""
    return prepare("kort")


@pytest.fixture
def lang(prepare: Prepare) -> Path:
    """A lange sessie that is about to begin."""
    return prepare("lang")


def held_today(group: Path) -> None:
    """Let the sessie be on the day that a live clock gives, so that `step` asks no other."""
    lab.must(group, "wijzig", "--datum", datetime.now().astimezone().date().isoformat())


def good(outcome: Outcome) -> Outcome:
    """What a command gave that has to succeed."""
    assert outcome.code == 0, outcome.err
    return outcome


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Hold the prepared groups of this process."""
    return Templates(tmp_path_factory.mktemp("groepen"))


@pytest.fixture
def leeg(templates: Templates, tmp_path: Path) -> Path:
    """A group without a session."""
    return templates.copy("leeg", tmp_path / "groep")


@pytest.fixture
def klaar(templates: Templates, tmp_path: Path) -> Path:
    """A group with a session in which nothing is recorded yet."""
    return templates.copy("klaar", tmp_path / "groep")


@pytest.fixture
def een(templates: Templates, tmp_path: Path) -> Path:
    """A group with a session of which the acclimatisering is recorded."""
    return templates.copy("een", tmp_path / "groep")


@pytest.fixture
def twee(templates: Templates, tmp_path: Path) -> Path:
    """A group with a session of which the hulpvraag is recorded too."""
    return templates.copy("twee", tmp_path / "groep")


@pytest.fixture
def gedeeld(templates: Templates, tmp_path: Path) -> tuple[Path, Path]:
    """A group with one step done, shared over a folder, in two clones: of mirthe and of kim."""
    return templates.shared("een", tmp_path)
