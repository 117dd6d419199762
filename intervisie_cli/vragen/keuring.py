"""Checks an answers document and makes it uniform: one check for every way in."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import (
    AFGEROND,
    BEGONNEN,
    LID,
    NOTULEN,
    REDEN,
    SLAAT_OVER,
    STATUS,
    Veld,
)
from intervisie_cli.model.plain import Data, items_in
from intervisie_cli.model.sessie import KLAAR, OVERGESLAGEN
from intervisie_cli.model.vraag import EchoedLine, Vraag
from intervisie_cli.taal.tekst import schoon, zonder_stuurtekens
from intervisie_cli.vragen import lijstkeuring
from intervisie_cli.vragen.soorten import register
from intervisie_cli.vragen.soorten.register import SOORTEN, soort_van
from intervisie_cli.vragen.vak import Vak

_STATUSSEN = (KLAAR, OVERGESLAGEN)


class Keuring:
    """Checks documents of the step in *context*, that held *eerder* before; *new_id* makes an id.

    The faults are gathered in *fouten*, see `Vak`.
    """

    def __init__(
        self,
        context: Context,
        eerder: Data,
        new_id: Callable[[int], str],
    ) -> None:
        self.context = context
        self.eerder = eerder
        self.fouten: list[str] = []
        self._vak = Vak(context, eerder, new_id, self.fouten)

    def kijk_na(self, document: Data) -> Data:
        """Give the uniform data of *document*, keys in the order of the draaiboek.

        Faults go to *fouten*; the data hold only when there are none.
        """
        velden = self.context.stap.velden
        self._vak.onbekend(document, [NOTULEN, *self.context.stap.sleutels])
        status = document.get(STATUS)
        if status is not None and status not in _STATUSSEN:
            self._fout(STATUS, f"kan hier alleen zijn: {', '.join(_STATUSSEN)}")
        data = self._momenten(document)
        if NOTULEN in document:
            data[NOTULEN] = self._notulen(document[NOTULEN])
        if status == OVERGESLAGEN:
            return data | self._overgeslagen(document)
        if document.get(REDEN) is not None:
            self._fout(REDEN, f"hoort alleen bij 'status: {OVERGESLAGEN}'")
        over = self._slaat_over(document)
        if over:
            data[SLAAT_OVER] = over
        for veld in velden:
            waarde = self._veld(veld, document, data)
            if waarde is not None:
                data[veld.naam] = waarde
        lijstkeuring.keur_unaniem(data, self._vak)
        return data

    def _momenten(self, document: Data) -> Data:
        """Give `begonnen` and `afgerond` as far as they are there, as ISO with an offset."""
        momenten = {}
        for sleutel in (BEGONNEN, AFGEROND):
            if document.get(sleutel) is None:
                continue
            moment = _moment(document[sleutel])
            if moment:
                momenten[sleutel] = moment
            else:
                wat = "moet een tijdstip met tijdzone zijn, zoals 2026-11-23T19:30:00+01:00"
                self._fout(sleutel, wat)
        if len(momenten) == 2 and momenten[AFGEROND] < momenten[BEGONNEN]:
            self._fout(AFGEROND, "ligt vóór begonnen")
        return {sleutel: moment.isoformat() for sleutel, moment in momenten.items()}

    def _notulen(self, waarde: Any) -> str:
        if waarde is None:
            waarde = ""
        return self._vak.onder(NOTULEN).tekst(waarde, is_lang=True)

    def _slaat_over(self, document: Data) -> list[str]:
        """The members who give nothing more in this step."""
        waarde = document.get(SLAAT_OVER, self.eerder.get(SLAAT_OVER))
        if waarde is None:
            return []
        hier = self._vak.onder(SLAAT_OVER)
        if not isinstance(waarde, list):
            hier.fout("moet een lijst van leden zijn")
            return []
        leden = list(dict.fromkeys(map(str, waarde)))
        over = [lid for lid in leden if hier.lid(lid)]
        self._vak = self._vak._replace(slaan_over=tuple(over))
        return over

    def _overgeslagen(self, document: Data) -> Data:
        if not self.context.stap.optioneel:
            self._fout(STATUS, "deze stap hoort erbij en kan niet worden overgeslagen")
        for veld in self.context.stap.velden:
            if document.get(veld.naam) is not None:
                self._fout(veld.naam, "hoort niet bij een stap die jullie overslaan")
        gegeven = document.get(REDEN) or ""
        reden = self._vak.onder(REDEN).tekst(gegeven, is_lang=False)
        data = {STATUS: OVERGESLAGEN}
        if reden:
            data[REDEN] = reden
        return data

    def _veld(self, veld: Veld, document: Data, data: Data) -> Any:
        """The uniform value of *veld*; *data* are those of the fields above it."""
        soort = soort_van(veld)
        # What the document does not name stays as it was; an empty key takes it away.
        waarde = self.eerder.get(veld.naam)
        if self._is_of_old_words(veld, data):
            waarde = None
        if veld.naam in document:
            waarde = document[veld.naam]
        gezegd = data.get(veld.als.na_ja)
        if not soort.is_vast and not register.is_gevraagd(veld, self.context, gezegd):
            if veld.lijst.unaniem:
                # There is nothing to consent to, and who said no is kept nowhere.
                return None
            # Nobody owes it here; what is given all the same stays.
            veld = veld._replace(verplicht=False)
        return soort.keur_stap(veld, waarde, self._vak.onder(veld.naam))

    def _is_of_old_words(self, veld: Veld, data: Data) -> bool:
        """Whether what was said at *veld* was said of other words than those of now."""
        over = veld.opnieuw_bij_nee
        eerder = self.eerder.get(over)
        return bool(eerder) and eerder != data.get(over)

    def _fout(self, sleutel: str, reden: str) -> None:
        self._vak.onder(sleutel).fout(reden)


def _moment(waarde: Any) -> datetime | None:
    """A moment with its offset; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(waarde))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def nothing_owed(context: Context) -> Context:
    """The same step, in which nobody owes anything: what a form lacks is asked afterwards."""
    velden = tuple(map(_not_owed, context.stap.velden))
    return context._replace(stap=context.stap._replace(velden=velden))


