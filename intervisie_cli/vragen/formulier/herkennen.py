"""Which items of a form stood there before: what no line of it shows goes along with them."""

from collections.abc import Iterator

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID, Veld
from intervisie_cli.model.sleutel import GEKOZEN, Sleutel
from intervisie_cli.model.vraag import Antwoorden


def along(context: Context, was: Antwoorden, nu: Antwoorden) -> Antwoorden:
    """What *was* has beside the lines of a form, at the keys of the answers *nu* that it read.

    The id of an item: by that it keeps what became of it. And what people chose at the coach, as
    long as the text is the same.
    """
    is_nu: dict[Sleutel, Sleutel] = {}
    for veld in context.stap.velden:
        is_nu |= _same_items(veld, was, nu)
    mee: Antwoorden = {}
    for sleutel, waarde in was.items():
        item = is_nu.get(sleutel.item, sleutel.item)
        hier = sleutel._replace(nummer=item.nummer)
        if sleutel.deel == ID and sleutel.item in is_nu:
            mee[hier] = waarde
        elif sleutel.coach == GEKOZEN:
            tekst = was.get(sleutel.antwoord)
            if tekst and tekst == nu.get(hier.antwoord):
                mee[hier] = waarde
    return mee


def _same_items(veld: Veld, was: Antwoorden, nu: Antwoorden) -> dict[Sleutel, Sleutel]:
    """The new key of each item that is there still: with its text, else with one much like it."""
    import difflib

    over = dict(_items(veld, was))
    nieuw = dict(_items(veld, nu))
    is_nu: dict[Sleutel, Sleutel] = {}
    for lijkt in (1.0, 0.6):
        for item, tekst in nieuw.items():
            if item in is_nu.values():
                continue
            eigen = [oud for oud in reversed(over) if oud.lid == item.lid]
            van_lid = {over[oud]: oud for oud in eigen}
            for gevonden in difflib.get_close_matches(tekst, van_lid, 1, lijkt):
                is_nu[van_lid[gevonden]] = item
                del over[van_lid[gevonden]]
    return is_nu


def _items(veld: Veld, antwoorden: Antwoorden) -> Iterator[tuple[Sleutel, str]]:
    """The items of a list that somebody gave, with their text."""
    for sleutel, waarde in antwoorden.items():
        if sleutel.nummer is None or sleutel.veld != veld.naam:
            continue
        if sleutel == sleutel.item.met(veld.enkelvoud):
            yield sleutel.item, str(waarde)
