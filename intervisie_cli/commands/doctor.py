"""`intervisie doctor`: what is wrong with this clone, and the command that mends it."""

from intervisie_cli.commands.app import App
from intervisie_cli.flows.onderzoek import examine
from intervisie_cli.model.fouten import GEDAAN, KIJK_ZELF


def run(app: App) -> int:
    """Print a line and a remedy for each finding."""
    aantal = 0
    for bevinding in examine(app.omgeving):
        aantal += 1
        app.console.alinea(bevinding.wat, kop="• ")
        app.console.alinea(bevinding.herstel, "dof", inspringen=2)
    if not aantal:
        app.console.regel("Alles is in orde.", "groen")
    return KIJK_ZELF if aantal else GEDAAN
