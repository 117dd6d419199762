"""Words behind a dot, alone on a line: what a key does elsewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from intervisie_cli.ui.wensen import KAART, MEER, NOTITIE

HULP, VRAAG, TIJD, TERUG, STOP = ".help", ".vraag", ".tijd", ".terug", ".stop"
LEEG, VERDER, EDITOR = ".leeg", ".verder", ".editor"
# What these words ask for in a step.
IN_STAP = {".menu": MEER, ".notitie": NOTITIE, ".kaart": KAART}
# These are for a text alone.
BIJ_TEKST = frozenset([LEEG, VERDER, EDITOR])
_UITLEG = {
    HULP: "deze lijst",
    VRAAG: "de vraag nog eens",
    TERUG: "terug naar de vorige vraag",
    LEEG: "een leeg antwoord, waar al iets staat",
    VERDER: "verder typen achter wat er al staat",
    EDITOR: "dit antwoord schrijven in je eigen editor",
    TIJD: "hoeveel tijd er nog is",
    ".menu": "iemand komt of gaat, iets overslaan, pauze, en meer",
    ".notitie": "iets in de notulen zetten",
    ".kaart": "de kaart van deze stap nog eens",
    STOP: "stoppen; alles blijft bewaard",
}
_ANDERS = {".hulp": HULP, ".?": HULP}
_ONBEKEND = re.compile(r"\.(?:[a-z]+|\?)")
# How texts name the keys for which there is a word.
_TOETS = re.compile(r"\^([TNXKO])\b")
_TOETSEN = {
    "T": TERUG,
    "N": ".notitie",
    "X": ".menu",
    "K": ".kaart",
    "O": EDITOR,
}


class Typregel(NamedTuple):
    """A line that was typed: an answer, or a *woord* with what stands behind it."""

    tekst: str
    woord: str = ""

    @property
    def is_bekend(self) -> bool:
        """Whether its word is one of ours, or it has none."""
        return not self.woord or self.woord in _UITLEG


def lees(getypt: str) -> Typregel:
    """Read a line. With a space in front of it, it is an answer always."""
    eerste, _, rest = getypt.rstrip().partition(" ")
    woord = eerste.casefold()
    woord = _ANDERS.get(woord, woord)
    if woord == VERDER:
        return Typregel(rest.strip(), woord)
    if not rest and (woord in _UITLEG or _ONBEKEND.fullmatch(woord)):
        return Typregel("", woord)
    return Typregel(getypt.rstrip())


def uitleg(*, in_stap: bool, is_tekst: bool) -> Iterator[tuple[str, str]]:
    """The words that can be typed at a question, each with what it does."""
    for woord, wat in _UITLEG.items():
        if not in_stap and (woord in IN_STAP or woord == TIJD):
            continue
        if not is_tekst and woord in BIJ_TEKST:
            continue
        yield woord, wat


def in_plaats_van_toetsen(text: str) -> str:
    """A text that names keys, with the words that are typed for them."""
    return _TOETS.sub(lambda match: _TOETSEN[match[1]], text)
