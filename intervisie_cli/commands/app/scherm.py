"""Keeps the shared screen right while a command leads or follows a step."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Self

from intervisie_cli.commands.app import App
from intervisie_cli.flows import scherm
from intervisie_cli.groep import sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.schermstand import LOOPT, Schermstand
from intervisie_cli.system import plain

# So often the screen is told that the step still runs.
_ELKE_S = 2.0


class Scherm:
    """The screen of this clone, as long as `with` holds it; *van* says which command shows it.

    At the end it shows how the sessie in *folder* stands, which nobody leads then.
    """

    def __init__(self, app: App, folder: str, van: str) -> None:
        self._omgeving = app.omgeving
        self._folder = folder
        self._van = van
        self._stand: Schermstand | None = None
        # Of the thread as well.
        self._slot = Lock()
        self._einde = Event()
        self._thread = Thread(target=self._keep_alive, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._einde.set()
        self._thread.join()
        if not self._stand:
            return
        # What cannot be read is told by the command itself.
        with suppress(IntervisieError):
            sessie_map = sessies.load(self._omgeving.root, self._folder)
            self.toon(scherm.of_sessie(self._omgeving, sessie_map))

    def toon(self, stand: Schermstand) -> None:
        """Show this from now on."""
        with self._slot:
            self._stand = stand
            self._write(stand)

    def _keep_alive(self) -> None:
        while not self._einde.wait(_ELKE_S):
            with self._slot:
                if self._stand and self._stand.toestand == LOOPT:
                    self._write(self._stand)

    def _write(self, stand: Schermstand) -> None:
        root, nu = self._omgeving.root, self._omgeving.clock()
        stand = stand._replace(van=self._van, gezien=nu.isoformat())
        if not scherm.shows_hulpvraag(root):
            stand = stand._replace(hulpvraag="")
        # A screen that cannot be written stops nobody who talks.
        with suppress(OSError):
            scherm.save(root, stand)
            if scherm.page_of(root).exists():
                write_page(root, stand, nu)


def write_page(root: Path, stand: Schermstand, nu: datetime) -> None:
    """Write the page for the browser. Raises OSError."""
    # Imported here: most sessies have no screen.
    from intervisie_cli.tonen.scherm import bestand

    plain.put(scherm.page_of(root), bestand(stand, nu))
