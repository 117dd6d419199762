"""What a command does when it recorded something."""

from intervisie_cli.commands.app import App
from intervisie_cli.model.instellingen import SYNC_NA_STAP


def share_when_asked(app: App) -> None:
    """Share what was recorded, in a group that chose to do so after each step."""
    if app.omgeving.groep.instellingen.sync != SYNC_NA_STAP:
        return
    # Imported here: most groups share by themselves, and a step would wait for this.
    from intervisie_cli.commands.app.delen import share_after

    share_after(app)


def take_in_when_asked(app: App) -> None:
    """Take in what others recorded, before something is decided by where the group is."""
    if app.omgeving.groep.instellingen.sync != SYNC_NA_STAP:
        return
    from intervisie_cli.commands.app.delen import Achtergrond

    Achtergrond(app).take_in()
