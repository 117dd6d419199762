"""How a command tells of clashes that a merge left."""

from intervisie_cli.groep.botsingen import Botsing
from intervisie_cli.ui.console import Console


def show_botsingen(uit: Console, gevonden: list[Botsing]) -> None:
    """Say of which values there are two versions, and how to settle that; never what they say."""
    for bestand in dict.fromkeys(botsing.bestand for botsing in gevonden):
        velden = dict.fromkeys(botsing.veld for botsing in gevonden if botsing.bestand == bestand)
        uit.regel(f"Twee versies van {', '.join(velden)} in {bestand}.", "geel")
    if gevonden:
        uit.regel("Kies met: intervisie step STAP --opnieuw")
