"""The sessies that are prepared: in which nothing was recorded yet."""

from collections.abc import Iterator
from contextlib import suppress

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
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


def beside(omgeving: Omgeving, sessie_map: SessieMap) -> tuple[str, ...]:
    """The other sessies of that day in which nothing was recorded: two may have prepared it."""
    sessie = sessie_map.sessie
    if sessies.is_begun(sessie_map):
        return ()
    anderen = []
    for folder in sessies.folders(omgeving.root):
        naam = folder.rpartition("/")[2]
        # The name of a folder begins with the day: seldom is there another to be read.
        if folder == sessie.map or not naam.startswith(sessie.datum.isoformat()):
            continue
        with suppress(IntervisieError):  # doctor tells what is wrong with it
            if not sessies.is_begun(sessies.load(omgeving.root, folder)):
                anderen.append(naam)
    return tuple(anderen)
