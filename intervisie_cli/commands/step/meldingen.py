"""What who leads is told once while a step goes on: clashes, and what cannot be recorded so."""

from intervisie_cli.commands.app import App
from intervisie_cli.flows.stap.inhoud import AntwoordenFout
from intervisie_cli.groep.botsingen import in_data
from intervisie_cli.groep.stapbestand import StapBestand


class Meldingen:
    """Says each thing once, whenever it is seen."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._gezegd: set[str] = set()

    def botsingen(self, stap: StapBestand) -> None:
        """Say at once of what there are two versions by now."""
        for botsing in in_data(stap.pad, stap.data):
            if self._is_new(f"{botsing.pad} {botsing.waarde!r}"):
                zin = f"Twee versies van {botsing.veld}. Kiezen kan na deze stap."
                self._app.console.alinea(zin, "geel")

    def fout(self, fout: AntwoordenFout) -> None:
        """Say what cannot be recorded so; at the review it can be changed."""
        if self._is_new(fout.bericht):
            self._app.console.fout(fout.bericht, "Bij het nakijken kan het anders.")

    def _is_new(self, wat: str) -> bool:
        is_nieuw = wat not in self._gezegd
        self._gezegd.add(wat)
        return is_nieuw
