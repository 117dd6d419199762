"""Clashes that a merge left: which value or file has two versions, never what they say."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.merge.conflicts import value_at
from intervisie_cli.model.draaiboek import LID
from intervisie_cli.model.namen import sessie_folder
from intervisie_cli.model.sessie import Groep
from intervisie_cli.ui.console import Console
from intervisie_cli.vragen.soorten import register
from intervisie_cli.vragen.soorten.soort import Gids

# Tells where a file belongs, as people say it.
Waar = Callable[[str], str]
# Tells what to type for a step of the sessie in a folder.
Step = Callable[[str], str]


def regels(
    uit: Console,
    gevonden: Collection[Botsing],
    waar: Waar,
    step: Step,
) -> Iterator[str]:
    """A line for each file with two versions of values in it, and how to settle that."""
    # A dict, so that files and fields keep the order in which they were found.
    velden_van: dict[str, dict[str, None]] = {}
    plekken: list[tuple[str, str]] = []
    for botsing in gevonden:
        velden = velden_van.setdefault(botsing.bestand, {})
        velden[botsing.veld] = None
        plekken.append((botsing.bestand, botsing.pad))
    for bestand, velden in velden_van.items():
        namen = ", ".join(velden)
        van_bestand = [plek for plek in plekken if plek[0] == bestand]
        is_meer = len(set(van_bestand)) < len(van_bestand)
        aantal = "Meer versies" if is_meer else "Twee versies"
        zin = f"{aantal} van {namen} in {waar(bestand)}."
        yield from uit.opgemaakt(zin, "geel")
    for regel in dict.fromkeys(_how(botsing, step) for botsing in gevonden):
        yield uit.stijl(regel)


def _how(botsing: Botsing, step: Step) -> str:
    if not botsing.opdracht:
        return "Kies in een editor, en haal daar weg wat onder conflicten staat."
    typ = step(sessie_folder(botsing.bestand))
    return f"Kies met: {botsing.opdracht.replace('intervisie step', typ)}"


def kopieen(uit: Console, paden: Iterable[str], waar: Waar) -> Iterator[str]:
    """A line for each version of a whole file that could not be merged."""
    for pad in paden:
        zin = f"Van {waar(pad)} zijn er twee versies. Kijk met: intervisie doctor"
        yield from uit.opgemaakt(zin, "geel")


def van_item(groep: Groep, stap: StapBestand, botsing: Botsing) -> str:
    """Of which item the value is a part: 'Kim: Zet een wekker'; '' for a field of the step."""
    naam, *delen = botsing.pad.split("/")
    veld = stap.plek.stap.veld(naam)
    if not veld or not delen:
        return ""
    item = value_at(stap.data, f"{naam}/{delen[0]}")
    if not isinstance(item, Mapping):
        return ""
    woorden = []
    if LID in item:
        woorden.append(groep.roepnaam(str(item[LID])))
    # Of the text itself there are two versions: neither says which item it is.
    if veld.enkelvoud != delen[-1]:
        woorden.append(str(item.get(veld.enkelvoud, "")))
    return ": ".join(filter(None, woorden))


def in_woorden(
    gids: Gids,
    stap: StapBestand,
    botsing: Botsing,
    waarde: Any,
) -> str:
    """A version, as people say it."""
    naam, *delen = botsing.pad.split("/")
    veld = stap.plek.stap.veld(naam)
    for deel in delen:
        veld = veld and (veld.onderdeel(deel) or veld)
    # What is no single value is kept as text, and so it is shown.
    if not veld or veld.is_lijst:
        return str(waarde)
    return register.in_woorden(veld, waarde, gids)
