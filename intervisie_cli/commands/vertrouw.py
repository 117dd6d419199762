"""`intervisie vertrouw`: accepts the Git configuration of this folder as it is now."""

import typer

from intervisie_cli import system
from intervisie_cli.commands.app import App
from intervisie_cli.git import trust
from intervisie_cli.git.runner import Git
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Vraag

_ZEKER = Vraag(
    Sleutel("zeker"),
    "ja-nee",
    "Heb je dit zelf zo ingesteld?",
    keuzes=JA_NEE,
    standaard=False,
)


def run(ctx: typer.Context) -> int:
    """Name the strange keys, and trust them from now on."""
    app: App = ctx.obj
    repository = app.omgeving.repository
    vreemd = trust.look(repository, Git(repository.root))
    if not vreemd:
        app.console.regel(
            "Aan de Git-instellingen van deze map is niets vreemds.", "groen"
        )
        return 0
    app.console.regel(
        "Deze instellingen kunnen een programma starten of Git ergens anders heen sturen:",
        "vet",
    )
    for key in vreemd:
        app.console.alinea(key, kop="• ", inspringen=2)
    # Without a terminal the command itself is the answer: nobody types it by accident.
    if app.mag_vragen and not app.ask(_ZEKER):
        app.console.regel("Er is niets veranderd.")
        return 0
    # What was shown is trusted, not what the file may have become while somebody thought about it.
    system.add_trusted(vreemd.values())
    app.console.regel("✓ Vertrouwd, zolang ze zo blijven.", "groen")
    return 0
