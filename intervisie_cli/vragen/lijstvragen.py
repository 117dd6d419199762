"""What a list asks: items of each member or of the group, their order, and more of each item."""

from collections.abc import Iterator

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import GROEP, NOG, VOLGORDE, Sleutel
from intervisie_cli.model.vraag import JA_NEE, ORDENEN, Keuze, Vraag
from intervisie_cli.vragen import bronvragen
from intervisie_cli.vragen.coach import Coach
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.meekijker import meekijker
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.ja_nee import JaNee
from intervisie_cli.vragen.zin import is_gezegd


def vragen(veld: Veld, invulling: Invulling) -> Iterator[Vraag]:
    """Yield the questions of the list *veld*, as far as the answers decide them."""
    context = invulling.context
    if veld.lijst.bron:
        yield from bronvragen.vragen(veld, invulling)
        return
    for handle in _gevraagd(veld, context):
        yield from _items_van(veld, handle, invulling)
    sleutels = items(veld, invulling)
    # The order is for who leads the step: a member on a laptop of their own sees their own part.
    if veld.lijst.volgorde and len(sleutels) > 1 and not context.als:
        yield _volgorde(veld, sleutels, invulling)
    for sleutel in sleutels:
        yield from _achteraf(veld, sleutel, invulling)


def _gevraagd(veld: Veld, context: Context) -> tuple[str, ...]:
    """Whose items are asked now."""
    if context.als or context.wie(veld):
        return context.gevraagd(veld)
    return (GROEP,)


# ---- which items there are


def items(veld: Veld, invulling: Invulling) -> list[Sleutel]:
    """The keys of the items that are there, in the order in which they are handled."""
    context = invulling.context
    if veld.lijst.bron:
        return [Sleutel(veld.naam, bron=item["id"]) for item in context.bron(veld)]
    sleutels = []
    for handle in context.wie(veld) or (GROEP,):
        nummer = 0
        item = Sleutel(veld.naam, handle, nummer)
        while _is_er(veld, item, nummer, invulling):
            sleutels.append(item)
            nummer += 1
            item = item._replace(nummer=nummer)
    gekozen = invulling.antwoord(Sleutel(veld.naam, deel=VOLGORDE)) or ()
    # An item may have come or gone since the order was chosen.
    eerst = [sleutel for sleutel in gekozen if sleutel in sleutels]
    rest = [sleutel for sleutel in sleutels if sleutel not in gekozen]
    return eerst + rest


def _is_er(veld: Veld, item: Sleutel, nummer: int, invulling: Invulling) -> bool:
    """Whether the item was given: its first part is there, and it was owed or added."""
    if item.met(veld.enkelvoud) not in invulling.antwoorden:
        return False
    is_owed = nummer < veld.lijst.minstens
    return is_owed or invulling.antwoord(item.met(NOG)) is True


# ---- the items themselves


def _items_van(veld: Veld, handle: str, invulling: Invulling) -> Iterator[Vraag]:
    """The items of one member, or of the group: as many as are owed, then as many as are added."""
    naam = ""
    if handle != GROEP:
        naam = invulling.context.groep.roepnaam(handle)
    vorm = veld.lijst
    nummer = 0
    while vorm.hoogstens is None or nummer < vorm.hoogstens:
        item = Sleutel(veld.naam, handle, nummer)
        if nummer >= vorm.minstens:
            een = "Nog een" if nummer else "Een"
            tekst = f"{een} {veld.enkelvoud} toevoegen?"
            yield Vraag(
                item.met(NOG),
                JaNee.naam,
                tekst,
                aan=naam,
                keuzes=JA_NEE,
                standaard=False,
            )
            if invulling.antwoord(item.met(NOG)) is not True:
                return
        teller = _teller(veld, naam, nummer)
        yield from _meteen(veld, item, naam, teller, invulling)
        nummer += 1


def _meteen(
    veld: Veld,
    item: Sleutel,
    naam: str,
    teller: str,
    invulling: Invulling,
) -> Iterator[Vraag]:
    """The parts that are asked together with the item; not those that its sentence says already."""
    context = invulling.context
    is_eerste = True
    for deel in veld.meteen:
        if is_gezegd(deel, veld, item, invulling):
            continue
        vraag = ENKEL[deel.soort].vraag(deel, item.met(deel.naam), context, naam)
        vraag = vraag._replace(teller=teller, kijk_mee=meekijker(deel, context))
        if veld.lijst.unaniem:
            # Consent is given, not taken: nothing is proposed, and one no decides.
            vraag = vraag._replace(standaard=False, uit_bij_nee=veld.als.na_ja)
        if is_eerste and not deel.hulp:
            vraag = vraag._replace(hulp=veld.hulp)
        is_eerste = False
        yield vraag
        yield from Coach(deel, vraag.sleutel, invulling).vragen(teller)


def _teller(veld: Veld, naam: str, nummer: int) -> str:
    """How far the quota is: 'Kim, vraag 1 van 2'; '' where there can be one only."""
    vorm = veld.lijst
    if vorm.hoogstens == 1:
        return ""
    teller = f"{veld.enkelvoud} {nummer + 1}"
    if nummer < vorm.minstens and vorm.minstens > 1:
        teller = f"{teller} van {vorm.minstens}"
    if naam:
        teller = f"{naam}, {teller}"
    return teller[0].upper() + teller[1:]


# ---- when all items are there


def _volgorde(veld: Veld, sleutels: list[Sleutel], invulling: Invulling) -> Vraag:
    context = invulling.context
    aan = ""
    if context.inbrenger:
        aan = context.groep.roepnaam(context.inbrenger)
    return Vraag(
        Sleutel(veld.naam, deel=VOLGORDE),
        ORDENEN,
        "In welke volgorde wil je ze behandelen?",
        aan=aan,
        keuzes=tuple(
            Keuze(sleutel, _kop(veld, sleutel, invulling)) for sleutel in sleutels
        ),
        standaard=sleutels,
    )


def _achteraf(veld: Veld, item: Sleutel, invulling: Invulling) -> Iterator[Vraag]:
    """The parts that are asked of an item when all items are there."""
    context = invulling.context
    kop = _kop(veld, item, invulling)
    for deel in veld.achteraf:
        if deel.is_lijst:
            eerste = deel.onderdelen[0]
            for handle in context.gevraagd(deel):
                sleutel = item.met(deel.naam, handle)
                aan = context.groep.roepnaam(handle)
                vraag = ENKEL[eerste.soort].vraag(eerste, sleutel, context, aan)
                yield vraag._replace(kop=kop)
        elif context.is_van(deel):
            aan = context.spreker(deel)
            vraag = ENKEL[deel.soort].vraag(deel, item.met(deel.naam), context, aan)
            yield vraag._replace(kop=kop)


def _kop(veld: Veld, item: Sleutel, invulling: Invulling) -> str:
    """The text of an item, with who gave it: 'Kim: Wat …?'."""
    tekst = str(invulling.antwoorden.get(item.met(veld.enkelvoud), ""))
    if item.lid == GROEP:
        return tekst
    return f"{invulling.context.groep.roepnaam(item.lid)}: {tekst}"
