"""Finishes what a process that died had begun, before anything is shown."""

from contextlib import suppress

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import BIJWERKEN, VASTLEGGEN

# Where they stand, from the top of a group.
_EIGEN_MAP = ".git/intervisie"


def finish_left(omgeving: Omgeving) -> None:
    """Finish it when that can be done at once.

    Who only looks would see half of it, and its locks would be in the way of git and of editors.
    """
    with suppress(IntervisieError, OSError):
        own = omgeving.root / _EIGEN_MAP
        if not any((own / naam).exists() for naam in (VASTLEGGEN, BIJWERKEN)):
            return
        # Nearly always there is nothing, and what follows is slow to import.
        from intervisie_cli.flows.vastlegger import locked

        with locked(omgeving, is_patient=False):
            pass
