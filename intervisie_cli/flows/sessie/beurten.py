"""Fair turns: who was inbrenger, begeleider or notulist least often, or longest ago."""

from collections.abc import Iterable
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.opvragen import in_cache
from intervisie_cli.index import opzoeken
from intervisie_cli.index.cache import Cache
from intervisie_cli.model.sessie import DEELNEMER, ROLLEN, Groep


class Beurt(NamedTuple):
    """How often somebody was something, and the last day (ISO, '' for never)."""

    aantal: int = 0
    laatst: str = ""


class Beurten(NamedTuple):
    """The turns of a group, by handle and rol, and why sessies cannot be read."""

    van: dict[tuple[str, str], Beurt]
    fouten: tuple[str, ...] = ()

    def get(self, lid: str, rol: str) -> Beurt:
        """The turns of one member, also of one who never had any."""
        return self.van.get((lid, rol), Beurt())

    def order(self, rol: str, leden: Iterable[str]) -> list[str]:
        """The members, the one whose turn it is first: who was it least often, then longest ago."""

        def rang(lid: str) -> tuple[float, str]:
            beurt = self.get(lid, rol)
            sessies = self.get(lid, DEELNEMER).aantal
            # A share: by number, somebody who joined late would be asked time and again.
            return beurt.aantal / max(1, sessies), beurt.laatst

        return sorted(leden, key=rang)


def count(omgeving: Omgeving) -> Beurten:
    """The turns so far, of the sessies that were begun."""

    def look(cache: Cache) -> Beurten:
        van = {}
        for lid, rol, aantal, laatst in opzoeken.rollen(cache.con):
            van[lid, rol] = Beurt(aantal, laatst)
        return Beurten(van, opzoeken.onleesbaar(cache.con))

    return in_cache(omgeving, look)


def table(groep: Groep, beurten: Beurten) -> list[tuple[str, dict[str, Beurt]]]:
    """A row for each member of the group: handle, and the turns of each rol."""
    rijen = []
    # Only members of today: the turn of somebody who left the group never comes.
    for lid in groep.huidige_leden:
        van_lid = {rol: beurten.get(lid.id, rol) for rol in ROLLEN}
        rijen.append((lid.id, van_lid))
    return rijen
