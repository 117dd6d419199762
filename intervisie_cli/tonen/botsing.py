"""Clashes that a merge left: which value or file has two versions, never what they say."""

from collections.abc import Callable, Collection, Iterable, Iterator

from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.ui.console import Console

# Tells where a file belongs, as people say it.
Waar = Callable[[str], str]


def regels(uit: Console, gevonden: Collection[Botsing], waar: Waar) -> Iterator[str]:
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
    for opdracht in dict.fromkeys(botsing.opdracht for botsing in gevonden):
        yield uit.stijl(_how(opdracht))


def _how(opdracht: str) -> str:
    if opdracht:
        return f"Kies met: {opdracht}"
    return "Kies in een editor, en haal daar weg wat onder conflicten staat."


def kopieen(uit: Console, paden: Iterable[str], waar: Waar) -> Iterator[str]:
    """A line for each version of a whole file that could not be merged."""
    for pad in paden:
        zin = f"Van {waar(pad)} zijn er twee versies. Kijk met: intervisie doctor"
        yield from uit.opgemaakt(zin, "geel")
