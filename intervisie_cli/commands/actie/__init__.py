"""`intervisie actie`: the acties that are open, and how they go."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.overgeslagen import name_unreadable
from intervisie_cli.commands.opties import completion
from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.terugblik.acties import all_acties, some_acties
from intervisie_cli.model.actie import GETYPT, Actievraag
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.tonen import actie as tonen

LIJST = "lijst"
# `list` is what people type who know other programs; the help does not name it.
_OOK_LIJST = (LIJST, "list")
# More than fit on a screen help nobody to choose.
MAX_REGELS = 20


def run(
    ctx: typer.Context,
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
        opties.lid("--van", "Alleen acties van dit lid."),
    ] = None,
    alle: Annotated[
        bool, typer.Option("--alle", help="Ook wat gedaan of vervallen is.")
    ] = False,
    opmerking: Annotated[
        str | None,
        typer.Option(
            "--opmerking", help="Wat je erover wilt zeggen; - leest standaardinvoer."
        ),
        opties.LEEST,
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option("--tot", help="Een nieuwe dag voor de actie.", metavar="DATUM"),
    ] = None,
    keer: Annotated[
        int | None,
        typer.Option("--keer", help="Hoe vaak het is gelukt, bij een vast ritme."),
    ] = None,
    als: opties.AlsOptie = None,
    ics: Annotated[
        str | None,
        typer.Option(
            "--ics", help="Schrijf ze als afspraken voor je agenda.", metavar="BESTAND"
        ),
    ] = None,
    met_tekst: Annotated[
        bool, typer.Option("--met-tekst", help="Zet in je agenda ook wat de actie is.")
    ] = False,
    json: opties.JsonOptie = False,
) -> int:
    """List the acties, write them as a calendar, or record how one goes."""
    app: App = ctx.obj
    wat = wat or LIJST
    if wat not in (*_OOK_LIJST, *GETYPT):
        raise VerkeerdGebruik(
            f"'{wat[:30]}' is geen status.", f"Kies uit: {LIJST}, {', '.join(GETYPT)}"
        )
    ik = _who(app, als) or who_am_i(app.omgeving)
    if wat not in _OOK_LIJST:
        if json or van or alle or met_tekst or ics is not None:
            raise VerkeerdGebruik(
                "--json, --van, --alle en --ics horen bij de lijst.",
                "Typ: intervisie actie",
            )
        from intervisie_cli.commands.actie.opvolging import follow_up

        return follow_up(
            app, GETYPT[wat], actie, opmerking=opmerking, datum=datum, keer=keer, ik=ik
        )
    # A list with what belongs to one actie: the status was forgotten.
    if any(gezegd is not None for gezegd in (actie, opmerking, datum, keer)):
        raise VerkeerdGebruik(
            "Zeg hoe het met de actie gaat.",
            "Bijvoorbeeld: intervisie actie klaar ACTIE",
        )
    if met_tekst and ics is None:
        raise VerkeerdGebruik(
            "--met-tekst hoort bij --ics.",
            "Typ: intervisie actie --ics acties.ics --met-tekst",
        )
    if ics is None:
        return _list(app, ik, _who(app, van), alle=alle, json=json)
    if json or alle:
        raise VerkeerdGebruik(
            "--ics gaat niet samen met --json of --alle.",
            "In je agenda komt wat open is.",
        )
    from intervisie_cli.commands.actie.agenda import write_calendar

    # A calendar is of one person, so without --van it is of whoever asks.
    return write_calendar(app, ics, _who(app, van) or ik, met_tekst=met_tekst)


def _who(app: App, getypt: str | None) -> str:
    """The handle of the member that a flag names, '' when it was not given."""
    if not getypt:
        return ""
    return app.omgeving.groep.member(getypt).id


def _list(
    app: App,
    ik: str,
    van: str,
    *,
    alle: bool,
    json: bool,
) -> int:
    leden = []
    if van:
        leden.append(van)
    vraag = Actievraag(alle=alle, leden=leden, eerst=ik)
    if json:
        alle_acties = all_acties(app.omgeving, vraag)
        app.console.json(tonen.json(alle_acties.treffers))
        return name_unreadable(app, alle_acties.fouten)
    gevonden = some_acties(app.omgeving, vraag, MAX_REGELS)
    app.toon(
        tonen.regels(app.console, app.omgeving.groep, gevonden, app.omgeving.vandaag)
    )
    rest = gevonden.totaal - len(gevonden.treffers)
    if rest:
        app.console.regel(
            f"en nog {rest}; kijk per lid met: intervisie actie --van LID", "dof"
        )
    if not gevonden.totaal:
        wat = "geen acties" if alle else "geen open acties"
        # Nobody is told that all is done when not all was read.
        waar = " in wat te lezen is" if gevonden.fouten else ""
        app.console.regel(f"Er zijn {wat}{waar}.")
    return name_unreadable(app, gevonden.fouten)
