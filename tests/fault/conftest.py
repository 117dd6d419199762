"""The tool that breaks, and the groups to break."""

import os
import tempfile
from collections.abc import Iterator
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


@pytest.fixture
def fast_path(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one: a killed process needs no disk that turns."""
    memory = Path("/dev/shm")
    if not (memory.is_dir() and os.access(memory, os.W_OK)):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="intervisie-", dir=memory) as folder:
        yield Path(folder)
