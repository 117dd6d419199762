"""A line that words an item anew after somebody said no to it."""

from typing import NamedTuple

from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging


class SmallerLine(NamedTuple):
    """Another wording for the text at *tekst*; the same or none leaves it, with the no.

    *sleutel* notes that it was asked. Another wording takes *opnieuw* back: what people said of the
    old one, and what was read from it.
    """

    sleutel: Sleutel
    tekst: Sleutel
    opnieuw: tuple[Sleutel, ...]

    def bezwaar(self, getypt: str) -> str:
        """Say nothing: it can be left as it is."""
        return ""

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The new wording, or that it stays."""
        was = antwoorden.get(self.tekst)
        if getypt in ("", was):
            return Wijziging(erbij={self.sleutel: was})
        return Wijziging((*self.opnieuw, self.sleutel), {self.tekst: getypt})

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The text as it is."""
        return str(antwoorden.get(self.tekst) or "")

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """That it was asked."""
        return (self.sleutel,)
