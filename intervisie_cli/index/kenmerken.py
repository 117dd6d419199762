"""What a hulpvraag is about: the stems of its words, and the ideas that those stand for, however they are said.

The ideas are data: `begrippen.txt`, a line each. A word stands for an idea when it is in its line, in any of its forms
or as a part of a compound; words in a row do when they stand there with `_` between them. `loos.txt` has words that say
nothing of what a text is about.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.index.stammen import stammen
from intervisie_cli.index.woorden import WOORD, plat

_BESTAND = Path(__file__).with_name("begrippen.txt")
_LOOS = Path(__file__).with_name("loos.txt")
_LANGSTE = 4
# What is longer is no word that anybody says.
_LANGSTE_WOORD = 40
# A word that is shorter means what it says; of a longer one all forms do.
_VORMEN = 5
# Of a compound: how long a part is at least, what is left of the word beside it, and what is no part but an ending.
_DEEL, _REST = 5, 4
_UITGANG = re.compile(r"(?:e?lijke?|heden|heid|ingen|baar|achtige?|schap|tjes|enen?|ende)")


class Kenmerken(NamedTuple):
    """Stems and names of ideas, in the order of the text, as often as they are in it."""

    stammen: list[str]
    begrippen: list[str]


class _Begrippen(NamedTuple):
    los: dict[str, frozenset[str]]
    rijen: dict[tuple[str, ...], frozenset[str]]


def kenmerken(tekst: str) -> Kenmerken:
    """What a text is about."""
    woorden = woorden_van(tekst)
    rijen = _begrippen().rijen
    gevonden: list[str] = []
    for plaats, woord in enumerate(woorden):
        van_woord = _van(woord)
        for lengte in range(2, _LANGSTE + 1):
            van_woord |= rijen.get(tuple(woorden[plaats : plaats + lengte]), frozenset())
        gevonden += sorted(van_woord)
    return Kenmerken(stammen(woorden), gevonden)


def is_loos(woord: str) -> bool:
    """Whether a word, small and without diacritics, says nothing of what a text is about."""
    return woord in _loos()


def woorden_van(tekst: str) -> list[str]:
    """The words of a text: small, without diacritics."""
    return WOORD.findall(plat(tekst))


def _sleutel(woord: str) -> str:
    """What all forms of a word have in common."""
    return woord if len(woord) < _VORMEN else f"{_stemmer()(woord)}-"


@cache
def _stemmer() -> Callable[[str], str]:
    import Stemmer

    stam: Callable[[str], str] = Stemmer.Stemmer("dutch").stemWord
    return stam


@cache
def _begrippen() -> _Begrippen:
    los: defaultdict[str, set[str]] = defaultdict(set)
    rijen: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for regel in _BESTAND.read_text(encoding="utf-8").splitlines():
        naam, _, woorden = regel.partition(":")
        for woord in woorden.split():
            delen = tuple(woord.split("_"))
            if len(delen) > 1:
                rijen[delen].add(naam)
            else:
                los[_sleutel(woord)].add(naam)
    return _Begrippen(
        {stam: frozenset(namen) for stam, namen in los.items()},
        {delen: frozenset(namen) for delen, namen in rijen.items()},
    )


@cache
def _loos() -> frozenset[str]:
    return frozenset(_LOOS.read_text(encoding="utf-8").split())


@lru_cache(maxsize=20_000)
def _van(woord: str) -> frozenset[str]:
    """The ideas of a word: its own, and those of its first and its last part when it is a compound."""
    if woord in _loos():
        return frozenset()
    los = _begrippen().los
    gevonden = los.get(_sleutel(woord), frozenset())
    if len(woord) > _LANGSTE_WOORD:
        return gevonden
    for begin in (True, False):
        for lengte in range(len(woord) - _REST, _DEEL - 1, -1):
            deel, rest = (
                (woord[:lengte], woord[lengte:]) if begin else (woord[-lengte:], woord[:-lengte])
            )
            if (
                (van_deel := los.get(_sleutel(deel)))
                and deel not in _loos()
                and not (begin and _UITGANG.fullmatch(rest))
            ):
                gevonden |= van_deel
                break
    return gevonden
