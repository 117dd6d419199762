"""What a group carries over from sessie to sessie: agreements, open acties, who has met whom.

An earlier sessie that cannot be read is passed over here: `check` names what is wrong with it.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from intervisie_cli.groep import sessies
from intervisie_cli.groep.dagen import met_laatste_dag
from intervisie_cli.groep.sessies import SessieMap, is_begun
from intervisie_cli.model.actie import ACTIES, Actie
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Data, items_in
from intervisie_cli.model.sessie import Sessie


def items(sessie_map: SessieMap, naam: str) -> Iterator[Data]:
    """All items called *naam* in a session, step by step."""
    for stap in sessie_map.stappen:
        yield from items_in(stap.data.get(naam))


def open_acties(sessie_map: SessieMap, regio: str) -> list[Actie]:
    """The acties of a session that are not done or dropped, each with its last day."""
    alle = [
        Actie(met_laatste_dag(item, sessie_map.sessie.datum, regio))
        for item in items(sessie_map, ACTIES)
        if item.get("actie")
    ]
    return [actie for actie in alle if not actie.is_af]


def vorige(root: Path, sessie: Sessie) -> SessieMap | None:
    """The last session before *sessie* that was begun."""
    # Of more sessies on one day the name of the folder does not tell which was last.
    van_vandaag = []
    for eerdere in _eerder(root, sessie):
        with suppress(IntervisieError):
            sessie_map = sessies.load(root, eerdere.map)
            if eerdere.datum == sessie.datum:
                van_vandaag.append(sessie_map)
            elif van_vandaag:
                break
            elif is_begun(sessie_map):
                return sessie_map
    return max(van_vandaag, key=_last_done, default=None)


def kennen_elkaar(root: Path, sessie: Sessie) -> bool:
    """Whether all who take part have been in one earlier session together."""
    deelnemers = set(sessie.deelnemers)
    return any(
        deelnemers.issubset(eerdere.deelnemers) for eerdere in _eerder(root, sessie)
    )


def _eerder(root: Path, sessie: Sessie) -> Iterator[Sessie]:
    """The sessions of earlier days, the last first, after those of the same day that were begun."""
    for folder in sessies.folders(root):
        with suppress(IntervisieError):
            eerdere = sessies.load_sessie(root, folder)
            if _is_eerder(root, eerdere, sessie):
                yield eerdere


def _is_eerder(root: Path, een: Sessie, sessie: Sessie) -> bool:
    """Whether *een* came before *sessie*. Raises IntervisieError."""
    if een.datum != sessie.datum:
        return een.datum < sessie.datum
    # Of the same day, what was begun is earlier than what begins now. To see that takes reading all
    # of its steps, so it comes last.
    return een.id != sessie.id and is_begun(sessies.load(root, een.map))


def _last_done(sessie_map: SessieMap) -> str:
    return max(str(stap.data.get("afgerond", "")) for stap in sessie_map.stappen)
