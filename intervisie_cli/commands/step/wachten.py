"""Waiting together: who is ready in a step, while others fill in theirs."""

from intervisie_cli import system
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond, shares
from intervisie_cli.flows.sessie.status import Quotum, quota
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.tonen.stand import wie_is_klaar

KIJK_ELKE_S = 3.0
_TIK_S = 0.2


def samen_wachten(
    app: App, sessie_map: SessieMap, stap: StapBestand
) -> tuple[SessieMap, StapBestand]:
    """Show who is ready and take in what they give, until all are or somebody presses Enter.

    Gives the step as it is by then. Only the counts are shown, so that nobody is led by the
    questions of another.
    """
    nu = quota(app.omgeving, sessie_map, stap, {})
    if stap.is_af or not nu or not shares(app):
        return sessie_map, stap
    if not _all_ready(nu):
        app.console.regel(
            f"{stap.plek.titel}: anderen vullen in met: intervisie step --als NAAM"
        )
    deler = Achtergrond(app)  # a line that is dead keeps nobody from going on
    try:
        while not stap.is_af and not _all_ready(nu):
            app.console.voortgang(
                f"{wie_is_klaar(app.omgeving.groep, nu)} · Enter = hier verder"
            )
            deler.start()
            if _enter(app):
                break
            sessie_map = sessies.load(app.omgeving.root, sessie_map.sessie.map)
            stap = next(
                (ander for ander in sessie_map.stappen if ander.pad == stap.pad), stap
            )
            nu = quota(app.omgeving, sessie_map, stap, {})
    finally:
        app.console.voortgang("")
    app.console.regel(wie_is_klaar(app.omgeving.groep, nu), "dof")
    return sessie_map, stap


def _all_ready(nu: tuple[Quotum, ...]) -> bool:
    return all(quotum.aantal >= quotum.nodig for quotum in nu)


def _enter(app: App) -> bool:
    """Wait a while for Enter. Raises KeyboardInterrupt."""
    for _ in range(int(KIJK_ELKE_S / _TIK_S)):
        if system.enter_pressed(_TIK_S):
            return True
        if app.prompter.is_interrupted:
            raise KeyboardInterrupt
    return False
