"""A text of as many lines as somebody wants."""

from typing import Any

from intervisie_cli.model.vraag import SCHRIJVEN
from intervisie_cli.vragen.soorten.soort import Soort


class Lang(Soort):
    """A text of as many lines as somebody wants."""

    naam = "lang"
    vorm = SCHRIJVEN
    sleutels = frozenset(["standaard", "checks"])

    def in_formulier(self, waarde: Any, marge: str) -> str:
        """A block, which takes any text, as many lines as it has."""
        tekst = " |"
        if waarde is None:
            waarde = ""
        for regel in str(waarde).split("\n"):
            tekst += f"\n{marge}{regel}"
        return tekst
