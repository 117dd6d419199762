"""Reads the values of a form one after the other, each as its label says."""

from collections.abc import Sequence

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import ID, LID, Veld
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.plain import Item, items_in
from intervisie_cli.model.sleutel import GROEP, VOLGORDE, Sleutel
from intervisie_cli.model.vraag import Antwoorden, Line, Vraag
from intervisie_cli.vragen import achteraf
from intervisie_cli.vragen.formulier.indeling import Invoer
from intervisie_cli.vragen.formulier.labels import is_asked_of_all
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.itemdelen import next_number
from intervisie_cli.vragen.lines import names
from intervisie_cli.vragen.lines.all_line import AllLine, Cel
from intervisie_cli.vragen.lines.item_line import ItemLine
from intervisie_cli.vragen.lines.onleesbaar import Onleesbaar
from intervisie_cli.vragen.lines.verdict_line import VerdictLine
from intervisie_cli.vragen.lines.words import ALLEMAAL, NIET
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.register import soort_van

_STAAT_ER = "Dit staat er al, met iets anders erachter."


def head_answers(
    veld: Veld,
    item: Sleutel,
    tekst: str,
    context: Context,
    *,
    letterlijk: bool,
) -> Antwoorden:
    """What the line of a new item says. Raises Onleesbaar."""
    deel = veld.onderdelen[0]
    soort = ENKEL[deel.soort]
    if letterlijk:
        return {item.met(deel.naam): soort.lees(deel, tekst, context)}
    lijn = ItemLine(veld, item, context, is_owed=True)
    if item.lid != GROEP:
        # The label said whose it is: a name in the text is text.
        tekst = f"{item.lid}: {tekst}"
    gezegd = _said(lijn, tekst, {})
    eigen = item.met(deel.naam)
    if eigen in gezegd:
        gezegd[eigen] = soort.lees(deel, gezegd[eigen], context)
    return gezegd


def _said(lijn: Line, tekst: str, antwoorden: Antwoorden) -> Antwoorden:
    """What *tekst* says as *lijn*, without what it leaves empty. Raises Onleesbaar."""
    reden = lijn.bezwaar(tekst)
    if reden:
        raise Onleesbaar(reden)
    erbij = lijn.lees(tekst, antwoorden).erbij
    return {sleutel: erbij[sleutel] for sleutel in erbij if erbij[sleutel] != ""}


