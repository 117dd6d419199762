"""What a value of a record needs to be shown in words."""

from intervisie_cli.commands.app import App
from intervisie_cli.flows.terugblik.acties import acties_met
from intervisie_cli.vragen.soorten.soort import Gids


def gids(app: App) -> Gids:
    """The group, today, and what an actie says."""
    omgeving = app.omgeving
    return Gids(omgeving.groep, omgeving.vandaag, lambda id_: _what_it_says(app, id_))


def _what_it_says(app: App, id_: str) -> str:
    """What the actie with this id says; it may stand in an earlier sessie."""
    for treffer in acties_met(app.omgeving, [id_]):
        return str(treffer.actie.get("actie"))
    return "–"
