"""What a list asks: items of each member or of the group, their order, and what is asked of each item."""

from collections.abc import Iterator

from intervisie_cli.model.actie import had_gekund
from intervisie_cli.model.context import KEREN, Context
from intervisie_cli.model.draaiboek import EENMALIG, RITME, Veld
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sleutel import GROEP, NOG, VOLGORDE, Sleutel
from intervisie_cli.model.vraag import JA_NEE, ORDENEN, Antwoorden, Keuze, Vraag
from intervisie_cli.vragen import coach
from intervisie_cli.vragen.meekijker import meekijker
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.ja_nee import JaNee


def vragen(veld: Veld, context: Context, antwoorden: Antwoorden) -> Iterator[Vraag]:
    """Yield the questions of the list *veld*, as far as *antwoorden* decide them."""
    if veld.lijst.bron:
        if context.is_van(veld):
            yield from _uit_bron(veld, context, antwoorden)
        return
    for handle in _gevraagd(veld, context):
        yield from _items_van(veld, handle, context, antwoorden)
    sleutels = items(veld, context, antwoorden)
    if veld.lijst.volgorde and len(sleutels) > 1 and not context.als:
        yield _volgorde(veld, sleutels, context, antwoorden)
    for sleutel in sleutels:
        kop = _kop(veld, sleutel, context, antwoorden)
        for deel in veld.achteraf:
            if deel.is_lijst:
                yield from _per_lid(deel, sleutel, context, kop)
            elif context.is_van(deel):
                yield _vraag(deel, sleutel, context, context.spreker(deel))._replace(kop=kop)


def _gevraagd(veld: Veld, context: Context) -> tuple[str, ...]:
    """Whose items are asked now."""
    if context.als or context.wie(veld):
        return context.gevraagd(veld)
    return (GROEP,)


def items(veld: Veld, context: Context, antwoorden: Antwoorden) -> list[Sleutel]:
    """The keys of the items that are there, in the order in which they are handled."""
    if veld.lijst.bron:
        return [Sleutel(veld.naam, bron=item["id"]) for item in context.bron(veld)]
    sleutels = []
    for handle in context.wie(veld) or (GROEP,):
        item = Sleutel(veld.naam, handle, 0)
        while _is_er(veld, item, antwoorden):
            sleutels.append(item)
            item = item._replace(nummer=_nummer(item) + 1)
    gekozen = antwoorden.get(Sleutel(veld.naam, deel=VOLGORDE)) or ()
    eerst = [sleutel for sleutel in gekozen if sleutel in sleutels]
    return eerst + [sleutel for sleutel in sleutels if sleutel not in gekozen]


def _is_er(veld: Veld, item: Sleutel, antwoorden: Antwoorden) -> bool:
    """Whether the item was given: its first part is there, and it was owed or added."""
    if item.met(veld.enkelvoud) not in antwoorden:
        return False
    return _nummer(item) < veld.lijst.minstens or antwoorden.get(item.met(NOG)) is True


def _volgorde(
    veld: Veld, sleutels: list[Sleutel], context: Context, antwoorden: Antwoorden
) -> Vraag:
    keuzes = tuple(Keuze(sleutel, _kop(veld, sleutel, context, antwoorden)) for sleutel in sleutels)
    return Vraag(
        Sleutel(veld.naam, deel=VOLGORDE),
        ORDENEN,
        "In welke volgorde wil je ze behandelen?",
        aan=context.groep.roepnaam(context.inbrenger) if context.inbrenger else "",
        keuzes=keuzes,
        standaard=sleutels,
    )


def _items_van(
    veld: Veld, handle: str, context: Context, antwoorden: Antwoorden
) -> Iterator[Vraag]:
    """The items of one member, or of the group: as many as are owed, then as many as are added."""
    naam = context.groep.roepnaam(handle) if handle != GROEP else ""
    nummer = 0
    while veld.lijst.hoogstens is None or nummer < veld.lijst.hoogstens:
        item = Sleutel(veld.naam, handle, nummer)
        if nummer >= veld.lijst.minstens:
            tekst = f"{'Nog een' if nummer else 'Een'} {veld.enkelvoud} toevoegen?"
            yield Vraag(item.met(NOG), JaNee.naam, tekst, aan=naam, keuzes=JA_NEE, standaard=False)
            if antwoorden.get(item.met(NOG)) is not True:
                return
        yield from _meteen(veld, item, naam, context, antwoorden)
        nummer += 1


