"""What a member gave twice: typed for them at the laptop of the lead, and sent by themselves."""

from collections.abc import Iterator, Sequence

from intervisie_cli.model.draaiboek import ID, Veld
from intervisie_cli.model.eender import eender
from intervisie_cli.model.sleutel import DUBBEL, GROEP, Sleutel
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.lines.twice_line import TwiceLine


def vragen(
    veld: Veld,
    items: Sequence[Sleutel],
    invulling: Invulling,
) -> Iterator[Vraag]:
    """Ask of each item that says the same as one before it whether one of the two can go.

    One member alone does not see what the others see, so they are not asked.
    """
    if invulling.context.als:
        return
    eerste: dict[tuple[str, str], Sleutel] = {}
    for item in sorted(items):
        tekst = _uniform(invulling.tekst(item.met(veld.enkelvoud)))
        if item.lid == GROEP or not tekst:
            continue
        eerder = eerste.setdefault((item.lid, tekst), item)
        if eerder != item:
            yield _vraag(veld, eerder, item, invulling)


def _vraag(veld: Veld, eerder: Sleutel, item: Sleutel, invulling: Invulling) -> Vraag:
    # The one of which more was said by now stays.
    weg = min(item, eerder, key=lambda een: _said(een, invulling))
    sleutel = item.met(veld.enkelvoud).bij_coach(DUBBEL)
    naam = invulling.context.groep.roepnaam(item.lid)
    return Vraag(
        sleutel,
        "tekst",
        f"Van {naam} staat dit er twee keer. Eén laten staan? (j/n)",
        kop=invulling.tekst(item.met(veld.enkelvoud)),
        lijn=TwiceLine(sleutel, weg),
        leeg="Enter = ja",
    )


def _said(item: Sleutel, invulling: Invulling) -> int:
    """How much was said of the item."""
    return sum(
        sleutel.item == item and sleutel.deel != ID and waarde not in ("", None)
        for sleutel, waarde in invulling.antwoorden.items()
    )


def _uniform(tekst: str) -> str:
    return " ".join(eender(tekst).split()).strip(" .!?")
