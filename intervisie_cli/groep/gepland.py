"""The minutes that a sessie is planned to take."""

from collections.abc import Iterable

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.sessie import Plek, Ronde, plekken
from intervisie_cli.vragen.tijdplan import minuten


def planned_min(sessie_map: SessieMap) -> int:
    """The minutes of all steps that the group does."""
    return sum(map(minuten, _held(sessie_map)))


def _held(sessie_map: SessieMap) -> Iterable[Plek]:
    """Those steps; with one ronde when nobody said yet who brings in."""
    sessie = sessie_map.sessie
    if not sessie.rondes and not sessie.is_afgerond:
        return plekken(sessie_map.draaiboek, (Ronde("", 1, ""),), sessie.samen)
    return [
        stap.plek
        for stap in sessie_map.stappen
        if stap.is_vastgelegd or not stap.vervalt
    ]
