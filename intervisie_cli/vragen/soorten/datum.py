"""A day, typed as people say it and kept as ISO."""

from datetime import date
from typing import Any

from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.tijd.dag import (
    GEEN_DAG,
    dag_in_cijfers,
    dag_in_woorden,
    lees_datum,
    noemt_tijd,
)
from intervisie_cli.vragen.lines.words import NEE
from intervisie_cli.vragen.soorten.soort import Gids, Soort, of_leeg
from intervisie_cli.vragen.vak import Vak


class Datum(Soort):
    """A day."""

    naam = "datum"
    sleutels = frozenset(["letter"])

    def bezwaar(self, tekst: str, vandaag: date, *, mag_leeg: bool = False) -> str:
        """Say why *tekst* names no day."""
        reden = super().bezwaar(tekst, vandaag)
        if reden:
            return reden
        if lees_datum(tekst, vandaag) or (mag_leeg and tekst.lower() in NEE):
            return ""
        return of_leeg(GEEN_DAG, mag_leeg=mag_leeg)

    def uit_getypt(self, tekst: str, vandaag: date) -> str:
        """The day as ISO; who says no to a day that may be left out leaves it empty."""
        if tekst.lower() in NEE:
            return ""
        datum = lees_datum(tekst, vandaag)
        if not datum:
            return tekst
        return datum.isoformat()

    def getypt(self, waarde: Any) -> str:
        """The day in digits, with its year."""
        return dag_in_cijfers(str(waarde))

    def nagezegd(self, tekst: str, vandaag: date) -> str:
        """The day in words, with its weekday; of a time beside it that it is not kept."""
        datum = lees_datum(tekst, vandaag)
        if not datum:
            return ""
        woorden = dag_in_woorden(datum, vandaag)
        if noemt_tijd(tekst, vandaag):
            return f"{woorden}. Hoe laat, onthoudt intervisie niet."
        return woorden

    def keur_tekst(self, veld: Veld, tekst: str, vak: Vak) -> str:
        """The day as ISO."""
        # A day without a year is the first from the sessie on, whenever the document is recorded.
        datum = lees_datum(tekst, vak.context.vandaag)
        if not datum:
            vak.fout("moet een datum zijn die bestaat, zoals 1 december")
            return date.min.isoformat()
        return datum.isoformat()

    def vreemd(self, veld: Veld, waarde: Any) -> str:
        """Only an ISO day is read."""
        if lees_iso(str(waarde)):
            return ""
        return "moet een datum zijn die bestaat, zoals 2026-12-01"

    def in_woorden(self, veld: Veld, waarde: Any, gids: Gids) -> str:
        """The day as people say it."""
        return dag_in_woorden(super().in_woorden(veld, waarde, gids), gids.vandaag)
