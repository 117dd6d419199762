"""A sessie that is held on another day than it was planned for: asks once which day holds."""

from intervisie_cli.commands.app import App
from intervisie_cli.flows.sessie.wijzig import Verandering, wijzig
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Vraag
from intervisie_cli.tijd.dag import dag_in_woorden


def ask_day(app: App, sessie_map: SessieMap) -> None:
    """Where a sessie begins that was planned for another day, let the person say which it is."""
    vandaag = app.omgeving.vandaag
    sessie = sessie_map.sessie
    # Days are read from the day of the sessie, so once something is recorded it stays.
    if sessie.datum == vandaag or sessies.is_begun(sessie_map):
        return
    toen = dag_in_woorden(sessie.datum, vandaag)
    nu = dag_in_woorden(vandaag, vandaag)
    vraag = Vraag(
        Sleutel("datum"),
        "keuze",
        f"Deze sessie stond op {toen}. Houden jullie hem vandaag, {nu}?",
        keuzes=(Keuze(True, "Ja, vandaag"), Keuze(False, "Nee, die dag blijft")),
        # Who looks ahead does not move it; who is late does.
        standaard=sessie.datum < vandaag,
    )
    if app.ask(vraag):
        verzet = Verandering(datum=vandaag.isoformat())
        wijzig(app.omgeving, sessie.naam, verzet, app.wacht)
