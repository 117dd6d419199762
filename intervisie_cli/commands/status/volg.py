"""A status that refreshes itself, with what comes in meanwhile."""

from intervisie_cli import system
from intervisie_cli.commands.app import App, need_terminal
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.status.bladzijde import show

# Soon enough to see what another writes, and seldom enough to read a page before it is replaced.
KIJK_ELKE_S = 3.0


def follow(app: App, sessie: str | None) -> int:
    """Show the page of `status` again and again, with what comes in meanwhile, until Ctrl-C."""
    need_terminal(app, "Laat --volg weg.")
    deler = Achtergrond(app)
    try:
        while True:
            app.console.leeg_scherm()
            show(app, sessie)
            app.console.regel("Ctrl-C = stoppen", "dof")
            deler.start()
            # Enter looks at once.
            system.enter_pressed(KIJK_ELKE_S)
    # Ctrl-C is how this ends, so it is no error.
    except KeyboardInterrupt:
        return 0
