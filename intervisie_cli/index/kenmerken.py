"""What a text is about: the stems of its words, and the ideas that those words stand for.

The ideas are data: `begrippen.txt`, one on a line. A word stands for an idea when it is on its
line, in any of its forms or as a part of a compound; words in a row do when they stand there with
`_` between them. `loos.txt` has the words that say nothing of what a text is about.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from intervisie_cli.index.woorden import woorden_van
from intervisie_cli.taal.stammen import stam_van_vorm, stammen

_BESTAND = Path(__file__).with_name("begrippen.txt")
_LOOS = Path(__file__).with_name("loos.txt")
# The most words in a row that stand for an idea in begrippen.txt.
_LANGSTE_RIJ = 4
# A longer run of letters is no word that people say: looking for compounds in it takes time only.
_LANGSTE_WOORD = 40
# Of a shorter word only the form in begrippen.txt counts: short stems are alike by chance.
_KORTSTE_VORM = 5
# A part of a compound has at least so many letters, and leaves at least so many beside it.
# Shorter ones are there by chance; see with `python -m benchmarks.resemblance` what others do.
_KORTSTE_DEEL = 5
_KORTSTE_REST = 4
# A word that only adds one of these to another is a form of it, not a compound.
_UITGANG = re.compile(
    r"(?:e?lijke?|heden|heid|ingen|baar|achtige?|schap|tjes|enen?|ende)"
)


class Kenmerken(NamedTuple):
    """Stems and names of ideas, in the order of the text, as often as they are in it."""

    stammen: list[str]
    begrippen: list[str]


class _Begrippen(NamedTuple):
    """The ideas of each word, by the key of its forms, and those of words in a row."""

    los: dict[str, frozenset[str]]
    rijen: dict[tuple[str, ...], frozenset[str]]


def kenmerken(tekst: str) -> Kenmerken:
    """Say what a text is about."""
    woorden = woorden_van(tekst)
    rijen = _begrippen().rijen
    gevonden: list[str] = []
    for plaats, woord in enumerate(woorden):
        begrippen = _van(woord)
        for lengte in range(2, _LANGSTE_RIJ + 1):
            rij = tuple(woorden[plaats : plaats + lengte])
            begrippen |= rijen.get(rij, frozenset())
        gevonden += sorted(begrippen)
    return Kenmerken(stammen(woorden), gevonden)


def is_loos(woord: str) -> bool:
    """Whether a word in lower case, without diacritics, says nothing of what a text is about."""
    return woord in _loos()


def _sleutel(woord: str) -> str:
    """What all forms of a word have in common."""
    if len(woord) < _KORTSTE_VORM:
        return woord
    # The dash keeps the stem of a long word apart from a short word that is written the same.
    return f"{stam_van_vorm(woord)}-"


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
        {sleutel: frozenset(namen) for sleutel, namen in los.items()},
        {delen: frozenset(namen) for delen, namen in rijen.items()},
    )


@cache
def _loos() -> frozenset[str]:
    return frozenset(_LOOS.read_text(encoding="utf-8").split())


@lru_cache(maxsize=20_000)
def _van(woord: str) -> frozenset[str]:
    """The ideas of a word: its own, and when it is a compound those of its first and last part."""
    if woord in _loos():
        return frozenset()
    eigen = _begrippen().los.get(_sleutel(woord), frozenset())
    if len(woord) > _LANGSTE_WOORD:
        return eigen
    return eigen | _van_eerste_deel(woord) | _van_laatste_deel(woord)


def _van_eerste_deel(woord: str) -> frozenset[str]:
    for lengte in _lengtes(woord):
        begrippen = _van_deel(woord[:lengte])
        if begrippen and not _UITGANG.fullmatch(woord[lengte:]):
            return begrippen
    return frozenset()


def _van_laatste_deel(woord: str) -> frozenset[str]:
    for lengte in _lengtes(woord):
        if begrippen := _van_deel(woord[-lengte:]):
            return begrippen
    return frozenset()


def _lengtes(woord: str) -> range:
    """How long a part of a compound can be; the longest part says most, so it goes first."""
    return range(len(woord) - _KORTSTE_REST, _KORTSTE_DEEL - 1, -1)


def _van_deel(deel: str) -> frozenset[str]:
    if deel in _loos():
        return frozenset()
    return _begrippen().los.get(_sleutel(deel), frozenset())
