"""Checks the items of a list in an answers document, and gives each an id that it keeps."""

from typing import TYPE_CHECKING, Any

from intervisie_cli.model.actie import ACTIES, OPVOLGING, OPVOLGING_VELDEN
from intervisie_cli.model.context import KEREN
from intervisie_cli.model.draaiboek import ID, LID, RITME, Veld
from intervisie_cli.model.namen import is_id
from intervisie_cli.model.plain import items_in
from intervisie_cli.model.verslag import STIL
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.tekst import Tekst

if TYPE_CHECKING:
    from intervisie_cli.vragen.keuring import Keuring

ID_LENGTE = 8
Item = dict[str, Any]


class Lijstkeuring:
    """Checks the items of the list *veld*; faults go to *keuring*."""

    def __init__(self, keuring: "Keuring", veld: Veld) -> None:
        self._keuring = keuring
        self._veld = veld
        self._context = keuring.context
        self._fout = keuring.fout

    def keur(self, waarde: Any) -> list[Item] | None:
        """The items made uniform, each with an id; None when there are none."""
        if waarde is None:
            waarde = []
        if not isinstance(waarde, list):
            self._fout(f"{self._veld.naam}: moet een lijst zijn")
            return None
        gevonden = []
        for nummer, item in enumerate(waarde, 1):
            gezien = self._item(f"{self._veld.naam} {nummer}", item)
            if gezien:
                gevonden.append(gezien)
        if len(gevonden) == len(waarde):
            self._quota(gevonden)
        self._geef_ids(gevonden)
        return gevonden or None

    def _item(self, waar: str, item: Any) -> Item | None:
        item = self._uitgeschreven(item)
        if not isinstance(item, dict):
            self._fout(f"{waar}: moet bestaan uit regels 'sleutel: waarde'")
            return None
        veld, wie = self._veld, self._context.wie(self._veld)
        gezien: Item = {ID: item[ID]} if is_id(item.get(ID)) else {}
        if wie:
            if not self._keuring.lid(f"{waar}, lid", item.get(LID), wie):
                return None
            gezien[LID] = item[LID]
        for deel in veld.meteen:
            gezien |= self._deel(deel, waar, item, {})
        self._past_bij_soort(waar, gezien)
        oud = next(iter(self._eerder_van(gezien)), {})
        for deel in veld.achteraf:
            gezien |= self._deel(deel, waar, item, oud)
        eigen = {ID, *gezien, *(deel.naam for deel in veld.onderdelen)}
        bekend = self._beside_the_parts(waar, item, oud, gezien, eigen)
        self._keuring.onbekend(item, [*eigen, *bekend], f"{waar}, ")
        return bekend | gezien

    def _beside_the_parts(
        self, waar: str, item: Item, oud: Item, gezien: Item, eigen: set[str]
    ) -> Item:
        """What an item holds beside the fields of the draaiboek: what the earlier one held stays."""
        veld = self._veld
        bekend = {naam: item.get(naam, waarde) for naam, waarde in oud.items() if naam not in eigen}
        if STIL in item:
            bekend[STIL] = self._stil(f"{waar}, {STIL}", item[STIL])
        elif oud.get(veld.enkelvoud) != gezien.get(veld.enkelvoud):
            bekend.pop(STIL, None)  # it was about other words
        if veld.naam == ACTIES and item.get(OPVOLGING) is not None:
            bekend[OPVOLGING] = self._opvolging(f"{waar}, {OPVOLGING}", item[OPVOLGING])
        return bekend

    def _past_bij_soort(self, waar: str, item: Item) -> None:
        """How often it was done is said of an actie with a rhythm alone."""
        bronnen = self._context.bron(self._veld)
        zonder = [bron[ID] for bron in bronnen if bron.get(KEREN) is None]
        if item.get(ID) not in zonder:
            return
        for deel in self._veld.meteen:
            if deel.als.actie_is == RITME and deel.naam in item:
                self._fout(f"{waar}, {deel.naam}: hoort bij een actie met een vast ritme")

    def _deel(self, deel: Veld, waar: str, item: Item, oud: Item) -> Item:
        waar, waarde = f"{waar}, {deel.naam}", item.get(deel.naam)
        if deel.is_lijst:
            waarde = self._per_lid(deel, waar, waarde, oud.get(deel.naam))
        else:
            waarde = ENKEL[deel.soort].keur(self._keuring, deel, waar, waarde)
        return {} if waarde is None else {deel.naam: waarde}

    def _uitgeschreven(self, item: Any) -> Any:
        """An item that is only its text, or only the id of one of an earlier sessie, with all that it stands for."""
        veld = self._veld
        if isinstance(item, str) and isinstance(ENKEL.get(veld.onderdelen[0].soort), Tekst):
            return {veld.enkelvoud: item}
        if not veld.lijst.bron or not isinstance(item, dict) or veld.enkelvoud in item:
            return item
        for bron in self._context.bron(veld):
            if bron[ID] == item.get(ID) and veld.enkelvoud in bron:
                return {**item, veld.enkelvoud: bron[veld.enkelvoud]}
        return item

    def _eerder_van(self, item: Item) -> list[Item]:
        """The earlier items that *item* can be: that with its id, else those with the same lid and text.

        What comes from an earlier sessie is among them.
        """
        tekst = self._veld.enkelvoud
        bronnen = self._context.bron(self._veld)
        alle = items_in(self._keuring.eerder.get(self._veld.naam))
        alle += [{ID: bron[ID], tekst: bron.get(tekst)} for bron in bronnen]
        if ID in item:
            return [oud for oud in alle if oud.get(ID) == item[ID]]
        zelfde = (item.get(LID), item.get(tekst))
        return [oud for oud in alle if (oud.get(LID), oud.get(tekst)) == zelfde]

    def _per_lid(self, veld: Veld, waar: str, waarde: Any, oud: Any) -> list[Item] | None:
        """What each member answered, one entry for each."""
        if waarde is None:
            return None
        if not isinstance(waarde, list):
            self._fout(f"{waar}: moet een lijst zijn")
            return None
        gevonden: dict[str, Item] = {}
        deel, wie = veld.onderdelen[0], self._context.wie(veld)
        for item in waarde:
            is_item = isinstance(item, dict)
            if not is_item or not self._keuring.lid(f"{waar}, lid", item.get(LID), wie):
                self._fout(f"{waar}: moet bestaan uit regels 'lid' en '{deel.naam}'")
                continue
            lid = item[LID]
            if lid in gevonden:
                self._fout(f"{waar}: {self._context.groep.roepnaam(lid)} staat er twee keer")
            eerder: Item = next((ander for ander in items_in(oud) if ander.get(LID) == lid), {})
            self._keuring.onbekend(item, [LID, deel.naam, *eerder], f"{waar}, ")
            plek = f"{waar}, {deel.naam}"
            antwoord = ENKEL[deel.soort].keur(self._keuring, deel, plek, item.get(deel.naam))
            gevonden[lid] = eerder | item | {deel.naam: antwoord}
        return list(gevonden.values()) or None

    def _opvolging(self, waar: str, waarde: Any) -> list[Item] | None:
        """What came of an actie since; no step asks it."""
        if not _is_items(waarde):
            self._fout(f"{waar}: moet een lijst zijn van regels 'sleutel: waarde'")
            return None
        gevonden = []
        for nummer, item in enumerate(waarde, 1):
            hier = f"{waar} {nummer}"
            bekend = [ID, *(veld.naam for veld in OPVOLGING_VELDEN)]
            self._keuring.onbekend(item, bekend, f"{hier}, ")
            gezien: Item = {ID: item[ID] if is_id(item.get(ID)) else self._new_id()}
            for veld in OPVOLGING_VELDEN:
                gezien |= self._deel(veld, hier, item, {})
            gevonden.append(gezien)
        return gevonden

    def _stil(self, waar: str, waarde: Any) -> list[dict[str, str]] | None:
        """The rules that this item is not held to, each with a reason."""
        if not _is_items(waarde):
            self._fout(f"{waar}: moet een lijst zijn van regels 'regel' en 'reden'")
            return None
        gevonden = []
        for nummer, item in enumerate(waarde, 1):
            self._keuring.onbekend(item, ["regel", "reden"], f"{waar} {nummer}, ")
            delen = {naam: item.get(naam) or "" for naam in ("regel", "reden")}
            gevonden.append(
                {
                    naam: self._keuring.tekst(f"{waar} {nummer}, {naam}", tekst, is_lang=False)
                    for naam, tekst in delen.items()
                }
            )
        return gevonden or None

    def _quota(self, items: list[Item]) -> None:
        """Whether each gave as many as they owe, and no more than can be."""
        veld, vorm = self._veld, self._veld.lijst
        if not veld.verplicht and not items:
            return
        for handle in self._context.wie(veld) or ("",):
            eigen = [item for item in items if not handle or item.get(LID, "") == handle]
            aantal = len(eigen)
            wie = f"{self._context.groep.roepnaam(handle)} " if handle else ""
            if aantal < vorm.minstens:
                self._fout(f"{veld.naam}: {wie}{aantal} van {vorm.minstens}")
            elif vorm.hoogstens is not None and aantal > vorm.hoogstens:
                self._fout(f"{veld.naam}: {wie}{aantal}, het kunnen er {vorm.hoogstens} zijn")

    def _geef_ids(self, items: list[Item]) -> None:
        """Keep the id of an earlier item with the same lid and text; give the others a new one."""
        gegeven = [item.get(ID) for item in items]
        gebruikt = set(gegeven)
        for plaats, item in enumerate(items):
            if ID in item and item[ID] not in gegeven[:plaats]:
                continue
            oude = [oud[ID] for oud in self._eerder_van(item) if is_id(oud.get(ID))]
            vrij = [oud for oud in oude if oud not in gebruikt]
            gekozen = vrij[0] if vrij else self._new_id()
            gebruikt.add(gekozen)
            # An id that was typed twice keeps its place among the keys.
            items[plaats] = {**item, ID: gekozen} if ID in item else {ID: gekozen, **item}

    def _new_id(self) -> str:
        return self._keuring.new_id(ID_LENGTE)


def keur_unaniem(keuring: "Keuring", data: Item) -> None:
    """Whether each member agreed to what needs the consent of all."""
    for veld in keuring.context.stap.velden:
        if not veld.lijst.unaniem or not data.get(veld.als.na_ja):
            continue
        gegeven = data.get(veld.naam) or []
        ja = {item[LID] for item in gegeven if item.get(veld.enkelvoud) is True}
        if not ja.issuperset(keuring.context.wie(veld)):
            keuring.fout(f"{veld.als.na_ja}: kan alleen als ieder lid akkoord is")


def _is_items(waarde: Any) -> bool:
    return isinstance(waarde, list) and all(isinstance(item, dict) for item in waarde)
