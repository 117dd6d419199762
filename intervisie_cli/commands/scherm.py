"""`intervisie scherm`: a page to share in the call: the step, the clock, whose turn it is."""

import time
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from intervisie_cli.commands.app import App, need_terminal
from intervisie_cli.commands.app.scherm import write_page
from intervisie_cli.commands.app.wachten import end_line
from intervisie_cli.flows import scherm
from intervisie_cli.flows.niet_vastgelegd import NietKunnenSchrijven, explain
from intervisie_cli.groep import sessies
from intervisie_cli.model.schermstand import LOOPT, Schermstand
from intervisie_cli.system import browser

_ELKE_S = 1.0


def run(
    ctx: typer.Context,
    *,
    toon_hulpvraag: Annotated[
        bool,
        typer.Option("--toon-hulpvraag", help="Zet ook de hulpvraag op het scherm."),
    ] = False,
    terminal: Annotated[
        bool,
        typer.Option("--terminal", help="Groot in dit venster, zonder browser."),
    ] = False,
    niet_openen: Annotated[
        bool,
        typer.Option("--niet-openen", help="Zeg alleen waar de pagina staat."),
    ] = False,
) -> int:
    """Make the page and open it; `step` and `status --volg` keep it right."""
    app: App = ctx.obj
    root = app.omgeving.root
    try:
        scherm.set_hulpvraag(root, is_aan=toon_hulpvraag)
        if terminal:
            need_terminal(app, "Laat --terminal weg.")
            return _in_terminal(app)
        write_page(root, _now(app), app.omgeving.clock())
    except OSError as error:
        raise NietKunnenSchrijven(*explain(error)) from error
    pad = scherm.page_of(root)
    if not niet_openen and browser.open_page(pad):
        app.console.regel("✓ Het scherm staat open in je browser.", "groen")
    else:
        app.console.regel("✓ Open deze pagina in je browser:", "groen")
        app.console.regel(pad.as_uri())
    app.console.alinea(
        "Deel dat venster in de call. Het loopt mee met intervisie step."
    )
    wat = (
        "De hulpvraag komt erop, zodra die is vastgelegd."
        if toon_hulpvraag
        else ("Er staat geen woord op van wat jullie zeggen.")
    )
    app.console.regel(wat)
    return 0


def _now(app: App) -> Schermstand:
    """What is shown at this moment: the step that runs, else how the sessie stands."""
    omgeving = app.omgeving
    stand = scherm.load(omgeving.root, omgeving.clock())
    if stand and stand.toestand == LOOPT:
        return stand
    sessie_map = sessies.find(omgeving.root, None, omgeving.avond)
    return scherm.of_sessie(omgeving, sessie_map)


def _in_terminal(app: App) -> int:
    """Show it until Ctrl-C, which is how it ends."""
    with suppress(KeyboardInterrupt):
        if app.console.is_toegankelijk:
            _in_lines(app)
        else:
            _large(app)
    end_line(app)
    return 0


def _large(app: App) -> None:
    # Imported here: nobody else draws with it.
    from intervisie_cli.tonen.scherm import regels
    from intervisie_cli.ui.groot import draw

    draw(lambda: regels(_now(app), app.omgeving.clock()))


def _in_lines(app: App) -> NoReturn:
    """Write a line for what changed. Raises KeyboardInterrupt at Ctrl-C."""
    from intervisie_cli.tonen.scherm import regels
    from intervisie_cli.ui.doek import Doek

    doek = Doek(app.console)
    while True:
        nu = regels(_now(app), app.omgeving.clock())
        doek.teken([app.console.stijl(tekst) for _, tekst in nu if tekst])
        time.sleep(_ELKE_S)
