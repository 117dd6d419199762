"""`intervisie sync`: shares what was recorded here, and takes in what others recorded."""

from collections.abc import Iterable
from functools import partial
from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.flows.sync.gedeelde_plek import moved_to
from intervisie_cli.flows.sync.sync import sync
from intervisie_cli.flows.sync.uitkomst import Uitkomst
from intervisie_cli.flows.waar import typ_step, waar
from intervisie_cli.groep import botsingen
from intervisie_cli.model.fouten import KIJK_ZELF, OK, VerkeerdGebruik
from intervisie_cli.tonen import botsing
from intervisie_cli.tonen.uitkomst import regels


def run(
    ctx: typer.Context,
    *,
    openbaar: opties.OpenbaarOptie = False,
    herstel: Annotated[
        bool,
        typer.Option(
            "--herstel",
            help="Leg opnieuw vast wat niet te delen is; de teksten blijven.",
        ),
    ] = False,
    overnemen: Annotated[
        bool,
        typer.Option(
            "--overnemen",
            help="Ga mee als er op de plek iets uit de geschiedenis is gehaald.",
        ),
    ] = False,
    terugzetten: Annotated[
        bool,
        typer.Option(
            "--terugzetten",
            help="Zet terug wat er op de plek bij vergissing uit is gehaald.",
        ),
    ] = False,
) -> int:
    """Bring this clone and the shared place together, and say what came in and went out."""
    app: App = ctx.obj
    app.ensure_name()
    if overnemen and terugzetten:
        raise VerkeerdGebruik(
            "--overnemen en --terugzetten gaan niet samen.", "Laat één van beide weg."
        )
    uitkomst = share(
        app,
        openbaar=openbaar,
        herstel=herstel,
        overnemen=overnemen,
        terugzetten=terugzetten,
    )
    if report(app, uitkomst):
        return KIJK_ZELF
    return OK


def share(
    app: App,
    *,
    openbaar: bool = False,
    herstel: bool = False,
    overnemen: bool = False,
    terugzetten: bool = False,
) -> Uitkomst:
    """Sync, with its progress on the terminal. Raises IntervisieError."""
    try:
        return sync(
            app.omgeving,
            app.console.voortgang,
            app.wacht,
            openbaar=openbaar,
            herstel=herstel,
            overnemen=overnemen,
            terugzetten=terugzetten,
        )
    finally:
        # Else an error would be written behind the last thing that was going on.
        app.console.voortgang("")


def report(app: App, uitkomst: Uitkomst) -> bool:
    """Say what came of it; gives whether a person has to look at something."""
    # Only what came in: `status` tells of the clashes that stood here already.
    binnen = uitkomst.bijgewerkt
    gevonden = list(botsingen.in_files(app.omgeving.root, binnen.veranderd))
    vandaag = app.omgeving.vandaag
    plaats = partial(waar, app.omgeving)
    step = partial(typ_step, app.omgeving)
    app.toon(regels(app.console, uitkomst, gevonden, vandaag, plaats, step))
    app.omgeving.forget_groep()
    if nieuw := moved_to(app.omgeving):
        app.console.melding(f"De groep is verhuisd naar {nieuw.toonbaar}.", "geel")
        app.console.melding(f"Ga mee met: intervisie init --remote {nieuw.te_typen}")
        if nieuw.map:
            app.console.melding("Heet die map bij jou anders? Typ dan die naam.")
    return bool(gevonden or binnen.kopieen or uitkomst.onleesbaar)


def say_clashes(app: App, paden: Iterable[str]) -> None:
    """Say of what in these files there are two versions, and how to choose."""
    gevonden = list(botsingen.in_files(app.omgeving.root, dict.fromkeys(paden)))
    plaats = partial(waar, app.omgeving)
    step = partial(typ_step, app.omgeving)
    app.toon(botsing.regels(app.console, gevonden, plaats, step))
