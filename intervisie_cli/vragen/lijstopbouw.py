"""Between the answers about a list and its items in a file, in both directions."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from intervisie_cli.model.casus import STIL
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID, LID, Veld
from intervisie_cli.model.plain import Data, Item, items_in
from intervisie_cli.model.sleutel import (
    GEKOZEN,
    GROEP,
    KLEINER,
    NOG,
    VOLGORDE,
    Sleutel,
)
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.taal.verbetering import is_correction
from intervisie_cli.vragen import coach
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.soorten.soort import ja_of_nee
from intervisie_cli.vragen.zin import uit_zin

# ---- answers → items


def item(veld: Veld, sleutel: Sleutel, invulling: Invulling) -> Data:
    """The item at *sleutel*, without the parts that were left empty."""
    gevonden = _begin(veld, sleutel, invulling)
    for deel in veld.onderdelen:
        eigen = sleutel.met(deel.naam)
        if deel.is_lijst:
            gevonden[deel.naam] = _van_leden(deel, sleutel, invulling)
        elif eigen in invulling.antwoorden:
            gevonden[deel.naam] = invulling.antwoorden[eigen]
        elif deel.letter:
            gevonden[deel.naam] = uit_zin(deel, veld, sleutel, invulling)
    # The whole item decides which findings there are, so this comes when all parts are there.
    stil = []
    for deel in veld.onderdelen:
        stil += coach.stiltes(deel, sleutel.met(deel.naam), gevonden, invulling)
    if stil:
        gevonden[STIL] = stil
    return {
        naam: waarde
        for naam, waarde in gevonden.items()
        if waarde not in ("", None, [])
    }


def _begin(veld: Veld, sleutel: Sleutel, invulling: Invulling) -> Data:
    """Which item it is: one of an earlier sessie with its text, else by its id and whose it is."""
    if sleutel.bron:
        for bron in invulling.context.bron(veld):
            if bron[ID] == sleutel.bron:
                return {ID: bron[ID], veld.enkelvoud: bron[veld.enkelvoud]}
    gevonden: Data = {}
    eigen_id = sleutel.met(ID)
    if eigen_id in invulling.antwoorden:
        gevonden[ID] = invulling.antwoorden[eigen_id]
    if sleutel.lid != GROEP:
        gevonden[LID] = sleutel.lid
    return gevonden


def _van_leden(deel: Veld, sleutel: Sleutel, invulling: Invulling) -> list[Data]:
    """What each member answered to a part that is asked of all."""
    gegeven = []
    for lid in invulling.context.wie(deel):
        gezegd = invulling.antwoord(sleutel.met(deel.naam, lid))
        if gezegd not in (None, ""):
            gegeven.append({LID: lid, deel.enkelvoud: gezegd})
    return gegeven


# ---- items → answers


def antwoorden(veld: Veld, context: Context, items: Sequence[Item]) -> Antwoorden:
    """The answers that would have given *items*, and the no that ended them."""
    gegeven: Antwoorden = {}
    geteld: Counter[str] = Counter()
    volgorde = []
    for item in items:
        handle = str(item.get(LID) or GROEP)
        nummer = geteld[handle]
        geteld[handle] += 1
        sleutel = Sleutel(veld.naam, handle, nummer)
        if veld.lijst.bron:
            sleutel = Sleutel(veld.naam, bron=str(item.get(ID)))
        volgorde.append(sleutel)
        gegeven |= _van_item(veld, sleutel, item)
    if veld.lijst.volgorde and volgorde:
        gegeven[Sleutel(veld.naam, deel=VOLGORDE)] = volgorde
    if veld.lijst.bron:
        return _of_unmarked(veld, context) | gegeven
    if _is_complete(veld, context, geteld):
        gegeven[Sleutel(veld.naam, deel=NOG)] = False
    return gegeven


def _van_item(veld: Veld, sleutel: Sleutel, item: Item) -> Antwoorden:
    gegeven: Antwoorden = {}
    if ID in item:
        gegeven[sleutel.met(ID)] = item[ID]
    for deel in veld.onderdelen:
        waarde = item.get(deel.naam)
        eigen = sleutel.met(deel.naam)
        if deel.is_lijst and isinstance(waarde, list):
            for van_lid in items_in(waarde):
                if LID in van_lid:
                    van = str(van_lid[LID])
                    gegeven[sleutel.met(deel.naam, van)] = van_lid.get(deel.enkelvoud)
        elif isinstance(waarde, bool) and ja_of_nee(waarde) in deel.keuzes:
            gegeven[eigen] = ja_of_nee(waarde)
        elif waarde is None:
            # An optional part without a value was asked and left empty.
            gegeven[eigen] = ""
        else:
            gegeven[eigen] = waarde
        if deel.checks and waarde:
            gegeven[eigen.bij_coach(GEKOZEN)] = coach.EERDER
        if deel.opnieuw_bij_nee:
            # What was recorded with a no, was left so.
            tekst = sleutel.met(deel.opnieuw_bij_nee)
            gegeven[tekst.bij_coach(KLEINER)] = item.get(deel.opnieuw_bij_nee)
    return gegeven


def _of_unmarked(veld: Veld, context: Context) -> Antwoorden:
    """That nothing was said of an item that an earlier sessie gave."""
    gegeven: Antwoorden = {}
    for bron in context.bron(veld):
        for deel in veld.onderdelen[1:]:
            item = Sleutel(veld.naam, bron=bron[ID])
            gegeven[item.met(deel.naam)] = ""
    return gegeven


def _is_complete(veld: Veld, context: Context, geteld: Counter[str]) -> bool:
    """Whether each gave as many as they owe."""
    handles = context.owe(veld) if context.wie(veld) else (GROEP,)
    return all(geteld[handle] >= veld.lijst.minstens for handle in handles)


# ---- what one member gives from a laptop of their own


def naast(
    veld: Veld,
    context: Context,
    er_is: Sequence[Item],
    gegeven: list[Any],
) -> list[Data]:
    """The items of one member and what they say of the others', beside what stands there."""
    eigen = [
        item if isinstance(item, dict) else {veld.enkelvoud: item} for item in gegeven
    ]
    if veld.is_per_lid and context.als in context.wie(veld):
        anderen = [item for item in er_is if item.get(LID) != context.als]
        van_anderen = {item.get(ID) for item in anderen}
        van_mij = _van_mij(veld, eigen, van_anderen, context.als)
        er_is = anderen + [_with_said(veld, item, er_is) for item in van_mij]
    by_id = {item.get(ID): item for item in eigen if ID in item}
    samen = []
    for item in er_is:
        over_item = by_id.get(item.get(ID), {})
        samen.append(_aangevuld(veld, context, item, over_item))
    return samen


