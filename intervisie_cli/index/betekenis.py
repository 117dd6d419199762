"""What a text means, as numbers: texts that mean something alike point the same way.

The numbers of each word were learned from texts of our own by `benchmarks/woorden/leren.py`; those
of a text are the weighed sum of those of its words. Nothing leaves this computer.
"""

import math
from base64 import b64decode
from functools import cache
from itertools import repeat
from operator import add, mul
from pathlib import Path

from intervisie_cli.index.kenmerken import is_loos
from intervisie_cli.index.woorden import woorden_van
from intervisie_cli.taal.stammen import stammen

BESTAND = Path(__file__).with_name("betekenissen.txt")
# As many numbers as `benchmarks/woorden/leren.py` writes for each word.
_GETALLEN = 100
# The numbers of a text are scaled to this length, so that each fits in a signed byte.
_LENGTE = 127


def stammen_van(tekst: str) -> list[str]:
    """The stems of the words that say something of what a text is about."""
    woorden = (woord for woord in woorden_van(tekst) if not is_loos(woord))
    return [stam for stam in stammen(woorden) if len(stam) > 1]


def beeld(tekst: str) -> bytes:
    """The numbers of a text as signed bytes, of one length; b"" when none of its words is known."""
    bekend = _bekend()
    som = [0] * _GETALLEN
    for stam in set(stammen_van(tekst)):
        if stam not in bekend:
            continue
        zwaarte, getallen = bekend[stam]
        richting = memoryview(b64decode(getallen)).cast("b")
        som = list(map(add, som, map(mul, richting, repeat(zwaarte))))
    lengte = math.sqrt(sum(map(mul, som, som)))
    if not lengte:
        return b""
    return bytes(round(getal / lengte * _LENGTE) & 0xFF for getal in som)


def known_words(tekst: str) -> int:
    """How many different words of a text say something of what it means."""
    return len(set(stammen_van(tekst)) & _bekend().keys())


def gelijk(een: bytes, ander: bytes) -> float:
    """How alike the meaning of two texts is: 1 when it is the same, about 0 when it is unrelated.

    A text without any known word is like no other: 0.
    """
    een_getallen = memoryview(een).cast("b")
    ander_getallen = memoryview(ander).cast("b")
    som: int = sum(map(mul, een_getallen, ander_getallen))
    return som / _LENGTE**2


@cache
def _bekend() -> dict[str, tuple[int, str]]:
    """For each stem how much it says, and its numbers in base64."""
    bekend = {}
    for regel in BESTAND.read_text(encoding="utf-8").splitlines():
        # Decoding all of them would take longer than decoding those that a text needs.
        stam, zwaarte, getallen = regel.split(" ")
        bekend[stam] = (int(zwaarte), getallen)
    return bekend
