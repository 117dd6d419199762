"""Between the answers about a list and its items in a file, in both directions, and the form of them."""

from collections import Counter
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID, LID, Veld
from intervisie_cli.model.plain import items_in
from intervisie_cli.model.sleutel import GEKOZEN, GROEP, NOG, VOLGORDE, Sleutel
from intervisie_cli.model.verslag import STIL
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen import coach
from intervisie_cli.vragen.soorten.enkel import ENKEL

Item = dict[str, Any]


def item(veld: Veld, sleutel: Sleutel, context: Context, antwoorden: Antwoorden) -> Item:
    """The item at *sleutel*, without the parts that were left empty."""
    gevonden = _begin(veld, sleutel, context, antwoorden)
    for deel in veld.onderdelen:
        if deel.is_lijst:
            gevonden[deel.naam] = _van_leden(deel, sleutel, context, antwoorden)
        elif sleutel.met(deel.naam) in antwoorden:
            gevonden[deel.naam] = antwoorden[sleutel.met(deel.naam)]
        elif deel.letter:
            gevonden[deel.naam] = coach.uit_zin(deel, veld, sleutel, context, antwoorden)
    for deel in veld.onderdelen:
        stil = coach.stiltes(deel, sleutel.met(deel.naam), context, gevonden, antwoorden)
        if stil:
            gevonden[STIL] = stil
    return {naam: waarde for naam, waarde in gevonden.items() if waarde not in ("", None, [])}


def _begin(veld: Veld, sleutel: Sleutel, context: Context, antwoorden: Antwoorden) -> Item:
    """Which item it is: one of an earlier sessie with its text, else by its id and whose it is."""
    if sleutel.bron:
        for bron in context.bron(veld):
            if bron[ID] == sleutel.bron:
                return {ID: bron[ID], veld.enkelvoud: bron[veld.enkelvoud]}
    gevonden: Item = {}
    if sleutel.met(ID) in antwoorden:
        gevonden[ID] = antwoorden[sleutel.met(ID)]
    if sleutel.lid != GROEP:
        gevonden[LID] = sleutel.lid
    return gevonden


def _van_leden(
    deel: Veld, sleutel: Sleutel, context: Context, antwoorden: Antwoorden
) -> list[Item]:
    """What each member answered to a part that is asked of all."""
    gegeven = [(lid, sleutel.met(deel.naam, lid)) for lid in context.wie(deel)]
    return [
        {LID: lid, deel.enkelvoud: antwoorden[eigen]}
        for lid, eigen in gegeven
        if eigen in antwoorden
    ]


def antwoorden(veld: Veld, context: Context, items: list[Item]) -> Antwoorden:
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
        if nummer >= veld.lijst.minstens:
            gegeven[sleutel.met(NOG)] = True
        gegeven |= _van_item(veld, sleutel, item)
    if veld.lijst.volgorde:
        gegeven[Sleutel(veld.naam, deel=VOLGORDE)] = volgorde
    if not veld.lijst.bron:
        gegeven |= _klaar(veld, context, geteld)
    return gegeven


def _van_item(veld: Veld, sleutel: Sleutel, item: Item) -> Antwoorden:
    gegeven: Antwoorden = {}
    if ID in item:
        gegeven[sleutel.met(ID)] = item[ID]
    for deel in veld.onderdelen:
        waarde = item.get(deel.naam)
        if deel.is_lijst and isinstance(waarde, list):
            van_leden = [eigen for eigen in items_in(waarde) if LID in eigen]
            gegeven |= {
                sleutel.met(deel.naam, str(eigen[LID])): eigen.get(deel.enkelvoud)
                for eigen in van_leden
            }
        else:
            # An optional part without a value was asked and left empty.
            gegeven[sleutel.met(deel.naam)] = "" if waarde is None else waarde
        if deel.checks and waarde:
            gegeven[sleutel.met(deel.naam).bij_coach(GEKOZEN)] = coach.EERDER
    return gegeven


def _klaar(veld: Veld, context: Context, geteld: Counter[str]) -> Antwoorden:
    """That no more items follow, of each who gave as many as they owe."""
    handles = context.wie(veld) or (GROEP,)
    return {
        Sleutel(veld.naam, handle, geteld[handle]).met(NOG): False
        for handle in handles
        if geteld[handle] >= veld.lijst.minstens
    }


def naast(veld: Veld, context: Context, er_is: list[Item], gegeven: list[Any]) -> list[Item]:
    """The items of one member and what they say of the others', beside what stands there."""
    eigen = [item if isinstance(item, dict) else {veld.enkelvoud: item} for item in gegeven]
    if veld.is_per_lid and context.als in context.wie(veld):
        nieuw = [item for item in eigen if ID not in item or item.get(LID) == context.als]
        anderen = [item for item in er_is if item.get(LID) != context.als]
        er_is = anderen + [{**item, LID: context.als} for item in nieuw]
    by_id = {item.get(ID): item for item in eigen if ID in item}
    return [_answered(veld, context, item, by_id.get(item.get(ID), {})) for item in er_is]


def _answered(veld: Veld, context: Context, item: Item, gegeven: Item) -> Item:
    """An item with what the member says of it: in the parts that are theirs."""
    result = dict(item)
    for deel in veld.achteraf:
        if deel.naam not in gegeven:
            continue
        if deel.is_lijst and isinstance(gegeven[deel.naam], list):
            mijn = [
                eigen for eigen in items_in(gegeven[deel.naam]) if eigen.get(LID) == context.als
            ]
            anderen = [
                ander for ander in items_in(item.get(deel.naam)) if ander.get(LID) != context.als
            ]
            result[deel.naam] = anderen + mijn
        elif context.is_van(deel):
            result[deel.naam] = gegeven[deel.naam]
    return result


def formulier(veld: Veld, context: Context, gegeven: list[Item]) -> list[str]:
    """The lines of the form: the items, then empty ones for those that are still owed."""
    te_tonen = list(gegeven)
    for lid in context.wie(veld) or ("",):
        eigen = [item for item in gegeven if item.get(LID, "") == lid]
        over = max(1, veld.lijst.minstens) - len(eigen)
        te_tonen += [{LID: lid} if lid else {}] * max(0, over)
    return [regel for item in te_tonen for regel in _in_formulier(veld, context, item)]


def _in_formulier(veld: Veld, context: Context, item: Item) -> list[str]:
    regels = [f"{naam}: {item[naam]}" for naam in (ID, LID) if naam in item]
    for deel in veld.onderdelen:
        waarde = item.get(deel.naam)
        if deel.is_lijst:
            regels.append(f"{deel.naam}:{_leden_in_formulier(deel, context, waarde)}")
        else:
            regels.append(f"{deel.naam}:{ENKEL[deel.soort].in_formulier(waarde, '      ')}")
    return [f"  {'  ' if nummer else '- '}{regel}" for nummer, regel in enumerate(regels)]


def _leden_in_formulier(deel: Veld, context: Context, waarde: Any) -> str:
    eerste = deel.onderdelen[0]
    gezegd = {eigen[LID]: eigen.get(eerste.naam) for eigen in waarde or []}
    regels = []
    for lid in context.wie(deel):
        antwoord = ENKEL[eerste.soort].in_formulier(gezegd.get(lid), "")
        regels.append(f"\n      - lid: {lid}\n        {eerste.naam}:{antwoord}")
    return "".join(regels)
