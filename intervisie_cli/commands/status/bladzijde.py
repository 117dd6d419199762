"""The page of `status`: where a sessie stands."""

from functools import partial

from intervisie_cli.commands.app import App
from intervisie_cli.flows.sessie.status import Stand, look
from intervisie_cli.flows.waar import waar
from intervisie_cli.groep import sessies
from intervisie_cli.tonen import stand as tonen


def look_at(app: App, sessie: str | None) -> Stand:
    """Where the sessie stands. Raises IntervisieError."""
    gevonden = sessies.find(app.omgeving.root, sessie, app.omgeving.avond)
    return look(app.omgeving, gevonden, is_at_hand=not sessie)


def show(app: App, sessie: str | None) -> None:
    """Write the page."""
    stand = look_at(app, sessie)
    omgeving = app.omgeving
    app.toon(
        tonen.regels(
            app.console,
            omgeving.groep,
            stand,
            omgeving.vandaag,
            partial(waar, omgeving),
        )
    )
