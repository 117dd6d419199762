"""`intervisie show`: the whole notulen of one session."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.opties.keuze import een_van, opgesomd
from intervisie_cli.flows.sessie.status import look
from intervisie_cli.flows.terugblik.acties import acties_met
from intervisie_cli.groep import sessies
from intervisie_cli.tonen.register import JSON, SESSIE, TEKST, sessie_vorm
from intervisie_cli.vragen.soorten.soort import Gids


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieArgument = None,
    json: opties.JsonOptie = False,
    format: Annotated[  # noqa: A002 - the name of the flag
        str | None,
        typer.Option(
            "--format",
            help=f"Hoe je het wilt zien: {opgesomd(SESSIE)}.",
            metavar="VORM",
        ),
    ] = None,
) -> int:
    """Show every step that has something in it."""
    app: App = ctx.obj
    naam = JSON if json else een_van(SESSIE, format or TEKST, "--format")
    root = app.omgeving.root
    gevonden = None if sessie else sessies.latest_begun(root)
    gevonden = gevonden or sessies.find(root, sessie, app.omgeving.vandaag)
    omgeving = app.omgeving
    gids = Gids(omgeving.groep, omgeving.vandaag, lambda id_: _what_it_says(app, id_))
    sessie_vorm(naam).toon(app.console, gids, look(app.omgeving, gevonden))
    return 0


def _what_it_says(app: App, id_: str) -> str:
    """What the actie with this id says; it may stand in an earlier sessie."""
    for treffer in acties_met(app.omgeving, [id_]):
        return str(treffer.actie.get("actie"))
    return "–"
