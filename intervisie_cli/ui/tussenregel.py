"""A line that tells what goes on meanwhile: it is drawn over, or plain lines come now and then."""

import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TextIO

from intervisie_cli.ui.toegankelijk import zonder_klok

# Who hears or feels each line is told this often, at most, how far something is.
_ELKE_S = 10.0
_GETAL = re.compile(r"\d+")


class Tussenregel(ABC):
    """What goes on, and how things stand while somebody waits."""

    @abstractmethod
    def voortgang(self, text: str) -> None:
        """Tell how far something is; '' when it is done."""

    @abstractmethod
    def stand(self, text: str) -> None:
        """Tell how things stand for who waits."""

    @abstractmethod
    def weg(self) -> None:
        """Make room: another line is written."""


class Overschreven(Tussenregel):
    """One line that the next one replaces; *fit* makes a text fit on it."""

    def __init__(self, err: TextIO, fit: Callable[[str], str]) -> None:
        self._err = err
        self._fit = fit
        self._staat_er = False

    def voortgang(self, text: str) -> None:
        """Draw it over what stands there; '' takes that away."""
        if not text and not self._staat_er:
            return
        self._staat_er = bool(text)
        self._err.write(f"\r\x1b[K{self._fit(text)}")
        self._err.flush()

    def stand(self, text: str) -> None:
        """Draw it too: it may tick."""
        self.voortgang(text)

    def weg(self) -> None:
        """Take away what stands there."""
        self.voortgang("")


class Bijgeschreven(Tussenregel):
    """Plain lines, written by *zeg*, and only when there is something new to say."""

    def __init__(self, zeg: Callable[[str], None]) -> None:
        self._zeg = zeg
        self._wat = ""
        self._om = 0.0
        self._stand = ""

    def voortgang(self, text: str) -> None:
        """Say what begins at once, and how far it is now and then."""
        wat = _GETAL.sub("", text)
        nu = time.monotonic()
        if text and (wat != self._wat or nu - self._om >= _ELKE_S):
            self._zeg(text)
            self._om = nu
        if text:
            self._wat = wat

    def stand(self, text: str) -> None:
        """Say it when it is another than before, whatever its clock gives."""
        nu = zonder_klok(text)
        if nu != self._stand:
            self._zeg(text)
            self._stand = nu

    def weg(self) -> None:
        """After another line it is said anew how things stand."""
        self._stand = ""


def of(
    is_vlak: bool,
    err: TextIO,
    zeg: Callable[[str], None],
    fit: Callable[[str], str],
) -> Tussenregel:
    """The one that suits a terminal: of plain lines, or drawn on *err*."""
    if is_vlak:
        return Bijgeschreven(zeg)
    return Overschreven(err, fit)
