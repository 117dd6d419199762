"""`intervisie actie --ics BESTAND`: the open acties as entries for a calendar."""

from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.overgeslagen import name_unreadable
from intervisie_cli.flows.terugblik.acties import all_acties
from intervisie_cli.flows.uitvoer import agenda, plek
from intervisie_cli.model.actie import Actievraag
from intervisie_cli.tonen.ics import calendar

NAAM = "acties.ics"
"""What the file is called in a folder that somebody named."""


def write_calendar(
    app: App,
    getypt: str,
    lid: str,
    *,
    met_tekst: bool,
) -> int:
    """Write the open acties of *lid*, of everybody when that is '', where somebody typed."""
    pad = agenda.find(app.omgeving.root, getypt, NAAM)
    leden = []
    if lid:
        leden.append(lid)
    acties = all_acties(app.omgeving, Actievraag(leden=leden))
    afspraken = Afspraken(app.omgeving.groep.instellingen.regio)
    raw, aantal = calendar(
        acties.treffers, app.omgeving.clock(), afspraken, met_tekst=met_tekst
    )
    # An empty calendar would look as if all was done.
    if not aantal:
        app.console.regel("Geen open actie noemt een dag of een ritme.")
        return name_unreadable(app, acties.fouten)
    plek.write(pad, raw)
    app.console.regel(f"✓ {aantal} in {pad}; open dat bestand met je agenda.", "groen")
    rest = acties.totaal - aantal
    if rest == 1:
        app.console.regel("1 zonder dag of ritme staat er niet in.", "dof")
    elif rest:
        app.console.regel(f"{rest} zonder dag of ritme staan er niet in.", "dof")
    return name_unreadable(app, acties.fouten)
