"""The worked case as a group, to make files of."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.prepared import good


@pytest.fixture(scope="session")
def _played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gespeeld") / "groep"


@pytest.fixture
def gespeeld(_played: Path, run: Run, tmp_path: Path) -> Path:
    """A group that held the long example, for the test alone."""
    if not _played.exists():
        good(run("demo", str(_played)))
    folder = tmp_path / "groep"
    shutil.copytree(_played, folder, symlinks=True)
    return folder


@pytest.fixture
def buiten(tmp_path: Path) -> Path:
    """A folder outside the group."""
    folder = tmp_path / "buiten"
    folder.mkdir()
    return folder
