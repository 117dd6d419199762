"""`intervisie herinner`: a message for the chat of the group, about the sessie that comes."""

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.kalender import NAAM, write_calendar
from intervisie_cli.commands.app.overgeslagen import name_unreadable
from intervisie_cli.flows.sessie.herinner import coming, herinner
from intervisie_cli.flows.uitvoer import agenda
from intervisie_cli.tonen.herinnering import regels


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieArgument = None,
    ics: opties.IcsOptie = None,
) -> int:
    """Print the message; what is no part of it goes to standard error."""
    app: App = ctx.obj
    omgeving = app.omgeving
    pad = None
    if ics is not None:
        pad = agenda.find(omgeving.root, ics, NAAM)
    sessie_map = coming(omgeving, sessie)
    herinnering = herinner(omgeving, sessie_map)
    for regel in regels(herinnering, omgeving.vandaag):
        app.console.regel(regel)
    if pad:
        gezegd = write_calendar(app, pad, sessie_map.sessie, herinnering.minuten)
        for regel in gezegd:
            app.console.melding(regel)
    return name_unreadable(app, herinnering.fouten)