def _meteen(
    veld: Veld, item: Sleutel, naam: str, context: Context, antwoorden: Antwoorden
) -> Iterator[Vraag]:
    """The parts that are asked together with the item; not those that its sentence says already."""
    teller = _teller(veld, naam, _nummer(item))
    eerste = True
    for deel in veld.meteen:
        if coach.is_gezegd(deel, veld, item, context, antwoorden):
            continue
        vraag = _vraag(deel, item, context, naam)
        vraag = vraag._replace(teller=teller, kijk_mee=meekijker(deel, context))
        if veld.lijst.unaniem:
            # Consent is given, not taken: nothing is proposed, and one no decides.
            vraag = vraag._replace(standaard=False, uit_bij_nee=veld.als.na_ja)
        if eerste and not deel.hulp:
            vraag = vraag._replace(hulp=veld.hulp)
        eerste = False
        yield vraag
        yield from coach.vragen(deel, vraag.sleutel, context, antwoorden, teller)


def _vraag(deel: Veld, item: Sleutel, context: Context, aan: str) -> Vraag:
    return ENKEL[deel.soort].vraag(deel, item.met(deel.naam), context, aan)


def _per_lid(veld: Veld, item: Sleutel, context: Context, kop: str) -> Iterator[Vraag]:
    """A part that each member answers."""
    deel = veld.onderdelen[0]
    for handle in context.gevraagd(veld):
        sleutel = item.met(veld.naam, handle)
        aan = context.groep.roepnaam(handle)
        yield ENKEL[deel.soort].vraag(deel, sleutel, context, aan)._replace(kop=kop)


def _uit_bron(veld: Veld, context: Context, antwoorden: Antwoorden) -> Iterator[Vraag]:
    """What is asked of each item that an earlier sessie gave; its first part is known."""
    eerste, *rest = veld.onderdelen
    for item in context.bron(veld):
        sleutel = Sleutel(veld.naam, bron=item["id"])
        gekozen = None
        for deel in rest:
            if not _past_bij(deel, item, gekozen):
                continue
            vraag = _over_eerder(deel, sleutel, item, context)
            yield vraag._replace(kop=str(item[eerste.naam]))
            if deel.keuzes:
                gekozen = antwoorden.get(vraag.sleutel)


def _past_bij(deel: Veld, item: Item, gekozen: object) -> bool:
    """Whether *deel* is asked of this item, after what was chosen before it."""
    keren = item.get(KEREN)
    if deel.als.actie_is == RITME and not keren:
        return False
    if deel.als.actie_is == EENMALIG and keren is not None:
        return False
    return not deel.als.na_keuze or gekozen in deel.als.na_keuze


def _over_eerder(deel: Veld, sleutel: Sleutel, item: Item, context: Context) -> Vraag:
    vraag = _vraag(deel, sleutel, context, "")
    if deel.als.actie_is == RITME:
        vraag = vraag._replace(hulp=f"{had_gekund(item[KEREN])} {vraag.hulp}".strip())
    if item.get(deel.naam) in deel.keuzes:
        # Propose the choice that holds by now.
        vraag = vraag._replace(standaard=item[deel.naam])
    return vraag


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


def _kop(veld: Veld, item: Sleutel, context: Context, antwoorden: Antwoorden) -> str:
    """The text of an item, with who gave it: 'Kim: Wat …?'."""
    tekst = str(antwoorden.get(item.met(veld.enkelvoud), ""))
    if item.lid == GROEP:
        return tekst
    return f"{context.groep.roepnaam(item.lid)}: {tekst}"


def _nummer(item: Sleutel) -> int:
    return item.nummer or 0
