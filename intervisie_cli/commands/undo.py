"""`intervisie undo`: takes back the last recorded step."""

from intervisie_cli.commands.app import App
from intervisie_cli.flows.terugnemen import take_back


def run(app: App, *, sessie: str | None) -> int:
    """Take it back; the answers stay as a draft."""
    sessie_map, stap = take_back(app.omgeving, sessie, app.wacht)
    app.console.regel(f"{stap.plek.titel} is teruggenomen ({sessie_map.sessie.naam}).", "groen")
    app.console.regel("Je antwoorden zijn bewaard. Typ: intervisie step")
    return 0
