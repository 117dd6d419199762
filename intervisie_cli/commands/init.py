"""`intervisie init`: makes a group."""

from pathlib import Path

from intervisie_cli.commands.app import App
from intervisie_cli.flows import maak_groep
from intervisie_cli.flows.vastleggen import GeenNaam
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.vraag import Vraag


def run(app: App, *, pad: str | None, naam: str | None, leden: str | None) -> int:
    """Make the repository of a group, and make it the user's default."""
    folder = Path(pad or ".").expanduser().absolute()
    maak_groep.check_place(folder)
    naam = naam if naam is not None else _ask(app, "naam", "Hoe heet je groep?", "--naam")
    leden = leden if leden is not None else _ask(app, "leden", "Wie zitten erin? (korte namen, met komma's)", "--leden")
    lijst = maak_groep.read_leden(leden)
    try:
        maak_groep.make(app.omgeving, folder, naam, lijst)
    except GeenNaam:
        if not app.mag_vragen:
            raise
        wie = _ask(app, "wie", "Onder welke naam wil je vastleggen?", "")
        maak_groep.make(app.omgeving, folder, naam, lijst, wie)
    maak_groep.make_default(folder)
    app.console.regel(f"De groep staat klaar in {folder}", "groen")
    app.console.regel("Typ nu: intervisie new --kort")
    return 0


def _ask(app: App, sleutel: str, tekst: str, vlag: str) -> str:
    if not app.mag_vragen:
        raise VerkeerdGebruik(f"Er ontbreekt iets: {tekst[0].lower()}{tekst[1:]}", f"Geef {vlag} mee.")
    answer = app.prompter(Path.cwd()).los(Vraag(sleutel, "tekst", tekst, verplicht=True))
    return str(answer)
