"""`intervisie doctor`: what is wrong with this clone, and the command that mends it."""

import typer

from intervisie_cli.commands.app import App
from intervisie_cli.flows.groep.doctor import examine
from intervisie_cli.model.fouten import KIJK_ZELF, OK


def run(ctx: typer.Context) -> int:
    """Print a line and a remedy for each finding."""
    app: App = ctx.obj
    is_goed = True
    heeft_tips = False
    for bevinding in examine(app.omgeving):
        kop = "• "
        if bevinding.is_tip:
            kop = "Tip: "
            heeft_tips = True
        else:
            is_goed = False
        app.console.alinea(bevinding.wat, kop=kop)
        # Never wrapped, so that it can be copied as a whole.
        app.console.regel(f"  {bevinding.herstel}", "dof")
    if not is_goed:
        return KIJK_ZELF
    if heeft_tips:
        app.console.regel("Verder is alles in orde.", "groen")
    else:
        app.console.regel("Alles is in orde.", "groen")
    return OK
