"""Clashes that a merge left: which value or file has two versions, never what they say."""

from collections.abc import Collection, Iterable, Iterator

from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.ui.console import Console


def regels(uit: Console, gevonden: Collection[Botsing]) -> Iterator[str]:
    """A line for each file with two versions of values in it, and how to settle that."""
    for bestand in dict.fromkeys(botsing.bestand for botsing in gevonden):
        in_bestand = [botsing.veld for botsing in gevonden if botsing.bestand == bestand]
        velden = ", ".join(dict.fromkeys(in_bestand))
        yield uit.stijl(f"Twee versies van {velden} in {bestand}.", "geel")
    if gevonden:
        yield uit.stijl("Kies met: intervisie step STAP --opnieuw")


def kopieen(uit: Console, paden: Iterable[str]) -> Iterator[str]:
    """A line for each version of a whole file that could not be merged."""
    for pad in paden:
        yield uit.stijl(f"Van één bestand zijn er twee versies; de andere staat in {pad}.", "geel")
