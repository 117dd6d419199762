"""Odd texts to try the rules with: cases with letters changed, words moved,
and characters of all sorts.
"""

import random
import unicodedata
from collections.abc import Sequence

_VREEMD = (
    "\u0301\u200d\u202e\ufeff\x00\x1b\t\u00a0\u2028𝔘İßﬁ①½²٣五あ😴ẞǅ"
    "'\u2019\"\u201c\u201d\u2013\u2014\u2026/\\|~^{}[]()<>&%$#@!?.,;:-+*=0123456789"
)
_STUKKEN = (
    *(
        "elke ",
        "31 februari ",
        "van 9 tot ",
        "week 99 ",
        "om de ",
        "1/0/0 ",
        "t/m ",
        "p/w ",
        "'s ",
        "half ",
    ),
    *("voor ", "9-11 ", "van en tussen ", "als ik ", "in de "),
)


def odd_texts(keuze: random.Random, aantal: int, teksten: Sequence[str]) -> list[str]:
    """So many texts, the same for the same *keuze*."""
    return [_odd(keuze, teksten) for _ in range(aantal)]


def _odd(keuze: random.Random, teksten: Sequence[str]) -> str:
    tekst = keuze.choice(teksten)
    soort = keuze.randrange(6)
    if soort == 0:
        hoogste = keuze.choice((0x250, 0x11000))
        return "".join(
            chr(keuze.randrange(32, hoogste)) for _ in range(keuze.randrange(80))
        )
    if soort == 1:
        return "".join(keuze.choice(_STUKKEN) for _ in range(keuze.randrange(1, 40)))
    if soort == 2:
        woorden = (tekst + keuze.choice(("", " " + keuze.choice(teksten)))).split()
        return " ".join(keuze.sample(woorden, len(woorden)))
    if soort == 3:
        return unicodedata.normalize(
            keuze.choice(("NFD", "NFKD", "NFC")), tekst.upper()
        )
    letters = list(tekst)
    for _ in range(keuze.randrange(1, 6)):
        plek = keuze.randrange(len(letters) + 1)
        nieuw = keuze.choice(
            (keuze.choice(_VREEMD), keuze.choice(tekst), keuze.choice(_STUKKEN))
        )
        letters[plek : plek + keuze.randrange(2)] = nieuw
    return "".join(letters) * keuze.choice((1, 1, 1, 3))
