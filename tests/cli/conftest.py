"""Fixtures for what is tested through the command line: a terminal, and sessions that are under way."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLES, Run

if TYPE_CHECKING:
    from tests.cli.terminal import Terminal

Open = Callable[..., "Terminal"]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Open]:
    """Open `intervisie` in a window of its own, in tmp_path/groep when that is there; *argv* runs something else.

    In *env* None takes a variable away.
    """
    from tests.cli.terminal import Terminal, intervisie

    windows: list[Terminal] = []

    def start(
        *args: str,
        cwd: Path | None = None,
        columns: int = 80,
        rows: int = 24,
        env: dict[str, str | None] | None = None,
        argv: list[str] | None = None,
    ) -> Terminal:
        folder = cwd or (tmp_path / "groep" if (tmp_path / "groep").is_dir() else tmp_path)
        world = os.environ | {"TERM": "xterm-256color"} | (env or {})
        window = Terminal(
            argv or intervisie(*args), folder, {k: v for k, v in world.items() if v is not None}, columns, rows
        )
        windows.append(window)
        return window

    yield start
    for window in windows:
        window.end()


@pytest.fixture
def kort(groep: Path, run: Run) -> Path:
    """A korte sessie that is about to begin: mirthe brings the question, kim and tim help."""
    made = run("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "mirthe")
    assert made.code == 0, made.err
    return groep


@pytest.fixture
def lang(groep: Path, run: Run) -> Path:
    """A lange sessie that is about to begin: mirthe brings the question, kim and tim help."""
    made = run("new", "--lang", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "mirthe", "--begeleider", "tim")
    assert made.code == 0, made.err
    return groep


def answers(variant: str, *steps: int) -> str:
    """Some of the documents of an example, by their place."""
    documents = (EXAMPLES / f"{variant}.yaml").read_text(encoding="utf-8").split("\n---\n")
    return "\n---\n".join(documents[step] for step in steps)
