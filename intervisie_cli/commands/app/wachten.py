"""Waiting for the others: a line that tells how long, until something came in."""

from collections.abc import Callable

from intervisie_cli import system
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond

_TIK_S = 0.2


def wait(
    app: App,
    deler: Achtergrond,
    is_nieuw: Callable[[], bool],
    lijn: Callable[[], list[str]],
) -> bool:
    """Wait until *is_nieuw*; False when the person pressed Enter to do something meanwhile.

    *lijn* gives the parts of the line that is shown, '' for none. Raises KeyboardInterrupt.
    """
    try:
        while not is_nieuw():
            delen = filter(None, lijn())
            app.console.voortgang(" · ".join([*delen, "Enter = meer"]))
            deler.kijk()
            if system.enter_pressed(_TIK_S):
                return False
            if app.prompter.is_interrupted:
                raise KeyboardInterrupt
        return True
    finally:
        app.console.voortgang("")
