"""`intervisie demo`: plays a worked case, shows what came of it, then the log."""

import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer

from intervisie_cli import system
from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.commands.new import choose_draaiboek
from intervisie_cli.flows.groep import demo, init
from intervisie_cli.flows.stap.vastleggen import VASTGELEGD
from intervisie_cli.groep import casussen, sessies
from intervisie_cli.model.casus import Zoekvraag
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.sessie import OVERGESLAGEN
from intervisie_cli.tonen import casus
from intervisie_cli.ui.console import kort as kort_regel

# On a terminal each step waits, so that somebody can read its line. Nobody reads along in a pipe.
PAUZE_S = 0.6


def run(
    ctx: typer.Context,
    *,
    pad: Annotated[
        str | None,
        typer.Argument(
            help="Waar de groep komt; standaard een tijdelijke map.", metavar="[MAP]"
        ),
        opties.PAD,
    ] = None,
    kort: opties.KortOptie = False,
    lang: opties.LangOptie = False,
) -> int:
    """Play the long case, or the short one with --kort."""
    app: App = ctx.obj
    draaiboek = choose_draaiboek(kort=kort, lang=lang, draaiboek=None) or "lang"
    if app.omgeving.gevraagd:
        raise VerkeerdGebruik(
            "demo maakt zijn eigen groep.",
            "Laat --groep weg, of noem een map: intervisie demo MAP",
        )
    # A folder that somebody names must be free; a temporary one always is.
    if pad:
        folder = system.typed_path(pad).absolute()
        init.check_place(folder)
    else:
        folder = Path(tempfile.mkdtemp(prefix="intervisie-demo-")) / "groep"
    uit = app.console
    uit.regel(
        "Een voorbeeld: Mirthe zoekt structuur. Tim begeleidt, Kim denkt mee.", "vet"
    )
    for gedaan in demo.play(app.omgeving, folder, draaiboek):
        stap = gedaan.stap
        wat = VASTGELEGD
        if stap.status == OVERGESLAGEN:
            wat = OVERGESLAGEN
        uit.regel(f"✓ {stap.plek.titel} {wat}", "groen")
        if uit.is_terminal:
            time.sleep(PAUZE_S)
    eigen = App(
        app.omgeving.in_folder(folder),
        uit,
        geen_vragen=app.geen_vragen,
    )
    _show_files(eigen)
    uit.regel("\nTerugkijken met intervisie log:", "vet")
    # The case is played on a day of its own, so late is what was late then.
    vraag = Zoekvraag(demo.BEGIN.date())
    gespeeld = casussen.of_sessie(sessies.find(folder, None, vraag.vandaag))
    for regel in casus.regels(uit, eigen.omgeving.groep, vraag, gespeeld):
        uit.ruw(regel)
    uit.regel(f"\nDe groep staat in {folder}", "vet")
    uit.regel(f"Kijk rond met: intervisie show --groep {folder}")
    return 0


def _show_files(app: App) -> None:
    uit = app.console
    uit.regel("\nElke stap is één bestand:", "vet")
    sessie_map = sessies.find(app.omgeving.root, None, app.omgeving.avond)
    for stap in sessie_map.stappen:
        uit.regel(f"  {stap.pad}")
    uit.regel("\nEn elke stap is apart vastgelegd:", "vet")
    repository = app.omgeving.repository
    commit = repository.head().commit
    out = repository.git.run("log", "--format=%h %s", commit)
    for regel in out.decode("utf-8", "replace").splitlines():
        uit.regel(f"  {kort_regel(regel, uit.breedte - 2)}")
