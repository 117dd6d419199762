"""Prepared groups in real repositories; each test gets a copy of its own."""

from pathlib import Path

import pytest

from tests.fault.lab import Templates, must


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
def gedeeld(een: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A group with one step done, shared over a folder, in two clones: of mirthe and of kim."""
    must(een, "init", "--remote", str(tmp_path / "stick/groep.git"), str(een))
    must(
        tmp_path,
        "init",
        "--van",
        str(tmp_path / "stick/groep.git"),
        str(tmp_path / "kim"),
        "--als",
        "kim",
    )
    return een, tmp_path / "kim"
