"""Questions in plain lines: each on lines of its own, and the answer is one line that is typed.

Nothing is drawn over, so that who has the screen read out or felt misses nothing.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from intervisie_cli.model.fouten import Onderbroken
from intervisie_cli.model.vraag import SCHRIJVEN, Keuze, Klad, Terug, Toets, Vraag
from intervisie_cli.taal.tekst import zonder_stuurtekens
from intervisie_cli.ui import nummerkeuze, puntwoorden
from intervisie_cli.ui.console import Console
from intervisie_cli.ui.puntwoorden import BIJ_TEKST, EDITOR, IN_STAP, Typregel
from intervisie_cli.ui.regellezer import Regellezer
from intervisie_cli.ui.tekstregels import Tekstregels
from intervisie_cli.ui.toegankelijk import zonder_klok
from intervisie_cli.ui.vraagregels import put_choices, put_help, put_some, put_text
from intervisie_cli.ui.vrager import Vrager
from intervisie_cli.ui.wensen import BINNEN
from intervisie_cli.ui.woorden import is_yes_or_no, too_few
from intervisie_cli.vragen.keuring import objection
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.soorten.register import vorm_van
from intervisie_cli.vragen.tijdplan import Klok

_BEGIN = (
    "Elke vraag staat op een eigen regel. Antwoord met een regel, en druk op Enter."
    " Typ .help voor wat er verder kan, zoals .terug en .stop."
)
_KAN_NIET = "Dat kan bij deze vraag niet. Typ .help voor wat er wel kan."
# What arrows and other keys without a letter send.
_TOETS = re.compile(r"\x1b(?:[\[O][0-9;]*[A-Za-z~])?")
_GEEN_TOETSEN = (
    "Pijltjes en zulke toetsen doen hier niets; ze zijn eruit gehaald."
    " Kijk na wat er nu staat."
)


class Regelvrager(Vrager):
    """Asks a person, in plain lines; *clock* gives the time."""

    def __init__(self, console: Console, clock: Callable[[], datetime]) -> None:
        self._lezer = Regellezer(console)
        super().__init__(console, clock, self._lezer)
        self._is_begonnen = False
        # Which limits of which step were told.
        self._gezegd: set[tuple[datetime, str]] = set()

    def vraag(
        self,
        vraag: Vraag,
        voorstel: Any,
        klok: Klok | None,
        klad: Klad,
    ) -> Any:
        """Ask one question. Raises Terug, Toets, KeyboardInterrupt, EOFError, Onderbroken."""
        self._say_first(klok)
        return super().vraag(vraag, voorstel, klok, klad)

    def nakijken(
        self,
        regels: Sequence[tuple[Vraag, Any]],
        klok: Klok | None,
    ) -> Vraag | None:
        """Show all answers, and ask whether they can be recorded. Raises Terug, Toets."""
        self._say_first(klok)
        return super().nakijken(regels, klok)

    def _say_first(self, klok: Klok | None) -> None:
        """Say how this goes, once, and which limit of the time was passed."""
        self._lezer.is_binnen = False
        if not self._is_begonnen:
            self._is_begonnen = True
            self._console.alinea(_BEGIN)
        if not klok:
            return
        tijd, stand = klok.tijd(self._clock())
        grens = (klok.begonnen, zonder_klok(tijd))
        if stand != "ruim" and grens not in self._gezegd:
            self._gezegd.add(grens)
            self._console.alinea(f"Tijd: {tijd}.")

    def _as_typed_here(self, text: str) -> str:
        return puntwoorden.in_plaats_van_toetsen(text)

    # ---- a text

    def _text(
        self,
        vraag: Vraag,
        text: str,
        klok: Klok | None,
        klad: Klad,
    ) -> str:
        is_lang = vorm_van(vraag) == SCHRIJVEN
        antwoord = Tekstregels(text, is_getypt=vraag.is_getypt, is_lang=is_lang)
        try:
            self._until_it_holds(vraag, antwoord, klok, klad)
        except (Terug, Toets, KeyboardInterrupt, EOFError, Onderbroken):
            _keep(antwoord, klad, self._lezer.half)
            raise
        gegeven = self._said_back(vraag, antwoord.getypt)
        self._say_what_lacks(vraag, gegeven)
        return gegeven

    def _until_it_holds(
        self,
        vraag: Vraag,
        antwoord: Tekstregels,
        klok: Klok | None,
        klad: Klad,
    ) -> None:
        """Take in lines until they are an answer. Raises Terug, Toets and what stops."""
        is_lang = vorm_van(vraag) == SCHRIJVEN
        stel = partial(put_text, self._console, vraag, antwoord)
        stel()
        while True:
            regel = self._read(stel, klok, BIJ_TEKST, vraag.namen)
            if regel.woord == EDITOR:
                antwoord.vervang(self._edited(antwoord.getypt, klad, is_lang=is_lang))
                stel()
                continue
            tekst = _TOETS.sub("", regel.tekst)
            is_af = antwoord.neem(regel._replace(tekst=tekst))
            self._heed_news()
            reden = ""
            if is_af:
                reden = objection(vraag, antwoord.getypt, self._clock().date())
            if tekst != regel.tekst:
                reden = reden or _GEEN_TOETSEN
            if is_af and not reden:
                return
            # What was typed is kept as it grows, also when the window goes.
            _keep(antwoord, klad)
            if reden:
                self._console.fout(self._as_typed_here(reden))
            if is_af:
                antwoord.vervang(antwoord.getypt)
                stel()

    def _say_what_lacks(self, vraag: Vraag, gegeven: str) -> None:
        """Say which letters of SMART are not there: elsewhere they stand beside the text."""
        # What the coach asks, is asked because it was not there.
        if not vraag.kijk_mee or not gegeven or vraag.sleutel.coach:
            return
        mist = [wat for wat, is_er in vraag.kijk_mee(gegeven) if is_er is False]
        letters = [wat for wat in mist if len(wat) == 1]
        if letters:
            self._console.alinea(f"Van SMART mist nog: {', '.join(letters)}.")

    # ---- a choice

    def _choose(
        self,
        message: str,
        keuzes: Sequence[Keuze],
        voorstel: Any,
        klok: Klok | None,
    ) -> Any:
        waarden = [keuze.waarde for keuze in keuzes]
        start = waarden.index(voorstel) if voorstel in waarden else None
        stel = partial(put_choices, self._console, message, keuzes, start)
        lees = partial(nummerkeuze.one, keuzes=keuzes, start=start)
        getypt, nummer = self._until_chosen(stel, klok, lees)
        if not (getypt.strip() and is_yes_or_no(keuzes)):
            self._say_chosen(getypt, keuzes[nummer].label)
        return keuzes[nummer].waarde

    def _several(
        self,
        vraag: Vraag,
        voorstel: Sequence[Any],
        klok: Klok | None,
    ) -> list[Any]:
        keuzes = vraag.keuzes
        stel = partial(put_some, self._console, vraag, voorstel)

        def lees(getypt: str) -> list[Keuze]:
            gekozen = [keuze for keuze in keuzes if keuze.waarde in voorstel]
            if getypt.strip():
                gekozen = [keuzes[place] for place in nummerkeuze.some(getypt, keuzes)]
            if reden := too_few(gekozen):
                raise Onleesbaar(reden)
            return gekozen

        getypt, gekozen = self._until_chosen(stel, klok, lees)
        labels = [keuze.label for keuze in gekozen]
        self._say_chosen(getypt, ", ".join(labels))
        return [keuze.waarde for keuze in gekozen]

    def _until_chosen(
        self,
        stel: Callable[[], None],
        klok: Klok | None,
        lees: Callable[[str], Any],
    ) -> tuple[str, Any]:
        """What was typed, and what *lees* makes of it, once it makes something of it."""
        stel()
        while True:
            regel = self._read(stel, klok, frozenset())
            self._heed_news()
            try:
                return regel.tekst, lees(regel.tekst)
            except Onleesbaar as fout:
                self._console.fout(str(fout))

    def _say_chosen(self, getypt: str, label: str) -> None:
        """Say what was chosen, where a number or an Enter stands for it."""
        if getypt.strip().casefold() != label.casefold():
            self._console.alinea(label, kop="→ ", inspringen=2)

    # ---- a line

    def _read(
        self,
        stel: Callable[[], None],
        klok: Klok | None,
        woorden: frozenset[str],
        namen: Sequence[str] = (),
    ) -> Typregel:
        """A line that is for the question; with a word it is one of *woorden*.

        Raises Terug, Toets, KeyboardInterrupt, EOFError, Onderbroken.
        """
        while True:
            regel = puntwoorden.lees(self._lezer.lees(self.kijk if klok else None))
            woord = regel.woord
            if not woord or woord in woorden:
                return regel
            if woord == puntwoorden.TERUG:
                raise Terug
            if woord == puntwoorden.STOP:
                raise KeyboardInterrupt
            if klok and woord in IN_STAP:
                raise Toets(IN_STAP[woord])
            if woord == puntwoorden.VRAAG:
                stel()
            elif woord == puntwoorden.HULP:
                is_tekst = bool(woorden)
                put_help(self._console, namen, in_stap=bool(klok), is_tekst=is_tekst)
            elif klok and woord == puntwoorden.TIJD:
                nu = self._clock()
                tijd = f"{klok.tijd(nu)[0]}, {klok.totaal(nu)}"
                self._console.alinea(f"{klok.titel}: {tijd}.")
            elif regel.is_bekend:
                self._console.fout(_KAN_NIET)
            else:
                self._console.fout(
                    f"{woord} is hier geen opdracht. Typ .help voor wat er kan.",
                    "Is het je antwoord? Begin dan met een spatie.",
                )

    def _heed_news(self) -> None:
        """End the question when something came in that changes it; what was typed is kept."""
        if self._lezer.is_binnen:
            raise Toets(BINNEN)


def _keep(antwoord: Tekstregels, klad: Klad, half: str = "") -> None:
    """Let *klad* have what was typed so far, when anything was."""
    zover = antwoord.te_bewaren(half)
    if zover is not None:
        klad.bewaar(zonder_stuurtekens(zover))
