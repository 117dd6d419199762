"""A day, typed as people say it and kept as ISO."""

from datetime import date
from typing import TYPE_CHECKING

from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.tijd.dag import lees_datum
from intervisie_cli.vragen.soorten.soort import Soort

if TYPE_CHECKING:
    from intervisie_cli.vragen.keuring import Keuring


class Datum(Soort):
    """A day."""

    naam = "datum"
    sleutels = frozenset(["letter"])

    def bezwaar(self, vraag: Vraag, tekst: str, vandaag: date) -> str:
        """Say why *tekst* names no day."""
        if reden := super().bezwaar(vraag, tekst, vandaag):
            return reden
        if lees_datum(tekst, vandaag):
            return ""
        leeg = "" if vraag.verplicht else " Leeg mag ook."
        return f"Schrijf een datum die bestaat, zoals 1 december of 2026-12-01.{leeg}"

    def uit_getypt(self, tekst: str, vandaag: date) -> str:
        """The day as ISO."""
        datum = lees_datum(tekst, vandaag)
        return datum.isoformat() if datum else tekst

    def keur_tekst(self, keuring: "Keuring", veld: Veld, waar: str, tekst: str) -> str:
        """The day as ISO."""
        datum = lees_datum(tekst, keuring.context.vandaag)
        if not datum:
            keuring.fout(f"{waar}: moet een datum zijn die bestaat, zoals 2026-12-01")
        return (datum or date.min).isoformat()
