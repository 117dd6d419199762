"""Two versions of a value that a merge left: said before a step, and chosen from when it opens."""

from contextlib import suppress
from functools import partial

from intervisie_cli.commands.app import App
from intervisie_cli.flows.waar import typ_step, waar
from intervisie_cli.groep.botsingen import in_data, of_sessie
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.merge.conflicts import chosen, value_at
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Vraag
from intervisie_cli.tonen.botsing import regels


def say_which(app: App, sessie_map: SessieMap) -> None:
    """Say of what the sessie says of itself that there are two versions, and how to choose."""
    omgeving = app.omgeving
    gevonden = of_sessie(omgeving.root, sessie_map.sessie.map)
    step = partial(typ_step, omgeving)
    app.toon(regels(app.console, gevonden, partial(waar, omgeving), step))


def choose_versions(app: App, stap: StapBestand) -> StapBestand:
    """Of values that clashed in a merge, let the person choose which one holds."""
    if not stap.is_af:
        return stap
    for nummer, botsing in enumerate(in_data(stap.pad, stap.data)):
        nu = value_at(stap.data, botsing.pad)
        if nu is None:
            continue
        if not _wants_other(app, nummer, botsing.veld, nu, botsing.waarde):
            continue
        data = chosen(stap.data, botsing.pad, botsing.waarde)
        if data and stap.document:
            # A version that cannot stand in the file is kept among the clashes.
            with suppress(ValueError):
                stap = stap._replace(document=stap.document.with_data(data))
    return stap


def _wants_other(
    app: App,
    nummer: int,
    veld: str,
    nu: object,
    ander: object,
) -> bool:
    tekst = f"Er zijn twee versies van {veld}. Welke geldt?"
    keuzes = (Keuze(False, str(nu)), Keuze(True, str(ander)))
    sleutel = Sleutel("versie", nummer=nummer)
    return bool(app.ask(Vraag(sleutel, "keuze", tekst, keuzes=keuzes, standaard=False)))