def with_room(context: Context, data: Data) -> Context:
    """The same step, in which one member may have as many items as *data* has of one.

    Where laptops met there can be more than are asked: who closes the step takes some away.
    """
    velden = []
    for veld in context.stap.velden:
        lijst = veld.lijst
        if lijst.hoogstens is not None:
            items = items_in(data.get(veld.naam))
            per_lid = Counter(item.get(LID) for item in items)
            meeste = max(per_lid.values(), default=0)
            lijst = lijst._replace(hoogstens=max(lijst.hoogstens, meeste))
        velden.append(veld._replace(lijst=lijst))
    return context._replace(stap=context.stap._replace(velden=tuple(velden)))


def _not_owed(veld: Veld) -> Veld:
    return veld._replace(
        verplicht=False,
        lijst=veld.lijst._replace(minstens=0, unaniem=False),
        onderdelen=tuple(map(_not_owed, veld.onderdelen)),
    )


def objection(vraag: Vraag, typed: str, vandaag: date) -> str:
    """Say in Dutch why what was typed at a question is no answer; '' when it is."""
    text = schoon(zonder_stuurtekens(typed))
    if vraag.lijn:
        # Whatever it says, it is one line.
        reden = SOORTEN["tekst"].bezwaar(text, vandaag)
        return reden or vraag.lijn.bezwaar(text)
    if text:
        soort = SOORTEN[vraag.soort]
        return soort.bezwaar(text, vandaag, mag_leeg=not vraag.verplicht)
    if vraag.verplicht:
        return "Hier hoort een antwoord."
    return ""


def answer(vraag: Vraag, typed: str, vandaag: date) -> str:
    """Give what was typed as it is kept: made uniform, a day as ISO, a number in digits."""
    text = schoon(zonder_stuurtekens(typed))
    if vraag.lijn:
        return text
    return SOORTEN[vraag.soort].uit_getypt(text, vandaag)


def as_typed(vraag: Vraag, voorstel: Any) -> str:
    """The text that comes up at *vraag* for what was answered before, or for what is proposed."""
    if voorstel is None:
        return ""
    if vraag.lijn:
        return str(voorstel)
    return SOORTEN[vraag.soort].getypt(voorstel)


def nagezegd(vraag: Vraag, typed: str, vandaag: date) -> str:
    """What was understood of what was typed, to show below it; '' when its words say all."""
    text = schoon(zonder_stuurtekens(typed))
    if not text:
        return ""
    if naam := _named(vraag, text):
        return f"Dit staat nu bij {vraag.aan}. Was het van {naam}? ^T"
    if vraag.kijk_mee:
        return vraag.kijk_mee.nagezegd(text)
    if isinstance(vraag.lijn, EchoedLine):
        return vraag.lijn.nagezegd(text)
    if vraag.lijn or vraag.soort not in SOORTEN:
        return ""
    return SOORTEN[vraag.soort].nagezegd(text, vandaag)


def _named(vraag: Vraag, text: str) -> str:
    """Whom somebody names before what was to be said by another, as in a list; '' for nobody."""
    begin, is_naam, _ = text.partition(":")
    if not is_naam or vraag.lijn:
        return ""
    for naam in vraag.anderen:
        if begin.strip().casefold() == naam.casefold():
            return naam
    return ""
