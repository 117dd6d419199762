"""The turns of a group: how often each member had each rol, and the last time."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from intervisie_cli.flows.sessie.beurten import Beurt
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import ROLLEN, Groep
from intervisie_cli.ui.console import Console, breedte_van, kort, vul

# '10x 23-11-26' and the name of each rol fit in a column, with space between.
_KOLOM = 15
_NAAM = 15

# A row for each member: the handle, and the turns by rol.
Rijen = Sequence[tuple[str, Mapping[str, Beurt]]]


def regels(uit: Console, groep: Groep, rijen: Rijen) -> Iterator[str]:
    """The page of `status --beurten`: a heading, and a line for each member."""
    namen = {lid: kort(groep.roepnaam(lid), _NAAM) for lid, _ in rijen}
    breedtes = map(breedte_van, namen.values())
    breed = max(breedtes, default=0) + 2
    rollen = [rol.capitalize() for rol in ROLLEN]
    yield uit.stijl(_rij("", breed, rollen), "vet")
    for lid, beurten in rijen:
        cellen = [_cel(beurten[rol]) for rol in ROLLEN]
        yield uit.stijl(_rij(namen[lid], breed, cellen))


def json(rijen: Rijen) -> Data:
    """The documented object of `status --beurten --json`."""
    return {"leden": [_lid_json(lid, beurten) for lid, beurten in rijen]}


def _lid_json(lid: str, beurten: Mapping[str, Beurt]) -> Data:
    rollen = {rol: beurt._asdict() for rol, beurt in beurten.items()}
    return {"lid": lid, **rollen}


def _rij(naam: str, breed: int, cellen: list[str]) -> str:
    kolommen = [vul(cel, _KOLOM) for cel in cellen]
    rij = vul(naam, breed) + "".join(kolommen)
    return rij.rstrip()


def _cel(beurt: Beurt) -> str:
    if not beurt.aantal:
        return "-"
    laatst = date.fromisoformat(beurt.laatst)
    return f"{beurt.aantal}x {laatst:%d-%m-%y}"
