"""`intervisie overzicht`: a draaiboek on one page, all of its cards, or its blank notulen."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.new import choose_draaiboek
from intervisie_cli.groep import draaiboeken, sessies
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.tonen import draaiboek as een_bladzijde
from intervisie_cli.tonen import formulier as lege_notulen
from intervisie_cli.tonen import kaarten
from intervisie_cli.ui.console import Console

# The variant that a new group begins with.
_ZONDER_SESSIE = "kort"


def run(
    ctx: typer.Context,
    *,
    kort: opties.KortOptie = False,
    lang: opties.LangOptie = False,
    draaiboek: opties.DraaiboekOptie = None,
    volledig: Annotated[
        bool,
        typer.Option(
            "--volledig", help="Alle kaarten: doel, wat je zegt en doet, tips."
        ),
    ] = False,
    formulier: Annotated[
        bool,
        typer.Option("--formulier", help="Lege notulen, om op papier in te vullen."),
    ] = False,
) -> int:
    """Show it; without a variant that of the session at hand, else the short one."""
    app: App = ctx.obj
    regels = _form(volledig=volledig, formulier=formulier)
    gevraagd = choose_draaiboek(kort=kort, lang=lang, draaiboek=draaiboek)
    root = _root(app)
    naam = gevraagd or _at_hand(app, root)
    app.toon(regels(app.console, draaiboeken.load(root, naam)), is_lang=True)
    return 0


def _form(
    *, volledig: bool, formulier: bool
) -> Callable[[Console, Draaiboek], Iterable[str]]:
    if volledig and formulier:
        raise VerkeerdGebruik(
            "De kaarten en de lege notulen krijg je apart.",
            "Geef --volledig of --formulier mee.",
        )
    if volledig:
        return kaarten.regels
    if formulier:
        return lege_notulen.regels
    return een_bladzijde.regels


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
        return sessies.find(root, None, app.omgeving.avond).sessie.draaiboek
    except IntervisieError:
        return _ZONDER_SESSIE
