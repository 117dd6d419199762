"""Questions at a terminal.

Shows the clock, keeps what is typed, and goes back.
"""

import tempfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import questionary
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.shortcuts import CompleteStyle

from intervisie_cli.model.fouten import IntervisieError, Onderbroken
from intervisie_cli.model.vraag import (
    MEER,
    SCHRIJVEN,
    TYPEN,
    Keuze,
    Klad,
    Terug,
    Toets,
    Vraag,
)
from intervisie_cli.taal.tekst import zonder_stuurtekens
from intervisie_cli.ui import keuzelijst
from intervisie_cli.ui.balk import TIK_S, Balk
from intervisie_cli.ui.console import Console, wrap
from intervisie_cli.ui.editor import Los, edit_answer
from intervisie_cli.ui.inleiding import Inleiding
from intervisie_cli.ui.keuzelijst import QMARK, STYLE
from intervisie_cli.ui.lopend import Lopend
from intervisie_cli.ui.meekijken import Meekijken
from intervisie_cli.ui.namen import Namen
from intervisie_cli.ui.toetsen import (
    Editor,
    Half,
    Prefill,
    share_default_keys,
    text_keys,
)
from intervisie_cli.ui.woorden import in_one_line, message_of, shown
from intervisie_cli.vragen.keuring import answer, as_typed, nagezegd, objection
from intervisie_cli.vragen.soorten.register import vorm_van
from intervisie_cli.vragen.tijdplan import Klok


