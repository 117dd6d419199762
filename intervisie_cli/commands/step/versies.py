"""Two versions of a value that a merge left: said before a step, and chosen from when it opens."""

from contextlib import suppress
from functools import partial

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.gids import gids
from intervisie_cli.flows.waar import typ_step, waar
from intervisie_cli.groep.botsingen import Botsing, in_data, of_sessie
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.merge.conflicts import chosen, value_at
from intervisie_cli.model.draaiboek import ID
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Keuze, Vraag
from intervisie_cli.tonen.botsing import in_woorden, regels, van_item


def say_which(app: App, sessie_map: SessieMap) -> None:
    """Say of what the sessie says of itself that there are two versions, and how to choose."""
    omgeving = app.omgeving
    gevonden = of_sessie(omgeving.root, sessie_map.sessie.map)
    step = partial(typ_step, omgeving)
    app.toon(regels(app.console, gevonden, partial(waar, omgeving), step))


def choose_versions(app: App, stap: StapBestand) -> StapBestand:
    """The step with the versions that were chosen. Raises Terug."""
    if not stap.is_af:
        return stap
    for nummer, botsing in enumerate(in_data(stap.pad, stap.data)):
        nu = value_at(stap.data, botsing.pad)
        if nu is None or not _wants_other(app, stap, nummer, botsing, nu):
            continue
        data = chosen(stap.data, botsing.pad, botsing.waarde)
        if data and stap.document:
            # A version that cannot stand in the file is kept among the clashes.
            with suppress(ValueError):
                stap = stap._replace(document=stap.document.with_data(data))
    return stap


def _wants_other(
    app: App,
    stap: StapBestand,
    nummer: int,
    botsing: Botsing,
    nu: object,
) -> bool:
    vraag = Vraag(
        Sleutel("versie", nummer=nummer),
        "keuze",
        f"Er zijn twee versies van {botsing.veld}. Welke geldt?",
        kop=van_item(app.omgeving.groep, stap, botsing),
        keuzes=(
            Keuze(False, _label(app, stap, botsing, nu)),
            Keuze(True, _label(app, stap, botsing, botsing.waarde)),
        ),
        standaard=False,
    )
    return bool(app.ask(vraag))


def _label(
    app: App,
    stap: StapBestand,
    botsing: Botsing,
    waarde: object,
) -> str:
    if isinstance(waarde, bool):
        return next(keuze.label for keuze in JA_NEE if keuze.waarde is waarde)
    return in_woorden(gids(app), stap, botsing, waarde)


def ask_anew(stap: StapBestand, concept: Concept) -> None:
    """Ask again who agrees with words of which there were two versions: it was said of either."""
    for botsing in in_data(stap.pad, stap.data):
        veld, *item = botsing.pad.split("/")
        if not item:
            concept.forget_said_of(Sleutel(veld))
            continue
        for sleutel, waarde in list(concept.antwoorden.items()):
            if (sleutel.veld, sleutel.deel, waarde) == (veld, ID, item[0]):
                concept.forget_said_of(sleutel.item.met(item[-1]))
