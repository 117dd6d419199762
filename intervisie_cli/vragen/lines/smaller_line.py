"""A line that words an item anew after somebody said no to it."""

from typing import NamedTuple

from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.vragen.lines.removed import removed

_WEG = ("", "weg")


class SmallerLine(NamedTuple):
    """Another wording for the text at *tekst*; the same leaves it, with the no.

    *sleutel* notes that it was asked. Another wording takes *opnieuw* back: what people said of the
    old one, and what was read from it. *mag_weg*: the item goes when its line is emptied.
    """

    sleutel: Sleutel
    tekst: Sleutel
    opnieuw: tuple[Sleutel, ...]
    mag_weg: bool = False

    def bezwaar(self, getypt: str) -> str:
        """Say that the last one cannot go."""
        if getypt.casefold() == "weg" and not self.mag_weg:
            return "Dit is de enige, dus hij kan niet weg. Pas de zin aan."
        return ""

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The new wording, or that it stays."""
        was = antwoorden.get(self.tekst)
        if self.mag_weg and getypt.casefold() in _WEG:
            return removed(self.tekst.item, antwoorden)
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
