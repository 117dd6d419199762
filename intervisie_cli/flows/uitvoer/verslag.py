"""What a member hands in of a sessie: its facts, their own ronde, and their own reflectie."""

from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.uitvoer.reflectie import Reflectie, find, written
from intervisie_cli.groep import casussen
from intervisie_cli.groep.bijeenkomsten import Bijeenkomst, held
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.casus import Casus
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import strings_in
from intervisie_cli.model.sessie import Lid


class Inlevering(NamedTuple):
    """What goes into a verslag of *lid*: *eigen* are the rondes in which they brought in."""

    sessie_map: SessieMap
    lid: Lid
    keren: tuple[Bijeenkomst, ...]
    eigen: tuple[Casus, ...]
    reflectie: Reflectie

    @property
    def anderen(self) -> tuple[str, ...]:
        """Of which others words go out: who gave the advice."""
        wie = [
            str(item["lid"])
            for casus in self.eigen
            for item in casus.adviezen
            if item.get("lid") and item["lid"] != self.lid.id
        ]
        return tuple(dict.fromkeys(wie))


def gather(
    omgeving: Omgeving,
    sessie_map: SessieMap,
    lid: Lid,
    naam: str | None,
) -> Inlevering:
    """What *lid* hands in, with the reflectie of that name or the last written one.

    Raises IntervisieError when there is none.
    """
    reflecties = written(sessie_map, lid)
    if naam:
        reflecties = [find(sessie_map, lid, naam)]
    if not reflecties or not reflecties[0].stap.is_af:
        raise IntervisieError(
            "Je schreef nog geen reflectie op deze sessie.",
            f"Typ: intervisie reflectie {sessie_map.sessie.naam} --als {lid.id}",
        )
    regio = omgeving.groep.instellingen.regio
    eigen = [
        casus
        for casus in casussen.of_sessie(sessie_map, regio=regio)
        if casus.inbrenger == lid.id
    ]
    return Inlevering(sessie_map, lid, held(sessie_map), tuple(eigen), reflecties[0])


def others(inlevering: Inlevering) -> list[str]:
    """The members of the sessie besides who hands it in."""
    deelnemers = strings_in(list(inlevering.sessie_map.sessie.deelnemers))
    return [lid for lid in deelnemers if lid != inlevering.lid.id]
