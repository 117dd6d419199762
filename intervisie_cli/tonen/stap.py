"""A step that was just recorded, on one line."""

from datetime import date

from intervisie_cli.flows.stap.vastleggen import VASTGELEGD, Vastgelegd
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.draaiboek import SLAAT_OVER
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.plain import items_in, strings_in
from intervisie_cli.model.sessie import OVERGESLAGEN, Lid
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.ui.console import Console

# Nothing changed, so nothing was recorded: people hear that, and not that something was done.
_STOND_AL_ZO = "stond al zo"


def vastgelegd(uit: Console, gedaan: Vastgelegd, vandaag: date) -> str:
    """What was recorded, and in the sessie of which day."""
    stap = gedaan.stap
    wat = VASTGELEGD
    if stap.status == OVERGESLAGEN:
        wat = OVERGESLAGEN
    if not gedaan.is_nieuw:
        wat = f"{_STOND_AL_ZO} {wat}"
    dag = dag_in_woorden(gedaan.sessie_map.sessie.datum, vandaag)
    return uit.stijl(f"✓ {stap.plek.titel} {wat} ({dag})", "groen")


def aangevuld(uit: Console, gedaan: Vastgelegd, lid: Lid) -> str:
    """What a member gave to a step."""
    wat = f"aangevuld door {lid.roepnaam}"
    if not gedaan.is_nieuw:
        wat = f"{_STOND_AL_ZO} door {lid.roepnaam}"
    elif lid.id in strings_in(gedaan.stap.data.get(SLAAT_OVER)):
        wat = f"{lid.roepnaam} slaat over"
    return uit.stijl(f"✓ {gedaan.stap.plek.titel}: {wat}", "groen")


def toch_gegeven(stap: StapBestand) -> str:
    """What members gave to a step that the group skipped, '' for nothing."""
    if stap.status != OVERGESLAGEN:
        return ""
    namen = stap.plek.stap.namen
    gegeven = [naam for naam in namen if items_in(stap.data.get(naam))]
    if not gegeven:
        return ""
    return f"Wat er al was, blijft staan: {', '.join(map(voluit, gegeven))}."
