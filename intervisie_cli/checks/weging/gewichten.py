"""The weights of what can be found in a text, as `python -m benchmarks.wegen` learned them.

Each file has a line for each feature: its name, and what it adds to the evidence for each outcome.
"""

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

_MAP = Path(__file__).parent
# Beyond this the outcome is as good as sure, and exp would only overflow.
_ZEKER = 30.0
# What a word must add to be told as a reason.
_TELT = 0.3


class Gewichten(NamedTuple):
    """The outcomes that are weighed, and for each feature a weight for each of them."""

    uitkomsten: tuple[str, ...]
    van: dict[str, tuple[float, ...]]

    def van_een(self, uitkomst: str, kenmerken: Iterable[str]) -> float:
        """The evidence of some features for one outcome."""
        nummer = self.uitkomsten.index(uitkomst)
        gewogen = (self.van[naam] for naam in sorted(kenmerken) if naam in self.van)
        return sum(gewichten[nummer] for gewichten in gewogen)

    def som(self, kenmerken: Iterable[str]) -> list[float]:
        """The evidence for each outcome."""
        som = [0.0] * len(self.uitkomsten)
        # In a fixed order, so that the last digit is the same in every process.
        for kenmerk in sorted(kenmerken):
            for nummer, gewicht in enumerate(self.van.get(kenmerk, ())):
                som[nummer] += gewicht
        return som


@cache
def gewichten(naam: str) -> Gewichten:
    """Read a file of weights."""
    kop, *regels = (_MAP / f"{naam}.txt").read_text(encoding="utf-8").splitlines()
    van = {}
    for regel in regels:
        kenmerk, *getallen = regel.split("\t")
        van[kenmerk] = tuple(map(float, getallen))
    return Gewichten(tuple(kop.split("\t")[1:]), van)


def zwaarste(bijdragen: list[float]) -> int | None:
    """The place of what adds most, None when nothing adds much."""
    meeste = max(bijdragen, default=0.0)
    return bijdragen.index(meeste) if meeste >= _TELT else None


def kans(som: float) -> float:
    """How likely something is, 0 to 1, by the evidence for it."""
    som = max(-_ZEKER, min(_ZEKER, som))
    return 1 / (1 + math.exp(-som))
