"""`intervisie init`: makes a group."""

from pathlib import Path

from intervisie_cli.commands.app import WIE, App
from intervisie_cli.flows import maak_groep
from intervisie_cli.flows.vastleggen import GeenNaam
from intervisie_cli.flows.vragenronde import VraagSteller
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.vraag import Vraag

_NAAM = Vraag("naam", "tekst", "Hoe heet je groep?", verplicht=True)
_LEDEN = Vraag(
    "leden", "tekst", "Wie zitten er in je groep?", verplicht=True,
    hulp="Korte namen met komma's, bijvoorbeeld: mirthe, tim, kim. Een hele naam mag erbij: kim=Kim de Boer.",
)  # fmt: skip


def run(app: App, *, pad: str | None, naam: str | None, leden: str | None) -> int:
    """Make the repository of a group, and make it the user's default."""
    folder = Path(pad or ".").expanduser().absolute()
    maak_groep.check_place(folder)

    def gather(vraag: VraagSteller) -> tuple[str, tuple[Lid, ...]]:
        gekozen = maak_groep.check_naam(naam if naam is not None else vraag(_NAAM))
        return gekozen, maak_groep.read_leden(leden if leden is not None else vraag(_LEDEN))

    gekozen, lijst = app.ask_around(gather, {"naam": "--naam", "leden": "--leden"})
    try:
        maak_groep.make(app.omgeving, folder, gekozen, lijst)
    except GeenNaam:
        if not app.mag_vragen:
            raise
        wie = str(app.ask(WIE))
        maak_groep.make(app.omgeving, folder, gekozen, lijst, wie)
    try:
        maak_groep.make_default(folder)
    except OSError:
        app.console.melding("Deze groep kon niet je standaardgroep worden; werk in haar map.")
    app.console.regel(f"De groep staat klaar in {folder}", "groen")
    app.console.alinea(", ".join(lid.roepnaam for lid in lijst), kop="Leden  ")
    app.console.regel("Typ nu: intervisie new --kort")
    return 0
