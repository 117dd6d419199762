"""Since when nothing was seen of somebody's laptop, by the clock of this one."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

# A sign of life comes each twenty seconds: after three that did not come somebody is told.
WEG_NA = timedelta(seconds=60)


class _Teken(NamedTuple):
    """What was seen of a laptop, and when it last was something else than before."""

    wat: str
    sinds: datetime


class Gezien:
    """What was seen of the laptops of the others, each time that this one looked."""

    def __init__(self) -> None:
        self._tekens: dict[str, _Teken] = {}
        self._nu: datetime | None = None

    def zie(self, hartslag: Mapping[str, str], nu: datetime) -> None:
        """Note what there is to see now."""
        tekens = dict(self._tekens)
        for lid, wat in hartslag.items():
            if lid not in tekens or tekens[lid].wat != wat:
                tekens[lid] = _Teken(wat, nu)
        # In one move: another thread asks it.
        self._tekens = tekens
        self._nu = nu

    def weg(self, leden: Iterable[str]) -> dict[str, datetime]:
        """Those of *leden* of whom nothing was seen for a while, and since when.

        Who never gave a sign may have a program that gives none: of them nothing is said.
        """
        if not self._nu:
            return {}
        gevonden = {}
        for lid in leden:
            teken = self._tekens.get(lid)
            if teken and self._nu - teken.sinds >= WEG_NA:
                gevonden[lid] = teken.sinds
        return gevonden
