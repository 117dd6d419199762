"""`intervisie` alone: what now? The group, the sessie at hand, and one proposal."""

from typing import NamedTuple

from intervisie_cli.commands.app import App
from intervisie_cli.flows.stap.heropend import reopened
from intervisie_cli.groep import sessies
from intervisie_cli.groep.dagen import in_woorden
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.vinden import GeenGroep
from intervisie_cli.model.fouten import IntervisieError, OnleesbaarBestand
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Keuze, Vraag
from intervisie_cli.tijd.dag import dag_in_woorden

_STEP = "step"
_ALLES = "Alles wat kan: intervisie --help"


class Mogelijkheid(NamedTuple):
    """A command to type, and what it does now."""

    opdracht: str
    label: str


def what_now(app: App) -> str:
    """Say how things stand, and give the command that the person wants to run; '' for none."""
    try:
        naam = app.omgeving.groep.naam
    except GeenGroep:
        if app.omgeving.gevraagd:
            raise
        _without_group(app)
        return ""
    app.console.regel(naam or "Jullie groep", "vet", "blauw")
    voorstellen = _proposals(app)
    if app.mag_vragen:
        return _choose(app, voorstellen)
    for voorstel in voorstellen:
        app.console.alinea(f"{voorstel.label}: intervisie {voorstel.opdracht}")
    app.console.regel(_ALLES)
    return ""


def _without_group(app: App) -> None:
    """How to begin, for who has no group yet."""
    app.console.regel("Intervisie: help elkaar in vaste stappen.", "vet", "blauw")
    app.console.alinea("Hier is nog geen groep. Zo begin je:")
    for wat, typ in (
        ("Een nieuwe groep", 'intervisie init MAP --naam "…" --leden "mirthe,kim,tim"'),
        ("Meedoen met een groep", "intervisie init MAP --van ADRES"),
        ("Eerst een voorbeeld zien", "intervisie demo MAP"),
        ("De methode op één bladzijde", "intervisie overzicht --kort"),
    ):
        app.console.alinea(typ, kop=f"{wat}: ", inspringen=2)
    app.console.regel(_ALLES)


def _proposals(app: App) -> list[Mogelijkheid]:
    """What can be done now, the likeliest first."""
    nieuw = Mogelijkheid("new", "Een nieuwe sessie klaarzetten")
    try:
        sessie_map = sessies.find(app.omgeving.root, None, app.omgeving.avond)
    except OnleesbaarBestand as fout:
        app.console.fout(fout.bericht, fout.hulp)
        return [Mogelijkheid("doctor", "Kijken wat er mis is"), nieuw]
    except IntervisieError:  # there is none yet
        return [nieuw]
    terug = Mogelijkheid("log -n 3", "Terugkijken")
    acties = Mogelijkheid("actie", "Hoe staat het met de acties?")
    woorden = in_woorden(sessie_map.sessie, app.omgeving.vandaag)
    app.console.alinea(f"{sessie_map.draaiboek.titel} · {woorden}")
    stap = _step(app, sessie_map)
    if not stap:
        return [nieuw, acties, terug]
    status = Mogelijkheid("status", "Waar staan we?")
    return [stap, acties, status, nieuw, terug]


def _step(app: App, sessie_map: SessieMap) -> Mogelijkheid | None:
    volgende = reopened(app.omgeving, sessie_map) or sessie_map.volgende
    if not volgende:
        return None
    begin = "Verder met" if sessies.is_begun(sessie_map) else "Beginnen met"
    return Mogelijkheid(_STEP, f"{begin} {volgende.plek.titel}")


def _choose(app: App, voorstellen: list[Mogelijkheid]) -> str:
    keuzes = [Keuze(voorstel.opdracht, voorstel.label) for voorstel in voorstellen]
    keuzes.append(Keuze("", "Niets"))
    vraag = Vraag(
        Sleutel("nu"),
        "keuze",
        "Wat nu?",
        keuzes=tuple(keuzes),
        standaard=keuzes[0].waarde,
    )
    gekozen = str(app.ask(vraag))
    if gekozen == _STEP and not _begins_now(app):
        return ""
    return gekozen


def _begins_now(app: App) -> bool:
    """Whether the step is to be done now, also where the sessie is on a later day."""
    vandaag = app.omgeving.vandaag
    sessie_map = sessies.find(app.omgeving.root, None, app.omgeving.avond)
    datum = sessie_map.sessie.datum
    if datum <= vandaag:
        return True
    tekst = f"De sessie is pas op {dag_in_woorden(datum, vandaag)}. Nu al beginnen?"
    vraag = Vraag(Sleutel("al"), "ja-nee", tekst, keuzes=JA_NEE, standaard=False)
    return bool(app.ask(vraag))