class Lezing:
    """The answers so far, and which items are there, in their order in the form."""

    def __init__(self, context: Context, front: Item) -> None:
        self._context = context
        self._front = front
        self._antwoorden: Antwoorden = {}
        self._items: dict[str, list[Sleutel]] = {}
        # The item that parts on the next lines belong to; None when that cannot be told.
        self._huidig: dict[str, Sleutel | None] = {}

    def answers(self) -> Antwoorden:
        """All answers, with the order of items that can be put in another one."""
        for veld in self._context.stap.velden:
            items = self._items.get(veld.naam, [])
            if veld.lijst.volgorde and len(items) > 1:
                self._antwoorden[Sleutel(veld.naam, deel=VOLGORDE)] = items
        return self._antwoorden

    def neem(self, invoer: Invoer) -> None:
        """Take in a value; an empty one says nothing. Raises Onleesbaar."""
        veld, deel = invoer.label.veld, invoer.label.deel
        if deel is None and veld.is_lijst:
            self._huidig[veld.naam] = None
        if not invoer.tekst:
            return
        if deel:
            erbij = self._part(invoer, veld, deel)
        elif is_asked_of_all(veld):
            if self._front.get(veld.naam):
                raise Onleesbaar(_STAAT_ER)
            erbij = self._of_all(invoer, veld)
        elif veld.is_lijst:
            erbij = self._item(invoer, veld)
        else:
            self._check_speaker(invoer)
            waarde = soort_van(veld).lees(veld, invoer.tekst, self._context)
            if self._front.get(veld.naam) not in (None, "", waarde):
                raise Onleesbaar(_STAAT_ER)
            erbij = {Sleutel(veld.naam): waarde}
        for sleutel, waarde in erbij.items():
            if self._antwoorden.get(sleutel, waarde) != waarde:
                raise Onleesbaar(_STAAT_ER)
        self._antwoorden |= erbij

    # ---- an item

    def _item(self, invoer: Invoer, veld: Veld) -> Antwoorden:
        lid, tekst = self._whose(invoer, veld)
        self._check_free(veld, lid)
        item = Sleutel(veld.naam, lid, next_number(veld, lid, self._antwoorden))
        erbij = head_answers(
            veld, item, tekst, self._context, letterlijk=invoer.letterlijk
        )
        eigen = item.met(veld.enkelvoud)
        for er_is in self._items.get(veld.naam, []):
            # A merge of two forms can hold an item twice.
            was = self._antwoorden.get(er_is.met(veld.enkelvoud))
            if er_is.lid == lid and was == erbij.get(eigen):
                self._huidig[veld.naam] = er_is
                return {}
        self._huidig[veld.naam] = item
        self._items.setdefault(veld.naam, []).append(item)
        return erbij

    def _check_free(self, veld: Veld, lid: str) -> None:
        """See that the front matter has no item of this member yet. Raises Onleesbaar."""
        er_is = self._front.get(veld.naam)
        if not er_is:
            return
        gaven = [item.get(LID) for item in items_in(er_is)]
        if lid in gaven or lid == GROEP or not gaven:
            raise Onleesbaar(_STAAT_ER)

    def _whose(self, invoer: Invoer, veld: Veld) -> tuple[str, str]:
        """The member whose item it is, and the text without a name. Raises Onleesbaar."""
        leden = self._context.wie(veld)
        if not leden:
            return GROEP, invoer.tekst
        if invoer.naam:
            return self._one_of(invoer.naam, leden), invoer.tekst
        woorden, rest = names.in_front(invoer.tekst)
        if len(woorden) == 1 and not invoer.letterlijk and self._member(woorden[0]):
            return self._one_of(woorden[0], leden), rest
        if len(leden) > 1:
            naam = self._context.groep.roepnaam(leden[0])
            raise Onleesbaar(f"Van wie is dit? Schrijf: {invoer.label.kop(naam=naam)}")
        return leden[0], invoer.tekst

    def _member(self, naam: str) -> str:
        context = self._context
        return names.find(naam, context.sessie.deelnemers, context.groep)

    def _one_of(self, naam: str, leden: Sequence[str]) -> str:
        """The handle of the one among *leden* who is called *naam*. Raises Onleesbaar."""
        lid = self._member(naam)
        if not lid:
            raise Onleesbaar("Deze naam is niet van wie meedoet.")
        if lid not in leden:
            wie = self._context.groep.roepnaam(lid)
            raise Onleesbaar(f"{wie} is de inbrenger en geeft dit zelf niet.")
        return lid

    # ---- a part of an item

    def _part(self, invoer: Invoer, veld: Veld, deel: Veld) -> Antwoorden:
        if deel.in_een_keer:
            return self._at_once(invoer, veld, deel)
        item = self._which(invoer, veld)
        if deel.is_lijst:
            return self._per_lid(invoer, deel, item)
        self._check_speaker(invoer, item.lid)
        reactie = veld.onderdeel(deel.reactie)
        if reactie:
            return _said(VerdictLine(item, deel, reactie), invoer.tekst, {})
        waarde = ENKEL[deel.soort].lees(deel, invoer.tekst, self._context)
        return {item.met(deel.naam): waarde}

    def _which(self, invoer: Invoer, veld: Veld) -> Sleutel:
        """The item that a part is of: the one above it, else the one with its number."""
        items = self._items.get(veld.naam, [])
        if veld.lijst.bron:
            bronnen = self._context.bron(veld)
            items = [Sleutel(veld.naam, bron=bron[ID]) for bron in bronnen]
        if invoer.nummer:
            if invoer.nummer > len(items):
                raise Onleesbaar("Zoveel staan er niet.")
            return items[invoer.nummer - 1]
        item = self._huidig.get(veld.naam)
        if not item:
            raise Onleesbaar(f"Boven deze regel hoort: {voluit(veld.enkelvoud)}.")
        return item

    def _per_lid(self, invoer: Invoer, deel: Veld, item: Sleutel) -> Antwoorden:
        leden = self._context.wie(deel)
        eerste = deel.onderdelen[0]
        soort = ENKEL[eerste.soort]
        if invoer.naam:
            lid = self._one_of(invoer.naam, leden)
            waarde = soort.lees(eerste, invoer.tekst, self._context)
            return {item.met(deel.naam, lid): waarde}
        if not soort.is_ja_nee:
            raise Onleesbaar("Van wie is dit?")
        sleutels = [item.met(deel.naam, lid) for lid in leden]
        cellen = tuple(Cel(sleutel, sleutel.van, 0) for sleutel in sleutels)
        lijn = AllLine(cellen, self._context.groep)
        return _said(lijn, invoer.tekst, {})

    # ---- what is asked of all at once

    def _at_once(self, invoer: Invoer, veld: Veld, deel: Veld) -> Antwoorden:
        items = self._items.get(veld.naam, [])
        invulling = Invulling(self._context, {})
        vraag = next(achteraf.at_once(veld, deel, items, invulling), None)
        if not items or not vraag:
            raise Onleesbaar(f"Er staat nog geen {veld.enkelvoud} boven.")
        if deel.keuzes and invoer.nummer:
            sleutel = self._which(invoer, veld).met(deel.naam)
            soort = ENKEL[deel.soort]
            return {sleutel: soort.lees(deel, invoer.tekst, self._context)}
        return self._line_of(vraag, invoer)

    def _of_all(self, invoer: Invoer, veld: Veld) -> Antwoorden:
        invulling = Invulling(self._context, {})
        if invoer.nummer:
            item = self._which(invoer, veld)
            keuze = veld.onderdelen[1]
            waarde = ENKEL[keuze.soort].lees(keuze, invoer.tekst, self._context)
            return {item.met(keuze.naam): waarde}
        vraag = next(soort_van(veld).vragen(veld, invulling), None)
        if not vraag:
            raise Onleesbaar("Dit wordt hier niet gevraagd.")
        woorden = invoer.tekst.casefold().split()
        if veld.is_namenlijst and not invoer.naam and not _says_which(woorden):
            raise Onleesbaar("Schrijf a als het voor iedereen geldt, of: niet kim")
        erbij = self._line_of(vraag, invoer)
        if veld.lijst.unaniem and False in erbij.values():
            # One no decides, and who said it is not kept.
            return {Sleutel(veld.als.na_ja): False}
        return erbij

    def _line_of(self, vraag: Vraag, invoer: Invoer) -> Antwoorden:
        """What the line of *vraag* says, as far as it is about the item and member named."""
        lijn = vraag.lijn
        if isinstance(lijn, AllLine) and (invoer.nummer or invoer.naam):
            lid = self._member(invoer.naam)
            cellen = tuple(
                cel
                for cel in lijn.cellen
                if invoer.nummer in (0, cel.nummer)
                and (not invoer.naam or cel.lid in ("", lid))
            )
            if not cellen or (invoer.naam and not lid):
                raise Onleesbaar("Deze naam of dit nummer is er niet.")
            lijn = lijn._replace(cellen=cellen)
        if not lijn:
            raise Onleesbaar("Dit vraagt intervisie step.")
        return _said(lijn, invoer.tekst, self._antwoorden)

    def _check_speaker(self, invoer: Invoer, lid: str = "") -> None:
        """See that who is named behind 'van' is the one who answers. Raises Onleesbaar."""
        if not invoer.naam:
            return
        genoemd = self._member(invoer.naam)
        if not genoemd or genoemd not in (lid, self._context.inbrenger):
            raise Onleesbaar("Dit is van een ander; laat 'van …' weg.")


def _says_which(woorden: Sequence[str]) -> bool:
    return bool((NIET | ALLEMAAL) & set(woorden))
