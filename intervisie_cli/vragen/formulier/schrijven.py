"""Writes the form: a line for each answer, and a blank one for each that is still to come.

Each line is read back before it counts: what would say something else is said in another way.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.sleutel import GROEP, Sleutel
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.vragen import achteraf, lijstvragen
from intervisie_cli.vragen.formulier.indeling import LETTERLIJK, is_label
from intervisie_cli.vragen.formulier.labels import (
    Label,
    is_asked_of_all,
    labels_of,
)
from intervisie_cli.vragen.formulier.lezen import head_answers
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.lines.all_line import ALLEMAAL, Onleesbaar
from intervisie_cli.vragen.lines.item_line import ItemLine, doer_of, nog_van
from intervisie_cli.vragen.lines.verdict_line import VerdictLine
from intervisie_cli.vragen.script import is_gevraagd
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.register import soort_van

_MARGE = "    "


def form_lines(context: Context, antwoorden: Antwoorden) -> list[str]:
    """The lines of the form, filled in as far as *antwoorden* go."""
    regels: list[str] = []
    is_apart = False
    for regel in _Schrijver(context, antwoorden).lines():
        if regel is None:
            is_apart = bool(regels)
            continue
        if is_apart:
            regels.append("")
        is_apart = False
        regels.append(regel)
    return regels


def comments(context: Context) -> list[str]:
    """The items of earlier sessies by their number, for the lines that name those."""
    regels: list[str] = []
    for veld in context.stap.velden:
        if veld.lijst.bron and is_gevraagd(veld, Invulling(context, {})):
            regels += _numbered(veld, context)
    return regels


class _Schrijver:
    """Writes the fields of a step one after the other."""

    def __init__(self, context: Context, antwoorden: Antwoorden) -> None:
        self._context = context
        self._antwoorden = antwoorden
        self._invulling = Invulling(context, antwoorden)
        self._labels = labels_of(context.stap)

    def lines(self) -> Iterator[str | None]:
        """Each line, and None where items stand apart."""
        for veld in self._context.stap.velden:
            label = self._labels.van(veld)
            if not label or not self._is_there(veld):
                continue
            if is_asked_of_all(veld):
                yield from _numbered(veld, self._context)
                yield from self._of_all(label)
            elif veld.is_lijst:
                yield None
                yield from self._items(label)
                yield None
            else:
                yield from self._single(label)

    def _is_there(self, veld: Veld) -> bool:
        """Whether *veld* is asked, or was answered when it was."""
        if is_gevraagd(veld, self._invulling):
            return True
        is_gezegd = any(sleutel.veld == veld.naam for sleutel in self._antwoorden)
        return is_gezegd and soort_van(veld).is_gevraagd(veld, self._context)

    def _single(self, label: Label) -> Iterator[str]:
        veld = label.veld
        waarde = self._antwoorden.get(Sleutel(veld.naam))
        tekst = ""
        if waarde not in (None, ""):
            tekst = soort_van(veld).schrijf(veld, waarde, self._context)
        yield from self._line(label.kop(), _literal(tekst))

    def _line(self, kop: str, tekst: str, marge: str = "") -> Iterator[str]:
        """The label with a text; more lines of it stand indented below."""
        eerste, *rest = tekst.split("\n")
        yield f"{marge}- {kop} {eerste}".rstrip()
        for regel in rest:
            yield f"{_MARGE}{self._as_text(regel)}".rstrip()

    def _as_text(self, regel: str) -> str:
        """A line that goes on with a text, so that it is not taken for another one."""
        is_plain = regel[:1].strip() and not regel.startswith(LETTERLIJK)
        if not regel or (is_plain and not is_label(regel, self._labels)):
            return regel
        return f"{LETTERLIJK}{regel}"

    # ---- items

    def _items(self, label: Label) -> Iterator[str | None]:
        veld = label.veld
        items = lijstvragen.items(veld, self._invulling)
        for item in items:
            yield from self._item(label, item)
            yield None
        leden = self._context.owe(veld) or (GROEP,)
        for lid in leden:
            # A list that owes nothing has a blank line too: that tells how to write it.
            er_zijn = [item for item in items if item.lid == lid]
            for _ in range(max(1, veld.lijst.minstens) - len(er_zijn)):
                yield from self._item(label, Sleutel(veld.naam, lid))
                yield None
        for deel in veld.achteraf:
            if deel.in_een_keer:
                yield from self._at_once(veld, deel, items)

    def _item(self, label: Label, item: Sleutel) -> Iterator[str]:
        """One item, a blank one when it has no number yet."""
        veld = label.veld
        naam = ""
        if item.lid != GROEP:
            naam = self._context.groep.roepnaam(item.lid)
        tekst, gezegd = self._head(veld, item)
        yield from self._line(label.kop(naam=naam), tekst)
        reacties = [deel.reactie for deel in veld.onderdelen if deel.reactie]
        for deel in veld.onderdelen[1:]:
            if deel.in_een_keer:
                continue
            yield from self._part(veld, deel, item, gezegd, reacties)

    def _head(self, veld: Veld, item: Sleutel) -> tuple[str, Antwoorden]:
        """The line of an item, and what it says."""
        deel = veld.onderdelen[0]
        waarde = self._antwoorden.get(item.met(deel.naam))
        if item.nummer is None or waarde in (None, ""):
            return "", {}
        gezegd = {item.met(deel.naam): waarde}
        doener = doer_of(veld)
        if doener and self._antwoorden.get(item.met(doener.naam)):
            sleutel = item.met(doener.naam)
            gezegd[sleutel] = self._antwoorden[sleutel]
        lijn = ItemLine(veld, item, self._context, True, nog_van(veld, self._context))
        tekst = lijn.schrijf(gezegd)
        if not isinstance(waarde, str):
            tekst = ENKEL[deel.soort].schrijf(deel, waarde, self._context)
        # An inbrenger who does it themselves is named by nobody.
        stil = {
            sleutel: gezegd[sleutel] for sleutel in gezegd if sleutel.deel == deel.naam
        }
        if not tekst.startswith(LETTERLIJK) and self._reads(veld, item, tekst) in (
            gezegd,
            stil,
        ):
            return tekst, self._reads(veld, item, tekst)
        return f"{LETTERLIJK}{waarde}", stil

    def _reads(self, veld: Veld, item: Sleutel, tekst: str) -> Antwoorden:
        try:
            return head_answers(veld, item, tekst, self._context, letterlijk=False)
        except Onleesbaar:
            return {}

    # ---- parts of an item

    def _part(
        self,
        veld: Veld,
        deel: Veld,
        item: Sleutel,
        gezegd: Antwoorden,
        reacties: Sequence[str],
    ) -> Iterator[str]:
        label = self._labels.van(veld, deel)
        if not label:
            return
        if deel.is_lijst:
            yield from self._per_lid(label, deel, item)
            return
        sleutel = item.met(deel.naam)
        waarde = self._antwoorden.get(sleutel)
        is_er = item.nummer is not None and waarde not in (None, "")
        tekst = ""
        if is_er and sleutel not in gezegd:
            tekst = _literal(ENKEL[deel.soort].schrijf(deel, waarde, self._context))
        reactie = veld.onderdeel(deel.reactie)
        if reactie and is_er:
            lijn = VerdictLine(item, deel, reactie)
            samen = lijn.schrijf(self._antwoorden)
            if _says(lijn, samen, self._antwoorden):
                tekst = samen
                gezegd |= {
                    ander: self._antwoorden.get(ander) for ander in lijn.sleutels
                }
        # What the sentence of an item says itself is there only when it was said apart.
        is_stil = deel.is_doener or bool(deel.letter) or deel.naam in reacties
        if tekst or not is_stil:
            yield from self._line(label.kop(), tekst, marge="  ")

    def _per_lid(self, label: Label, deel: Veld, item: Sleutel) -> Iterator[str]:
        """What each member says of one item, a line for each."""
        eerste = deel.onderdelen[0]
        for lid in self._context.wie(deel):
            waarde = self._antwoorden.get(item.met(deel.naam, lid))
            tekst = ""
            if item.nummer is not None and waarde not in (None, ""):
                tekst = ENKEL[eerste.soort].schrijf(eerste, waarde, self._context)
            naam = self._context.groep.roepnaam(lid)
            yield from self._line(label.kop(naam=naam), _literal(tekst), marge="  ")

    # ---- what is asked of all at once

    def _at_once(
        self, veld: Veld, deel: Veld, items: Sequence[Sleutel]
    ) -> Iterator[str]:
        label = self._labels.van(veld, deel)
        if not label:
            return
        invulling = Invulling(self._context, {})
        vraag = next(achteraf.at_once(veld, deel, items, invulling), None)
        if not items or not vraag:
            yield from self._line(label.kop(), "")
            return
        eerste = deel.onderdelen[0] if deel.is_lijst else deel
        yield from self._in_one_line(label, vraag, eerste, items)

    def _of_all(self, label: Label) -> Iterator[str]:
        veld = label.veld
        vraag = next(soort_van(veld).vragen(veld, Invulling(self._context, {})), None)
        if not vraag:
            yield from self._line(label.kop(), "")
            return
        items = [sleutel.item for sleutel in vraag.vult]
        eerste = veld.onderdelen[1] if veld.lijst.bron else veld
        if veld.lijst.unaniem:
            eerste = veld.onderdelen[0]
        yield from self._in_one_line(label, vraag, eerste, items)

    def _in_one_line(
        self, label: Label, vraag: Vraag, deel: Veld, items: Sequence[Sleutel]
    ) -> Iterator[str]:
        """The line that says it of all; where some are open, a line for each that is not."""
        lijn = vraag.lijn
        gezegd = [sleutel for sleutel in vraag.vult if self._is_said(sleutel)]
        half = self._antwoorden.get(vraag.sleutel)
        if lijn and _says(lijn, lijn.schrijf(self._antwoorden), self._antwoorden):
            tekst = lijn.schrijf(self._antwoorden)
            if label.veld.is_namenlijst and tekst not in ALLEMAAL:
                tekst = f"niet {tekst}"
            yield from self._line(label.kop(), tekst)
        elif gezegd:
            for sleutel in gezegd:
                yield from self._of_one(label, deel, sleutel, items)
        else:
            # It may be half typed at the prompt.
            yield from self._line(label.kop(), half if isinstance(half, str) else "")

    def _of_one(
        self, label: Label, deel: Veld, sleutel: Sleutel, items: Sequence[Sleutel]
    ) -> Iterator[str]:
        wie = sleutel.van or sleutel.lid
        nummer = 0
        if sleutel.item in items and not label.veld.is_namenlijst:
            nummer = list(dict.fromkeys(items)).index(sleutel.item) + 1
            wie = sleutel.van
        naam = self._context.groep.roepnaam(wie) if wie else ""
        waarde = self._antwoorden[sleutel]
        tekst = "j" if waarde is True else "n"
        if not isinstance(waarde, bool):
            tekst = ENKEL[deel.soort].schrijf(deel, waarde, self._context)
        yield from self._line(label.kop(nummer, naam), tekst)

    def _is_said(self, sleutel: Sleutel) -> bool:
        return self._antwoorden.get(sleutel) not in (None, "")


def _says(lijn: Any, tekst: str, antwoorden: Antwoorden) -> bool:
    """Whether *tekst*, read as *lijn*, gives just these answers."""
    if not tekst or lijn.bezwaar(tekst):
        return False
    erbij = lijn.lees(tekst, antwoorden).erbij
    return all(
        (antwoorden.get(sleutel) or "") == (erbij.get(sleutel) or "")
        if not isinstance(antwoorden.get(sleutel), bool)
        else antwoorden[sleutel] == erbij.get(sleutel)
        for sleutel in lijn.sleutels
    )


def _literal(tekst: str) -> str:
    return f"{LETTERLIJK}{tekst}" if tekst.startswith(LETTERLIJK) else tekst


def _numbered(veld: Veld, context: Context) -> list[str]:
    """The items of earlier sessies that a line names by their number, as comments."""
    if not veld.lijst.bron:
        return []
    vraag = next(soort_van(veld).vragen(veld, Invulling(context, {})), None)
    if not vraag or not isinstance(vraag.kop, str):
        return []
    return [f"<!-- {regel} -->" for regel in vraag.kop.split("\n")]
