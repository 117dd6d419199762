"""`intervisie site`: one page of the group's history, to read in a browser and to print."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.overgeslagen import name_unreadable
from intervisie_cli.commands.opties.uitvoer import (
    OverschrijfOptie,
    ZonderNamenOptie,
    hand_over,
    say_what_stays,
    say_whose_words,
)
from intervisie_cli.flows.uitvoer import export, plek, site
from intervisie_cli.flows.uitvoer.export import Selectie
from intervisie_cli.tonen.vormen.register import met_onderdeel
from intervisie_cli.tonen.zonder_namen import vervangers

_NAAM = "index.html"
_MAP = "intervisie-site"


def run(
    ctx: typer.Context,
    *,
    uit: Annotated[
        str | None,
        typer.Option(
            "--uit",
            help=f"In welke map; standaard {_MAP}, in je map Downloads.",
            metavar="MAP",
        ),
        opties.PAD,
    ] = None,
    zonder_namen: ZonderNamenOptie = False,
    overschrijf: OverschrijfOptie = False,
) -> int:
    """Write it outside the group, and say what is in it."""
    app: App = ctx.obj
    omgeving = app.omgeving
    pad = plek.find_in_folder(omgeving.root, uit, _MAP, _NAAM, overschrijf=overschrijf)
    # After the place: to read a thousand sessies for nothing takes seconds.
    selectie = export.alle(omgeving)
    raw = met_onderdeel("een site", lambda: _page(app, selectie, zonder_namen))
    hand_over(app, pad, "html", raw)
    say_whose_words(app, selectie, zonder_namen=zonder_namen)
    say_what_stays(app, selectie)
    return name_unreadable(app, selectie.alle_fouten)


def _page(
    app: App,
    selectie: Selectie,
    zonder_namen: bool,
) -> bytes:
    # It comes with what draws, which not everybody has.
    from intervisie_cli.tonen import site as tonen

    groep = app.omgeving.groep
    sessies = [uitgekozen.sessie_map for uitgekozen in selectie.sessies]
    namen = {}
    if zonder_namen:
        namen = vervangers(groep, [sessie_map.sessie for sessie_map in sessies])
    alles = site.gather(sessies, groep.instellingen.regio)
    return tonen.bestand(groep, alles, namen)
