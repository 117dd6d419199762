"""`intervisie instellingen`: what a group chose, and choosing something else."""

from typing import Annotated, Any

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.na_stap import share_when_asked
from intervisie_cli.commands.opties.keuze import een_van, opgesomd
from intervisie_cli.flows.groep import instellingen
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.instellingen import KEUZES, REGIOS
from intervisie_cli.records.groep import HORIZON
from intervisie_cli.tonen import instellingen as tonen
from intervisie_cli.ui.toegankelijk import choose, is_chosen

_JA_NEE = _JA, _NEE = ("ja", "nee")


def run(
    ctx: typer.Context,
    *,
    delen: Annotated[
        str | None,
        typer.Option(
            "--delen",
            help=f"Wanneer jullie delen: {opgesomd(KEUZES['sync'])}.",
            metavar="WANNEER",
        ),
    ] = None,
    eerder: Annotated[
        str | None,
        typer.Option(
            "--eerder",
            help=f"Eerder advies bij een advies: {opgesomd(KEUZES['eerder'])}.",
            metavar="WAT",
        ),
    ] = None,
    geleerd: Annotated[
        str | None,
        typer.Option(
            "--geleerd",
            help=f"Wat je met de coach deed, op deze computer: {opgesomd(KEUZES['geleerd'])}.",
            metavar="WAT",
        ),
    ] = None,
    leesbaar: Annotated[
        str | None,
        typer.Option(
            "--leesbaar",
            help=f"Notulen als bladzijde op de gedeelde plek: {opgesomd(KEUZES['leesbaar'])}.",
            metavar="JA",
        ),
    ] = None,
    commits: Annotated[
        str | None,
        typer.Option(
            "--commits",
            help=f"Wiens naam er in de geschiedenis staat: {opgesomd(KEUZES['commits'])}.",
            metavar="WIE",
        ),
    ] = None,
    regio: Annotated[
        str | None,
        typer.Option(
            "--regio", help=f"De schoolvakanties: {opgesomd(REGIOS)}.", metavar="REGIO"
        ),
    ] = None,
    horizon: Annotated[
        int | None,
        typer.Option(
            "--horizon",
            help="Na hoeveel dagen een actie ver weg is.",
            metavar="DAGEN",
            min=1,
        ),
    ] = None,
    toegankelijk: Annotated[
        str | None,
        typer.Option(
            "--toegankelijk",
            help="Alleen voor jou, op deze computer: vragen in gewone regels,"
            f" voor schermlezer en brailleregel: {opgesomd(_JA_NEE)}.",
            metavar="KEUZE",
        ),
    ] = None,
    json: opties.JsonOptie = False,
) -> int:
    """Show the settings of the group, or change some in one commit; or what is of the person."""
    app: App = ctx.obj
    eigen = None
    if toegankelijk is not None:
        eigen = een_van(_JA_NEE, toegankelijk, "--toegankelijk") == _JA
    keuzes = {
        "sync": (delen, "--delen"),
        "eerder": (eerder, "--eerder"),
        "geleerd": (geleerd, "--geleerd"),
        "leesbaar": (leesbaar, "--leesbaar"),
        "commits": (commits, "--commits"),
        "regio": (regio, "--regio"),
    }
    wordt: dict[str, Any] = {
        naam: een_van([keuze for keuze in KEUZES[naam] if keuze], gekozen, vlag)
        for naam, (gekozen, vlag) in keuzes.items()
        if gekozen is not None
    }
    if horizon is not None:
        wordt[HORIZON] = horizon
    if (wordt or eigen is not None) and json:
        raise VerkeerdGebruik(
            "--json laat de instellingen zien.", "Laat de andere opties weg."
        )
    if eigen is not None:
        choose(eigen)
        app.console.regel(f"✓ {tonen.toegankelijk(is_aan=eigen)}", "groen")
        # It is of no group, so there need not be one.
        if not wordt:
            return 0
    if wordt:
        app.ensure_name()
        is_nieuw = instellingen.change(app.omgeving, wordt, app.wacht)
        app.console.regel("✓ Ingesteld" if is_nieuw else "✓ Stond al zo", "groen")
        if is_nieuw:
            share_when_asked(app)
    if json:
        app.console.json(tonen.json(app.omgeving.groep))
    else:
        app.toon(tonen.regels(app.console, app.omgeving.groep))
        app.console.regel(tonen.toegankelijk(is_aan=is_chosen()))
    return 0
