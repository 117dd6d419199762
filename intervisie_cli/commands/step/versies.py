"""Two versions of a value that a merge left: said before a step, and chosen from when it opens."""

from contextlib import suppress
from functools import partial
from typing import Any

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.gids import gids
from intervisie_cli.flows.stap.schrijvers import who_wrote
from intervisie_cli.flows.waar import typ_step, waar
from intervisie_cli.groep.botsingen import Botsing, in_data, of_sessie
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.merge.conflicts import chosen, value_at
from intervisie_cli.model.draaiboek import ID
from intervisie_cli.model.plain import same
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Keuze, Vraag
from intervisie_cli.tonen.botsing import in_woorden, regels, van_item

_TELWOORDEN = {2: "twee", 3: "drie", 4: "vier"}


def say_which(app: App, sessie_map: SessieMap, stap: StapBestand) -> None:
    """Say of what there are two versions in the sessie, and how to choose.

    Of those in *stap*, which is about to be asked, it tells by itself.
    """
    omgeving = app.omgeving
    gevonden = of_sessie(omgeving.root, sessie_map.sessie.map)
    for ander in sessie_map.stappen:
        if ander.pad != stap.pad:
            gevonden += in_data(ander.pad, ander.data)
    step = partial(typ_step, omgeving)
    app.toon(regels(app.console, gevonden, partial(waar, omgeving), step))


def choose_versions(app: App, stap: StapBestand) -> StapBestand:
    """The step with the versions that were chosen. Raises Terug."""
    if not stap.is_af:
        return stap
    per_plek: dict[str, list[Botsing]] = {}
    for botsing in in_data(stap.pad, stap.data):
        per_plek.setdefault(botsing.pad, []).append(botsing)
    for nummer, (pad, botsingen) in enumerate(per_plek.items()):
        nu = value_at(stap.data, pad)
        if nu is None:
            continue
        gekozen = _choose(app, stap, nummer, botsingen, nu)
        data = chosen(stap.data, pad, gekozen)
        if data and stap.document:
            # A version that cannot stand in the file is kept among the clashes.
            with suppress(ValueError):
                stap = stap._replace(document=stap.document.with_data(data))
    return stap


def _choose(
    app: App,
    stap: StapBestand,
    nummer: int,
    botsingen: list[Botsing],
    nu: Any,
) -> Any:
    """Ask which of the versions of one value holds. Raises Terug."""
    eerste = botsingen[0]
    versies = [nu]
    for botsing in botsingen:
        if not any(same(botsing.waarde, versie) for versie in versies):
            versies.append(botsing.waarde)
    schrijvers = who_wrote(app.omgeving, stap.pad, eerste.pad, versies)
    keuzes = []
    for plaats, versie in enumerate(versies):
        label = _label(app, stap, eerste, versie)
        if schrijvers[plaats]:
            label = f"{label} ({schrijvers[plaats]})"
        keuzes.append(Keuze(plaats, label))
    vraag = Vraag(
        Sleutel("versie", nummer=nummer),
        "keuze",
        f"Er zijn {_TELWOORDEN.get(len(versies), len(versies))} versies"
        f" van {eerste.veld}. Welke geldt?",
        kop=van_item(app.omgeving.groep, stap, eerste),
        keuzes=tuple(keuzes),
        standaard=0,
    )
    return versies[int(app.ask(vraag))]


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
        kenmerk, deel = item[0], item[-1]
        for sleutel, waarde in list(concept.antwoorden.items()):
            is_kenmerk = sleutel.veld == veld and sleutel.deel == ID
            if is_kenmerk and waarde == kenmerk:
                concept.forget_said_of(sleutel.item.met(deel))
