"""The checks of single answers, whatever step they are of; a fault is a Dutch line without text of the answer."""

import re
from datetime import date, datetime
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import AANTAL, DATUM, LANG, Veld
from intervisie_cli.model.namen import is_handle
from intervisie_cli.taal.tekst import bezwaar, lees_aantal, schoon
from intervisie_cli.tijd.dag import lees_datum

_JA = {"ja": True, "j": True, "nee": False, "n": False}
_SLEUTEL = re.compile(r"[\w-]{1,30}")


class Keuring:
    """Checks single answers of the step in *context*, and gathers the faults in *fouten*. *waar* names the place."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.fouten: list[str] = []
        self.fout = self.fouten.append

    def onbekend(self, waarde: dict[str, Any], bekend: list[str], waar: str) -> None:
        """Name each key that is not in *bekend*, with the nearest that is."""
        for sleutel in waarde:
            if sleutel not in bekend:
                import difflib

                lijkt = difflib.get_close_matches(sleutel, bekend, 1)
                tip = f"; bedoel je '{lijkt[0]}'?" if lijkt else ""
                # What does not look like a key may be an answer that is indented wrongly: that is not shown.
                naam = sleutel if _SLEUTEL.fullmatch(sleutel) else "een regel"
                self.fout(f"{waar}{naam}: deze sleutel is onbekend{tip}")

    def momenten(self, document: dict[str, Any]) -> dict[str, Any]:
        """Give `begonnen` and `afgerond` as far as they are there, as ISO with an offset."""
        gevonden = {}
        for sleutel in ("begonnen", "afgerond"):
            if document.get(sleutel) is None:
                continue
            try:
                moment = datetime.fromisoformat(str(document[sleutel]))
            except ValueError:
                moment = None
            if moment and moment.tzinfo:
                gevonden[sleutel] = moment
            else:
                self.fout(
                    f"{sleutel}: moet een tijdstip met tijdzone zijn, zoals 2026-11-23T19:30:00+01:00"
                )
        if len(gevonden) == 2 and gevonden["afgerond"] < gevonden["begonnen"]:
            self.fout("afgerond: ligt vóór begonnen")
        return {sleutel: moment.isoformat() for sleutel, moment in gevonden.items()}

    def tekst(self, waar: str, waarde: Any, *, is_lang: bool) -> str:
        """Give the text made uniform."""
        if isinstance(waarde, bool) or not isinstance(waarde, str | int):
            self.fout(f"{waar}: moet tekst zijn")
            return ""
        tekst = schoon(str(waarde))
        if reden := bezwaar(tekst, is_lang=is_lang):
            self.fout(f"{waar}: het antwoord {reden}")
        return tekst

    def enkel(self, veld: Veld, waar: str, waarde: Any) -> Any:
        """Give the value of a field that is no list; None when there is none."""
        if waarde is None or waarde == "":
            if veld.verplicht:
                self.fout(f"{waar}: dit antwoord ontbreekt")
            return None
        if veld.soort == "ja-nee":
            waarde = _JA.get(waarde.casefold(), waarde) if isinstance(waarde, str) else waarde
            if not isinstance(waarde, bool):
                self.fout(f"{waar}: moet true of false zijn (of ja of nee)")
            return waarde
        tekst = self.tekst(waar, waarde, is_lang=veld.soort == LANG)
        if not tekst:
            return self.enkel(veld, waar, None)
        if veld.soort == "keuze" and tekst not in veld.keuzes:
            self.fout(f"{waar}: kan alleen zijn: {', '.join(veld.keuzes)}")
        if veld.soort == "lid":
            self.lid(waar, tekst)
        if veld.soort == DATUM:
            return self._datum(waar, tekst)
        if veld.soort == AANTAL:
            return self._aantal(waar, tekst)
        return tekst

    def _datum(self, waar: str, tekst: str) -> str:
        datum = lees_datum(tekst, self._context.vandaag)
        if not datum:
            self.fout(f"{waar}: moet een datum zijn die bestaat, zoals 2026-12-01")
        return (datum or date.min).isoformat()

    def _aantal(self, waar: str, tekst: str) -> int:
        aantal = lees_aantal(tekst)
        if aantal is None:
            self.fout(f"{waar}: moet een getal zijn, van 0 tot 999")
        return aantal or 0

    def actie(self, waar: str, waarde: Any, eerder: Any) -> Any:
        """Give the id of an open actie, or just what stood there *eerder*; None when there is none."""
        if waarde in (None, ""):
            return None
        if waarde != eerder and waarde not in [actie["id"] for actie in self._context.open_acties]:
            self.fout(f"{waar}: die actie staat niet open bij de inbrenger")
        return waarde

    def lid(self, waar: str, handle: Any, uit: tuple[str, ...] | None = None) -> bool:
        """Whether *handle* takes part, and is one of *uit* when that is given."""
        if not isinstance(handle, str) or handle not in self._context.sessie.deelnemers:
            naam = f"'{handle}' " if isinstance(handle, str) and is_handle(handle) else ""
            self.fout(
                f"{waar}: {naam}doet niet mee aan deze sessie" if handle else f"{waar}: ontbreekt"
            )
            return False
        if uit is not None and handle not in uit:
            self.fout(
                f"{waar}: {self._context.groep.roepnaam(handle)} is de inbrenger en geeft dit zelf niet"
            )
            return False
        return True
