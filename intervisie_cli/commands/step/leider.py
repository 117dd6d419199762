"""Somebody else leads the step already: take part, take over, or look on."""

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import shares
from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Vraag

MEEDOEN, OVERNEMEN, KIJKEN = ("meedoen", "overnemen", "kijken")


def ask_to_lead(app: App, stap: StapBestand) -> str:
    """What to do when another member leads *stap*; OVERNEMEN when nobody does. Raises Terug."""
    ik = who_am_i(app.omgeving)
    leider = stap.leider(app.omgeving.clock())
    if not leider or not ik or leider.lid == ik or not shares(app):
        return OVERNEMEN
    naam = app.omgeving.groep.roepnaam(leider.lid)
    vraag = Vraag(
        Sleutel("leider"),
        "keuze",
        f"{naam} leidt deze stap sinds {leider.tijd}. Wat wil je?",
        keuzes=(
            Keuze(MEEDOEN, "Meedoen, op mijn eigen laptop"),
            Keuze(OVERNEMEN, "Overnemen: ik leid verder"),
            Keuze(KIJKEN, "Alleen kijken"),
        ),
        standaard=MEEDOEN,
    )
    return str(app.prompter.los(vraag))
