"""What a person is told and asked once a group stands in a folder: made, connected or joined."""

from collections.abc import Iterable
from pathlib import Path

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.na_stap import share_when_asked
from intervisie_cli.flows.groep import init, instellingen
from intervisie_cli.model.instellingen import SYNC_HAND, SYNC_NA_STAP
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Vraag
from intervisie_cli.system import folders

_DELEN = Vraag(
    Sleutel("delen"),
    "ja-nee",
    "Delen na elke stap?",
    keuzes=JA_NEE,
    standaard=True,
    hulp="Dan zien jullie elkaars woorden tijdens de sessie. Anders: intervisie sync.",
)


def warn_of_cloud(app: App, folder: Path, wat: str) -> None:
    """Say that a cloud writes in the folder of what was made, where one does."""
    if naam := folders.cloud_of(folder):
        app.console.melding(
            f"Let op: {wat} staat in {naam}, dat er zelf in schrijft; daar kan ze stuk van gaan."
            " Kies liever een andere map.",
            "geel",
        )


def name_leden(app: App, leden: Iterable[Lid]) -> None:
    """Show who are in the group."""
    namen = ", ".join(lid.roepnaam for lid in leden)
    app.console.alinea(namen, kop="Leden  ")


def make_default(app: App, folder: Path) -> None:
    """Let commands from elsewhere work on this group."""
    try:
        init.make_default(folder)
    except OSError:
        # The group is there: only commands from elsewhere have to name its folder.
        app.console.melding(
            "Deze groep kon niet je standaardgroep worden; werk in haar map."
        )


def ask_to_share(app: App) -> None:
    """Ask once in the life of a group whether it shares as it goes."""
    if not app.mag_vragen or instellingen.is_set(app.omgeving, "sync"):
        return
    wanneer = SYNC_NA_STAP if app.ask(_DELEN) else SYNC_HAND
    instellingen.change(app.omgeving, {"sync": wanneer}, app.wacht)
    share_when_asked(app)
