"""Reads what is typed line by line, and heeds signals and news meanwhile."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from intervisie_cli.model.fouten import Onderbroken
from intervisie_cli.model.vraag import Toets
from intervisie_cli.system import keyboard
from intervisie_cli.ui.console import Console
from intervisie_cli.ui.einde import Einde
from intervisie_cli.ui.veilig import op_een_regel
from intervisie_cli.ui.wensen import BINNEN

_PROMPT = "> "
# Soon enough that who presses Ctrl-C does not press it twice.
_TIK_S = 0.1
_KIJK_ELKE_S = 1.0
_NIEUWS = (
    "Er kwam iets binnen dat deze vraag verandert."
    " Druk op Enter om het te zien; wat je typt, blijft bewaard."
)
_TE_LANG = (
    "Zo'n lange regel past niet in deze terminal, en het eind kan weg zijn."
    " Deel hem op, of typ .editor."
)


class Regellezer(Einde):
    """Reads lines one by one."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._leest = False
        self._raw = b""
        # What stood on the line when something ended the question.
        self.half = ""
        # Whether something came in that changes the question at hand.
        self.is_binnen = False

    def lees(self, kijk: Callable[[], bool] | None) -> str:
        """A line, or the lines of a paste; *kijk* says every second whether something came in.

        Raises Toets, KeyboardInterrupt, EOFError, Onderbroken.
        """
        self._raw = b""
        self.half = ""
        if self._einde:
            raise self._einde  # it came between two questions, and the answer is kept by now
        # A person who types ahead answers questions that are still to come.
        is_vooruit = keyboard.is_ready(0)
        self._leest = True
        try:
            with keyboard.line_by_line():
                # From here on a signal leaves what is typed, so only now one is asked to.
                self._console.schrijf(_PROMPT)
                self._line(kijk)
                while not is_vooruit and keyboard.is_pasting():
                    self._line(None)
        except OSError:
            # The terminal is gone: as if the system said so with SIGHUP.
            self.half = _text(self._raw)
            raise Onderbroken("Gestopt.", exit_code=129) from None
        except (Toets, KeyboardInterrupt, EOFError, Onderbroken):
            # What is told next begins on a line of its own; the window may be gone by then.
            with suppress(OSError):
                self._console.schrijf("\n")
            raise
        finally:
            self._leest = False
        regels = self._raw.split(b"\n")
        if any(len(regel) >= keyboard.FULL_LINE for regel in regels):
            self._console.fout(_TE_LANG)
        return _text(self._raw).removesuffix("\n")

    def _line(self, kijk: Callable[[], bool] | None) -> None:
        """Read on to the end of a line."""
        volgende = time.monotonic()
        begin = len(self._raw)
        while not self._raw.endswith(b"\n") or len(self._raw) == begin:
            if self._einde:
                with suppress(OSError):
                    self._raw += keyboard.half_line()
                self._end(self._einde)
            if keyboard.is_ready(_TIK_S):
                stuk = keyboard.read()
                if not stuk:
                    self._end(self._einde or EOFError())
                self._raw += stuk
            elif kijk and not self.is_binnen and time.monotonic() >= volgende:
                volgende = time.monotonic() + _KIJK_ELKE_S
                self._look(kijk)

    def _end(self, einde: BaseException) -> NoReturn:
        self.half = _text(self._raw)
        raise einde

    def _look(self, kijk: Callable[[], bool]) -> None:
        """End the line when something came in; half a line goes on, so that no word is torn."""
        if not kijk():
            return
        self._raw += keyboard.half_line()
        if not self._raw:
            raise Toets(BINNEN)
        self.is_binnen = True
        self._console.schrijf("\n")
        self._console.alinea(_NIEUWS)
        self._console.schrijf(_PROMPT + op_een_regel(_text(self._raw)))

    @property
    def _runs(self) -> bool:
        return self._leest


def _text(raw: bytes) -> str:
    # A letter in another coding stays to be seen: the answer is refused for it, and not lost.
    return raw.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
