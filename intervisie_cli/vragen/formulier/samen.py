"""Writes what one line says of all: of all items, of all members, of all that came earlier."""

from collections.abc import Iterator, Sequence
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID, Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden, Line, Vraag
from intervisie_cli.vragen import achteraf
from intervisie_cli.vragen.formulier.labels import Label
from intervisie_cli.vragen.formulier.pen import Pen
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.soorten.register import soort_van

_EERDER = "<!-- Eerder: "


def at_once(
    pen: Pen,
    veld: Veld,
    deel: Veld,
    items: Sequence[Sleutel],
) -> Iterator[str]:
    """The line about the part *deel* of all *items*."""
    label = pen.labels.van(veld, deel)
    if not label:
        return
    vraag = None
    if items:
        leeg = Invulling(pen.context, {})
        vraag = next(achteraf.at_once(veld, deel, items, leeg), None)
    yield from _in_one_line(pen, label, vraag, items)


def of_all(pen: Pen, label: Label) -> Iterator[str]:
    """The line of a field that everybody answers, or that is about earlier items."""
    vraag = _question(label.veld, pen.context)
    items = []
    if vraag:
        items = [sleutel.item for sleutel in vraag.vult]
    yield from _in_one_line(pen, label, vraag, items)


def choices(veld: Veld, context: Context) -> list[str]:
    """What earlier sessies gave, to name behind the label of *veld*, as comments."""
    if veld.is_vervolg:
        ids = [actie[ID] for actie in context.open_acties]
        regels = [soort_van(veld).schrijf(veld, eigen, context) for eigen in ids]
    elif veld.lijst.bron:
        vraag = _question(veld, context)
        regels = vraag.kop.split("\n") if vraag and vraag.lijn else []
    else:
        regels = []
    return [f"{_EERDER}{regel} -->" for regel in regels]


def is_choice(regel: str) -> bool:
    """Whether the form put this line there: also when the acties are others by now."""
    return regel.startswith(_EERDER) and regel.rstrip().endswith("-->")


def says(lijn: Line, tekst: str, antwoorden: Antwoorden) -> bool:
    """Whether *tekst*, read as *lijn*, gives just these answers."""
    if not tekst or lijn.bezwaar(tekst):
        return False
    erbij = lijn.lees(tekst, antwoorden).erbij
    return all(
        _shown(antwoorden.get(sleutel)) == _shown(erbij.get(sleutel))
        for sleutel in lijn.sleutels
    )


def _shown(waarde: Any) -> str:
    # A number of the file is a text when it is typed.
    return "" if waarde is None else str(waarde)


def _question(veld: Veld, context: Context) -> Vraag | None:
    """The one question that is put to all."""
    leeg = Invulling(context, {})
    return next(soort_van(veld).vragen(veld, leeg), None)


def _in_one_line(
    pen: Pen,
    label: Label,
    vraag: Vraag | None,
    items: Sequence[Sleutel],
) -> Iterator[str]:
    """The line that says it of all; else one for each that somebody said something of."""
    if not vraag or not vraag.lijn:
        yield from pen.line(label.kop(), "")
        return
    tekst = vraag.lijn.schrijf(pen.antwoorden)
    gezegd = [
        sleutel for sleutel in vraag.lijn.sleutels if pen.said(sleutel) is not None
    ]
    if says(vraag.lijn, tekst, pen.antwoorden):
        yield from pen.line(label.kop(), tekst)
        return
    for sleutel in gezegd:
        yield from _of_one(pen, label, sleutel, items)
    if not gezegd:
        # It may be half typed at the prompt.
        half = pen.said(vraag.sleutel)
        yield from pen.line(label.kop(), half if isinstance(half, str) else "")


def _of_one(
    pen: Pen,
    label: Label,
    sleutel: Sleutel,
    items: Sequence[Sleutel],
) -> Iterator[str]:
    """What is said of one item, or by one member, or both."""
    veld = label.veld
    nummer, wie = 0, sleutel.lid
    if sleutel.deel and not veld.lijst.unaniem:
        nummer, wie = items.index(sleutel.item) + 1, sleutel.van
    deel = veld.onderdeel(sleutel.deel) or veld
    if veld.lijst.bron:
        label = pen.labels.van(veld, deel) or label
    if deel.is_lijst:
        deel = deel.onderdelen[0]
    kop = label.kop(nummer, pen.name(wie))
    tekst = pen.value(deel, sleutel)
    yield from pen.line(kop, tekst)
