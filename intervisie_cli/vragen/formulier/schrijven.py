"""Writes the form: a line for each answer, and a blank one for each that is still to come.

Each line is read back before it counts: what would say something else is said in another way.
"""

from collections.abc import Iterator

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import GROEP, Sleutel
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.formulier import samen
from intervisie_cli.vragen.formulier.indeling import LETTERLIJK
from intervisie_cli.vragen.formulier.labels import Label, is_asked_of_all, labels_of
from intervisie_cli.vragen.formulier.lezing import head_answers
from intervisie_cli.vragen.formulier.pen import Pen
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.itemdelen import doer_of, items
from intervisie_cli.vragen.lines.item_line import ItemLine
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.lines.verdict_line import VerdictLine
from intervisie_cli.vragen.script import is_gevraagd
from intervisie_cli.vragen.soorten.register import soort_van

_IN_ITEM = "  "


def form_lines(context: Context, antwoorden: Antwoorden) -> list[str]:
    """The lines of the form, filled in as far as *antwoorden* go."""
    pen = Pen(context, antwoorden, labels_of(context.stap))
    regels: list[str] = []
    is_apart = False
    for regel in _lines(pen):
        if regel is None:
            is_apart = bool(regels)
            continue
        if is_apart:
            regels.append("")
        is_apart = False
        regels.append(regel)
    return regels


def _lines(pen: Pen) -> Iterator[str | None]:
    """Each line, and None where items stand apart."""
    for veld in pen.context.stap.velden:
        label = pen.labels.van(veld)
        if not label or not _is_there(veld, pen):
            continue
        yield from samen.choices(veld, pen.context)
        if is_asked_of_all(veld):
            yield from samen.of_all(pen, label)
        elif veld.is_lijst:
            yield None
            yield from _items(pen, label)
            yield None
        else:
            tekst = pen.value(veld, Sleutel(veld.naam))
            yield from pen.line(label.kop(), tekst)


def _is_there(veld: Veld, pen: Pen) -> bool:
    """Whether *veld* is asked, or was answered when it was."""
    if is_gevraagd(veld, Invulling(pen.context, pen.antwoorden)):
        return True
    is_gezegd = any(sleutel.veld == veld.naam for sleutel in pen.antwoorden)
    return is_gezegd and soort_van(veld).is_gevraagd(veld, pen.context)


# ---- items


def _items(pen: Pen, label: Label) -> Iterator[str | None]:
    veld = label.veld
    er_zijn = items(veld, Invulling(pen.context, pen.antwoorden))
    for item in er_zijn:
        yield from _item(pen, label, item)
        yield None
    for lid in pen.context.owe(veld) or (GROEP,):
        # A list that owes nothing has a blank line too: that tells how to write it.
        van_lid = [item for item in er_zijn if item.lid == lid]
        for _ in range(max(1, veld.lijst.minstens) - len(van_lid)):
            yield from _item(pen, label, Sleutel(veld.naam, lid))
            yield None
    for deel in veld.achteraf:
        if deel.in_een_keer:
            yield from samen.at_once(pen, veld, deel, er_zijn)


def _item(pen: Pen, label: Label, item: Sleutel) -> Iterator[str]:
    """One item with its parts below it; a blank one when it has no number yet."""
    veld = label.veld
    if item.nummer is None:
        pen = pen._replace(antwoorden={})
    tekst, gezegd = _head(pen, veld, item)
    kop = label.kop(naam=pen.name(item.lid))
    yield from pen.line(kop, tekst)
    for deel in veld.onderdelen[1:]:
        if deel.in_een_keer or item.met(deel.naam) in gezegd:
            continue
        if deel.is_lijst:
            yield from _per_lid(pen, veld, deel, item)
            continue
        tekst, samen_gezegd = _with_reaction(pen, veld, deel, item)
        gezegd += samen_gezegd
        yield from _part(pen, veld, deel, tekst)


def _head(
    pen: Pen,
    veld: Veld,
    item: Sleutel,
) -> tuple[str, tuple[Sleutel, ...]]:
    """The line of an item, and the keys that it fills."""
    eigen = item.met(veld.enkelvoud)
    tekst = pen.value(veld.onderdelen[0], eigen)
    waarde = pen.said(eigen)
    if not isinstance(waarde, str):
        return tekst, (eigen,)
    gezegd = {eigen: waarde}
    doener = doer_of(veld)
    if doener:
        wie = item.met(doener.naam)
        if pen.said(wie):
            gezegd[wie] = pen.said(wie)
    lijn = ItemLine(veld, item, pen.context, is_owed=True)
    tekst = lijn.schrijf(gezegd)
    gelezen: Antwoorden = {}
    if not tekst.startswith(LETTERLIJK):
        gelezen = _reads(pen, veld, item, tekst)
    # An inbrenger who does it themselves is named by nobody.
    if gelezen in (gezegd, {eigen: waarde}):
        return tekst, tuple(gelezen)
    return f"{LETTERLIJK}{waarde}", (eigen,)


def _with_reaction(
    pen: Pen,
    veld: Veld,
    deel: Veld,
    item: Sleutel,
) -> tuple[str, tuple[Sleutel, ...]]:
    """What is said in a part, with the reaction behind a choice, and the keys that they fill."""
    reactie = veld.onderdeel(deel.reactie)
    if reactie:
        lijn = VerdictLine(item, deel, reactie)
        tekst = lijn.schrijf(pen.antwoorden)
        if samen.says(lijn, tekst, pen.antwoorden):
            return tekst, lijn.sleutels
    return pen.value(deel, item.met(deel.naam)), ()


def _reads(
    pen: Pen,
    veld: Veld,
    item: Sleutel,
    tekst: str,
) -> Antwoorden:
    try:
        return head_answers(veld, item, tekst, pen.context, letterlijk=False)
    except Onleesbaar:
        return {}


def _part(
    pen: Pen,
    veld: Veld,
    deel: Veld,
    tekst: str,
) -> Iterator[str]:
    label = pen.labels.van(veld, deel)
    # What the line of an item says itself is there only when it was said apart.
    is_stil = deel.is_doener or bool(deel.letter) or _is_reactie(deel, veld)
    if label and (tekst or not is_stil):
        yield from pen.line(label.kop(), tekst, _IN_ITEM)


def _is_reactie(deel: Veld, veld: Veld) -> bool:
    return any(ander.reactie == deel.naam for ander in veld.onderdelen)


def _per_lid(
    pen: Pen,
    veld: Veld,
    deel: Veld,
    item: Sleutel,
) -> Iterator[str]:
    """What each member says of one item, a line for each."""
    label = pen.labels.van(veld, deel)
    if not label:
        return
    for lid in pen.context.wie(deel):
        eigen = item.met(deel.naam, lid)
        tekst = pen.value(deel.onderdelen[0], eigen)
        kop = label.kop(naam=pen.name(lid))
        yield from pen.line(kop, tekst, _IN_ITEM)
