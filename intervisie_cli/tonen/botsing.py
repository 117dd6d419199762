"""Clashes that a merge left: which value or file has two versions, never what they say."""

from collections.abc import Callable, Collection, Iterable, Iterator

from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.model.namen import sessie_folder
from intervisie_cli.ui.console import Console

# Tells where a file belongs, as people say it.
Waar = Callable[[str], str]
# Tells what to type for a step of the sessie in a folder.
Step = Callable[[str], str]


def regels(
    uit: Console, gevonden: Collection[Botsing], waar: Waar, step: Step
) -> Iterator[str]:
    """A line for each file with two versions of values in it, and how to settle that."""
    # A dict, so that files and fields keep the order in which they were found.
    velden_van: dict[str, dict[str, None]] = {}
    for botsing in gevonden:
        velden = velden_van.setdefault(botsing.bestand, {})
        velden[botsing.veld] = None
    for bestand, velden in velden_van.items():
        namen = ", ".join(velden)
        zin = f"Twee versies van {namen} in {waar(bestand)}."
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
