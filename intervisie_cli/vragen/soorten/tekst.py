"""A text on one line."""

from typing import Any

from intervisie_cli.vragen.soorten.soort import Soort, quoted


class Tekst(Soort):
    """A text on one line."""

    naam = "tekst"
    sleutels = frozenset(["standaard", "checks", "letter"])

    def in_formulier(self, waarde: Any, marge: str) -> str:
        """The text between quotes."""
        if waarde is None:
            # Quotes with nothing in them show where to write.
            waarde = ""
        return f" {quoted(waarde)}"
