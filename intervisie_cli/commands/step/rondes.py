"""Asks in the call who brings in a hulpvraag: before the first ronde, and after each plan."""

from intervisie_cli.commands.app import App
from intervisie_cli.flows.sessie.wijzig import Verandering, wijzig
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.sessie import OPEN
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.lines.name_line import NameLine


def asks_for_another(app: App, sessie_map: SessieMap, stap: StapBestand) -> bool:
    """Whether a ronde can come before *stap*, and nobody went on to it yet."""
    sessie = sessie_map.sessie
    if stap.status != OPEN or stap.plek.ronde:
        return False
    per_ronde = [
        stap.nummer for stap in sessie_map.draaiboek.stappen if stap.per != "sessie"
    ]
    if not per_ronde or stap.plek.stap.nummer < per_ronde[0]:
        return False
    eerste_erna = next(
        ander
        for ander in sessie_map.stappen
        if not ander.plek.ronde and ander.plek.stap.nummer > per_ronde[0]
    )
    private = app.omgeving.repository.private
    is_begun = concepten.path_of(private, sessie.id, stap.plek.pad).exists()
    return eerste_erna.pad == stap.pad and not is_begun


def ask_for_another(app: App, sessie_map: SessieMap, stap: StapBestand) -> bool:
    """Ask who brings in next, and make the ronde; give whether there is one. Raises Terug."""
    sessie = sessie_map.sessie
    groep = app.omgeving.groep
    is_eerste = not any(not ronde.is_vervallen for ronde in sessie.rondes)
    tekst = "Wie brengt een hulpvraag in?"
    if not is_eerste:
        tekst = "Brengt nog iemand een hulpvraag in?"
    sleutel = Sleutel("inbrenger")
    leden = sessie_map.er_zijn(stap.plek)
    vraag = Vraag(
        sleutel,
        "tekst",
        tekst,
        hulp=f"{_time_left(sessie_map)} Typ een naam, of n voor niemand.".strip(),
        lijn=NameLine(sleutel, leden, groep),
        leeg="Enter = niemand",
        namen=tuple(map(groep.roepnaam, leden)),
    )
    # Not with `app.ask`: the question before this one is in the step before.
    getypt = str(app.prompter.los(vraag))
    lid = NameLine(sleutel, leden, groep).lees(getypt, {}).erbij[sleutel]
    if not lid:
        return False
    wijzig(app.omgeving, sessie.naam, Verandering(ronde_erbij=str(lid)), app.wacht)
    return True


def _time_left(sessie_map: SessieMap) -> str:
    """How much is left of the time that the draaiboek takes."""
    if not sessie_map.sessie.rondes:
        return ""
    bezig = sum(stap.spent_s for stap in sessie_map.stappen) // 60
    over = max(0, sessie_map.draaiboek.minuten_max - bezig)
    return f"Jullie zijn {bezig} minuten bezig; er zijn er nog {over}."
