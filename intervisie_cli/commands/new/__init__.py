"""`intervisie new`: prepares a session."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.kalender import NAAM, write_calendar
from intervisie_cli.commands.app.na_stap import share_when_asked
from intervisie_cli.commands.new.tonen import show
from intervisie_cli.flows.sessie import new
from intervisie_cli.flows.sessie.new import Opties
from intervisie_cli.flows.sessie.ritme import in_ritme
from intervisie_cli.flows.sessie.tijden import volgende_keer, zegt_ritme
from intervisie_cli.flows.uitvoer import agenda
from intervisie_cli.groep import sessies, voorbereiding
from intervisie_cli.groep.dagen import met_tijd
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.namen import step_in
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.tijd.dag import dag_in_woorden


def choose_draaiboek(*, kort: bool, lang: bool, draaiboek: str | None) -> str | None:
    """The draaiboek that the flags name, None when they name none. Raises VerkeerdGebruik."""
    genoemd = []
    if kort:
        genoemd.append("kort")
    if lang:
        genoemd.append("lang")
    if draaiboek:
        genoemd.append(draaiboek)
    if not genoemd:
        return None
    if len(genoemd) > 1:
        raise VerkeerdGebruik(
            "Kies één draaiboek.", "Geef --kort, --lang of --draaiboek NAAM mee."
        )
    return genoemd[0]


def run(
    ctx: typer.Context,
    *,
    kort: opties.KortOptie = False,
    lang: opties.LangOptie = False,
    draaiboek: opties.DraaiboekOptie = None,
    deelnemers: Annotated[
        str | None, opties.leden("--deelnemers", "De deelnemers: a,b,c.")
    ] = None,
    inbrengers: Annotated[
        str | None, opties.leden("--inbrengers", "De inbrengers, op volgorde: a,b.")
    ] = None,
    begeleider: Annotated[
        str | None,
        opties.lid(
            "--begeleider",
            'Wie begeleidt: een lid, "docent NAAM" of geen; weglaten mag.',
        ),
    ] = None,
    notulist: Annotated[
        str | None,
        opties.lid("--notulist", "Wie notuleert; weglaten of geen is ieder voor zich."),
    ] = None,
    thema: Annotated[
        str | None,
        typer.Option(
            "--thema",
            help="Het thema; komt in de naam van de map; - leest standaardinvoer.",
        ),
        opties.LEEST,
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option(
            "--datum",
            help="De dag, als het niet vandaag is: 2026-11-23.",
            metavar="DATUM",
        ),
    ] = None,
    om: opties.BegintOmOptie = None,
    tot: opties.KlaarOmOptie = None,
    elke: opties.ElkeOptie = None,
    prive: Annotated[
        bool,
        typer.Option(
            "--prive", help="Laat wat hier gezegd is later niet als voorbeeld zien."
        ),
    ] = False,
    samen: Annotated[
        str | None,
        typer.Option(
            "--samen",
            help="Stappen die je één keer samen doet in plaats van per ronde: a,b.",
            metavar="STAP",
        ),
    ] = None,
    ics: opties.IcsOptie = None,
) -> int:
    """Prepare a session, ask what was not given, and show how it fits in time."""
    app: App = ctx.obj
    gegeven = Opties(
        draaiboek=choose_draaiboek(kort=kort, lang=lang, draaiboek=draaiboek),
        deelnemers=deelnemers,
        inbrengers=inbrengers,
        begeleider=begeleider,
        notulist=notulist,
        thema=thema,
        datum=datum,
        om=om,
        tot=tot,
        elke=elke,
        samen=samen,
        prive=prive,
    )
    # Before any question: answers that cannot be recorded would be asked for nothing.
    app.omgeving.repository.check_ready()
    kalender = None
    if ics is not None:
        kalender = agenda.find(app.omgeving.root, ics, NAAM)
    app.ensure_name()
    if app.mag_vragen:
        from intervisie_cli.commands.new.bladzijde import fill_in

        ingevuld = fill_in(app, gegeven)
        if not ingevuld:
            app.console.regel("Er is niets klaargezet; wat je invulde is bewaard.")
            return 0
        gegeven = ingevuld
    else:
        gegeven = in_ritme(app.omgeving, gegeven)
    voorbereid = new.bereid_voor(app.omgeving, gegeven)
    if not app.mag_vragen:
        show(app, voorbereid)
    sessie = new.leg_klaar(app.omgeving, voorbereid, app.wacht)
    voorbereiding.forget(app.omgeving.repository.private)
    _tell(app, sessie)
    typ = _how_to_begin(app, sessie)
    share_when_asked(app)
    if kalender:
        for regel in write_calendar(app, kalender, sessie, voorbereid.plan.totaal):
            app.console.alinea(regel)
    app.console.regel(f"Typ nu: {typ}")
    return 0


def _tell(app: App, sessie: Sessie) -> None:
    vandaag = app.omgeving.vandaag
    app.console.regel(
        f"De sessie van {met_tijd(sessie, vandaag)} staat klaar.", "groen"
    )
    if volgende := volgende_keer(sessie, vandaag):
        # What was understood is seen.
        dag = dag_in_woorden(volgende, vandaag)
        app.console.regel(f"Ritme: {zegt_ritme(sessie)}. De volgende keer is op {dag}.")


def _how_to_begin(app: App, sessie: Sessie) -> str:
    # An earlier sessie may not be done yet, and then `step` would go on with that.
    aan_de_beurt = sessies.find_folder(app.omgeving.root, None, app.omgeving.avond)
    return step_in(sessie.map, aan_de_beurt)
