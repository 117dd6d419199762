"""What a group carries over from sessie to sessie: agreements, open acties, who has met whom."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Sessie

AF = ("gedaan", "vervallen")


def status_van(actie: dict[str, Any]) -> str:
    """The current status of an actie: that of its newest opvolging, else open."""
    opvolging = [stap for stap in actie.get("opvolging") or [] if isinstance(stap, dict)]
    nieuwste = max(opvolging, key=lambda stap: str(stap.get("datum", "")), default={})
    return str(nieuwste.get("status") or "open")


def lijst(data: dict[str, Any], naam: str) -> list[dict[str, Any]]:
    """The items of a list in a step file, without what is not an item."""
    waarde = data.get(naam)
    return [item for item in waarde if isinstance(item, dict)] if isinstance(waarde, list) else []


def items(sessie_map: SessieMap, naam: str) -> Iterator[dict[str, Any]]:
    """All items called *naam* in a session, step by step."""
    for stap in sessie_map.stappen:
        yield from lijst(stap.data, naam)


def open_acties(sessie_map: SessieMap) -> list[dict[str, Any]]:
    """The acties of a session that are not done or dropped."""
    return [actie for actie in items(sessie_map, "acties") if actie.get("actie") and status_van(actie) not in AF]


def vorige(root: Path, sessie: Sessie) -> SessieMap | None:
    """The last session before *sessie* that was begun; what cannot be read is passed over."""
    for eerdere in _eerder(root, sessie):
        with suppress(IntervisieError):
            sessie_map = sessies.load(root, eerdere.map)
            if any(stap.is_af for stap in sessie_map.stappen):
                return sessie_map
    return None


def kennen_elkaar(root: Path, sessie: Sessie) -> bool:
    """Whether all who take part have been in one earlier session together."""
    return any(set(sessie.deelnemers) <= set(eerdere.deelnemers) for eerdere in _eerder(root, sessie))


def _eerder(root: Path, sessie: Sessie) -> Iterator[Sessie]:
    for folder in sessies.folders(root):
        if folder < sessie.map:
            with suppress(IntervisieError):
                yield sessies.load_sessie(root, folder)
