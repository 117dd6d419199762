"""What members said in lists that all may see by now, a line each: an item, and what came of it."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID, Veld
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.sleutel import GROEP, Sleutel
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.achteraf import kop_van
from intervisie_cli.vragen.fasen import verborgen
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.itemdelen import items


class Bericht(NamedTuple):
    """What a member said: *kenmerk* tells it from all else, also from other words of theirs."""

    kenmerk: str
    van: str
    tekst: str


def berichten(
    context: Context,
    antwoorden: Antwoorden,
    voorbij: Collection[str],
) -> Iterator[Bericht]:
    """All that members said, without what is hidden as long as only *voorbij* is past."""
    invulling = Invulling(context._replace(als="", elders=()), antwoorden)
    verstopt = verborgen(context.stap, voorbij)
    for veld in context.stap.velden:
        if not veld.is_per_lid or veld.naam in verstopt or veld.lijst.bron:
            continue
        if veld.is_lijst and not veld.lijst.unaniem:
            yield from _of_list(veld, invulling)


def met_erbij(veld: Veld, item: Sleutel, invulling: Invulling) -> str:
    """An item with whose it is, and what was said beside it, such as a tip."""
    delen = [kop_van(veld, item, invulling)]
    for deel in veld.meteen[1:]:
        gezegd = invulling.antwoord(item.met(deel.naam))
        if gezegd and isinstance(gezegd, str) and not deel.is_doener:
            delen.append(f"{voluit(deel.naam)}: {gezegd}")
    return " · ".join(delen)


def _of_list(veld: Veld, invulling: Invulling) -> Iterator[Bericht]:
    context = invulling.context
    naam = context.groep.roepnaam(context.inbrenger)
    for item in items(veld, invulling):
        if item.lid == GROEP:
            continue
        tekst = met_erbij(veld, item, invulling)
        # An item that is not in a file yet has no id.
        welk = invulling.tekst(item.met(ID)) or str(item)
        yield Bericht(f"{welk}/{tekst}", item.lid, tekst)
        gezegd = _said_of(veld, item, invulling)
        if gezegd:
            regel = f"{tekst} → {naam}: {gezegd}"
            yield Bericht(f"{welk}/{regel}", context.inbrenger, regel)


def _said_of(veld: Veld, item: Sleutel, invulling: Invulling) -> str:
    """What the inbrenger answered or said of an item; '' for nothing yet."""
    gezegd, ernaast = [], []
    for deel in veld.achteraf:
        waarde = invulling.antwoord(item.met(deel.naam))
        if not waarde or not isinstance(waarde, str):
            continue
        if deel.in_een_keer:
            # It is a word of its own, and no part of the answer.
            ernaast.append(f"{voluit(deel.naam)}: {waarde}")
        else:
            gezegd.append(waarde)
    delen = [", ".join(gezegd), *ernaast]
    return " · ".join(filter(None, delen))
