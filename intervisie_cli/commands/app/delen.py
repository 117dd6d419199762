"""Sharing beside another command: it never makes that one fail."""

import time
from threading import Thread

from intervisie_cli.commands.app import App
from intervisie_cli.commands.sync import report, share
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync.sync import Uitkomst, is_connected, sync
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import SYNC_NA_STAP

# Soon enough to see what another writes.
KIJK_ELKE_S = 1.0
# A line that says nothing for so long is as good as cut.
STIL_S = 5.0
# Longer than this nobody waits for a line that may be dead.
WACHT_S = 2.0


def shares(app: App) -> bool:
    """Whether the group chose to share after each step, and has a place for it."""
    return app.omgeving.groep.instellingen.sync == SYNC_NA_STAP and is_connected(
        app.omgeving.repository
    )


def share_after(app: App, *, is_quiet: bool = False) -> None:
    """Share now, when there is a shared place.

    An error does not end the command; what was recorded stays. With *is_quiet* nothing is told: the
    command shares once more at its end.
    """
    if not is_connected(app.omgeving.repository):
        return
    try:
        uitkomst = share(app)
    except IntervisieError as fout:
        if not is_quiet:
            _later(app, fout)
        return
    if not is_quiet:
        report(app, uitkomst)


def _later(app: App, fout: IntervisieError) -> None:
    app.console.melding(
        f"Delen lukte nu niet. {fout.bericht} Wat je vastlegde is bewaard."
    )
    app.console.melding("Deel het later met: intervisie sync")


class Achtergrond:
    """Shares while people read; its outcome is told when they are done."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._thread: Thread | None = None
        self._began = -KIJK_ELKE_S
        self._uitkomsten: list[Uitkomst | IntervisieError] = []
        # Since when the place was not reached, None when it was the last time.
        self._weg_sinds: float | None = None

    def start(self) -> None:
        """Begin to share, unless that is going on already."""
        if not self.is_busy and shares(self._app):
            self._began = time.monotonic()
            self._thread = Thread(target=self._share, daemon=True)
            self._thread.start()

    def take_in(self) -> None:
        """Share now, and wait for that as long as a person waits for another's word."""
        self.start()
        if self._thread:
            self._thread.join(WACHT_S)

    def kijk(self) -> None:
        """Share when the last time is long enough ago."""
        if time.monotonic() - self._began >= KIJK_ELKE_S:
            self.start()

    @property
    def is_busy(self) -> bool:
        """Whether it is at it."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def lijn(self) -> str:
        """What is wrong with the line to the shared place, '' for nothing."""
        nu = time.monotonic()
        sinds = self._weg_sinds
        if sinds is None and self.is_busy and nu - self._began > STIL_S:
            sinds = self._began
        if sinds is None:
            return ""
        return f"geen verbinding sinds {round(nu - sinds)} s"

    def _share(self) -> None:
        omgeving = self._app.omgeving
        eigen = Omgeving(omgeving.clock, omgeving.new_id, folder=omgeving.root)
        began = self._began
        try:
            self._uitkomsten.append(sync(eigen, lambda _: None))
        except IntervisieError as fout:
            self._failed(fout, began)
        except OSError:
            self._failed(IntervisieError("De schijf gaf een fout."), began)
        else:
            self._weg_sinds = None

    def _failed(self, fout: IntervisieError, began: float) -> None:
        self._uitkomsten.append(fout)
        if self._weg_sinds is None:
            self._weg_sinds = began

    def finish(self) -> None:
        """Wait until it is done, and tell what came of it."""
        if self._thread:
            self._app.console.voortgang("Delen…")
            self._thread.join()
            self._app.console.voortgang("")
        for uitkomst in self._uitkomsten:
            if isinstance(uitkomst, Uitkomst) and (uitkomst.binnen or uitkomst.uit):
                report(self._app, uitkomst)
        # What went wrong before was tried again since.
        for uitkomst in self._uitkomsten[-1:]:
            if isinstance(uitkomst, IntervisieError):
                _later(self._app, uitkomst)
        self._uitkomsten.clear()
