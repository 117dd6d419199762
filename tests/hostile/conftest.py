"""A user who has more than the group: what is hostile may not reach it."""

from pathlib import Path

import pytest

from tests import lab
from tests.lab import Templates, git, must


@pytest.fixture
def gedeeld(templates: Templates, tmp_path: Path) -> Path:
    """A group with one step done, on a shared place, with something new to share."""
    group = templates.copy("een", tmp_path / "groep")
    must(group, "init", "--remote", str(tmp_path / "plek.git"), str(group))
    must(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    return group


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another repository of the user, with a secret in it."""
    folder = tmp_path / "thuis/ander"
    folder.mkdir(parents=True)
    git(folder, "init", "-q")
    (folder / "geheim.txt").write_text("geheim\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "geheim")
    (folder.parent / "dagboek.txt").write_text("schema: 1\nLief dagboek\n")
    return folder
