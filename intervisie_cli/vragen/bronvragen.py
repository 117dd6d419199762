"""What is asked of each item that an earlier sessie gave; its first part is known."""

from collections.abc import Iterator

from intervisie_cli.model.actie import had_gekund
from intervisie_cli.model.context import KEREN
from intervisie_cli.model.draaiboek import EENMALIG, RITME, Veld
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.soorten.enkel import ENKEL


def vragen(veld: Veld, invulling: Invulling) -> Iterator[Vraag]:
    """Yield the questions of the list *veld*, that has a source."""
    if not invulling.context.is_van(veld):
        return
    for item in invulling.context.bron(veld):
        yield from _over_item(veld, item, invulling)


def _over_item(veld: Veld, item: Item, invulling: Invulling) -> Iterator[Vraag]:
    eerste, *rest = veld.onderdelen
    sleutel = Sleutel(veld.naam, bron=item["id"])
    gekozen = None
    for deel in rest:
        if not _past_bij(deel, item, gekozen):
            continue
        vraag = ENKEL[deel.soort].vraag(deel, sleutel.met(deel.naam), invulling.context)
        if deel.als.actie_is == RITME:
            hulp = f"{had_gekund(item[KEREN])} {vraag.hulp}"
            vraag = vraag._replace(hulp=hulp.strip())
        if item.get(deel.naam) in deel.keuzes:
            # Propose the choice that holds by now.
            vraag = vraag._replace(standaard=item[deel.naam])
        yield vraag._replace(kop=str(item[eerste.naam]))
        if deel.keuzes:
            gekozen = invulling.antwoord(vraag.sleutel)


def _past_bij(deel: Veld, item: Item, gekozen: object) -> bool:
    """Whether *deel* is asked of this item, after what was chosen before it."""
    keren = item.get(KEREN)
    # None is an actie without a rhythm. Of a rhythm that did not come since it was asked last (0)
    # neither kind of question makes sense.
    if deel.als.actie_is == RITME and not keren:
        return False
    if deel.als.actie_is == EENMALIG and keren is not None:
        return False
    return not deel.als.na_keuze or gekozen in deel.als.na_keuze
