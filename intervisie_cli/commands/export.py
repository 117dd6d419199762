"""`intervisie export`: the notulen as a file, for who has no terminal."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.gids import gids
from intervisie_cli.commands.app.overgeslagen import name_unreadable
from intervisie_cli.commands.opties.uitvoer import (
    OverschrijfOptie,
    UitOptie,
    VormOptie,
    ZonderNamenOptie,
    choose_form,
    hand_over,
    say_what_stays,
    say_whose_words,
)
from intervisie_cli.flows.uitvoer import export, plek
from intervisie_cli.flows.uitvoer.export import Selectie
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.tonen import stukken
from intervisie_cli.tonen.blokken import Stuk
from intervisie_cli.tonen.vormen.register import bestand
from intervisie_cli.tonen.zonder_namen import vervangers


def run(
    ctx: typer.Context,
    *,
    sessie: opties.SessieArgument = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Alle sessies in één bestand.")
    ] = False,
    vorm: VormOptie = None,
    uit: UitOptie = None,
    zonder_namen: ZonderNamenOptie = False,
    overschrijf: OverschrijfOptie = False,
) -> int:
    """Write it outside the group, and say what is in it."""
    app: App = ctx.obj
    if alles and sessie:
        raise VerkeerdGebruik(
            "--alles gaat niet samen met één sessie.", "Kies een van de twee."
        )
    gekozen_vorm = choose_form(vorm, uit)
    selectie = _choose(app, sessie, alles=alles)
    naam = _name(selectie, alles=alles)
    if zonder_namen:
        naam += "-zonder-namen"
    pad = plek.find(
        app.omgeving.root, uit, f"{naam}.{gekozen_vorm}", overschrijf=overschrijf
    )
    stuk = _make(app, selectie, alles=alles, zonder_namen=zonder_namen)
    hand_over(app, pad, gekozen_vorm, bestand(gekozen_vorm, stuk))
    _tell(app, selectie, zonder_namen=zonder_namen)
    return name_unreadable(app, selectie.alle_fouten)


def _choose(
    app: App,
    sessie: str | None,
    *,
    alles: bool,
) -> Selectie:
    if not alles:
        return Selectie((export.een(app.omgeving, sessie),))
    return export.alle(app.omgeving)


def _name(selectie: Selectie, *, alles: bool) -> str:
    """The name of the file: it says no word of what is in it, also not the theme."""
    if alles:
        return "notulen-alle-sessies"
    dag = selectie.sessies[0].sessie_map.sessie.datum
    return f"notulen-{dag.isoformat()}"


def _make(
    app: App,
    selectie: Selectie,
    *,
    alles: bool,
    zonder_namen: bool,
) -> Stuk:
    sessies = [uitgekozen.sessie_map.sessie for uitgekozen in selectie.sessies]
    namen = vervangers(app.omgeving.groep, sessies) if zonder_namen else {}
    if alles:
        return stukken.van_alle(gids(app), selectie.sessies, namen)
    return stukken.van_sessie(gids(app), selectie.sessies[0], namen)


def _tell(
    app: App,
    selectie: Selectie,
    *,
    zonder_namen: bool,
) -> None:
    say_whose_words(app, selectie, zonder_namen=zonder_namen)
    say_what_stays(app, selectie)
    if not selectie.prive and selectie.sessies[0].sessie_map.sessie.is_prive:
        app.console.alinea("Deze sessie is privé: geef het bestand niet zomaar door.")
    if len(selectie.sessies) == 1 and selectie.sessies[0].sessie_map.volgende:
        app.console.alinea("Deze sessie is nog niet af: wat volgt, staat er niet in.")
