"""The options of commands that write a file outside the group, and what such a command says."""

from pathlib import Path
from typing import Annotated

import typer

from intervisie_cli.commands.app import App
from intervisie_cli.commands.opties import PAD
from intervisie_cli.commands.opties.keuze import een_van, opgesomd
from intervisie_cli.flows.uitvoer import plek
from intervisie_cli.flows.uitvoer.export import Selectie
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.rij import als_rij
from intervisie_cli.system import folders
from intervisie_cli.tonen.vormen.register import OPENT
from intervisie_cli.tonen.zonder_namen import is_also_a_word, vervangers

# Every computer can open it, and it asks for nothing extra.
_GEWOON = "html"
# What else people call a form.
_OOK = {"word": "docx", "markdown": "md", "htm": "html"}

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
    # Who types x.pdf wants a PDF.
    achter = Path(uit or "").suffix.lower().removeprefix(".")
    if vorm is not None:
        getypt = vorm.lower()
        gekozen = een_van(OPENT, _OOK.get(getypt, getypt), "--vorm")
        if achter in OPENT and achter != gekozen:
            raise VerkeerdGebruik(
                f"De naam eindigt op .{achter}, en de vorm is {gekozen}.",
                "Kies een van de twee.",
            )
        return gekozen
    if achter in OPENT:
        return achter
    if achter and not Path(uit or "").is_dir():
        raise VerkeerdGebruik(
            f"Een bestand dat eindigt op .{achter[:10]} kan intervisie niet maken.",
            f"Kies uit: {', '.join(OPENT)}",
        )
    return _GEWOON


def hand_over(
    app: App,
    pad: Path,
    vorm: str,
    raw: bytes,
) -> None:
    """Write the file; say where it stands, what opens it, and who else may get to see it.

    Raises NietKunnenSchrijven.
    """
    plek.write(pad, raw)
    app.console.regel(f"✓ {pad.name} staat in {pad.parent}", "groen")
    app.console.regel(f"Open het met {OPENT[vorm]}. Het wordt niet gedeeld.")
    if wolk := folders.cloud_of(pad.parent):
        app.console.alinea(f"Let op: {wolk} kopieert die map naar een server.", "geel")


def say_whose_words(app: App, selectie: Selectie, *, zonder_namen: bool) -> None:
    """Say of whom there are words in a file."""
    if zonder_namen:
        app.console.alinea(
            "Namen van leden zijn vervangen, zoals de groep ze schrijft. Kijk zelf na of er"
            " nog een naam in staat, en of een verhaal te herkennen is."
        )
        groep = app.omgeving.groep
        sessies = [uitgekozen.sessie_map.sessie for uitgekozen in selectie.sessies]
        if woorden := list(filter(is_also_a_word, vervangers(groep, sessies))):
            app.console.alinea(
                "Ook een gewoon woord, dus zonder hoofdletter niet vervangen:"
                f" {als_rij(woorden).lower()}."
            )
        return
    leden = dict.fromkeys(
        lid
        for uitgekozen in selectie.sessies
        for lid in uitgekozen.sessie_map.sessie.deelnemers
    )
    wie = app.omgeving.groep.namen(list(leden))
    app.console.alinea(f"Erin staan de woorden van {wie}, met hun namen.")


def say_what_stays(app: App, selectie: Selectie) -> None:
    """Say how many sessies are not in a file, because they are private."""
    if not selectie.prive:
        return
    wat = f"{selectie.prive} sessies zijn privé en staan"
    if selectie.prive == 1:
        wat = "Eén sessie is privé en staat"
    typ = "intervisie export SESSIE"
    app.console.alinea(f"{wat} er niet in. Toch? Noem haar: {typ}")
