"""`intervisie init`: makes a group, connects one to a shared place, or joins one there."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from intervisie_cli import system
from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.na_stap import share_when_asked
from intervisie_cli.commands.app.wie import NAAM, which_member
from intervisie_cli.commands.sync import report
from intervisie_cli.flows.groep import init, instellingen
from intervisie_cli.flows.groep.lid import almost
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync import gedeelde_plek
from intervisie_cli.flows.vastlegger import GeenNaam
from intervisie_cli.flows.vragenronde import VraagSteller
from intervisie_cli.git.url import Adres, check_url
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.instellingen import SYNC_HAND, SYNC_NA_STAP
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Keuze, Vraag
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
_NIEUW = Vraag(
    Sleutel("nieuw"),
    "tekst",
    "Wat is je korte naam?",
    verplicht=True,
    hulp="Kleine letters, zoals: kim.",
)

_DELEN = Vraag(
    Sleutel("delen"),
    "ja-nee",
    "Delen na elke stap?",
    keuzes=JA_NEE,
    standaard=True,
    hulp="Dan zien jullie elkaars woorden tijdens de sessie. Anders: intervisie sync.",
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
        return _join(app, check_url(van), pad, als)
    if als is not None:
        raise VerkeerdGebruik(
            "--als hoort bij --van.", "Typ: intervisie init --van ADRES --als LID"
        )
    # A wrong address is told of before a group is made that would then be shared nowhere.
    adres = None
    if remote is not None:
        adres = check_url(remote)
    folder = system.typed_path(pad or ".").absolute()
    heeft_groep = (folder / BESTAND).is_file()
    # With --remote alone a group that stands here is connected, not made once more.
    is_alleen_delen = adres and naam is None and leden is None
    if not (heeft_groep and is_alleen_delen):
        _make(app, folder, naam, leden)
    if adres:
        _connect(app, folder, adres, openbaar=openbaar)
    app.console.regel("Typ nu: intervisie new --kort")
    return 0


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
    _make_default(app, folder)
    app.console.regel(f"De groep staat klaar in {folder}", "groen")
    _name_leden(app, lijst)


def _name_leden(app: App, leden: Iterable[Lid]) -> None:
    namen = ", ".join(lid.roepnaam for lid in leden)
    app.console.alinea(namen, kop="Leden  ")


def _make_default(app: App, folder: Path) -> None:
    try:
        init.make_default(folder)
    except OSError:
        # The group is there: only commands from elsewhere have to name its folder.
        app.console.melding(
            "Deze groep kon niet je standaardgroep worden; werk in haar map."
        )


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
    report(eigen, uitkomst)
    _ask_to_share(eigen)
    app.console.regel(f"Anderen doen mee met: intervisie init --van {adres.toonbaar}")


def _ask_to_share(app: App) -> None:
    """Ask once in the life of a group whether it shares as it goes."""
    if not app.mag_vragen or instellingen.is_set(app.omgeving, "sync"):
        return
    wanneer = SYNC_NA_STAP if app.ask(_DELEN) else SYNC_HAND
    instellingen.change(app.omgeving, {"sync": wanneer}, app.wacht)
    share_when_asked(app)


def _join(
    app: App,
    adres: Adres,
    pad: str | None,
    als: str | None,
) -> int:
    # A name that cannot be is told of before anything is fetched.
    lid = None
    if als is not None:
        lid = gedeelde_plek.read_lid(als)
    folder = _clone_folder(adres, pad)
    try:
        omgeving = gedeelde_plek.join(
            app.omgeving, adres, folder, app.console.voortgang
        )
    finally:
        app.console.voortgang("")
    eigen = App(omgeving, app.console, geen_vragen=app.geen_vragen)
    groep = omgeving.groep
    app.console.regel(
        f"Je doet mee met {groep.naam or 'de groep'}. Ze staat in {folder}", "groen"
    )
    _name_leden(app, groep.huidige_leden)
    _make_default(app, folder)
    if not lid and app.mag_vragen:
        lid = _wie(eigen)
    if not lid:
        app.console.regel("Zeg nog wie je bent: intervisie step --als LID")
        return 0
    lid = _surely(eigen, lid)
    roepnaam = groep.roepnaam(lid.id)
    if gedeelde_plek.register(omgeving, lid):
        app.console.regel(f"{roepnaam} is nu lid van de groep.", "groen")
    else:
        app.console.regel(f"Welkom, {roepnaam}.")
    _ask_to_share(eigen)
    return _share(eigen)


def _clone_folder(adres: Adres, pad: str | None) -> Path:
    if pad:
        return system.typed_path(pad).absolute()
    return gedeelde_plek.default_folder(adres)


def _wie(app: App) -> Lid:
    """Ask who is joining: a member that the group knows, or somebody new."""
    leden = app.omgeving.groep.huidige_leden
    gekozen = app.ask(which_member(leden)) or app.ask(_NIEUW)
    return gedeelde_plek.read_lid(str(gekozen))


def _surely(app: App, lid: Lid) -> Lid:
    """The member that *lid* is, where that is nearly another's name. Raises VerkeerdGebruik."""
    groep = app.omgeving.groep
    bijna = None if groep.named(lid.id) else almost(groep, lid.id)
    if not bijna:
        return lid
    if not app.mag_vragen:
        raise VerkeerdGebruik(
            f"'{lid.id}' lijkt op {bijna.roepnaam}, die al lid is.",
            f"Ben jij dat? Neem --als {bijna.id}. Nieuw? Typ in de map van de groep: "
            f"intervisie lid erbij {lid.id}",
        )
    vraag = Vraag(
        Sleutel("lid"),
        "keuze",
        f"Ben jij {bijna.roepnaam}, die al lid is?",
        keuzes=(
            Keuze(bijna, f"Ja, ik ben {bijna.roepnaam}"),
            Keuze(lid, f"Nee, ik ben nieuw: {lid.roepnaam}"),
        ),
        standaard=bijna,
    )
    gekozen: Lid = app.ask(vraag)
    return gekozen


def _share(app: App) -> int:
    """Share what joining recorded."""
    from intervisie_cli.commands.sync import share

    try:
        report(app, share(app))
    # The clone is whole, and the next sync shares what the place did not take now.
    except IntervisieError as fout:
        app.console.fout(fout.bericht, fout.hulp)
        return fout.exit_code
    return 0


def _in(app: App, folder: Path) -> App:
    """The same surroundings, with the group in *folder*."""
    omgeving = Omgeving(app.omgeving.clock, app.omgeving.new_id, folder=folder)
    return App(omgeving, app.console, geen_vragen=app.geen_vragen)
