"""How a command tells of clashes that a merge left."""

from intervisie_cli.commands.app import App
from intervisie_cli.groep.botsingen import Botsing


def show_botsingen(app: App, gevonden: list[Botsing]) -> None:
    """Say of which values there are two versions, and how to settle that; never what they say."""
    for bestand in dict.fromkeys(botsing.bestand for botsing in gevonden):
        velden = dict.fromkeys(botsing.veld for botsing in gevonden if botsing.bestand == bestand)
        app.console.regel(f"Twee versies van {', '.join(velden)} in {bestand}.", "geel")
    if gevonden:
        app.console.regel("Kies met: intervisie step STAP --opnieuw")
