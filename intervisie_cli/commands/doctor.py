"""`intervisie doctor`: what is wrong with this clone, and the command that mends it."""

from intervisie_cli.commands.app import App
from intervisie_cli.flows.groep.doctor import examine
from intervisie_cli.model.fouten import KIJK_ZELF, OK


def run(app: App) -> int:
    """Print a line and a remedy for each finding."""
    is_goed, tips = True, False
    for bevinding in examine(app.omgeving):
        is_goed, tips = is_goed and bevinding.is_tip, tips or bevinding.is_tip
        app.console.alinea(bevinding.wat, kop="Tip: " if bevinding.is_tip else "• ")
        app.console.regel(f"  {bevinding.herstel}", "dof")  # on one line, to copy
    if is_goed:
        app.console.regel("Verder is alles in orde." if tips else "Alles is in orde.", "groen")
    return OK if is_goed else KIJK_ZELF
