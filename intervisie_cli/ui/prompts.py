"""Questions at a terminal.

Shows the clock, keeps what is typed, and goes back.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import questionary
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.shortcuts import CompleteStyle

from intervisie_cli.model.fouten import Onderbroken
from intervisie_cli.model.vraag import SCHRIJVEN, Keuze, Klad, Terug, Toets, Vraag
from intervisie_cli.taal.tekst import zonder_stuurtekens
from intervisie_cli.ui import keuzelijst
from intervisie_cli.ui.balk import TIK_S, Balk
from intervisie_cli.ui.console import Console, wrap
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
from intervisie_cli.ui.vrager import Vrager
from intervisie_cli.ui.woorden import meaning_of_empty, message_of
from intervisie_cli.vragen.keuring import objection
from intervisie_cli.vragen.soorten.register import vorm_van
from intervisie_cli.vragen.tijdplan import Klok


class TerminalPrompter(Vrager):
    """Asks a person; *clock* gives the time for the bar."""

    def __init__(self, console: Console, clock: Callable[[], datetime]) -> None:
        self._lopend = Lopend()
        super().__init__(console, clock, self._lopend)
        self._balk = Balk(console, clock)
        self._meekijken = Meekijken()
        share_default_keys()

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

    def _text_message(self, vraag: Vraag, text: str) -> str:
        message = message_of(vraag)
        # Where text stands already Enter keeps that: the line is to be emptied first.
        leeg = meaning_of_empty(vraag, "leeg" if text else "Enter")
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
