"""The options of commands that write a file outside the group, and what such a command says."""

from pathlib import Path
from typing import Annotated

import typer

from intervisie_cli.commands.app import App
from intervisie_cli.commands.opties import PAD
from intervisie_cli.commands.opties.keuze import een_van, opgesomd
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.system import folders
from intervisie_cli.tonen.vormen.register import OPENT

# Every computer can open it, and it asks for nothing extra.
_GEWOON = "html"

VormOptie = Annotated[
    str | None,
    typer.Option(
        "--vorm",
        help=f"Waarin je het wilt: {opgesomd(OPENT)}; standaard {_GEWOON}.",
        metavar="VORM",
    ),
]
UitOptie = Annotated[
    str | None,
    typer.Option(
        "--uit",
        help="Waar het komt: een bestand of een map; standaard je map Downloads.",
        metavar="PAD",
    ),
    PAD,
]
OverschrijfOptie = Annotated[
    bool, typer.Option("--overschrijf", help="Schrijf over een bestand dat er al is.")
]
ZonderNamenOptie = Annotated[
    bool,
    typer.Option("--zonder-namen", help="Zet Lid A, Lid B … waar een naam staat."),
]


def choose_form(vorm: str | None, uit: str | None) -> str:
    """The form that was asked for, or that the name of the file says. Raises VerkeerdGebruik."""
    achter = Path(uit or "").suffix.lower().removeprefix(".")
    if vorm is not None:
        gekozen = een_van(OPENT, vorm, "--vorm")
        if achter in OPENT and achter != gekozen:
            raise VerkeerdGebruik(
                f"De naam eindigt op .{achter}, en de vorm is {gekozen}.",
                "Kies een van de twee.",
            )
        return gekozen
    return achter if achter in OPENT else _GEWOON


def tell_where(app: App, pad: Path, vorm: str) -> None:
    """Say where the file stands, with what it is opened, and who else may get to see it."""
    app.console.regel(f"✓ {pad.name} staat in {pad.parent}.", "groen")
    app.console.regel(f"Open het met {OPENT[vorm]}. Het wordt niet gedeeld.")
    if wolk := folders.cloud_of(pad.parent):
        app.console.alinea(f"Let op: {wolk} kopieert die map naar een server.", "geel")
