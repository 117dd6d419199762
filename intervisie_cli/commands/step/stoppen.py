"""Stopping in the middle of a step: what was filled in is kept, and it is said how to go on."""

from collections.abc import Iterator
from contextlib import contextmanager

from intervisie_cli.model.fouten import ONDERBROKEN, Onderbroken


def gestopt(verder: str, exit_code: int = ONDERBROKEN) -> Onderbroken:
    """The end of a command that was stopped; *verder* is what to type to go on."""
    return Onderbroken(
        "Gestopt. Wat je hebt ingevuld is bewaard.",
        f"Ga verder met: {verder}",
        exit_code,
    )


@contextmanager
def goes_on_with(verder: str) -> Iterator[None]:
    """Let whatever stops the person inside say that *verder* goes on. Raises Onderbroken."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        raise gestopt(verder) from None
    except Onderbroken as fout:
        # Deeper inside it is known better how to go on, such as which step to open again.
        if fout.hulp:
            raise
        raise gestopt(verder, fout.exit_code) from None
