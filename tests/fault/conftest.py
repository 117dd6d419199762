"""The tool that breaks."""

from pathlib import Path

import pytest

from tests.fault import crashat


@pytest.fixture(scope="session")
def binary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile crashat once."""
    try:
        return crashat.build(tmp_path_factory.mktemp("crashat"))
    except crashat.NoCompiler as reason:
        pytest.skip(str(reason))
