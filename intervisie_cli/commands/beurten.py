"""`intervisie status --beurten`: how often everybody had each rol, and when last."""

from datetime import date

from intervisie_cli.commands.app import App
from intervisie_cli.flows.sessie import beurten
from intervisie_cli.flows.sessie.beurten import Beurt
from intervisie_cli.model.sessie import ROLLEN
from intervisie_cli.ui.console import breedte_van, kort, vul

_KOLOM = 15


def show_turns(app: App, *, json: bool) -> int:
    """Print a row for each member."""
    rijen = beurten.table(app.omgeving)
    if json:
        app.console.json(
            {
                "leden": [
                    {"lid": lid} | {rol: beurt._asdict() for rol, beurt in van.items()}
                    for lid, van in rijen
                ]
            }
        )
        return 0
    namen = {lid: kort(app.omgeving.groep.roepnaam(lid), 15) for lid, _ in rijen}
    breed = max(map(breedte_van, namen.values()), default=0) + 2
    app.console.regel(
        vul("", breed) + "".join(vul(rol.capitalize(), _KOLOM) for rol in ROLLEN).rstrip(), "vet"
    )
    for lid, van in rijen:
        cellen = "".join(vul(_cell(van[rol]), _KOLOM) for rol in ROLLEN).rstrip()
        app.console.regel(vul(namen[lid], breed) + cellen)
    return 0


def _cell(beurt: Beurt) -> str:
    return f"{beurt.aantal}x {date.fromisoformat(beurt.laatst):%d-%m-%y}" if beurt.aantal else "-"
