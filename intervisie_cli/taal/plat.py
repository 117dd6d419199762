"""Flat text: lower case, no accents, straight quotes, plain spaces; and the way back from it."""

import unicodedata
from typing import NamedTuple

from intervisie_cli.model.eender import GELIJK

# As long as an answer on one line may be. Of a longer text the rest is not looked at, so that the
# checks stay quick while somebody types.
MAX_LENGTE = 2_000

# The acute accent as a character of its own, behind its letter, as macOS writes it.
_LOS_ACCENT = "\u0301"


class Plat(NamedTuple):
    """Flat text, and for each of its characters where that stood in the text.

    Character *n* comes from character `oorsprong[n]`; None says that none has moved. *lengte* is
    that of the text, *accenten* are the flat characters that had an acute accent.
    """

    tekst: str
    oorsprong: tuple[int, ...] | None
    lengte: int
    accenten: frozenset[int] = frozenset()

    def plek(self, n: int) -> int:
        """The offset in the text of offset *n* in the flat text."""
        if self.oorsprong is None:
            return min(n, self.lengte)
        if n < len(self.oorsprong):
            return self.oorsprong[n]
        return self.lengte


def maak_plat(tekst: str) -> Plat:
    """Flatten *tekst*; composed and decomposed letters give the same."""
    tekst = tekst[:MAX_LENGTE]
    # Most answers are plain ASCII, in which no character moves.
    if tekst.isascii():
        return Plat(tekst.translate(GELIJK).lower(), None, len(tekst))
    letters: list[str] = []
    oorsprong: list[int] = []
    accenten: set[int] = set()
    for plek, letter in enumerate(tekst):
        delen = _ontleed(letter)
        if letter in "éÉ":
            accenten.add(len(letters))
        elif letter == _LOS_ACCENT:
            accenten.add(len(letters) - 1)
        for deel in delen:
            letters.append(deel)
            oorsprong.append(plek)
    plat = "".join(letters)
    return Plat(plat, tuple(oorsprong), len(tekst), frozenset(accenten))


def _ontleed(letter: str) -> str:
    if letter.isascii():
        return letter.translate(GELIJK).lower()
    gelijk = letter.translate(GELIJK)
    if gelijk.isascii():
        return gelijk
    delen = unicodedata.normalize("NFKD", gelijk).lower()
    return "".join(deel for deel in delen if not unicodedata.combining(deel))
