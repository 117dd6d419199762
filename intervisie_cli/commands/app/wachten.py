"""Waiting for the others: a line that tells how long, until something came in."""

from collections.abc import Callable

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.system import keyboard
from intervisie_cli.ui.console import breedte_van

_TIK_S = 0.2


def wait(
    app: App,
    deler: Achtergrond,
    is_nieuw: Callable[[], bool],
    lijn: Callable[[], list[str]],
    meer: str = "Enter = meer",
) -> bool:
    """Wait until *is_nieuw*; False when the person pressed Enter to do something meanwhile.

    *lijn* gives the parts of the line that is shown, '' for none, the most needed last; *meer* ends
    it. Raises KeyboardInterrupt.
    """
    try:
        while not is_nieuw():
            delen = [deel for deel in lijn() if deel]
            app.console.stand(_that_fits(app, [*delen, meer]))
            deler.kijk()
            if keyboard.enter_pressed(_TIK_S):
                return False
            if app.prompter.is_interrupted:
                end_line(app)
                raise KeyboardInterrupt
        return True
    finally:
        app.console.voortgang("")


def _that_fits(app: App, delen: list[str]) -> str:
    """The parts on one line; where that is too long, the first go."""
    tekst = " · ".join(delen)
    if app.console.is_toegankelijk:
        return tekst
    while breedte_van(tekst) >= app.console.breedte and len(delen) > 1:
        delen = delen[1:]
        tekst = " · ".join(delen)
    return tekst


def end_line(app: App) -> None:
    """Let what follows Ctrl-C begin on a line of its own, where the terminal shows ^C."""
    if app.console.is_toegankelijk:
        app.console.schrijf("\n")
