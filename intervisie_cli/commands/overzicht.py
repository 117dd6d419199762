"""`intervisie overzicht`: the one-page card of a draaiboek."""

from pathlib import Path

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.new import choose_draaiboek
from intervisie_cli.groep import draaiboeken, sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.tonen.draaiboek import regels

# The variant that a new group begins with.
_ZONDER_SESSIE = "kort"


def run(
    ctx: typer.Context,
    *,
    kort: opties.KortOptie = False,
    lang: opties.LangOptie = False,
    draaiboek: opties.DraaiboekOptie = None,
) -> int:
    """Show the card; without a flag that of the session at hand, else of the short variant."""
    app: App = ctx.obj
    gevraagd = choose_draaiboek(kort=kort, lang=lang, draaiboek=draaiboek)
    root = _root(app)
    naam = gevraagd or _at_hand(app, root)
    app.toon(regels(app.console, draaiboeken.load(root, naam)), is_lang=True)
    return 0


def _root(app: App) -> Path | None:
    try:
        return app.omgeving.root
    except IntervisieError:
        # A draaiboek that comes with intervisie can be read before there is a group.
        return None


def _at_hand(app: App, root: Path | None) -> str:
    """The draaiboek of the sessie that would be gone on with."""
    if not root:
        return _ZONDER_SESSIE
    try:
        return sessies.find(root, None, app.omgeving.vandaag).sessie.draaiboek
    except IntervisieError:
        return _ZONDER_SESSIE
