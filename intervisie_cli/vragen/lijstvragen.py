"""What a list asks: items of each member or of the group, a line each, and then more about them."""

from collections.abc import Iterator

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.sleutel import GROEP, KLEINER, VOLGORDE, Sleutel
from intervisie_cli.model.vraag import TYPEN, Vraag
from intervisie_cli.vragen import achteraf, bronvragen, dubbel
from intervisie_cli.vragen.coach import Coach
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.itemdelen import (
    by_name,
    items,
    next_number,
    nog_van,
    numbers,
    of_the_words,
    pair_of,
)
from intervisie_cli.vragen.lines.all_line import AllLine, Cel
from intervisie_cli.vragen.lines.item_line import ItemLine
from intervisie_cli.vragen.lines.order_line import OrderLine
from intervisie_cli.vragen.meekijker import meekijker
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.zin import is_gezegd


def vragen(veld: Veld, invulling: Invulling) -> Iterator[Vraag]:
    """Yield the questions of the list *veld*, as far as the answers decide them."""
    context = invulling.context
    if veld.lijst.bron:
        yield from bronvragen.vragen(veld, invulling)
        return
    if veld.lijst.unaniem:
        if context.gevraagd(veld):
            yield _consent(veld, invulling)
        return
    for handle in _gevraagd(veld, context):
        for nummer in range(_aantal(veld, handle, invulling)):
            item = Sleutel(veld.naam, handle, nummer)
            yield from _item(veld, item, invulling)
    yield from _nog_een(veld, invulling)
    sleutels = items(veld, invulling)
    yield from dubbel.vragen(veld, sleutels, invulling)
    if veld.lijst.om_en_om:
        # What others ask at laptops of their own is answered here as it comes.
        hier = _gevraagd(veld, context)
        van_elders = [sleutel for sleutel in sleutels if sleutel.lid not in hier]
        yield from achteraf.vragen(veld, van_elders, invulling)
        return
    # The order is for the inbrenger, wherever they answer.
    has_order = veld.lijst.volgorde and len(sleutels) > 1
    if has_order and context.is_hier(context.inbrenger):
        yield _volgorde(veld, sleutels, invulling)
        sleutels = items(veld, invulling)
    yield from achteraf.vragen(veld, sleutels, invulling)


def _gevraagd(veld: Veld, context: Context) -> tuple[str, ...]:
    """Whose items are asked now."""
    if context.als or context.wie(veld):
        return context.gevraagd(veld)
    return (GROEP,)


# ---- the items themselves


def _aantal(veld: Veld, handle: str, invulling: Invulling) -> int:
    """How many items of somebody are asked: those that are there, and those that are owed."""
    er_zijn = next_number(veld, handle, invulling.antwoorden)
    if invulling.slaat_over(handle):
        return er_zijn
    return max(er_zijn, veld.lijst.minstens)


def _item(veld: Veld, item: Sleutel, invulling: Invulling) -> Iterator[Vraag]:
    """One item: its line, what the coach asks about that, and parts that no line can hold."""
    eerste = veld.onderdelen[0]
    nummer = (item.nummer or 0) + 1
    # Where there are more than are owed, any of them may go.
    er_zijn = next_number(veld, item.lid, invulling.antwoorden)
    is_owed = er_zijn <= veld.lijst.minstens
    label = voluit(eerste.naam)
    if veld.lijst.minstens > 1:
        label = f"{label} {nummer} van {veld.lijst.minstens}"
    elif item.lid == GROEP or nummer > 1:
        label = f"{label} {nummer}"
    vraag = _line(veld, item, label, invulling, is_owed=is_owed)
    yield vraag._replace(leeg="" if is_owed else "Enter = weg")
    yield from Coach(eerste, vraag.sleutel, invulling).vragen()
    yield from _beside(veld, item, invulling)
    if veld.lijst.om_en_om and vraag.sleutel in invulling.antwoorden:
        yield from achteraf.vragen(veld, [item], invulling)


def _line(
    veld: Veld,
    item: Sleutel,
    label: str,
    invulling: Invulling,
    *,
    is_owed: bool,
    nog: Sleutel | None = None,
) -> Vraag:
    context = invulling.context
    eerste = veld.onderdelen[0]
    sleutel = item.met(eerste.naam)
    aan = ""
    if item.lid != GROEP:
        aan = context.groep.roepnaam(item.lid)
    else:
        label = label[0].upper() + label[1:]
    lijn = None
    uit: tuple[str, ...] = ()
    if ENKEL[eerste.soort].vorm == TYPEN:
        uit = _over_te_nemen(veld, invulling)
        vol = [lid for lid in context.wie(veld) if not _may_add(veld, lid, invulling)]
        lijn = ItemLine(veld, item, context, is_owed, nog, uit, tuple(vol))
    vraag = ENKEL[eerste.soort].vraag(eerste, sleutel, context, aan)
    andere = [
        ander
        for ander in items(veld, invulling)
        if ander != item and _is_shown(veld, ander.lid, context)
    ]
    return vraag._replace(
        tekst=label,
        inleiding=veld.vraag,
        er_is=tuple(achteraf.kop_van(veld, ander, invulling) for ander in andere),
        hulp=eerste.hulp or veld.hulp,
        kop="\n".join(f"{nummer}. {tekst}" for nummer, tekst in enumerate(uit, 1)),
        lijn=lijn,
        hangt_eraan=(
            *(item.met(deel.naam) for deel in of_the_words(veld)),
            sleutel.bij_coach(KLEINER),
        ),
        verplicht=is_owed,
        kijk_mee=meekijker(eerste, context),
        namen=tuple(map(context.groep.roepnaam, _named(veld, context))),
    )


