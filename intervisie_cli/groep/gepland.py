"""The minutes that a sessie is planned to take."""

from collections.abc import Iterable

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import Plek, Ronde, Sessie, plekken
from intervisie_cli.vragen.tijdplan import minuten


def planned_min(sessie_map: SessieMap) -> int:
    """The minutes of all steps that the group does."""
    return sum(map(minuten, _held(sessie_map)))


def planned(draaiboek: Draaiboek, sessie: Sessie) -> tuple[Plek, ...]:
    """The steps to plan; with one ronde as long as nobody said who brings in."""
    rondes = sessie.rondes or (Ronde("", 1, ""),)
    return plekken(draaiboek, rondes, sessie.samen)


def _held(sessie_map: SessieMap) -> Iterable[Plek]:
    sessie = sessie_map.sessie
    if not sessie.rondes and not sessie.is_afgerond:
        return planned(sessie_map.draaiboek, sessie)
    return [stap.plek for stap in sessie_map.stappen if stap.is_held]
