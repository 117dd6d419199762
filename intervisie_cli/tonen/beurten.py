"""The turns of a group: how often everybody had each rol, and when last."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from intervisie_cli.flows.sessie.beurten import Beurt
from intervisie_cli.model.sessie import ROLLEN, Groep
from intervisie_cli.ui.console import Console, breedte_van, kort, vul

_KOLOM = 15
_NAAM = 15

Rijen = Sequence[tuple[str, Mapping[str, Beurt]]]


def regels(uit: Console, groep: Groep, rijen: Rijen) -> Iterator[str]:
    """A heading, and a line for each member."""
    namen = {lid: kort(groep.roepnaam(lid), _NAAM) for lid, _ in rijen}
    breed = max(map(breedte_van, namen.values()), default=0) + 2
    kop = "".join(vul(rol.capitalize(), _KOLOM) for rol in ROLLEN)
    yield uit.stijl((vul("", breed) + kop).rstrip(), "vet")
    for lid, van in rijen:
        cellen = "".join(vul(_cell(van[rol]), _KOLOM) for rol in ROLLEN)
        yield uit.stijl((vul(namen[lid], breed) + cellen).rstrip())


def json(rijen: Rijen) -> dict[str, Any]:
    """The documented object of `status --beurten --json`."""
    return {"leden": [_member(lid, van) for lid, van in rijen]}


def _member(lid: str, van: Mapping[str, Beurt]) -> dict[str, Any]:
    return {"lid": lid} | {rol: beurt._asdict() for rol, beurt in van.items()}


def _cell(beurt: Beurt) -> str:
    return f"{beurt.aantal}x {date.fromisoformat(beurt.laatst):%d-%m-%y}" if beurt.aantal else "-"
