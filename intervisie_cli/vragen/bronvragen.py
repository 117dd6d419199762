"""What is asked of the items that earlier sessies gave; their first part is known."""

from collections.abc import Iterator

from intervisie_cli.model.actie import had_gekund
from intervisie_cli.model.context import KEREN
from intervisie_cli.model.draaiboek import EENMALIG, RITME, Veld
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.lines.mark_line import MarkLine, Merk, order
from intervisie_cli.vragen.soorten.enkel import ENKEL

# Where this is a choice, it is what holds for all that are not named.
_JA = "ja"


def vragen(veld: Veld, invulling: Invulling) -> Iterator[Vraag]:
    """Yield the questions of the list *veld*, that has a source."""
    context = invulling.context
    if not context.is_van(veld):
        return
    if len(veld.onderdelen) > 1 and veld.onderdelen[1].keuzes:
        yield _mark(veld, invulling)
        return
    for item in context.bron(veld):
        yield from _over_item(veld, item, invulling)


def _mark(veld: Veld, invulling: Invulling) -> Vraag:
    """One line that marks all items."""
    context = invulling.context
    items = context.bron(veld)
    keuze = veld.onderdelen[1]
    merken = []
    regels = []
    for nummer, item in enumerate(items, 1):
        delen = [deel for deel in veld.onderdelen[1:] if _past_bij(deel, item)]
        sleutel = Sleutel(veld.naam, bron=item["id"])
        merken.append(Merk(sleutel, order(delen)))
        regels.append(f"{nummer}. {_in_words(veld, item, invulling)}")
    rest = _JA if keuze.keuzes[0] == _JA else ""
    return Vraag(
        Sleutel(veld.naam, deel=keuze.naam),
        "tekst",
        veld.vraag,
        hulp=veld.hulp,
        kop="\n".join(regels),
        lijn=MarkLine(tuple(merken), context.vandaag, rest),
        verplicht=bool(rest),
        leeg="a = alles, of wat niet" if rest else "Enter = alles blijft open",
        vult=tuple(merk.item.met(keuze.naam) for merk in merken),
    )


def _in_words(veld: Veld, item: Item, invulling: Invulling) -> str:
    """The item as it is known, with who does it and how often it could be done."""
    tekst = str(item[veld.enkelvoud])
    if item.get("wie"):
        tekst = f"{invulling.context.groep.namen(item['wie'])}: {tekst}"
    if item.get(KEREN):
        tekst += f" ({had_gekund(item[KEREN])})"
    return tekst


def _over_item(veld: Veld, item: Item, invulling: Invulling) -> Iterator[Vraag]:
    eerste, *rest = veld.onderdelen
    sleutel = Sleutel(veld.naam, bron=item["id"])
    for deel in rest:
        if not _past_bij(deel, item):
            continue
        eigen = sleutel.met(deel.naam)
        vraag = ENKEL[deel.soort].vraag(deel, eigen, invulling.context)
        yield vraag._replace(kop=str(item[eerste.naam]))


def _past_bij(deel: Veld, item: Item) -> bool:
    """Whether *deel* is asked of this kind of item."""
    keren = item.get(KEREN)
    # None is an actie without a rhythm. Of a rhythm that did not come since it was asked last (0)
    # neither kind of question makes sense.
    if deel.als.actie_is == RITME and not keren:
        return False
    return deel.als.actie_is != EENMALIG or keren is None
