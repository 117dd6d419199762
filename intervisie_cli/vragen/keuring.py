"""Checks an answers document against a draaiboek, and makes it uniform: one check for every way in.

A fault is a Dutch line without text of the answer.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import AFGEROND, BEGONNEN, EIGEN, NOTULEN, REDEN, STATUS, Veld
from intervisie_cli.model.namen import is_handle
from intervisie_cli.model.sessie import KLAAR, OVERGESLAGEN
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.taal.tekst import bezwaar, schoon, zonder_stuurtekens
from intervisie_cli.vragen import lijstkeuring
from intervisie_cli.vragen.soorten import register
from intervisie_cli.vragen.soorten.register import ALLE, soort_van

_KAN = (KLAAR, OVERGESLAGEN)
_SLEUTEL = re.compile(r"[\w-]{1,30}")


class Keuring:
    """Checks documents of the step in *context*, that held *eerder* before; *new_id* makes an id.

    The faults are gathered in *fouten*; *waar* names the place of a value.
    """

    def __init__(
        self, context: Context, eerder: dict[str, Any], new_id: Callable[[int], str]
    ) -> None:
        self.context = context
        self.eerder = eerder
        self.new_id = new_id
        self.fouten: list[str] = []
        self.fout = self.fouten.append

    def kijk_na(self, document: dict[str, Any]) -> dict[str, Any]:
        """Give the uniform data of *document*, keys in the order of the draaiboek; faults go to *fouten*."""
        velden = self.context.stap.velden
        self.onbekend(document, [*EIGEN, NOTULEN, *(veld.naam for veld in velden)], "")
        status = document.get(STATUS)
        if status is not None and status not in _KAN:
            self.fout(f"status: kan hier alleen zijn: {', '.join(_KAN)}")
        data = self._momenten(document)
        if NOTULEN in document:
            notulen = document[NOTULEN]
            data[NOTULEN] = self.tekst(NOTULEN, "" if notulen is None else notulen, is_lang=True)
        if status == OVERGESLAGEN:
            return data | self._overgeslagen(document)
        if document.get(REDEN) is not None:
            self.fout(f"reden: hoort alleen bij 'status: {OVERGESLAGEN}'")
        for veld in velden:
            waarde = self._veld(veld, document, data)
            if waarde is not None:
                data[veld.naam] = waarde
        lijstkeuring.keur_unaniem(self, data)
        return data

    def _overgeslagen(self, document: dict[str, Any]) -> dict[str, Any]:
        if not self.context.stap.optioneel:
            self.fout("status: deze stap hoort erbij en kan niet worden overgeslagen")
        for veld in self.context.stap.velden:
            if document.get(veld.naam) is not None:
                self.fout(f"{veld.naam}: hoort niet bij een stap die jullie overslaan")
        reden = self.tekst(REDEN, document.get(REDEN) or "", is_lang=False)
        if not reden:
            self.fout("reden: zeg waarom jullie deze stap overslaan")
        return {STATUS: OVERGESLAGEN, REDEN: reden}

    def _veld(self, veld: Veld, document: dict[str, Any], tot_nu: dict[str, Any]) -> Any:
        waarde = document[veld.naam] if veld.naam in document else self.eerder.get(veld.naam)
        soort = soort_van(veld)
        gezegd = tot_nu.get(veld.als.na_ja)
        if not soort.is_vast and not register.is_gevraagd(veld, self.context, gezegd):
            if veld.lijst.unaniem:
                return None  # who said no is not kept
            # Nobody owes it here; what is given all the same stays.
            veld = veld._replace(verplicht=False)
        return soort.keur_stap(self, veld, waarde)

    # ---- what the kinds of field use

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

    def tekst(self, waar: str, waarde: Any, *, is_lang: bool) -> str:
        """Give the text made uniform."""
        if isinstance(waarde, bool) or not isinstance(waarde, str | int):
            self.fout(f"{waar}: moet tekst zijn")
            return ""
        tekst = schoon(str(waarde))
        if reden := bezwaar(tekst, is_lang=is_lang):
            self.fout(f"{waar}: het antwoord {reden}")
        return tekst

    def lid(self, waar: str, handle: Any, uit: tuple[str, ...] | None = None) -> bool:
        """Whether *handle* takes part, and is one of *uit* when that is given."""
        if not isinstance(handle, str) or handle not in self.context.sessie.deelnemers:
            naam = f"'{handle}' " if isinstance(handle, str) and is_handle(handle) else ""
            wat = f"{naam}doet niet mee aan deze sessie" if handle else "ontbreekt"
            self.fout(f"{waar}: {wat}")
            return False
        if uit is not None and handle not in uit:
            wie = self.context.groep.roepnaam(handle)
            self.fout(f"{waar}: {wie} is de inbrenger en geeft dit zelf niet")
            return False
        return True

    def _momenten(self, document: dict[str, Any]) -> dict[str, Any]:
        """Give `begonnen` and `afgerond` as far as they are there, as ISO with an offset."""
        gevonden = {}
        for sleutel in (BEGONNEN, AFGEROND):
            if document.get(sleutel) is None:
                continue
            moment = _moment(document[sleutel])
            if moment:
                gevonden[sleutel] = moment
            else:
                wat = "moet een tijdstip met tijdzone zijn, zoals 2026-11-23T19:30:00+01:00"
                self.fout(f"{sleutel}: {wat}")
        if len(gevonden) == 2 and gevonden[AFGEROND] < gevonden[BEGONNEN]:
            self.fout("afgerond: ligt vóór begonnen")
        return {sleutel: moment.isoformat() for sleutel, moment in gevonden.items()}


def _moment(waarde: Any) -> datetime | None:
    """A moment with its offset; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(waarde))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def objection(vraag: Vraag, typed: str, vandaag: date) -> str:
    """Say in Dutch why what was typed at a question is no answer; '' when it is."""
    text = schoon(zonder_stuurtekens(typed))
    if text:
        return ALLE[vraag.soort].bezwaar(vraag, text, vandaag)
    return "Hier hoort een antwoord." if vraag.verplicht else ""


def answer(vraag: Vraag, typed: str, vandaag: date) -> str:
    """Give what was typed as it is kept: made uniform, a day as ISO, a number in digits."""
    text = schoon(zonder_stuurtekens(typed))
    return ALLE[vraag.soort].uit_getypt(text, vandaag)
