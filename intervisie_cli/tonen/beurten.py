"""The turns of a group: how often each member had each rol, and the last time."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from intervisie_cli.flows.sessie.beurten import Beurt
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import ROLLEN, Groep
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.ui.console import Console, breedte_van, kort, vul

# Columns for the names, so that a line fits where 80 columns do.
_NAAM = 15

# A row for each member: the handle, and the turns by rol.
Rijen = Sequence[tuple[str, Mapping[str, Beurt]]]


def regels(
    uit: Console,
    groep: Groep,
    rijen: Rijen,
    vandaag: date,
) -> Iterator[str]:
    """The page of `status --beurten`: for each rol a heading, and a line for each member."""
    namen = {lid: kort(groep.roepnaam(lid), _NAAM) for lid, _ in rijen}
    breed = max(map(breedte_van, namen.values()), default=0)
    for rol in ROLLEN:
        yield uit.stijl(rol.capitalize(), "vet")
        for lid, beurten in rijen:
            naam = vul(namen[lid], breed)
            yield uit.stijl(f"  {naam}  {_in_woorden(beurten[rol], vandaag)}")


def json(rijen: Rijen) -> Data:
    """The documented object of `status --beurten --json`."""
    return {"leden": [_lid_json(lid, beurten) for lid, beurten in rijen]}


def _lid_json(lid: str, beurten: Mapping[str, Beurt]) -> Data:
    rollen = {rol: beurt._asdict() for rol, beurt in beurten.items()}
    return {"lid": lid, **rollen}


def _in_woorden(beurt: Beurt, vandaag: date) -> str:
    if not beurt.aantal:
        return "nog nooit"
    return f"{beurt.aantal} keer, laatst {dag_in_woorden(beurt.laatst, vandaag)}"
