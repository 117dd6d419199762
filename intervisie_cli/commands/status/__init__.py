"""`intervisie status`: where the session stands."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.status.bladzijde import look_at, show
from intervisie_cli.flows.sessie.status import Stand
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.schermstand import LOOPT, Schermstand
from intervisie_cli.tonen import stand as tonen


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieOptie = None,
    volg: Annotated[
        bool, typer.Option("--volg", help="Blijf kijken, tot je op Ctrl-C drukt.")
    ] = False,
    bel: Annotated[
        bool,
        typer.Option("--bel", help="Laat met --volg horen dat iedereen klaar is."),
    ] = False,
    beurten: Annotated[
        bool,
        typer.Option(
            "--beurten", help="Hoe vaak was ieder inbrenger, begeleider en notulist?"
        ),
    ] = False,
    json: opties.JsonOptie = False,
) -> int:
    """Show where a sessie stands, with *volg* again and again; or the turns of the group."""
    app: App = ctx.obj
    if beurten:
        if volg or sessie:
            raise VerkeerdGebruik(
                "--beurten gaat over alle sessies.", "Laat --volg en --sessie weg."
            )
        return _show_turns(app, json=json)
    if volg:
        if json:
            # A program that wants to follow asks again: one object is no stream.
            raise VerkeerdGebruik(
                "--volg en --json gaan niet samen.", "Laat één van beide weg."
            )
        from intervisie_cli.commands.status.volg import follow

        return follow(app, sessie, bel=bel)
    if bel:
        raise VerkeerdGebruik(
            "--bel hoort bij --volg.", "Typ: intervisie status --volg --bel"
        )
    if json:
        stand = look_at(app, sessie)
        app.console.json(tonen.json(stand, _running(app, stand)))
        return 0
    show(app, sessie)
    return 0


def _running(app: App, stand: Stand) -> Schermstand | None:
    """The step of this sessie that is asked in a window of this clone, None for none."""
    from intervisie_cli.flows import scherm

    nu = scherm.load(app.omgeving.root, app.omgeving.clock())
    if not nu or nu.toestand != LOOPT or nu.map != stand.sessie_map.sessie.map:
        return None
    return nu


def _show_turns(app: App, *, json: bool) -> int:
    from intervisie_cli.commands.app.overgeslagen import name_unreadable
    from intervisie_cli.flows.sessie.beurten import count, table
    from intervisie_cli.tonen import beurten

    omgeving = app.omgeving
    gehad = count(omgeving)
    rijen = table(omgeving.groep, gehad)
    if json:
        app.console.json(beurten.json(rijen))
    else:
        app.toon(beurten.regels(app.console, omgeving.groep, rijen, omgeving.vandaag))
    return name_unreadable(app, gehad.fouten)
