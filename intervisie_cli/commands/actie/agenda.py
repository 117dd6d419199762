"""`intervisie actie --ics BESTAND`: the open acties as entries for a calendar."""

from intervisie_cli import system
from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.commands.app import App
from intervisie_cli.flows.terugblik.acties import acties as acties_van
from intervisie_cli.model.actie import Actievraag
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.tonen.ics import calendar

_BEGIN = b"BEGIN:VCALENDAR"


def write_calendar(app: App, getypt: str, lid: str, *, met_tekst: bool) -> int:
    """Write the open acties of *lid*, of everybody when it is not known who that is, where somebody typed."""
    path = system.typed_path(getypt).absolute()
    if not path.name or not path.parent.is_dir() or path.is_dir():
        raise VerkeerdGebruik(
            "Daar kan geen bestand komen.",
            "Noem een bestand in een map die er is: --ics acties.ics",
        )
    if path.exists() and not (path.is_file() and path.read_bytes().startswith(_BEGIN)):
        raise VerkeerdGebruik(
            f"{path.name} is er al, en is geen agenda.",
            "Kies een andere naam, die eindigt op .ics.",
        )
    acties = acties_van(app.omgeving, Actievraag(leden=[lid] if lid else []))
    afspraken = Afspraken(app.omgeving.groep.instellingen.regio)
    raw, aantal = calendar(acties, app.omgeving.clock(), afspraken, met_tekst=met_tekst)
    if not aantal:
        app.console.regel("Geen open actie noemt een dag of een ritme.")
        return 0
    system.write_durable(path, raw)
    app.console.regel(f"✓ {aantal} in {path.name}; open dat bestand met je agenda.", "groen")
    if rest := len(acties) - aantal:
        app.console.regel(
            f"{rest} zonder dag of ritme {'staat' if rest == 1 else 'staan'} er niet in.", "dof"
        )
    return 0
