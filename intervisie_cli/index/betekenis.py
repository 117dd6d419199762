"""What a text means, as numbers: texts of the same meaning point the same way, whatever words they use.

The numbers of each word were learned from texts of our own (`benchmarks/woorden/leren.py`); a text has the sum of those
of its words. All of it is on this computer.
"""

import math
from base64 import b64decode
from functools import cache
from itertools import repeat
from operator import add, mul
from pathlib import Path

from intervisie_cli.index.kenmerken import is_loos, woorden_van
from intervisie_cli.index.stammen import stammen

BESTAND = Path(__file__).with_name("betekenissen.txt")
_GETALLEN, _LENGTE = 100, 127


def stammen_van(tekst: str) -> list[str]:
    """The stems of the words that say something of what a text is about."""
    return [
        stam
        for stam in stammen(woord for woord in woorden_van(tekst) if not is_loos(woord))
        if len(stam) > 1
    ]


def beeld(tekst: str) -> bytes:
    """The numbers of a text, signed bytes, all texts of one length; empty when none of its words is known."""
    bekend = _bekend()
    som = [0] * _GETALLEN
    for stam in set(stammen_van(tekst)):
        if stam in bekend:
            zwaarte, getallen = bekend[stam]
            som = list(
                map(add, som, map(mul, memoryview(b64decode(getallen)).cast("b"), repeat(zwaarte)))
            )
    lengte = math.sqrt(sum(map(mul, som, som)))
    return bytes(round(getal / lengte * _LENGTE) & 0xFF for getal in som) if lengte else b""


def gelijk(een: bytes, ander: bytes) -> float:
    """How alike two are: 1 for the same, about 0 for what has nothing to do with it, or means nothing."""
    som: int = sum(map(mul, memoryview(een).cast("b"), memoryview(ander).cast("b")))
    return som / _LENGTE**2


@cache
def _bekend() -> dict[str, tuple[int, str]]:
    """For each stem how much it says, and its numbers in base64."""
    regels = (regel.split(" ") for regel in BESTAND.read_text(encoding="utf-8").splitlines())
    return {stam: (int(zwaarte), getallen) for stam, zwaarte, getallen in regels}
