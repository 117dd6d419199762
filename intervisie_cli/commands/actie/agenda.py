"""`intervisie actie --ics BESTAND`: the open acties as entries for a calendar."""

from pathlib import Path

from intervisie_cli import system
from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.overgeslagen import name_unreadable
from intervisie_cli.flows.terugblik.acties import all_acties
from intervisie_cli.flows.uitvoer.agenda import check_ours
from intervisie_cli.model.actie import Actievraag
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.tonen.ics import calendar


def write_calendar(
    app: App,
    getypt: str,
    lid: str,
    *,
    met_tekst: bool,
) -> int:
    """Write the open acties of *lid*, of everybody when that is '', where somebody typed."""
    path = _place(getypt)
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
    system.write_durable(path, raw)
    app.console.regel(
        f"✓ {aantal} in {path.name}; open dat bestand met je agenda.", "groen"
    )
    rest = acties.totaal - aantal
    if rest == 1:
        app.console.regel("1 zonder dag of ritme staat er niet in.", "dof")
    elif rest:
        app.console.regel(f"{rest} zonder dag of ritme staan er niet in.", "dof")
    return name_unreadable(app, acties.fouten)


def _place(getypt: str) -> Path:
    """Where the calendar goes. Raises VerkeerdGebruik for a place where it would harm something."""
    path = system.typed_path(getypt).absolute()
    if not path.name or not path.parent.is_dir() or path.is_dir():
        raise VerkeerdGebruik(
            "Daar kan geen bestand komen.",
            "Noem een bestand in een map die er is: --ics acties.ics",
        )
    check_ours(path)
    return path