def _with_said(veld: Veld, item: Item, er_is: Sequence[Item]) -> Data:
    """An item that its owner corrects, with what others said of it; of other words that goes."""
    for was in er_is:
        if ID not in item or was.get(ID) != item[ID]:
            continue
        if is_correction(was.get(veld.enkelvoud), item.get(veld.enkelvoud)):
            gezegd = [deel.naam for deel in veld.achteraf if deel.naam in was]
            return {naam: was[naam] for naam in gezegd} | dict(item)
    return dict(item)


def _van_mij(
    veld: Veld,
    eigen: Sequence[Item],
    van_anderen: Collection[Any],
    mij: str,
) -> list[Item]:
    """The items that a member gives; what has the id of another's is said of that one."""
    nieuw = [item for item in eigen if ID not in item or item[ID] not in van_anderen]
    return [{**own_parts(veld, item), LID: mij} for item in nieuw]


def own_parts(veld: Veld, item: Item) -> Data:
    """The item without what others said of it."""
    achteraf = [deel.naam for deel in veld.achteraf]
    return {naam: item[naam] for naam in item if naam not in achteraf}


def _aangevuld(
    veld: Veld,
    context: Context,
    item: Item,
    gegeven: Item,
) -> Data:
    """An item with what the member says of it: in the parts that are theirs."""
    result = dict(item)
    for deel in veld.achteraf:
        if deel.naam not in gegeven:
            continue
        gezegd = gegeven[deel.naam]
        if deel.is_lijst and isinstance(gezegd, list):
            er_is = items_in(item.get(deel.naam))
            anderen = [ander for ander in er_is if ander.get(LID) != context.als]
            mijn = [
                eigen for eigen in items_in(gezegd) if eigen.get(LID) == context.als
            ]
            result[deel.naam] = anderen + mijn
        elif context.is_van(deel):
            result[deel.naam] = gezegd
    return result
