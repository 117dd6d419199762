"""What all ways to ask somebody at a terminal share; how one question is put differs."""

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.vraag import (
    MEER,
    SCHRIJVEN,
    TYPEN,
    Keuze,
    Klad,
    Terug,
    Vraag,
)
from intervisie_cli.ui.console import Console
from intervisie_cli.ui.editor import Los, edit_answer
from intervisie_cli.ui.einde import Einde
from intervisie_cli.ui.inleiding import Inleiding
from intervisie_cli.ui.woorden import in_one_line, message_of, shown
from intervisie_cli.vragen.keuring import answer, as_typed, nagezegd
from intervisie_cli.vragen.soorten.register import vorm_van
from intervisie_cli.vragen.tijdplan import Klok


class Vrager(ABC):
    """Asks a person; *clock* gives the time, *einde* takes the signals."""

    def __init__(
        self,
        console: Console,
        clock: Callable[[], datetime],
        einde: Einde,
    ) -> None:
        self._console = console
        self._clock = clock
        self._einde = einde
        self._inleiding = Inleiding(console)
        # Says every second whether something came in that changes the question at hand.
        self.kijk: Callable[[], bool] | None = None

    @property
    def is_interrupted(self) -> bool:
        """Whether Ctrl-C came between two questions."""
        return self._einde.is_interrupted

    def interrupt(self) -> None:
        """Take Ctrl-C where it is a signal."""
        self._einde.interrupt()

    def stop(self, exit_code: int) -> None:
        """Take a signal that ends the program."""
        self._einde.stop(exit_code)

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
        """Ask one question. Raises Terug, Toets, KeyboardInterrupt, EOFError, Onderbroken."""
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

    @abstractmethod
    def _text(
        self,
        vraag: Vraag,
        text: str,
        klok: Klok | None,
        klad: Klad,
    ) -> str:
        """Let the person type, where *text* stands already."""

    @abstractmethod
    def _choose(
        self,
        message: str,
        keuzes: Sequence[Keuze],
        voorstel: Any,
        klok: Klok | None,
    ) -> Any:
        """Let the person choose one; give its value."""

    @abstractmethod
    def _several(
        self,
        vraag: Vraag,
        voorstel: Sequence[Any],
        klok: Klok | None,
    ) -> list[Any]:
        """Let the person choose two or more; give their values."""

    def _as_typed_here(self, text: str) -> str:
        """A text that names keys, as they are pressed here."""
        return text

    def _said_back(self, vraag: Vraag, typed: str) -> str:
        """The answer that was typed; below it stands what was understood, such as which day."""
        vandaag = self._clock().date()
        if begrepen := nagezegd(vraag, typed, vandaag):
            begrepen = self._as_typed_here(begrepen)
            self._console.alinea(begrepen, "dof", kop="→ ", inspringen=2)
        return answer(vraag, typed, vandaag)

    def _edited(self, text: str, klad: Klad, *, is_lang: bool) -> str:
        """The text as it comes back from the editor; as it was when there is no editor."""
        try:
            return edit_answer(text, klad, self._console, is_lang=is_lang)
        except IntervisieError as error:
            self._console.fout(error.bericht, error.hulp)
            return text
