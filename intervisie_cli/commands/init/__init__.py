"""`intervisie init`: makes a group, connects one to a shared place, or joins one there."""

from pathlib import Path
from typing import Annotated

import typer

from intervisie_cli import system
from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.wie import NAAM
from intervisie_cli.commands.init.erna import (
    ask_to_share,
    make_default,
    name_leden,
    warn_of_cloud,
)
from intervisie_cli.commands.init.meedoen import join
from intervisie_cli.commands.sync import report
from intervisie_cli.flows.groep import init
from intervisie_cli.flows.niet_vastgelegd import GeenNaam
from intervisie_cli.flows.sync import gedeelde_plek
from intervisie_cli.flows.vragenronde import VraagSteller
from intervisie_cli.git.url import Adres, check_url
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.records.groep import BESTAND

_NAAM = Vraag(Sleutel("naam"), "tekst", "Hoe heet je groep?", verplicht=True)
_LEDEN = Vraag(
    Sleutel("leden"),
    "tekst",
    "Wie zitten er in je groep?",
    verplicht=True,
    hulp="Korte namen met komma's, bijvoorbeeld: mirthe, tim, kim."
    " Een hele naam mag erbij: kim=Kim de Boer.",
)


def run(
    ctx: typer.Context,
    *,
    pad: Annotated[
        str | None,
        typer.Argument(help="Waar de map komt; standaard hier.", metavar="[MAP]"),
        opties.PAD,
    ] = None,
    naam: Annotated[
        str | None, typer.Option("--naam", help="De naam van de groep.")
    ] = None,
    leden: Annotated[
        str | None,
        typer.Option(
            "--leden", help='Korte namen, met komma\'s: "mirthe,tim,kim=Kim".'
        ),
    ] = None,
    remote: Annotated[
        str | None,
        typer.Option(
            "--remote",
            help="De gedeelde plek: een adres, of een map zoals een stick.",
            metavar="ADRES",
        ),
    ] = None,
    van: Annotated[
        str | None,
        typer.Option(
            "--van", help="Doe mee met de groep op deze gedeelde plek.", metavar="ADRES"
        ),
    ] = None,
    als: Annotated[
        str | None,
        typer.Option(
            "--als", help="Wie jij bent in de groep; hoort bij --van.", metavar="LID"
        ),
    ] = None,
    openbaar: opties.OpenbaarOptie = False,
) -> int:
    """Make, connect or join, and make that the user's default group."""
    app: App = ctx.obj
    if van is not None:
        te_veel = {"--naam": naam, "--leden": leden, "--remote": remote}
        for vlag, waarde in te_veel.items():
            if waarde is not None:
                raise VerkeerdGebruik(
                    f"--van en {vlag} gaan niet samen.",
                    "Met --van doe je mee met een groep die er al is.",
                )
        return join(app, check_url(van), pad, als)
    if als is not None:
        raise VerkeerdGebruik(
            "--als hoort bij --van.", "Typ: intervisie init --van ADRES --als LID"
        )
    # A wrong address is told of before a group is made that would then be shared nowhere.
    adres = None
    if remote is not None:
        adres = check_url(remote)
    folder = system.typed_path(pad or ".").absolute()
    if adres:
        gedeelde_plek.check_outside(folder, adres)
    heeft_groep = (folder / BESTAND).is_file()
    # A group that stands here is connected, not made once more: what came after that can fail.
    is_hier = heeft_groep and _is_this(_in(app, folder), naam, leden)
    if not (adres and is_hier):
        _make(app, folder, naam, leden)
    if adres:
        _connect(app, folder, adres, openbaar=openbaar)
    app.console.regel("Typ nu: intervisie new --kort")
    return 0


def _is_this(app: App, naam: str | None, leden: str | None) -> bool:
    """Whether the group that is there is what was typed, as far as something was."""
    groep = app.omgeving.groep
    if naam is not None and init.check_naam(naam) != groep.naam:
        return False
    if leden is None:
        return True
    genoemd = {lid.id for lid in init.read_leden(leden)}
    return genoemd == {lid.id for lid in groep.leden}


def _make(
    app: App,
    folder: Path,
    naam: str | None,
    leden: str | None,
) -> None:
    init.check_place(folder)

    def gather(vraag: VraagSteller) -> tuple[str, tuple[Lid, ...]]:
        getypte_naam = naam
        if getypte_naam is None:
            getypte_naam = vraag(_NAAM)
        # Checked at once, so that a name that cannot be is asked again before the members are.
        gekozen = init.check_naam(getypte_naam)
        getypte_leden = leden
        if getypte_leden is None:
            getypte_leden = vraag(_LEDEN)
        return gekozen, init.read_leden(getypte_leden)

    gekozen, lijst = app.ask_around(gather, {"naam": "--naam", "leden": "--leden"})
    try:
        init.make(app.omgeving, folder, gekozen, lijst)
    except GeenNaam:
        if not app.mag_vragen:
            raise
        wie = str(app.ask(NAAM))
        init.make(app.omgeving, folder, gekozen, lijst, wie)
    make_default(app, folder)
    app.console.regel(f"De groep staat klaar in {folder}", "groen")
    warn_of_cloud(app, folder, "de groep")
    name_leden(app, lijst)


def _connect(
    app: App,
    folder: Path,
    adres: Adres,
    *,
    openbaar: bool,
) -> None:
    eigen = _in(app, folder)
    try:
        uitkomst = gedeelde_plek.share(
            eigen.omgeving, adres, app.console.voortgang, openbaar=openbaar
        )
    finally:
        app.console.voortgang("")
    app.console.regel(f"De groep wordt gedeeld op {adres.toonbaar}", "groen")
    if adres.map:
        warn_of_cloud(app, adres.map, "de gedeelde plek")
    report(eigen, uitkomst)
    ask_to_share(eigen)
    app.console.regel(f"Anderen doen mee met: intervisie init --van {adres.te_typen}")


def _in(app: App, folder: Path) -> App:
    """The same surroundings, with the group in *folder*."""
    return App(app.omgeving.in_folder(folder), app.console, geen_vragen=app.geen_vragen)
