"""Shows a sessie before it is made."""

from intervisie_cli.commands.app import App
from intervisie_cli.flows.sessie.new import Voorbereid
from intervisie_cli.flows.terugblik.acties import open_before, some_acties
from intervisie_cli.tonen.tijdplan import regels

# The page is read together before the start: more acties would push the plan off it.
MAX_ACTIES = 6


def show(app: App, voorbereid: Voorbereid) -> None:
    """Show the page: who, what is open, what is needed, and how it fits in time."""
    omgeving = app.omgeving
    acties = some_acties(omgeving, open_before(voorbereid.sessie), MAX_ACTIES)
    app.toon(regels(app.console, omgeving.groep, voorbereid, acties, omgeving.vandaag))
