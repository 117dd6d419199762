"""A number of times."""

from datetime import date
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.taal.tekst import lees_aantal
from intervisie_cli.vragen.soorten.soort import Soort, of_leeg
from intervisie_cli.vragen.vak import Vak


class Aantal(Soort):
    """A number of times."""

    naam = "aantal"

    def bezwaar(self, tekst: str, vandaag: date, *, mag_leeg: bool = False) -> str:
        """Say why *tekst* is no number."""
        reden = super().bezwaar(tekst, vandaag)
        if reden:
            return reden
        if lees_aantal(tekst) is not None:
            return ""
        return of_leeg("Schrijf een getal, zoals 9.", mag_leeg=mag_leeg)

    def uit_getypt(self, tekst: str, vandaag: date) -> str:
        """The number in digits."""
        aantal = lees_aantal(tekst)
        if aantal is None:
            return tekst
        return str(aantal)

    def lees(self, veld: Veld, tekst: str, context: Context) -> int:
        """The number. Raises Onleesbaar."""
        return int(super().lees(veld, tekst, context))

    def vreemd(self, veld: Veld, waarde: Any) -> str:
        """A number, in digits."""
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            return ""
        return "moet een getal zijn"

    def keur_tekst(self, veld: Veld, tekst: str, vak: Vak) -> int:
        """The number."""
        aantal = lees_aantal(tekst)
        if aantal is None:
            vak.fout("moet een getal zijn, van 0 tot 999")
            return 0
        return aantal
