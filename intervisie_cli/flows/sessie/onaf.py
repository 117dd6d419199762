"""The sessie that a group did not finish."""

from contextlib import suppress
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import sessies
from intervisie_cli.groep.dagen import in_woorden
from intervisie_cli.model.fouten import IntervisieError


class Onaf(NamedTuple):
    """An earlier sessie with steps to do: its name, and what people call it.

    *is_leeg*: nothing was recorded in it.
    """

    naam: str
    in_woorden: str
    is_leeg: bool


def unfinished(omgeving: Omgeving) -> Onaf | None:
    """The latest sessie up to today that has steps to do; None when there is none."""
    for folder in sessies.folders(omgeving.root):
        with suppress(IntervisieError):
            sessie = sessies.load_sessie(omgeving.root, folder)
            if sessie.datum > omgeving.vandaag:
                continue
            sessie_map = sessies.load(omgeving.root, folder)
            if not sessie_map.volgende:
                return None
            woorden = in_woorden(sessie, omgeving.vandaag)
            is_leeg = not sessies.is_begun(sessie_map)
            return Onaf(sessie.naam, woorden, is_leeg)
    return None
