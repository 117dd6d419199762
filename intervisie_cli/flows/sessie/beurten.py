"""Fair turns: who was inbrenger, begeleider or notulist least often, or longest ago."""

from collections.abc import Iterable
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.opvragen import in_cache
from intervisie_cli.index import opzoeken
from intervisie_cli.model.sessie import DEELNEMER, ROLLEN


class Beurt(NamedTuple):
    """How often somebody was something, and the last day (ISO, '' for never)."""

    aantal: int = 0
    laatst: str = ""


class Beurten(NamedTuple):
    """The turns of a group: (lid, rol) → Beurt."""

    van: dict[tuple[str, str], Beurt]

    def get(self, lid: str, rol: str) -> Beurt:
        """The turns of one member."""
        return self.van.get((lid, rol), Beurt())

    def order(self, rol: str, leden: Iterable[str]) -> list[str]:
        """The members, the one whose turn it is first.

        That is who had it least often for the sessies they were in, and of equals longest ago.
        """

        def rang(lid: str) -> tuple[float, str]:
            beurt = self.get(lid, rol)
            sessies = max(1, self.get(lid, DEELNEMER).aantal)
            return beurt.aantal / sessies, beurt.laatst

        return sorted(leden, key=rang)


def count(omgeving: Omgeving) -> Beurten:
    """The turns so far, of the sessies that were begun."""
    rijen = in_cache(omgeving, lambda cache: opzoeken.rollen(cache.con))
    van = {}
    for lid, rol, aantal, laatst in rijen:
        van[lid, rol] = Beurt(aantal, laatst)
    return Beurten(van)


def table(omgeving: Omgeving) -> list[tuple[str, dict[str, Beurt]]]:
    """A row for each member of the group: handle, and the turns of each rol."""
    beurten = count(omgeving)

    def row(lid: str) -> dict[str, Beurt]:
        return {rol: beurten.get(lid, rol) for rol in ROLLEN}

    return [(lid.id, row(lid.id)) for lid in omgeving.groep.leden]
