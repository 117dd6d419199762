"""Clashes that a merge left: which value or file has two versions, never what they say."""

from collections.abc import Collection, Iterable, Iterator

from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.ui.console import Console


def regels(uit: Console, gevonden: Collection[Botsing]) -> Iterator[str]:
    """A line for each file with two versions of values in it, and how to settle that."""
    # A dict, so that files and fields keep the order in which they were found.
    velden_van: dict[str, dict[str, None]] = {}
    for botsing in gevonden:
        velden = velden_van.setdefault(botsing.bestand, {})
        velden[botsing.veld] = None
    for bestand, velden in velden_van.items():
        namen = ", ".join(velden)
        yield uit.stijl(f"Twee versies van {namen} in {bestand}.", "geel")
    if gevonden:
        yield uit.stijl("Kies met: intervisie step STAP --opnieuw")


def kopieen(uit: Console, paden: Iterable[str]) -> Iterator[str]:
    """A line for each version of a whole file that could not be merged."""
    for pad in paden:
        zin = f"Van één bestand zijn er twee versies; de andere staat in {pad}."
        yield uit.stijl(zin, "geel")
