"""Tells what others said at their laptops since it was told last, and nothing twice."""

from collections.abc import Callable, Collection

from intervisie_cli.commands.app import App
from intervisie_cli.model.context import Context
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.tonen.nieuws import berichten


class Nieuws:
    """What was told by now of a step."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._verteld: set[str] = set()

    def see(
        self,
        context: Context,
        antwoorden: Antwoorden,
        voorbij: Collection[str],
    ) -> None:
        """Take it for told: it was shown in another way, or is from before."""
        gezegd = berichten(context, antwoorden, voorbij)
        self._verteld |= {bericht.kenmerk for bericht in gezegd}

    def tell(
        self,
        context: Context,
        antwoorden: Antwoorden,
        voorbij: Collection[str],
        is_mine: Callable[[str], bool],
    ) -> None:
        """Tell what is new of others; what *is_mine* was said at this laptop."""
        console = self._app.console
        for bericht in berichten(context, antwoorden, voorbij):
            if bericht.kenmerk in self._verteld:
                continue
            self._verteld.add(bericht.kenmerk)
            if not is_mine(bericht.van):
                console.voortgang("")
                console.alinea(bericht.tekst, "dof", kop="• ", inspringen=2)
