"""Somebody at one of the four laptops: answers at random, and keeps count of what they said."""

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import Any

from intervisie_cli.groep.concept import Concept
from intervisie_cli.model.sleutel import GROEP, Sleutel, said_of
from intervisie_cli.model.vraag import Antwoorden, Terug, Toets, Vraag, Wijziging
from intervisie_cli.ui.wensen import BINNEN
from intervisie_cli.vragen.keuring import answer, as_typed, objection
from intervisie_cli.vragen.lines.all_line import AllLine
from intervisie_cli.vragen.lines.inbrengers_line import InbrengersLine
from intervisie_cli.vragen.lines.item_line import ItemLine
from intervisie_cli.vragen.lines.order_line import OrderLine
from intervisie_cli.vragen.lines.smaller_line import SmallerLine
from intervisie_cli.vragen.lines.verdict_line import VerdictLine
from tests.property.vier_boek import ANTWOORD_VAN, INBRENGER, Boek, Ja, words_of
from tests.vragen.voorbeeld import plainly

VANDAAG = date(2026, 11, 23)
_HAD = "Je had hier: "
# So often who is rustig lets a member answer here.
_GEDULD = 10


class Mens:
    """Stands in the place of a terminal: answers *vragen* questions, then presses Ctrl-C.

    *tussendoor* does something at another laptop, and is called while a question stands open.
    Who is *rustig* says yes to all, and goes on until there is nothing to ask.
    """

    def __init__(
        self,
        boek: Boek,
        kloon: str,
        rng: Random,
        vragen: int,
        tussendoor: Callable[[], None],
        *,
        rustig: bool = False,
    ) -> None:
        self._boek = boek
        self._kloon = kloon
        self._rng = rng
        self._over = vragen
        self._tussendoor = tussendoor
        self._rustig = rustig
        self.kijk: Callable[[], bool] | None = None
        self.is_interrupted = False
        self.scherm: list[str] = []
        self.fout: BaseException | None = None
        self._gewacht = 0
        # What they open to take it away.
        self._weg: Sleutel | None = None

    # ---- what the program asks of a prompter

    def na_kaart(self) -> None:
        """Nothing has to be shown anew."""

    def los(self, vraag: Vraag) -> Any:
        """Answer what is asked beside a step."""
        return self.vraag(vraag, vraag.standaard, None, None)

    def vraag(self, vraag: Vraag, voorstel: Any, klok: Any, klad: Any) -> Any:
        """Answer a question. Raises Toets, KeyboardInterrupt."""
        try:
            return self._vraag(vraag, voorstel, klok, getattr(klad, "_concept", None))
        except (Toets, Terug, KeyboardInterrupt):
            raise
        except BaseException as fout:
            # The program would make a report of it.
            self.fout = self.fout or fout
            raise

    def nakijken(self, regels: Sequence[tuple[Vraag, Any]], _klok: Any) -> Vraag | None:
        """Change one of the answers, or let them be recorded."""
        self._ziet([(vraag, waarde) for vraag, waarde in regels])
        self._tel()
        anders: Vraag | None = None
        if self._rustig:
            anders = self._too_many(regels)
        elif regels and self._kans(0.4):
            anders = self._rng.choice(regels)[0]
        wat = anders.sleutel if anders else "klopt"
        regel = f"    {self._kloon} · nakijken: {wat}"
        if regel != self._boek.verloop[-1]:
            self._boek.verloop.append(regel)
        return anders

    def _too_many(self, regels: Sequence[tuple[Vraag, Any]]) -> Vraag | None:
        """An item to take away, of somebody who gave more than can be; None for none.

        Two laptops that were apart can each have given as many as are asked.
        """
        vragen: list[Vraag] = [vraag for vraag, _ in regels]
        lijnen = [vraag.lijn for vraag in vragen if isinstance(vraag.lijn, ItemLine)]
        van = [(lijn.veld.naam, lijn.item.lid) for lijn in lijnen]
        for lijn in reversed(lijnen):
            keer = van.count((lijn.veld.naam, lijn.item.lid))
            hoogstens = lijn.veld.lijst.hoogstens
            if hoogstens and keer > hoogstens:
                self._weg = lijn.sleutels[0]
        for vraag in vragen:
            if vraag.sleutel == self._weg:
                return vraag
        return None

    def enter(self, _timeout_s: float) -> bool:
        """Whether they press Enter while they wait. Raises KeyboardInterrupt."""
        try:
            return self._enter()
        except AssertionError as fout:
            self.fout = self.fout or fout
            raise

    def _enter(self) -> bool:
        self._tel()
        if self._rustig:
            return True
        if self._kans(0.5):
            self._tussendoor()
            return False
        if self._kans(0.5):
            return True
        raise KeyboardInterrupt

    # ---- what they answer

    def _vraag(
        self, vraag: Vraag, voorstel: Any, klok: Any, concept: Concept | None
    ) -> Any:
        self._ziet([(vraag, voorstel)])
        if klok and not self._rustig and self._kans(0.15):
            self._tussendoor()
        if klok and self.kijk and self.kijk():
            raise Toets(BINNEN)
        self._tel()
        waarde = self._answer(vraag, voorstel, concept)
        self._boek.verloop.append(
            f"    {self._kloon} · {vraag.sleutel}: {voorstel!r} → {waarde!r}"
        )
        if concept:
            self._onthoud(vraag, voorstel, waarde, concept)
        return waarde

    def _answer(self, vraag: Vraag, voorstel: Any, concept: Concept | None) -> Any:
        if vraag.keuzes and not vraag.lijn:
            return self._kies(vraag, voorstel)
        getypt = self._typ(vraag, as_typed(vraag, voorstel), concept)
        if objection(vraag, getypt, VANDAAG):
            getypt = as_typed(vraag, plainly(vraag))
        assert not objection(vraag, getypt, VANDAAG), (vraag, getypt)
        return answer(vraag, getypt, VANDAAG)

    def _kies(self, vraag: Vraag, voorstel: Any) -> Any:
        waarden = [keuze.waarde for keuze in vraag.keuzes]
        naam = vraag.sleutel.veld
        if naam == "leider" and self._rustig:
            return "overnemen"
        if naam == "wachten" and self._rustig:
            # Each twice "answers here"; then they pass over.
            self._gewacht += 1
            return waarden[1] if self._gewacht < _GEDULD else waarden[2]
        if naam in ("leider", "wachten", "mee", "versie"):
            keuze = self._rng.choice(vraag.keuzes)
            if naam == "versie":
                labels = [ander.label for ander in vraag.keuzes]
                self._boek.vervangen |= words_of(labels) - words_of(keuze.label)
            return keuze.waarde
        if set(waarden) == {True, False}:
            return self._rustig or self._kans(0.75)
        if voorstel in waarden and self._kans(0.7):
            return voorstel
        return waarden[0] if self._rustig else self._rng.choice(waarden)

    def _typ(self, vraag: Vraag, voorstel: str, concept: Concept | None) -> str:
        lijn = vraag.lijn
        if isinstance(lijn, InbrengersLine):
            return "n"
        if isinstance(lijn, AllLine):
            return self._typ_of_all(lijn)
        if isinstance(lijn, VerdictLine):
            gezegd = self._rng.choice(["ja", "nee", "ja ", "deels, "])
            if gezegd.endswith(" "):
                gezegd += self._woord(vraag, concept)
            return str(gezegd)
        if isinstance(lijn, ItemLine | SmallerLine) or not lijn:
            return self._typ_text(vraag, voorstel, concept)
        return "" if isinstance(lijn, OrderLine) else "a"

    def _typ_of_all(self, lijn: AllLine) -> str:
        """Yes of all, or a no of one of them."""
        if self._rustig or self._kans(0.75):
            return "nee" if lijn.om_twijfel else "a"
        cel = self._rng.choice(lijn.cellen)
        wie = f"{cel.lid} {cel.nummer or ''}".strip()
        return wie if lijn.om_twijfel else f"niet {wie}"

    def _typ_text(self, vraag: Vraag, voorstel: str, concept: Concept | None) -> str:
        if vraag.sleutel.veld == "datum" or vraag.sleutel == self._weg:
            self._weg = None
            return ""
        if voorstel and (self._rustig or self._kans(0.7)):
            return voorstel
        mag_leeg = not vraag.verplicht
        if isinstance(vraag.lijn, ItemLine):
            mag_leeg = not vraag.lijn.is_owed
        if mag_leeg and (self._rustig or self._kans(0.5)):
            return ""
        return self._text(vraag, concept)

    def _text(self, vraag: Vraag, concept: Concept | None) -> str:
        """Words to which the coach has nothing to say."""
        woord = self._woord(vraag, concept)
        sleutel = str(vraag.sleutel)
        if "acties/" in sleutel:
            return f"Ik lees elke dag 10 bladzijden {woord} tot 1 december"
        if sleutel.endswith(("/vraag", "hulpvraag", "herformulering")):
            return f"Wat betekent {woord} voor je?"
        return f"Doe samen {woord}"

    def _woord(self, vraag: Vraag, concept: Concept | None) -> str:
        stap = concept.stap.naam if concept else ""
        return self._boek.woord(
            self._kloon, owner(vraag.sleutel), stap, vraag.sleutel.veld
        )

    # ---- what they remember

    def _onthoud(
        self, vraag: Vraag, voorstel: Any, waarde: Any, concept: Concept
    ) -> None:
        """Note what goes by this answer, and to what words a yes was said."""
        was = concept.antwoorden
        wijziging = Wijziging(erbij={vraag.sleutel: waarde})
        if vraag.lijn:
            wijziging = vraag.lijn.lees(waarde, was)
        wordt = wijziging.toegepast(was)
        self._note_gone(vraag, voorstel, waarde, was, wordt)
        for sleutel, gezegd in wijziging.erbij.items():
            self._note_answer(sleutel, gezegd, was, wordt, concept)
            tekst = said_of(sleutel, concept.stap)
            woorden = str(wordt.get(tekst) or "") if tekst else ""
            if tekst and gezegd is False:
                # A no opens the words again: who worded them is asked anew.
                self._boek.vervangen |= words_of(woorden)
            if tekst and gezegd is True:
                naam = sleutel.deel or sleutel.veld
                ja = Ja(concept.stap.naam, naam, owner(sleutel), woorden)
                self._boek.ja.add(ja)

    def _note_answer(
        self,
        sleutel: Sleutel,
        gezegd: Any,
        was: Antwoorden,
        wordt: Antwoorden,
        concept: Concept,
    ) -> None:
        """Note to what words an answer is given, and which words take the place of others."""
        veld = concept.stap.veld(sleutel.veld)
        if not veld or not veld.achteraf or sleutel.coach:
            return
        tekst = sleutel.item.met(veld.enkelvoud)
        if sleutel == tekst:
            eerder = was.get(tekst) or concept.ingevuld.get(tekst)
            self._boek.verving(str(eerder or ""), str(gezegd))
        elif sleutel.deel in ANTWOORD_VAN.values():
            self._boek.gaf_antwoord(gezegd, str(wordt.get(tekst) or ""))

    def _note_gone(
        self,
        vraag: Vraag,
        voorstel: Any,
        waarde: Any,
        was: Antwoorden,
        wordt: Antwoorden,
    ) -> None:
        gezien = words_of(list(was.values())) | words_of(voorstel)
        for regel in vraag.kop.splitlines():
            # What gave way stands above the question, and they decide.
            if regel.startswith(_HAD):
                gezien |= words_of(regel)
        blijft = words_of(list(wordt.values())) | words_of(waarde)
        self._boek.vervangen |= gezien - blijft
        # Who leaves words as they stood does not put back what another replaced meanwhile.
        self._boek.vervangen -= words_of(waarde) - words_of(voorstel)

    def _ziet(self, regels: Sequence[tuple[Vraag, Any]]) -> None:
        for vraag, waarde in regels:
            teksten = (vraag.inleiding, vraag.kop, vraag.tekst, *vraag.er_is, waarde)
            labels = [keuze.label for keuze in vraag.keuzes]
            self.scherm += [str(tekst) for tekst in (*teksten, *labels) if tekst]

    def _tel(self) -> None:
        self._over -= 1
        if self._over < 0:
            raise KeyboardInterrupt

    def _kans(self, deel: float) -> bool:
        return self._rng.random() < deel


def owner(sleutel: Sleutel) -> str:
    """The member whose answer it is; '' for that of the group."""
    if sleutel.van:
        return sleutel.van
    if sleutel.deel in ("akkoord", "toepasbaar", "reactie", "antwoord", "past"):
        return INBRENGER
    return "" if sleutel.lid == GROEP else sleutel.lid
