"""A number of times."""

from datetime import date
from typing import TYPE_CHECKING

from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.taal.tekst import lees_aantal
from intervisie_cli.vragen.soorten.soort import Soort

if TYPE_CHECKING:
    from intervisie_cli.vragen.keuring import Keuring


class Aantal(Soort):
    """A number of times."""

    naam = "aantal"

    def bezwaar(self, vraag: Vraag, tekst: str, vandaag: date) -> str:
        """Say why *tekst* is no number."""
        if reden := super().bezwaar(vraag, tekst, vandaag):
            return reden
        if lees_aantal(tekst) is not None:
            return ""
        leeg = "" if vraag.verplicht else " Leeg mag ook."
        return f"Schrijf een getal, zoals 9.{leeg}"

    def uit_getypt(self, tekst: str, vandaag: date) -> str:
        """The number in digits."""
        aantal = lees_aantal(tekst)
        return tekst if aantal is None else str(aantal)

    def keur_tekst(self, keuring: "Keuring", veld: Veld, waar: str, tekst: str) -> int:
        """The number."""
        aantal = lees_aantal(tekst)
        if aantal is None:
            keuring.fout(f"{waar}: moet een getal zijn, van 0 tot 999")
        return aantal or 0
