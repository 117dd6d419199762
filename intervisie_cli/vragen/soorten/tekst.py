"""A text on one line."""

from typing import Any

from intervisie_cli.vragen.soorten.soort import Soort, quoted


class Tekst(Soort):
    """A text on one line."""

    naam = "tekst"
    sleutels = frozenset(["standaard", "checks", "letter"])

    def in_formulier(self, waarde: Any, marge: str) -> str:
        """The text between quotes, also when it is empty: that shows where to write."""
        return f" {quoted('' if waarde is None else waarde)}"