class TerminalPrompter:
    """Asks a person; *clock* gives the time for the bar."""

    def __init__(self, console: Console, clock: Callable[[], datetime]) -> None:
        self._console = console
        self._clock = clock
        self._lopend = Lopend()
        self._inleiding = Inleiding(console)
        # Says every second whether something came in that changes the question at hand.
        self.kijk: Callable[[], bool] | None = None
        self._balk = Balk(console, clock)
        self._meekijken = Meekijken()
        share_default_keys()

    @property
    def is_interrupted(self) -> bool:
        """Whether Ctrl-C came between two questions."""
        return self._lopend.is_interrupted

    def interrupt(self) -> None:
        """Take Ctrl-C where it is a signal."""
        self._lopend.interrupt()

    def stop(self, exit_code: int) -> None:
        """Take a signal that ends the program."""
        self._lopend.stop(exit_code)

    def los(self, vraag: Vraag) -> Any:
        """Ask without a clock: before a sessie begins.

        Raises Terug, KeyboardInterrupt, EOFError, Onderbroken.
        """
        with tempfile.TemporaryDirectory(prefix="intervisie-") as folder:
            klad = Los(Path(folder) / "antwoord.md")
            try:
                return self.vraag(vraag, vraag.standaard, None, klad)
            except Terug as terug:
                terug.half = klad.text
                raise

    def na_kaart(self) -> None:
        """Begin anew below a card: what stood above the questions has moved out of sight."""
        self._inleiding.vergeet()

    def vraag(
        self,
        vraag: Vraag,
        voorstel: Any,
        klok: Klok | None,
        klad: Klad,
    ) -> Any:
        """Ask one question. Raises Terug, KeyboardInterrupt, EOFError, Onderbroken."""
        self._inleiding.zeg(vraag)
        vorm = vorm_van(vraag)
        if vraag.lijn or vorm in (TYPEN, SCHRIJVEN):
            return self._text(vraag, as_typed(vraag, voorstel), klok, klad)
        if vorm == MEER:
            return self._several(vraag, voorstel or [], klok)
        return self._choose(message_of(vraag), vraag.keuzes, voorstel, klok)

    def nakijken(
        self,
        regels: Sequence[tuple[Vraag, Any]],
        klok: Klok | None,
    ) -> Vraag | None:
        """Show all answers, and ask whether they can be recorded. Raises Terug, Toets."""
        while True:
            vandaag = self._clock().date()
            self._show_answers(regels, vandaag)
            keuzes = (
                Keuze(True, "Vastleggen", "ja"),
                Keuze(False, "Eerst iets veranderen", "nee"),
            )
            if self._choose("Klopt het zo?", keuzes, True, klok):
                return None
            lijst = [
                Keuze(vraag, in_one_line(vraag, waarde, vandaag))
                for vraag, waarde in regels
            ]
            lijst.append(Keuze(None, "Niets, terug"))
            try:
                eerste = lijst[0].waarde
                gekozen = self._choose("Wat wil je veranderen?", lijst, eerste, klok)
            except Terug:
                continue
            if gekozen:
                chosen: Vraag = gekozen
                return chosen

    def _show_answers(self, regels: Sequence[tuple[Vraag, Any]], vandaag: date) -> None:
        self._console.regel()
        self._console.regel("Nakijken", "vet", "blauw")
        kop = ""
        for vraag, waarde in regels:
            if vraag.kop and vraag.kop != kop:
                self._console.alinea(vraag.kop, "dof", inspringen=2)
            kop = vraag.kop
            label = f"{message_of(vraag)}  "
            inspringen = 4 if kop else 2
            gegeven = shown(vraag, waarde, vandaag)
            self._console.alinea(gegeven, kop=label, inspringen=inspringen, onder=True)

    def _text(
        self,
        vraag: Vraag,
        text: str,
        klok: Klok | None,
        klad: Klad,
    ) -> str:
        is_lang = vorm_van(vraag) == SCHRIJVEN
        half = Half(klad.bewaar)
        prefill = Prefill("" if vraag.is_getypt else text)
        question: questionary.Question | None = None
        # Loading the rules takes longer than a key may; reading the question takes longer still.
        self._meekijken.wek(vraag)

        def bar() -> StyleAndTextTuples:
            half.tick()
            text = question.application.current_buffer.text if question else ""
            return self._balk.naast(self._meekijken.stand(vraag, text), klok)

        while True:
            question = questionary.text(
                self._text_message(vraag, text),
                default=text,
                qmark=QMARK,
                style=STYLE,
                multiline=is_lang,
                instruction="" if is_lang else None,
                prompt_continuation=" ",  # below the first character that is typed
                validate=lambda typed: (
                    objection(vraag, typed, self._clock().date()) or True
                ),
                validate_while_typing=False,
                bottom_toolbar=bar,
                refresh_interval=TIK_S,
                key_bindings=text_keys(
                    is_lang=is_lang,
                    in_stap=klok is not None,
                    prefill=prefill,
                ),
                completer=Namen(vraag.namen),
                complete_while_typing=False,
                complete_style=CompleteStyle.READLINE_LIKE,
            )
            prefill.watch(question.application)
            buffer = question.application.current_buffer
            buffer.on_text_changed += half.changed
            try:
                return self._said_back(vraag, self._run(question, klok))
            except Editor as editor:
                text = self._edited(editor.text, klad, is_lang=is_lang)
            except (Terug, Toets, KeyboardInterrupt, EOFError, Onderbroken):
                if not prefill.text or buffer.text != prefill.text:
                    klad.bewaar(zonder_stuurtekens(buffer.text))
                raise

    def _said_back(self, vraag: Vraag, typed: str) -> str:
        """The answer that was typed; below it stands what was understood, such as which day."""
        vandaag = self._clock().date()
        if begrepen := nagezegd(vraag, typed, vandaag):
            self._console.alinea(begrepen, "dof", kop="→ ", inspringen=2)
        return answer(vraag, typed, vandaag)

    def _edited(self, text: str, klad: Klad, *, is_lang: bool) -> str:
        """The text as it comes back from the editor; as it was when there is no editor."""
        try:
            return edit_answer(text, klad, self._console, is_lang=is_lang)
        except IntervisieError as error:
            self._console.fout(error.bericht, error.hulp)
            return text

    def _text_message(self, vraag: Vraag, text: str) -> str:
        message = message_of(vraag)
        # Where text stands already Enter keeps that: the line is to be emptied first.
        leeg = vraag.leeg.replace("Enter =", "leeg =") if text else vraag.leeg
        if not leeg and not vraag.verplicht:
            leeg = "mag leeg"
        if leeg:
            message += f" ({leeg})"
        is_lang = vorm_van(vraag) == SCHRIJVEN
        breed = self._console.breedte - 3
        if not is_lang and len(f"{message} {text}") <= breed:
            return message
        # What is long, or would be broken in a word, gets the whole width below its question.
        if is_lang:
            message += " Alt-Enter: nieuwe regel."
        regels = wrap(message, breed)
        return "\n  ".join(regels) + "\n"

    def _choose(
        self,
        message: str,
        keuzes: Sequence[Keuze],
        voorstel: Any,
        klok: Klok | None,
    ) -> Any:
        breed = self._console.breedte
        nummer = self._pick(keuzelijst.one_of(message, keuzes, voorstel, breed), klok)
        chosen = keuzes[nummer]
        self._trace(message, chosen.label)
        return chosen.waarde

    def _several(
        self,
        vraag: Vraag,
        voorstel: Sequence[Any],
        klok: Klok | None,
    ) -> list[Any]:
        chosen: list[Any] = self._pick(keuzelijst.some_of(vraag, voorstel), klok)
        labels = [keuze.label for keuze in vraag.keuzes if keuze.waarde in chosen]
        self._trace(message_of(vraag), ", ".join(labels))
        return chosen

    def _pick(self, question: questionary.Question, klok: Klok | None) -> Any:
        """Let the person choose, with the bar below; the list goes when that is done."""
        question.application.erase_when_done = True
        self._balk.below(question.application, klok)
        return self._run(question, klok)

    def _trace(self, message: str, answer: str) -> None:
        """Leave one line of a question that was answered with a choice."""
        self._console.alinea(f"{message}  {answer}", kop=f"{QMARK} ")

    def _run(self, question: questionary.Question, klok: Klok | None) -> Any:
        # What is asked beside a step stands apart from it.
        return self._lopend.run(question, self.kijk if klok else None)
