"""A line for one item of a list; a name may stand before it, and a part by its name behind it."""

import re
from typing import Any, NamedTuple

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Veld
from intervisie_cli.model.namen import voluit
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sessie import SAMEN
from intervisie_cli.model.sleutel import GROEP, TERUG, Sleutel
from intervisie_cli.model.vraag import Antwoorden, Wijziging
from intervisie_cli.vragen.itemdelen import (
    by_name,
    doer_of,
    next_number,
    pair_of,
)
from intervisie_cli.vragen.lines import names
from intervisie_cli.vragen.lines.doeners import kept, said, typed
from intervisie_cli.vragen.lines.removed import removed
from intervisie_cli.vragen.lines.words import ALS_SAMEN, GENOEG
from intervisie_cli.vragen.soorten.enkel import ENKEL


class Gelezen(NamedTuple):
    """What a line says: the words in front of its colon that are names, the text, other parts."""

    namen: tuple[str, ...]
    tekst: str
    delen: Item


class ItemLine(NamedTuple):
    """A line for the item *item* of the list *veld*, or for another of somebody who is named.

    *is_owed*: it cannot be left empty. An empty line fills *nog*, the key that says that no more
    follow; where that is None it takes the item away. A number takes over one of the texts *uit*.
    *vol* are the members who gave as many as they can.
    """

    veld: Veld
    item: Sleutel
    context: Context
    is_owed: bool
    nog: Sleutel | None = None
    uit: tuple[str, ...] = ()
    vol: tuple[str, ...] = ()

    def bezwaar(self, getypt: str) -> str:
        """Say why this is no item."""
        if self._is_end(getypt):
            return "Hier hoort een antwoord." if self.is_owed else ""
        deel = self.veld.onderdelen[0]
        reden = self._of_whom(getypt)
        if reden:
            return reden
        gelezen = self._read(getypt)
        if not gelezen.tekst:
            return f"Zet er ook bij: {voluit(deel.naam)}."
        if self._is_per_lid and gelezen.namen:
            reden = self._not_of(gelezen.namen[0])
            if reden:
                return reden
        return ENKEL[deel.soort].bezwaar(gelezen.tekst, self.context.vandaag)

    def lees(self, getypt: str, antwoorden: Antwoorden) -> Wijziging:
        """The item with its parts, or that no more follow."""
        if self._is_end(getypt):
            if self.nog:
                return Wijziging(erbij={self.nog: False})
            return removed(self.item, antwoorden)
        gelezen = self._read(getypt)
        item = self.item
        weg: tuple[Sleutel, ...] = (self._opened_again,)
        erbij: Antwoorden = {}
        if self._is_per_lid and gelezen.namen and gelezen.namen[0] != item.lid:
            lid = gelezen.namen[0]
            nummer = next_number(self.veld, lid, antwoorden)
            item = Sleutel(self.veld.naam, lid, nummer)
            # What was said of it goes along.
            erbij = {
                sleutel._replace(lid=lid, nummer=item.nummer): waarde
                for sleutel, waarde in antwoorden.items()
                if sleutel.item == self.item and not sleutel.coach
            }
            weg, verplaatst = removed(self.item, antwoorden)
            erbij |= verplaatst
        erbij[item.met(self.veld.enkelvoud)] = gelezen.tekst
        for naam, waarde in gelezen.delen.items():
            erbij[item.met(naam)] = waarde
        return Wijziging(weg, erbij)

    def schrijf(self, antwoorden: Antwoorden) -> str:
        """The text, behind who does it when that is not the inbrenger, and before other parts."""
        sleutel = self.item.met(self.veld.enkelvoud)
        tekst = str(antwoorden.get(sleutel) or "")
        paar = pair_of(self.veld)
        if tekst and paar:
            sleutels = [self.item.met(deel.naam) for deel in paar]
            leden = map(antwoorden.get, sleutels)
            namen = " aan ".join(str(lid) for lid in leden if lid)
            if namen:
                tekst = f"{namen}: {tekst}"
        voor = self._in_front(tekst, antwoorden)
        if tekst and voor:
            tekst = f"{voor}: {tekst}"
        for deel in by_name(self.veld):
            gezegd = antwoorden.get(self.item.met(deel.naam))
            if gezegd:
                tekst += f" {deel.naam}: {gezegd}"
        return tekst.strip()

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """The text and the parts of this line."""
        delen = [self.veld.onderdelen[0], *by_name(self.veld)]
        doener = doer_of(self.veld)
        if doener:
            delen.append(doener)
        delen += pair_of(self.veld) or ()
        return tuple(self.item.met(deel.naam) for deel in delen)

    @property
    def _opened_again(self) -> Sleutel:
        """What keeps the item among the questions when it was opened again."""
        return self.item.met(self.veld.enkelvoud).bij_coach(TERUG)

    def _in_front(self, tekst: str, antwoorden: Antwoorden) -> str:
        """The names to write before *tekst*, '' for none."""
        doener = doer_of(self.veld)
        wie = antwoorden.get(self.item.met(doener.naam)) if doener else None
        if wie and wie != self.context.inbrenger:
            return typed(wie)
        namen, _ = self._names(tekst)
        if not namen and not (doener and self._said(tekst)):
            return ""
        # It begins like a name, and that would be taken for whose it is.
        return self.item.lid if self._is_per_lid else self.context.inbrenger

    def _is_end(self, getypt: str) -> bool:
        """Whether the line says that nothing follows: it is empty, or says so in a word."""
        return not getypt or (self.nog is not None and getypt.casefold() in GENOEG)

    def _of_whom(self, getypt: str) -> str:
        """Why the names in front say of nobody here that it is theirs, '' where they do."""
        woorden, _ = names.in_front(getypt)
        buiten = self.context.sessie.begeleider_naam
        if buiten and buiten.casefold() in map(str.casefold, woorden):
            return (
                f"{buiten} is geen lid. Zet het op naam van een lid, of in een notitie."
            )
        if not self._is_per_lid or len(woorden) < 2:
            return ""
        groep = self.context.groep
        leden = [
            names.find(woord, self.context.sessie.deelnemers, groep)
            for woord in woorden
        ]
        if not all(leden):
            return ""
        return f"Zet het op één naam, zoals: {leden[0]}: …"

    @property
    def _is_per_lid(self) -> bool:
        return self.item.lid != GROEP

    def _read(self, getypt: str) -> Gelezen:
        delen: dict[str, Any] = {}
        namen: list[str] = []
        paar = pair_of(self.veld)
        if paar:
            van, aan, tekst = self._from_to(getypt)
            delen = {
                deel.naam: lid
                for deel, lid in zip(paar, (van, aan), strict=True)
                if lid
            }
        else:
            namen, tekst = self._names(getypt)
        if tekst.isdecimal() and 0 < int(tekst) <= len(self.uit):
            tekst = self.uit[int(tekst) - 1]
        doener = doer_of(self.veld)
        if doener:
            wie = namen or self._said(tekst)
            if wie:
                delen[doener.naam] = kept(wie)
        achter = [deel.naam for deel in by_name(self.veld)]
        if achter:
            tekst, gezegd = _behind(achter, tekst)
            delen |= gezegd
        return Gelezen(tuple(namen), tekst, delen)

    def _names(self, getypt: str) -> tuple[list[str], str]:
        """The handles in front of the colon, and the rest; all is text when one is no name."""
        if not self._is_per_lid and not doer_of(self.veld):
            return [], getypt
        woorden, rest = names.in_front(getypt)
        gevonden = []
        for woord in woorden:
            if not self._is_per_lid and woord.casefold() in ALS_SAMEN:
                gevonden.append(SAMEN)
                continue
            lid = names.find(woord, self.context.sessie.deelnemers, self.context.groep)
            if not lid:
                return [], getypt
            gevonden.append(lid)
        if self._is_per_lid and len(gevonden) > 1:
            return [], getypt
        return gevonden, rest if gevonden else getypt

    def _said(self, tekst: str) -> list[str]:
        return said(tekst, self.context.sessie.deelnemers, self.context.groep)

    def _from_to(self, getypt: str) -> tuple[str, str, str]:
        """Whose it is, for whom, and the text, of 'kim aan tim: …'; '' for who is not named."""
        voor, dubbele_punt, tekst = getypt.partition(":")
        delen = re.split(r"\s+(?:aan|voor)\s+|\s*-?>\s*", voor.strip(), maxsplit=1)
        context = self.context
        leden = context.sessie.deelnemers
        gevonden = [names.find(deel, leden, context.groep) for deel in delen]
        if not dubbele_punt or not all(gevonden):
            return "", "", getypt
        if len(gevonden) == 1:
            # Who says it is at the table: for whom it is matters most.
            return "", gevonden[0], tekst.strip()
        return gevonden[0], gevonden[1], tekst.strip()

    def _not_of(self, lid: str) -> str:
        """Why this member gives no item here, '' when they can."""
        roepnaam = self.context.groep.roepnaam(lid)
        if lid not in self.context.wie(self.veld):
            return f"{roepnaam} is de inbrenger en geeft dit zelf niet."
        if self.context.als and lid != self.context.als:
            return "Hier vul je alleen in wat van jou is."
        if lid in self.vol and lid != self.item.lid:
            return f"{roepnaam} heeft er al {self.veld.lijst.hoogstens}, meer kan niet."
        return ""


def _behind(
    namen: list[str],
    tekst: str,
) -> tuple[str, dict[str, str]]:
    """The text before 'naam: …', and by its name what stands behind each."""
    naam = "|".join(namen)
    # Somebody may put it between brackets.
    begin, *rest = re.split(
        rf"[\s,;]*(\(?)\b({naam})\s*:\s*", tekst, flags=re.IGNORECASE
    )
    delen: dict[str, str] = {}
    haken = rest[::3]
    namen_erbij = rest[1::3]
    stukken = rest[2::3]
    for haak, wat, stuk in zip(haken, namen_erbij, stukken, strict=True):
        gezegd = stuk.strip()
        if haak:
            gezegd = gezegd.removesuffix(")")
        if not gezegd:
            continue
        eerder = delen.get(wat.casefold())
        if eerder:
            gezegd = f"{eerder}; {gezegd}"
        delen[wat.casefold()] = gezegd
    return begin.strip(), delen
