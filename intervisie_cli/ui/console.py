"""The only writer to the terminal: plain lines, wrapped and aligned, in colour where it is seen."""

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TextIO

from intervisie_cli.model.fouten import UitvoerMislukt
from intervisie_cli.ui.veilig import json_veilig, op_een_regel, veilig

if TYPE_CHECKING:
    from intervisie_cli.ui.tussenregel import Tussenregel

_STIJLEN = {
    "vet": "1",
    "dof": "2",
    "groen": "32",
    "geel": "33",
    "rood": "31",
    "blauw": "36",
}
# The columns of output that goes to no terminal, and the most that text is easy to read in.
BREEDTE = 80
_BREEDSTE = 100
# The letters in what sets a style are no word: it is passed over as a whole.
_WOORD = re.compile(r"(?:\x1b\[[0-9;]*m)|[^\W_]+")


class Console:
    """Writes results to *out*, and everything a person alone needs to *err*."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err
        for stream in (out, err):
            # What the terminal cannot show is replaced; a record is never lost to an encoding.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        self.is_terminal = out.isatty()
        self._tussen: Tussenregel | None = None
        self._is_blank = True

    @cached_property
    def is_toegankelijk(self) -> bool:
        """Whether a terminal gets plain lines alone, with nothing that steers it."""
        from intervisie_cli.ui.toegankelijk import is_on

        return is_on()

    @property
    def breedte(self) -> int:
        """Columns to fill: those of the terminal up to 100, 80 without one."""
        if not self.is_terminal:
            return BREEDTE
        try:
            kolommen = os.get_terminal_size(self._out.fileno()).columns
        except (OSError, ValueError):
            kolommen = BREEDTE
        return max(20, min(kolommen or BREEDTE, _BREEDSTE))

    def stijl(self, text: str, *stijlen: str) -> str:
        """Safe text in a style, on a terminal that has any."""
        return self._stijl(veilig(text), stijlen, self._out)

    def _stijl(self, text: str, stijlen: Sequence[str], stream: TextIO) -> str:
        if not stijlen or not stream.isatty():
            return text
        if os.environ.get("NO_COLOR") or self.is_toegankelijk:
            return text
        codes = ";".join(_STIJLEN[stijl] for stijl in stijlen)
        return f"\x1b[{codes}m{text}\x1b[0m"

    def regel(self, text: str = "", *stijlen: str) -> None:
        """Write one safe line of output."""
        self._write(self._out, self.stijl(veilig(text), *stijlen))

    def witregel(self) -> None:
        """Write an empty line, unless the one above is."""
        if not self._is_blank:
            self.regel()

    def alinea(
        self,
        text: str,
        *stijlen: str,
        kop: str = "",
        inspringen: int = 0,
        onder: bool = False,
    ) -> None:
        """Write text wrapped to the width; see `opgemaakt`."""
        regels = self.opgemaakt(
            text, *stijlen, kop=kop, inspringen=inspringen, onder=onder
        )
        for regel in regels:
            self._write(self._out, regel)

    def nadruk(self, regel: str, is_gezocht: Callable[[str], bool]) -> str:
        """Give a ready line with the words in it that are searched in bold."""

        def vet(match: re.Match[str]) -> str:
            woord = match[0]
            return (
                self._stijl(woord, ("vet",), self._out) if is_gezocht(woord) else woord
            )

        return _WOORD.sub(vet, regel)

    def opgemaakt(
        self,
        text: str,
        *stijlen: str,
        kop: str = "",
        inspringen: int = 0,
        onder: bool = False,
    ) -> list[str]:
        """Wrap text to the width behind *kop*, aligned to it, and give the lines in their style.

        With *onder*, or when *kop* takes over half of the width, text that does not fit beside
        *kop* goes below it.
        """
        ruimte = self.breedte - inspringen
        past = breedte_van(kop) + breedte_van(text) <= ruimte and "\n" not in text
        if kop and not past and (onder or breedte_van(kop) > ruimte // 2):
            boven = wrap(veilig(kop.rstrip()), ruimte)
            vet = [self.stijl(" " * inspringen + regel, "vet") for regel in boven]
            return vet + self.opgemaakt(text, *stijlen, inspringen=inspringen + 2)
        marge = " " * (inspringen + breedte_van(kop))
        regels: list[str] = []
        for stuk in veilig(text).split("\n"):
            regels += wrap(stuk, self.breedte - len(marge)) or [""]
        begin = " " * inspringen + veilig(kop)
        if kop:
            begin = self.stijl(begin, "vet")
        eerste, *rest = [self.stijl(regel, *stijlen) for regel in regels]
        return [begin + eerste, *(marge + regel for regel in rest)]

    def ruw(self, regel: str) -> None:
        """Write a ready line, such as `opgemaakt` and `stijl` give."""
        self._write(self._out, regel)

    def json(self, waarde: Any) -> None:
        """Write data for programs.

        What a terminal could take for a command is written as an escape.
        """
        self._json(waarde, indent=2)

    def json_regel(self, waarde: Any) -> None:
        """Write data for programs on one line."""
        self._json(waarde, indent=None)

    def _json(self, waarde: Any, indent: int | None) -> None:
        import json

        encoding = self._out.encoding or ""
        is_ascii = encoding.lower().replace("-", "") != "utf8"
        text = json.dumps(waarde, ensure_ascii=is_ascii, indent=indent)
        self._write(self._out, json_veilig(text))

    def gepagineerd(self, regels: Iterable[str]) -> None:
        """Write ready lines, through a pager when they are many or the user asked for one."""
        lijst = list(regels)
        if self.is_terminal and not self.is_toegankelijk:
            from intervisie_cli.ui import pager

            if pager.shows(lijst, self._out, self.regel):
                return
        for regel in lijst:
            self._write(self._out, regel)

    def melding(self, text: str, *stijlen: str) -> None:
        """Write one safe line for the person, not for programs."""
        for nummer, regel in enumerate(veilig(text).split("\n")):
            delen = wrap(regel, self.breedte) if self._err.isatty() else [regel]
            van_regel = stijlen if nummer == 0 else ()
            for deel in delen:
                self._write(self._err, self._stijl(deel, van_regel, self._err))

    def schrijf(self, text: str) -> None:
        """Write ready text as it is, where a page is drawn over itself."""
        self._out.write(text)
        self._out.flush()

    def voortgang(self, text: str) -> None:
        """Show what is going on, on a line that the next one replaces; '' takes it away."""
        if (text or self._tussen) and self._err.isatty():
            self._tussenregel.voortgang(text)

    def stand(self, text: str) -> None:
        """Show the same way how things stand, for who waits until that is otherwise."""
        if self._err.isatty():
            self._tussenregel.stand(text)

    @property
    def _tussenregel(self) -> "Tussenregel":
        from intervisie_cli.ui import tussenregel

        if not self._tussen:
            vlak = self.is_toegankelijk
            self._tussen = tussenregel.of(vlak, self._err, self.melding, self._kort)
        return self._tussen

    def _kort(self, text: str) -> str:
        return kort(text, self.breedte - 1)

    def fout(self, bericht: str, hulp: str = "") -> None:
        """Write what is wrong, then what to type."""
        self.melding(bericht, "rood")
        if hulp:
            self.melding(hulp)

    def _write(self, stream: TextIO, text: str) -> None:
        self._is_blank = not text
        if self._tussen:
            self._tussen.weg()
        try:
            stream.write(text + "\n")
            if stream.isatty():
                stream.flush()
        except BrokenPipeError:
            raise  # whoever read our output has seen enough: no error
        except OSError:
            raise UitvoerMislukt from None


def console() -> Console:
    """The console of this process."""
    return Console(sys.stdout, sys.stderr)


def breedte_van(text: str) -> int:
    """Columns that *text* takes."""
    if text.isascii() or max(text) < "\u0300":
        return len(
            text
        )  # below the first mark that combines, every character takes one
    return sum(map(_kolommen, text))


def _kolommen(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, breedte: int) -> list[str]:
    """Break text at spaces into lines of at most *breedte* columns.

    A word that is longer breaks anywhere.
    """
    breedte = max(10, breedte)
    ingesprongen = len(text) - len(text.lstrip(" "))
    huidig = " " * min(ingesprongen, breedte // 2)
    regels: list[str] = []
    leeg = True
    for woord in text.split():
        rest = woord
        ruimte = "" if leeg else " "
        if not leeg and breedte_van(huidig + ruimte + rest) > breedte:
            regels.append(huidig)
            huidig = ruimte = ""
        if leeg and breedte_van(huidig + rest) > breedte:
            huidig = ""
        while breedte_van(huidig + ruimte + rest) > breedte:
            past = _fits(rest, breedte - breedte_van(huidig))
            regels.append(huidig + past)
            huidig, rest = "", rest[len(past) :]
        huidig += ruimte + rest
        leeg = False
    return [*regels, huidig] if not leeg else regels


def _fits(text: str, breedte: int) -> str:
    """The beginning of *text* that takes at most so many columns, and at least one character."""
    kolommen = 0
    for lengte, char in enumerate(text):
        kolommen += breedte_van(char)
        if kolommen > breedte:
            return text[: max(1, lengte)]
    return text


def kort(text: str, breedte: int) -> str:
    """Safe text on one line, cut with … when it is longer than *breedte* columns."""
    regel = op_een_regel(text)
    if breedte_van(regel) <= breedte:
        return regel
    return _fits(regel, breedte - 1).rstrip() + "…"


def vul(text: str, breedte: int) -> str:
    """Text with spaces behind it to *breedte* columns."""
    return text + " " * max(0, breedte - breedte_van(text))
