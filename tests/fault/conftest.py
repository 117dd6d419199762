"""The tool that breaks, and the groups to break."""

from pathlib import Path

import pytest

from tests.fault import crashat
from tests.fault.lab import Templates


@pytest.fixture(scope="session")
def binary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile crashat once."""
    try:
        return crashat.build(tmp_path_factory.mktemp("crashat"))
    except crashat.NoCompiler as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Hold the prepared groups of this process."""
    return Templates(tmp_path_factory.mktemp("groepen"))
