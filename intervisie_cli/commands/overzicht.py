"""`intervisie overzicht`: a draaiboek on one page, all of its cards, or its blank notulen."""

from pathlib import Path
from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.new import choose_draaiboek
from intervisie_cli.commands.opties.keuze import opgesomd
from intervisie_cli.commands.opties.uitvoer import (
    OverschrijfOptie,
    UitOptie,
    choose_form,
    hand_over,
)
from intervisie_cli.flows.uitvoer import plek
from intervisie_cli.groep import draaiboeken, sessies
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.tonen import draaiboek as een_bladzijde
from intervisie_cli.tonen import formulier as lege_notulen
from intervisie_cli.tonen import kaarten, stukken
from intervisie_cli.tonen.vormen.register import OPENT, bestand

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
    vorm: Annotated[
        str | None,
        typer.Option(
            "--vorm",
            help=f"Met --volledig of --formulier: een bestand, als {opgesomd(OPENT)}.",
            metavar="VORM",
        ),
    ] = None,
    uit: UitOptie = None,
    overschrijf: OverschrijfOptie = False,
) -> int:
    """Show it; without a variant that of the session at hand, else the short one."""
    app: App = ctx.obj
    _check(volledig=volledig, formulier=formulier, is_bestand=bool(vorm or uit))
    gevraagd = choose_draaiboek(kort=kort, lang=lang, draaiboek=draaiboek)
    root = _root(app)
    boek = draaiboeken.load(root, gevraagd or _at_hand(app, root))
    if vorm or uit:
        blokken = kaarten.blokken if volledig else lege_notulen.blokken
        soort = "kaarten" if volledig else "lege notulen"
        stuk = stukken.zonder_dag(f"{soort.capitalize()} · {boek.titel}", blokken(boek))
        gekozen = choose_form(vorm, uit)
        naam = f"{soort.replace(' ', '-')}-{boek.naam}"
        pad = plek.find(root, uit, f"{naam}.{gekozen}", overschrijf=overschrijf)
        hand_over(app, pad, gekozen, bestand(gekozen, stuk))
        return 0
    regels = een_bladzijde.regels
    if volledig:
        regels = kaarten.regels
    elif formulier:
        regels = lege_notulen.regels
    app.toon(regels(app.console, boek), is_lang=True)
    return 0


def _check(*, volledig: bool, formulier: bool, is_bestand: bool) -> None:
    if volledig and formulier:
        raise VerkeerdGebruik(
            "De kaarten en de lege notulen krijg je apart.",
            "Geef --volledig of --formulier mee.",
        )
    if is_bestand and not volledig and not formulier:
        raise VerkeerdGebruik(
            "Wat wil je als bestand: de kaarten of de lege notulen?",
            "Geef --volledig of --formulier mee.",
        )


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
