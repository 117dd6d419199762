"""Flat text: lower case, no accents, straight quotes and plain spaces, with the way back to the text itself."""

import unicodedata
from typing import NamedTuple

# Longer than any answer may be; what comes after it is not looked at.
MAX_LENGTE = 2_000

_GELIJK = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u0060\u00b4\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\t\n\r\x0b\x0c\x85\u2028\u2029", " "),
        "\u00d7": "x",
        "\u2044": "/",
    }
)


class Plat(NamedTuple):
    """*tekst* is flat; its character *n* comes from character `oorsprong[n]` of the text, that has *lengte* of them.

    *accenten* are the characters that had an accent.
    """

    tekst: str
    oorsprong: tuple[int, ...] | None
    lengte: int
    accenten: frozenset[int] = frozenset()

    def plek(self, n: int) -> int:
        """The offset in the text of offset *n* in the flat text."""
        if self.oorsprong is None:
            return min(n, self.lengte)
        return self.oorsprong[n] if n < len(self.oorsprong) else self.lengte


def maak_plat(tekst: str) -> Plat:
    """Flatten *tekst*; composed and decomposed letters give the same."""
    tekst = tekst[:MAX_LENGTE]
    if tekst.isascii():
        return Plat(tekst.translate(_GELIJK).lower(), None, len(tekst))
    letters: list[str] = []
    oorsprong: list[int] = []
    accenten: set[int] = set()
    for plek, letter in enumerate(tekst):
        delen = _ontleed(letter)
        if letter == "\u0301" or letter in "éÉ":
            accenten.add(len(letters) - (not delen))
        for deel in delen:
            letters.append(deel)
            oorsprong.append(plek)
    return Plat("".join(letters), tuple(oorsprong), len(tekst), frozenset(accenten))


def _ontleed(letter: str) -> str:
    if letter.isascii():
        return letter.translate(_GELIJK).lower()
    gelijk = letter.translate(_GELIJK)
    if gelijk.isascii():
        return gelijk
    plat = unicodedata.normalize("NFKD", gelijk).lower()
    return "".join(deel for deel in plat if not unicodedata.combining(deel))
