"""The sessies that are prepared: in which nothing was recorded yet."""

from collections.abc import Iterator
from contextlib import suppress

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Sessie


def prepared(omgeving: Omgeving) -> Iterator[Sessie]:
    """Those after the last that was begun, the latest first.

    One that cannot be read is passed over.
    """
    for folder in sessies.folders(omgeving.root):
        with suppress(IntervisieError):  # doctor tells what is wrong with it
            sessie_map = sessies.load(omgeving.root, folder)
            if sessies.is_begun(sessie_map):
                return
            if sessie_map.volgende:
                yield sessie_map.sessie
