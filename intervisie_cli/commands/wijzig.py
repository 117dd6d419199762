"""`intervisie wijzig`: changes a sessie that is prepared or under way."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.na_stap import share_when_asked, take_in_when_asked
from intervisie_cli.flows.sessie.wijzig import Verandering, wijzig
from intervisie_cli.groep.gestopt import kept
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.tonen.wijziging import regels


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieOptie = None,
    erbij: Annotated[
        str | None, opties.leden("--erbij", "Wie er vanaf nu bij is: a,b.")
    ] = None,
    weg: Annotated[
        str | None, opties.leden("--weg", "Wie er niet meer bij is: a,b.")
    ] = None,
    vanaf: Annotated[
        str | None,
        opties.stap("--vanaf", "Bij --weg: vanaf welke stap; standaard de volgende."),
    ] = None,
    begeleider: Annotated[
        str | None,
        opties.lid("--begeleider", 'Wie begeleidt: een lid, "docent NAAM" of geen.'),
    ] = None,
    notulist: Annotated[
        str | None, opties.lid("--notulist", "Wie notuleert; geen is ieder voor zich.")
    ] = None,
    ronde_erbij: Annotated[
        str | None,
        opties.leden("--ronde-erbij", "Wie ook een hulpvraag inbrengt: a,b."),
    ] = None,
    ronde_weg: Annotated[
        int | None,
        typer.Option(
            "--ronde-weg", help="Welke ronde er niet komt: het nummer.", metavar="N"
        ),
    ] = None,
    volgorde: Annotated[
        str | None,
        opties.leden("--volgorde", "De volgorde van wie nog aan de beurt komt: a,b."),
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option(
            "--datum",
            help="Op welke dag jullie hem houden: vandaag, 2026-11-23.",
            metavar="DATUM",
        ),
    ] = None,
    om: opties.BegintOmOptie = None,
    tot: opties.KlaarOmOptie = None,
    elke: opties.ElkeOptie = None,
    afronden: Annotated[
        str | None,
        typer.Option(
            "--afronden",
            help="Stop hier; de reden mag leeg zijn; - leest standaardinvoer.",
            metavar="REDEN",
        ),
        opties.LEEST,
    ] = None,
    heropen: Annotated[
        bool, typer.Option("--heropen", help="Ga toch verder met een afgeronde sessie.")
    ] = False,
) -> int:
    """Change what was asked, in one commit."""
    app: App = ctx.obj
    wens = Verandering(
        erbij=erbij,
        weg=weg,
        vanaf=vanaf,
        begeleider=begeleider,
        notulist=notulist,
        ronde_erbij=ronde_erbij,
        ronde_weg=ronde_weg,
        volgorde=volgorde,
        datum=datum,
        om=om,
        tot=tot,
        elke=elke,
        afronden=afronden,
        heropen=heropen,
    )
    if vanaf is not None and weg is None:
        raise VerkeerdGebruik(
            "--vanaf hoort bij --weg.", "Typ: intervisie wijzig --weg LID --vanaf STAP"
        )
    if heropen and afronden is not None:
        raise VerkeerdGebruik(
            "--heropen en --afronden gaan niet samen.", "Kies één van beide."
        )
    if wens == Verandering():
        raise VerkeerdGebruik(
            "Zeg wat er verandert.",
            "Bijvoorbeeld: intervisie wijzig --erbij noor, of zie: intervisie wijzig --help",
        )
    app.omgeving.repository.check_ready()
    app.ensure_name()
    take_in_when_asked(app)
    gedaan = wijzig(app.omgeving, sessie, wens, app.wacht)
    omgeving = app.omgeving
    bewaard = kept(omgeving.repository.private, gedaan.sessie_map)
    app.toon(regels(app.console, omgeving.groep, gedaan, bewaard, omgeving.vandaag))
    if gedaan.is_nieuw:
        share_when_asked(app)
    return 0
