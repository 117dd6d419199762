"""`intervisie actie`: the acties that are open, and how they go."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.opties import completion
from intervisie_cli.flows.actie.opvolging import who_am_i
from intervisie_cli.flows.terugblik.acties import acties, some_acties
from intervisie_cli.model.actie import GETYPT, Actievraag
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.tonen import actie as tonen

LIJST = "lijst"
# More than fit on a screen help nobody to choose.
MAX_REGELS = 20


def run(
    app: App,
    *,
    wat: Annotated[
        str | None,
        typer.Argument(
            help="lijst, klaar, deels, bezig, vervallen of open; standaard lijst.",
            metavar="[STATUS]",
            autocompletion=completion.statussen,
        ),
    ] = None,
    actie: Annotated[
        str | None,
        typer.Argument(
            help="Welke: het begin van de id, of een woord eruit; - leest standaardinvoer.",
            metavar="[ACTIE]",
        ),
        opties.LEEST,
    ] = None,
    van: Annotated[
        str | None,
        typer.Option(
            "--van",
            help="Alleen acties van dit lid.",
            metavar="LID",
            autocompletion=completion.leden,
        ),
    ] = None,
    alle: Annotated[bool, typer.Option("--alle", help="Ook wat gedaan of vervallen is.")] = False,
    opmerking: Annotated[
        str | None,
        typer.Option("--opmerking", help="Wat je erover wilt zeggen; - leest standaardinvoer."),
        opties.LEEST,
    ] = None,
    datum: Annotated[
        str | None, typer.Option("--tot", help="Een nieuwe dag voor de actie.", metavar="DATUM")
    ] = None,
    keer: Annotated[
        int | None, typer.Option("--keer", help="Hoe vaak het is gelukt, bij een vast ritme.")
    ] = None,
    als: Annotated[
        str | None,
        typer.Option("--als", help="Wie jij bent.", metavar="LID", autocompletion=completion.leden),
    ] = None,
    ics: Annotated[
        str | None,
        typer.Option("--ics", help="Schrijf ze als afspraken voor je agenda.", metavar="BESTAND"),
    ] = None,
    met_tekst: Annotated[
        bool, typer.Option("--met-tekst", help="Zet in je agenda ook wat de actie is.")
    ] = False,
    json: opties.JsonOptie = False,
) -> int:
    """List the acties, or record how one goes."""
    wat = wat or LIJST
    if wat not in (LIJST, "list", *GETYPT):
        raise VerkeerdGebruik(
            f"'{wat[:30]}' is geen status.", f"Kies uit: {LIJST}, {', '.join(GETYPT)}"
        )
    ik = app.omgeving.groep.member(als).id if als else who_am_i(app.omgeving)
    if wat in (LIJST, "list"):
        if any(gezegd is not None for gezegd in (actie, opmerking, datum, keer)):
            raise VerkeerdGebruik(
                "Zeg hoe het met de actie gaat.", "Bijvoorbeeld: intervisie actie klaar ACTIE"
            )
        if met_tekst and ics is None:
            raise VerkeerdGebruik(
                "--met-tekst hoort bij --ics.", "Typ: intervisie actie --ics acties.ics --met-tekst"
            )
        if ics is not None:
            if json or alle:
                raise VerkeerdGebruik(
                    "--ics gaat niet samen met --json of --alle.", "In je agenda komt wat open is."
                )
            from intervisie_cli.commands.actie.agenda import write_calendar

            return write_calendar(
                app, ics, app.omgeving.groep.member(van).id if van else ik, met_tekst=met_tekst
            )
        return _list(
            app, ik, app.omgeving.groep.member(van).id if van else "", alle=alle, json=json
        )
    if json or van or alle or met_tekst or ics is not None:
        raise VerkeerdGebruik(
            "--json, --van, --alle en --ics horen bij de lijst.", "Typ: intervisie actie"
        )
    from intervisie_cli.commands.actie.opvolging import follow_up

    return follow_up(app, GETYPT[wat], actie, opmerking=opmerking, datum=datum, keer=keer, ik=ik)


def _list(app: App, ik: str, van: str, *, alle: bool, json: bool) -> int:
    vraag = Actievraag(alle=alle, leden=[van] if van else [], eerst=ik)
    if json:
        app.console.json(tonen.json(acties(app.omgeving, vraag)))
        return 0
    gevonden = some_acties(app.omgeving, vraag, MAX_REGELS)
    app.toon(tonen.regels(app.console, app.omgeving.groep, gevonden, app.omgeving.vandaag))
    if rest := gevonden.totaal - len(gevonden.treffers):
        app.console.regel(f"en nog {rest}; kijk per lid met: intervisie actie --van LID", "dof")
    if not gevonden.totaal:
        app.console.regel("Er zijn geen acties." if alle else "Er zijn geen open acties.")
    return 0
