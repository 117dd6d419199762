"""Whose turn it is in a step that a group holds over more laptops."""

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap.bijdrage import context_for
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.sessie import Lid
from intervisie_cli.vragen.eigen import gegeven
from intervisie_cli.vragen.script import open_vraag


def aan_zet(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
) -> tuple[str, ...]:
    """The members who are asked something at a laptop of their own now."""
    if waits_for_ronde(sessie_map, stap):
        return ()
    er_zijn = sessie_map.er_zijn(stap.plek)
    gevonden = []
    for lid in sessie_map.op_eigen_laptop:
        if lid not in er_zijn:
            continue
        if _is_asked(omgeving, sessie_map, stap, lid):
            gevonden.append(lid)
    return tuple(gevonden)


def who_is_elsewhere(
    sessie_map: SessieMap,
    context: Context,
    ik: str,
) -> tuple[str, ...]:
    """The members who are there at laptops of their own, for *ik* who leads."""
    er_zijn = context.er_zijn or context.sessie.deelnemers
    elders = [lid for lid in sessie_map.op_eigen_laptop if lid in er_zijn]
    return tuple(lid for lid in elders if lid != ik)


def waits_for_ronde(sessie_map: SessieMap, stap: StapBestand) -> bool:
    """Whether the group still says who brings in: until somebody leads, a ronde may come before."""
    return sessie_map.can_come_before(stap) and not stap.voortgang.leider


def _is_asked(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    stap: StapBestand,
    lid: str,
) -> bool:
    context = context_for(omgeving, sessie_map, stap, Lid(lid))
    antwoorden = gegeven(context, stap.data, stap.voortgang)
    return open_vraag(context, antwoorden) is not None


def wie_schrijft(
    omgeving: Omgeving,
    stap: StapBestand,
    schrijven: tuple[str, ...],
    ik: str,
) -> str:
    """Who is busy, for *ik* who waits: 'Kim en Noor schrijven', 'Tim leidt'; '' for *ik* alone."""
    groep = omgeving.groep
    anderen = [lid for lid in schrijven if lid != ik]
    leider = stap.leider(omgeving.clock())
    if anderen:
        werkwoord = "schrijft" if len(anderen) == 1 else "schrijven"
        return f"{groep.namen(anderen)} {werkwoord}"
    if not leider:
        return "nog niemand leidt"
    if leider.lid == ik:
        return ""
    return f"{groep.roepnaam(leider.lid)} leidt"
