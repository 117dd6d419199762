"""`intervisie init --van`: joins a group that others began."""

from pathlib import Path

from intervisie_cli import system
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.wie import which_member
from intervisie_cli.commands.init.erna import (
    ask_to_share,
    make_default,
    name_leden,
    warn_of_cloud,
)
from intervisie_cli.commands.sync import report, share
from intervisie_cli.flows.groep.lid import almost
from intervisie_cli.flows.sync import gedeelde_plek
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Vraag

_NIEUW = Vraag(
    Sleutel("nieuw"),
    "tekst",
    "Wat is je korte naam?",
    verplicht=True,
    hulp="Kleine letters, zoals: kim.",
)


def join(
    app: App,
    adres: Adres,
    pad: str | None,
    als: str | None,
) -> int:
    """Join the group at *adres*, and share who came. Raises IntervisieError."""
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
    warn_of_cloud(app, folder, "de groep")
    name_leden(app, groep.huidige_leden)
    make_default(app, folder)
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
    ask_to_share(eigen)
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
    try:
        report(app, share(app))
    # The clone is whole, and the next sync shares what the place did not take now.
    except IntervisieError as fout:
        app.console.fout(fout.bericht, fout.hulp)
        return fout.exit_code
    return 0