def _is_shown(veld: Veld, lid: str, context: Context) -> bool:
    """Whether who writes sees the items of *lid*: not what another writes at their own laptop."""
    is_hier = context.is_hier(lid) and lid in context.owe(veld)
    return veld.lijst.om_en_om or lid == GROEP or is_hier


def _over_te_nemen(veld: Veld, invulling: Invulling) -> tuple[str, ...]:
    """The texts of another list that this one can begin from: not what was turned down."""
    ander = invulling.context.stap.veld(veld.lijst.uit)
    if not ander:
        return ()
    keuzes = [deel for deel in ander.achteraf if deel.keuzes]
    teksten = []
    for item in items(ander, invulling):
        nee = [
            invulling.antwoord(item.met(deel.naam)) == deel.keuzes[-1]
            for deel in keuzes
        ]
        if not any(nee):
            teksten.append(invulling.tekst(item.met(ander.enkelvoud)))
    return tuple(teksten)


def _named(veld: Veld, context: Context) -> tuple[str, ...]:
    """Who can be named in front of a line."""
    if context.als:
        return ()
    if context.wie(veld):
        return context.gevraagd(veld)
    if any(deel.is_doener for deel in veld.meteen):
        return context.sessie.deelnemers
    return ()


def _nog_een(veld: Veld, invulling: Invulling) -> Iterator[Vraag]:
    """One more line for whoever has anything left; an empty one goes on."""
    context = invulling.context
    kan = [
        lid
        for lid in _gevraagd(veld, context)
        if _may_add(veld, lid, invulling) and not invulling.slaat_over(lid)
    ]
    if not kan:
        return
    # The turn goes to who gave least.
    lid = min(kan, key=lambda lid: next_number(veld, lid, invulling.antwoorden))
    item = Sleutel(veld.naam, lid, next_number(veld, lid, invulling.antwoorden))
    label = voluit(veld.enkelvoud)
    if lid == GROEP:
        label = f"{label} {(item.nummer or 0) + 1}"
    elif item.nummer:
        label = f"nog een {label}"
    nog = nog_van(veld, context)
    vraag = _line(veld, item, label, invulling, is_owed=False, nog=nog)
    # The line is of all who have anything left: an empty one ends it for all of them.
    leeg = "Enter = niemand meer" if len(kan) > 1 else "Enter = verder"
    yield vraag._replace(vult=(nog,), leeg=leeg)


def _may_add(veld: Veld, lid: str, invulling: Invulling) -> bool:
    hoogstens = veld.lijst.hoogstens
    if hoogstens is None:
        return True
    return len(numbers(veld, lid, invulling.antwoorden)) < hoogstens


def _beside(veld: Veld, item: Sleutel, invulling: Invulling) -> Iterator[Vraag]:
    """The parts that are asked together with the item, as far as its line did not say them."""
    context = invulling.context
    in_lijn = [deel.naam for deel in by_name(veld)]
    aan = ""
    if item.lid != GROEP:
        aan = context.groep.roepnaam(item.lid)
    for deel in veld.meteen[1:]:
        if deel.is_doener or deel.naam in in_lijn or deel in (pair_of(veld) or ()):
            continue
        if is_gezegd(deel, veld, item, invulling):
            continue
        sleutel = item.met(deel.naam)
        vraag = ENKEL[deel.soort].vraag(deel, sleutel, context, aan)
        yield vraag._replace(
            kijk_mee=meekijker(deel, context),
            is_terloops=bool(deel.letter),
            hangt_eraan=tuple(achteraf.agreed(veld, item, invulling)),
        )


# ---- all items together


def _consent(veld: Veld, invulling: Invulling) -> Vraag:
    """One question to all: consent is given, not taken, and one no decides."""
    context = invulling.context
    cellen = [
        Cel(Sleutel(veld.naam, lid, 0, deel=veld.enkelvoud), lid, 0)
        for lid in context.gevraagd(veld)
    ]
    return Vraag(
        Sleutel(veld.naam, context.als, deel=veld.enkelvoud),
        "tekst",
        veld.vraag,
        hulp=veld.hulp,
        verplicht=True,
        uit_bij_nee=veld.als.na_ja,
        leeg=achteraf.how_to_answer(cellen),
        lijn=AllLine(tuple(cellen), context.groep, verplicht=True),
        vult=tuple(cel.sleutel for cel in cellen),
    )


def _volgorde(veld: Veld, sleutels: list[Sleutel], invulling: Invulling) -> Vraag:
    context = invulling.context
    aan = ""
    if context.inbrenger:
        aan = context.groep.roepnaam(context.inbrenger)
    sleutel = Sleutel(veld.naam, deel=VOLGORDE)

    def plaats(item: Sleutel) -> tuple[int, int]:
        return _turn(veld, item, context), item.nummer or 0

    # Numbered as they were given, also when they were put in another order before.
    zoals_gegeven = tuple(sorted(sleutels, key=plaats))
    return Vraag(
        sleutel,
        "tekst",
        "In welke volgorde? Typ de nummers",
        aan=aan,
        kop=achteraf.genummerd(veld, zoals_gegeven, invulling),
        lijn=OrderLine(sleutel, zoals_gegeven),
        leeg="Enter = zo",
    )


def _turn(veld: Veld, item: Sleutel, context: Context) -> int:
    leden = context.wie(veld)
    return leden.index(item.lid) if item.lid in leden else len(leden)
