"""Asks in the call who brings in a hulpvraag: before the first ronde, and after each plan."""

from intervisie_cli.commands.app import App
from intervisie_cli.commands.step.los import ask_kept
from intervisie_cli.flows.sessie.wijzig import Verandering, wijzig
from intervisie_cli.groep.klad import NOG_IEMAND, SessieKlad
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Vraag
from intervisie_cli.vragen.lines.inbrengers_line import InbrengersLine


def ask_for_another(app: App, sessie_map: SessieMap, stap: StapBestand) -> bool:
    """Ask who bring in next, and make the rondes; give whether there is one. Raises Terug."""
    klad = SessieKlad(app.omgeving.repository.private, sessie_map.sessie, NOG_IEMAND)
    while True:
        leden = _ask_who(app, sessie_map, stap, klad)
        er_zijn = sessie_map.er_zijn(stap.plek)
        nieuw = [lid for lid in leden if lid not in er_zijn]
        doen_mee = all(_joins(app, lid) for lid in nieuw)
        if leden and doen_mee:
            erbij = ",".join(nieuw) if nieuw else None
            wens = Verandering(erbij=erbij, ronde_erbij=",".join(leden))
            wijzig(app.omgeving, sessie_map.sessie.naam, wens, app.wacht)
        klad.weg()
        if doen_mee:
            return bool(leden)


def _ask_who(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    klad: SessieKlad,
) -> list[str]:
    """The members who bring in, none when nobody does. Raises Terug."""
    groep = app.omgeving.groep
    rondes = sessie_map.sessie.rondes
    tekst = "Brengt nog iemand een hulpvraag in?"
    if all(ronde.is_vervallen for ronde in rondes):
        tekst = "Wie brengt een hulpvraag in?"
    sleutel = Sleutel("inbrenger")
    lijn = InbrengersLine(
        sleutel, sessie_map.er_zijn(stap.plek), groep, is_nodig=not rondes
    )
    hulp = "Typ een naam, of meer op volgorde. Niemand? Typ n."
    vraag = Vraag(
        sleutel,
        "tekst",
        tekst,
        hulp=f"{_time_left(sessie_map)} {hulp}".strip(),
        lijn=lijn,
        leeg="Enter = niemand" if rondes else "",
        verplicht=not rondes,
        namen=tuple(lid.roepnaam for lid in groep.huidige_leden),
    )
    # Not with `app.ask`: the question before this one is in the step before.
    getypt = ask_kept(app, vraag, klad)
    leden = lijn.lees(getypt, {}).erbij[sleutel]
    return [lid for lid in leden.split(",") if lid]


def _joins(app: App, lid: str) -> bool:
    """Whether a member who does not take part yet does so from here on. Raises Terug."""
    naam = app.omgeving.groep.roepnaam(lid)
    tekst = f"{naam} doet nog niet mee. Doet {naam} vanaf nu mee?"
    vraag = Vraag(Sleutel("erbij"), "ja-nee", tekst, keuzes=JA_NEE, standaard=True)
    return bool(app.prompter.los(vraag))


def _time_left(sessie_map: SessieMap) -> str:
    """How much is left of the time that the draaiboek takes."""
    if not sessie_map.sessie.rondes:
        return ""
    bezig = sum(stap.spent_s for stap in sessie_map.stappen) // 60
    over = max(0, sessie_map.draaiboek.minuten_max - bezig)
    minuten = "minuut" if bezig == 1 else "minuten"
    return f"Jullie zijn {bezig} {minuten} bezig; er zijn er nog {over}."
