"""A line that says whether one of two equal items goes."""

from typing import NamedTuple

from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.vragen.lines.removed import removed
from intervisie_cli.vragen.lines.words import JA, NEE

_OF_ENTER = JA | {""}


class TwiceLine(NamedTuple):
    """A yes, or Enter, lets *weg* go; a no is kept at *sleutel*, so that it is asked once."""

    sleutel: Sleutel
    weg: Sleutel

    def bezwaar(self, getypt: str) -> str:
        """Say that it is neither."""
        if getypt.casefold() in _OF_ENTER | NEE:
            return ""
        return "Typ j of n."

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The item that goes, or that both stay."""
        if getypt.casefold() in _OF_ENTER:
            return removed(self.weg, antwoorden)
        return Wijziging(erbij={self.sleutel: False})

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The no, when it was given."""
        return "n" if self.sleutel in antwoorden else ""

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """That both stay."""
        return (self.sleutel,)
