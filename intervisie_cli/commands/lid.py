"""`intervisie lid`: who is in the group, who comes, who goes, and what they are called."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.na_stap import share_when_asked
from intervisie_cli.commands.opties import completion
from intervisie_cli.flows.groep import lid as leden
from intervisie_cli.flows.groep.lid import GewijzigdLid
from intervisie_cli.flows.sessie.klaar import prepared
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.sessie import LID_KORT, LID_NAAM, LID_WEG, OVER_LID
from intervisie_cli.tonen import lid as tonen

LIJST = "lijst"
# What to type where a name goes with it.
_VOORBEELD = {
    LID_NAAM: 'Bijvoorbeeld: intervisie lid naam kim "Kim de Boer"',
    LID_KORT: "Bijvoorbeeld: intervisie lid korte-naam kim kimberly",
}


def run(
    ctx: typer.Context,
    *,
    wat: Annotated[
        str | None,
        typer.Argument(
            help="lijst, erbij, naam, korte-naam of weg; standaard lijst.",
            metavar="[WAT]",
            autocompletion=completion.over_lid,
        ),
    ] = None,
    lid: Annotated[
        str | None,
        typer.Argument(
            help="Wie: de korte naam.",
            metavar="[LID]",
            autocompletion=completion.leden,
        ),
    ] = None,
    naam: Annotated[
        str | None,
        typer.Argument(
            help='Hoe het lid voor iedereen heet, "" voor geen naam,'
            " of de korte naam; - leest standaardinvoer.",
            metavar="[NAAM]",
        ),
        opties.LEEST,
    ] = None,
    json: opties.JsonOptie = False,
) -> int:
    """List the members, or record that one comes, goes or gets another name."""
    app: App = ctx.obj
    wat = wat or LIJST
    if wat not in (LIJST, *OVER_LID):
        raise VerkeerdGebruik(
            f"'{wat[:30]}' kan niet met een lid.",
            f"Kies uit: {LIJST}, {', '.join(OVER_LID)}",
        )
    if wat != LIJST:
        if json:
            raise VerkeerdGebruik("--json hoort bij de lijst.", "Typ: intervisie lid")
        return _change(app, wat, lid, naam)
    if lid is not None:
        raise VerkeerdGebruik(
            "Zeg wat er met het lid is: erbij, naam, korte-naam of weg.",
            "Bijvoorbeeld: intervisie lid erbij noor",
        )
    if json:
        app.console.json(tonen.json(app.omgeving.groep))
    else:
        omgeving = app.omgeving
        app.toon(tonen.regels(app.console, omgeving.groep, omgeving.vandaag))
    return 0


def _change(
    app: App,
    wat: str,
    lid: str | None,
    naam: str | None,
) -> int:
    if lid is None:
        raise VerkeerdGebruik(
            "Zeg om welk lid het gaat.", f"Bijvoorbeeld: intervisie lid {wat} noor"
        )
    if wat in _VOORBEELD and naam is None:
        raise VerkeerdGebruik("Geef ook de naam.", _VOORBEELD[wat])
    if wat == LID_WEG and naam is not None:
        raise VerkeerdGebruik(
            "Bij weg hoort alleen de korte naam.",
            "Bijvoorbeeld: intervisie lid weg noor",
        )
    app.ensure_name()
    gedaan = _record(app, wat, lid, naam or "")
    app.console.regel(f"✓ {tonen.gewijzigd(wat, gedaan)}", "groen")
    if wat not in _VOORBEELD:
        klaar, vandaag = prepared(app.omgeving), app.omgeving.vandaag
        app.toon(tonen.in_sessies(app.console, gedaan.lid, klaar, vandaag))
    # What stood so already was shared with what made it so.
    if gedaan.is_nieuw:
        share_when_asked(app)
    return 0


def _record(
    app: App,
    wat: str,
    lid: str,
    naam: str,
) -> GewijzigdLid:
    """Do it. Raises IntervisieError."""
    if wat == LID_WEG:
        return leden.retire(app.omgeving, lid, app.wacht)
    if wat == LID_NAAM:
        return leden.rename(app.omgeving, lid, naam, app.wacht)
    if wat == LID_KORT:
        return leden.other_handle(app.omgeving, lid, naam, app.wacht)
    nieuw = leden.read_lid(lid, "Bijvoorbeeld: intervisie lid erbij noor")
    if naam:
        nieuw = nieuw._replace(naam=leden.check_roepnaam(naam))
    return leden.add(app.omgeving, nieuw, app.wacht)
