"""A draft is open in one window at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intervisie_cli import system
from intervisie_cli.model.fouten import IntervisieError

# A git that is just being started holds what its parent holds, for a moment.
_EVEN_S = 0.5


@contextmanager
def alone_with(pad: Path, titel: str, hulp: str) -> Iterator[None]:
    """Hold the draft at *pad*. Raises IntervisieError with *hulp* when another window has it."""
    try:
        with system.lock(pad.with_suffix(".lock"), timeout_s=_EVEN_S):
            yield
    except system.Busy:
        raise IntervisieError(
            f"{titel} staat al open in een ander venster.", hulp
        ) from None
