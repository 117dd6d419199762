"""Writes a sessie as an appointment for a calendar."""

from pathlib import Path

from intervisie_cli.commands.app import App
from intervisie_cli.flows.sessie.tijden import zegt_ritme
from intervisie_cli.flows.uitvoer import plek
from intervisie_cli.model.sessie import Sessie

NAAM = "intervisie.ics"
"""What the file is called in a folder that somebody named."""


def write_calendar(app: App, pad: Path, sessie: Sessie, minuten: int) -> list[str]:
    """Write it, and give what to say of it. Raises NietKunnenSchrijven."""
    # Loaded here: only who wants a calendar waits for it.
    from intervisie_cli.tonen.afspraak import comes_back, van_sessie

    plek.write(pad, van_sessie(sessie, minuten, app.omgeving.clock()))
    gezegd = [f"✓ De afspraak staat in {pad}; open dat bestand met je agenda."]
    ritme = zegt_ritme(sessie)
    if comes_back(sessie):
        gezegd.append(f"Die komt {ritme} terug: één keer openen is genoeg.")
    elif ritme:
        gezegd.append(f"Die komt één keer: deze dag past niet bij {ritme}.")
    return gezegd
