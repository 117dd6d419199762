"""`intervisie doctor`: what is wrong with this clone, and what mends it."""

from typing import Annotated

import typer

from intervisie_cli.commands.app import App
from intervisie_cli.flows.groep.doctor import examine
from intervisie_cli.flows.groep.mankement import Mankement
from intervisie_cli.model.fouten import KIJK_ZELF, OK, IntervisieError, VerkeerdGebruik
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Vraag

_DOEN = Vraag(
    Sleutel("doen"), "ja-nee", "Zal ik dat herstellen?", keuzes=JA_NEE, standaard=True
)


def run(
    ctx: typer.Context,
    *,
    herstel: Annotated[
        bool,
        typer.Option("--herstel", help="Herstel wat kan, en vraag het elke keer."),
    ] = False,
    uitgebreid: Annotated[
        bool,
        typer.Option("--uitgebreid", help="Noem ook bestanden en opdrachten van git."),
    ] = False,
) -> int:
    """Print a line and a remedy for each finding, and mend those that the person wants."""
    app: App = ctx.obj
    if herstel and not app.mag_vragen:
        raise VerkeerdGebruik(
            "--herstel vraagt bij alles of het mag, en hier kan dat niet.",
            "Typ het in een terminal, zonder --geen-vragen.",
        )
    is_goed = True
    heeft_tips = False
    for bevinding in examine(app.omgeving):
        _show(app, bevinding, uitgebreid=uitgebreid)
        if herstel and bevinding.doe and _mend(app, bevinding):
            continue
        if bevinding.is_tip:
            heeft_tips = True
        else:
            is_goed = False
    if not is_goed:
        return KIJK_ZELF
    if heeft_tips:
        app.console.regel("Verder is alles in orde.", "groen")
    else:
        app.console.regel("Alles is in orde.", "groen")
    return OK


def _show(app: App, bevinding: Mankement, *, uitgebreid: bool) -> None:
    kop = "Tip: " if bevinding.is_tip else "• "
    app.console.alinea(bevinding.wat, kop=kop)
    # Never wrapped, so that it can be copied as a whole.
    app.console.regel(f"  {bevinding.herstel}", "dof")
    if uitgebreid and bevinding.uitgebreid:
        app.console.regel(f"  {bevinding.uitgebreid}", "dof")


def _mend(app: App, bevinding: Mankement) -> bool:
    """Ask whether it may be mended, and do that; gives whether it was."""
    if not bevinding.doe or not app.ask(_DOEN):
        return False
    try:
        bevinding.doe()
    except IntervisieError as fout:
        app.console.fout(fout.bericht, fout.hulp)
        return False
    app.console.regel("✓ Gedaan.", "groen")
    return True
