"""`intervisie bewijs`: that a sessie was held and who were there, without a word of content."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.overgeslagen import name_unreadable
from intervisie_cli.commands.opties.uitvoer import (
    OverschrijfOptie,
    UitOptie,
    VormOptie,
    choose_form,
    hand_over,
)
from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.uitvoer import bewijs, plek
from intervisie_cli.flows.uitvoer.bewijs import Jaar
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.sessie import Lid
from intervisie_cli.tonen import bewijs as tonen
from intervisie_cli.tonen.blokken import Stuk
from intervisie_cli.tonen.vormen.register import bestand


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieArgument = None,
    lid: Annotated[str | None, opties.lid("--lid", "Alleen van dit lid.")] = None,
    jaar: Annotated[
        int | None,
        typer.Option(
            "--jaar",
            help="Alle bijeenkomsten van een lid in dit jaar, met de uren bij elkaar.",
            min=1900,
            max=9999,
        ),
    ] = None,
    vorm: VormOptie = None,
    uit: UitOptie = None,
    overschrijf: OverschrijfOptie = False,
) -> int:
    """Write it outside the group, with room to sign."""
    app: App = ctx.obj
    gekozen = choose_form(vorm, uit)
    wie = app.omgeving.groep.member(lid) if lid else None
    if jaar is None:
        stuk, naam, fouten = _of_sessie(app, sessie, wie)
    elif sessie:
        raise VerkeerdGebruik(
            "--jaar gaat niet samen met één sessie.", "Kies een van de twee."
        )
    else:
        stuk, naam, fouten = _of_year(app, jaar, wie or _me(app))
    pad = plek.find(
        app.omgeving.root, uit, f"{naam}.{gekozen}", overschrijf=overschrijf
    )
    hand_over(app, pad, gekozen, bestand(gekozen, stuk))
    app.console.alinea(
        "Erin staan namen, rollen en tijden, en niets van wat er is gezegd."
    )
    return name_unreadable(app, fouten)


def _of_sessie(
    app: App,
    sessie: str | None,
    lid: Lid | None,
) -> tuple[Stuk, str, tuple[str, ...]]:
    gehouden = bewijs.een(app.omgeving, sessie)
    if lid and not any(keer.deelname_van(lid.id) for keer in gehouden.keren):
        raise IntervisieError(f"{lid.roepnaam} was niet bij deze sessie.")
    stuk = tonen.van_sessie(app.omgeving.groep, gehouden, lid)
    dag = gehouden.sessie_map.sessie.datum
    return stuk, f"bewijs-{dag.isoformat()}", gehouden.fouten


def _of_year(
    app: App,
    jaar: int,
    lid: Lid,
) -> tuple[Stuk, str, tuple[str, ...]]:
    alles = bewijs.van_jaar(app.omgeving, lid.id, jaar)
    # Said before anything can be refused: it may be why.
    _say_what_does_not_count(app, alles)
    if not alles.gehouden:
        raise IntervisieError(f"In {jaar} was {lid.roepnaam} bij geen sessie die telt.")
    stuk = tonen.van_jaar(app.omgeving.groep, lid, jaar, alles.gehouden)
    return stuk, f"bewijs-{jaar}-{lid.id}", alles.fouten


def _me(app: App) -> Lid:
    """Who works here. Raises VerkeerdGebruik when that is not known."""
    lid = app.omgeving.groep.lid(who_am_i(app.omgeving))
    if not lid:
        raise VerkeerdGebruik("Van wie?", "Geef --lid mee.")
    return lid


def _say_what_does_not_count(app: App, alles: Jaar) -> None:
    waarom = (
        (alles.niet_af, "nog niet af"),
        (alles.zonder_tijd, "zonder tijden"),
    )
    for aantal, reden in waarom:
        if aantal:
            app.console.melding(f"Niet meegeteld: {aantal} {reden}.")
