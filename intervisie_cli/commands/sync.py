"""`intervisie sync`: shares what was recorded here, and takes in what others recorded."""

from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App
from intervisie_cli.flows.sync import ronde
from intervisie_cli.flows.sync.ronde import Uitkomst
from intervisie_cli.groep import botsingen
from intervisie_cli.model.fouten import GEDAAN, KIJK_ZELF
from intervisie_cli.tonen.botsing import show_botsingen


def run(
    app: App,
    *,
    openbaar: opties.OpenbaarOptie = False,
    herstel: Annotated[
        bool,
        typer.Option(
            "--herstel", help="Leg opnieuw vast wat Git bij anderen weigert; de teksten blijven."
        ),
    ] = False,
) -> int:
    """Bring this clone and the shared place together, and say what came in and went out."""
    app.ensure_name()
    uitkomst = share(app, openbaar=openbaar, herstel=herstel)
    return KIJK_ZELF if report(app, uitkomst) else GEDAAN


def share(app: App, *, openbaar: bool = False, herstel: bool = False) -> Uitkomst:
    """Sync with its progress on the terminal."""
    try:
        return ronde.sync(
            app.omgeving, app.console.voortgang, app.wacht, openbaar=openbaar, herstel=herstel
        )
    finally:
        app.console.voortgang("")


def report(app: App, uitkomst: Uitkomst) -> bool:
    """Say what came of it; gives whether a person has to look at something."""
    uit = app.console
    if uitkomst.is_hersteld:
        uit.regel(
            "✓ Wat Git niet aannam is opnieuw vastgelegd; ieders teksten staan er nog.", "groen"
        )
    if uitkomst.binnen:
        uit.regel("Binnengekomen", "vet")
        for binnen in uitkomst.binnen:
            uit.alinea(binnen.wat, kop=f"• {binnen.wie}: ", inspringen=2)
        meer = uitkomst.aantal_binnen - len(uitkomst.binnen)
        if meer:
            uit.regel(f"  en nog {meer}; kijk met: intervisie log")
    if uitkomst.uit:
        uit.regel(
            f"✓ Gedeeld: {'1 wijziging' if uitkomst.uit == 1 else f'{uitkomst.uit} wijzigingen'} van hier.",
            "groen",
        )
    elif not uitkomst.binnen:
        uit.regel("✓ Alles was al gedeeld.", "groen")
    return _attention(app, uitkomst)


def _attention(app: App, uitkomst: Uitkomst) -> bool:
    uit, komt_binnen = app.console, uitkomst.bijgewerkt
    for pad in uitkomst.afgemaakt:
        uit.regel(
            f"{pad}: wat er met de hand in stond, is bewaard in .git/intervisie/opzij.", "geel"
        )
    for pad in uitkomst.onleesbaar:
        uit.regel(f"{pad} is met de hand veranderd en niet te lezen; dat is hier gebleven.", "geel")
    for pad in komt_binnen.kopieen:
        uit.regel(f"Van één bestand zijn er twee versies; de andere staat in {pad}.", "geel")
    if aantal := len(komt_binnen.vreemd) + len(uitkomst.weggelaten):
        wat = "1 vreemd bestand is" if aantal == 1 else f"{aantal} vreemde bestanden zijn"
        uit.alinea(f"{wat} niet overgenomen.", "geel")
    gevonden = list(botsingen.in_files(app.omgeving.root, komt_binnen.veranderd))
    show_botsingen(app.console, gevonden)
    return bool(gevonden or komt_binnen.kopieen or uitkomst.onleesbaar)
