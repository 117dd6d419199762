"""Shows how far something long is, and how long it will take still."""

import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

from intervisie_cli.flows.omgeving import Toon

T = TypeVar("T")
# Of fewer things nobody waits long enough to read it.
VEEL = 200
# Sooner nothing can be said of how long it takes.
_WEET_NA_S = 1.0


class Meter:
    """Called with how many of how many are done, it shows that now and then."""

    def __init__(self, toon: Toon, wat: str) -> None:
        self._toon = toon
        self._wat = wat
        self._began = time.monotonic()
        self._deel = -1

    def __call__(self, gedaan: int, totaal: int) -> None:
        """Show it when the part in hundred is another one."""
        deel = gedaan * 100 // max(totaal, 1)
        if totaal < VEEL or deel == self._deel:
            return
        self._deel = deel
        self._toon(f"{self._wat}… {deel}%{self._left(gedaan, totaal)}")

    def _left(self, gedaan: int, totaal: int) -> str:
        took_s = time.monotonic() - self._began
        if not gedaan or took_s < _WEET_NA_S:
            return ""
        left_s = took_s / gedaan * (totaal - gedaan)
        return f", nog {left_s:.0f} s"


def gevolgd(toon: Toon, wat: str, dingen: Sequence[T]) -> Iterator[T]:
    """These things, one by one; of many it is shown how far it is, until the last is done."""
    meter = Meter(toon, wat)
    try:
        for gedaan, ding in enumerate(dingen):
            meter(gedaan, len(dingen))
            yield ding
    finally:
        toon("")
