"""The rondes of a sessie in a merge: two clones that began one for a member began the same one."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from intervisie_cli.model.namen import is_ronde_folder, ronde_folder
from intervisie_cli.model.plain import Data, Item, items_in

# The folder of each ronde, by its id; by its folder when a hand gave it none.
Rondemappen = Mapping[str, str]
_RONDES, _DEELNEMERS = "rondes", "deelnemers"


def one_id(
    ours: Rondemappen,
    theirs: Rondemappen,
    loose: Collection[str],
) -> dict[str, str]:
    """Which id goes by another: that of a ronde with the folder that one of the other side has.

    Two that are *loose*, whose folders only follow from their numbers, get two numbers.
    """
    yours_in = {folder: ronde for ronde, folder in theirs.items()}
    namen = {}
    for mine, folder in ours.items():
        yours = yours_in.get(folder, mine)
        if mine in loose and yours in loose:
            continue
        if mine != yours and mine not in theirs and yours not in ours:
            keep, goes = sorted((mine, yours), key=_rank)
            namen[goes] = keep
    return namen


def _rank(naam: str) -> tuple[bool, str]:
    """What both sides see alike; an id comes before a folder."""
    return is_ronde_folder(naam), naam


def unified(
    base: Item,
    ours: Item,
    theirs: Item,
) -> tuple[Item, Item, Item]:
    """The three versions of sessie.yaml, in which one ronde has one id."""
    loose = {*_loose(ours), *_loose(theirs)}
    namen = one_id(_folders(ours), _folders(theirs), loose)
    if not namen:
        return base, ours, theirs
    return _named(base, namen), _named(ours, namen), _named(theirs, namen)


def _folders(side: Item) -> dict[str, str]:
    return {
        _key(nummer, ronde): _folder(nummer, ronde)
        for nummer, ronde in enumerate(items_in(side.get(_RONDES)), 1)
    }


def _loose(side: Item) -> Iterator[str]:
    for ronde in items_in(side.get(_RONDES)):
        if ronde.get("id") and not ronde.get("map"):
            yield str(ronde["id"])


def _key(nummer: int, ronde: Data) -> str:
    eigen = ronde.get("id")
    return eigen if isinstance(eigen, str) and eigen else _folder(nummer, ronde)


def _folder(nummer: int, ronde: Data) -> str:
    inbrenger = str(ronde.get("inbrenger"))
    return str(ronde.get("map") or ronde_folder(nummer, inbrenger))


def _named(side: Item, namen: Mapping[str, str]) -> Item:
    rondes = []
    for nummer, ronde in enumerate(items_in(side.get(_RONDES)), 1):
        naam = _key(nummer, ronde)
        if naam in namen:
            folder = _folder(nummer, ronde)
            rondes.append({**ronde, "id": namen[naam], "map": folder})
        elif naam in namen.values():
            rondes.append({**ronde, "map": _folder(nummer, ronde)})
        else:
            rondes.append(ronde)
    return {**side, _RONDES: rondes} if rondes else side


def with_inbrengers(merged: Data, ours: Item, theirs: Item) -> Data:
    """The same with all who bring in among who take part: one side may have taken them out."""
    deelnemers = merged.get(_DEELNEMERS)
    if not isinstance(deelnemers, list):
        return merged
    kenden = [*_list(ours), *_list(theirs)]
    erbij = []
    for ronde in items_in(merged.get(_RONDES)):
        lid = ronde.get("inbrenger")
        is_weg = lid not in deelnemers and lid not in erbij
        if is_weg and lid in kenden and not ronde.get("vervallen"):
            erbij.append(lid)
    wie = [*deelnemers, *erbij]
    # Each side left somebody: with nobody at all there is no sessie to go on with.
    if not wie:
        wie = sorted(set(map(str, kenden)))
    return merged if wie == deelnemers else {**merged, _DEELNEMERS: wie}


def _list(side: Item) -> list[Any]:
    deelnemers = side.get(_DEELNEMERS)
    return deelnemers if isinstance(deelnemers, list) else []
