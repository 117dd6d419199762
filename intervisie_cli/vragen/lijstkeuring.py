"""Checks the items of a list in an answers document, and gives each an id that it keeps."""

from collections.abc import Sequence
from typing import Any

from intervisie_cli.model.actie import ACTIES, OPVOLGING
from intervisie_cli.model.casus import STIL
from intervisie_cli.model.context import KEREN
from intervisie_cli.model.draaiboek import ID, LID, RITME, Veld
from intervisie_cli.model.namen import id_of, is_id
from intervisie_cli.model.plain import Data, Item, items_in
from intervisie_cli.vragen.ongevraagd import ID_LENGTE, keur_opvolging, keur_stil
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.soorten.tekst import Tekst
from intervisie_cli.vragen.vak import Vak


class Lijstkeuring:
    """Checks the items of the list *veld*, that stands at *vak*."""

    def __init__(self, veld: Veld, vak: Vak) -> None:
        self._veld = veld
        self._vak = vak
        self._context = vak.context

    def keur(self, waarde: Any) -> list[Data] | None:
        """The items made uniform, each with an id; None when there are none."""
        if waarde is None:
            waarde = []
        if not isinstance(waarde, list):
            self._vak.fout("moet een lijst zijn")
            return None
        gevonden = []
        for nummer, item in enumerate(waarde, 1):
            gezien = self._item(item, self._vak.item(nummer))
            if gezien:
                gevonden.append(gezien)
        # An item with a fault is not among them: then a number would say nothing.
        if len(gevonden) == len(waarde):
            self._quota(gevonden)
        self._geef_ids(gevonden)
        return gevonden or None

    # ---- one item

    def _item(self, item: Any, vak: Vak) -> Data | None:
        item = self._uitgeschreven(item)
        if not isinstance(item, dict):
            vak.fout("moet bestaan uit regels 'sleutel: waarde'")
            return None
        gezien: Data = {}
        if is_id(item.get(ID)):
            gezien[ID] = item[ID]
        wie = self._context.wie(self._veld)
        if wie:
            lid = item.get(LID)
            # Who was taken out of the sessie keeps what they gave.
            stond_er = lid in self._gaf_dit(item)
            if not stond_er and not vak.onder(LID).lid(lid, wie):
                return None
            gezien[LID] = lid
        for deel in self._veld.meteen:
            gezien |= self._deel(deel, item, {}, vak)
        self._past_bij_soort(gezien, vak)
        # Which item it was before shows only now that its text is uniform.
        oud = next(iter(self._eerder_van(gezien)), {})
        for deel in self._veld.achteraf:
            gezien |= self._deel(deel, item, oud, vak)
        delen = [deel.naam for deel in self._veld.onderdelen]
        eigen = [ID, *gezien, *delen]
        blijft = {}
        for naam in oud:
            if naam not in eigen:
                blijft[naam] = item.get(naam, oud[naam])
        tekst = self._veld.enkelvoud
        if STIL not in item and oud.get(tekst) != gezien.get(tekst):
            # What was silenced, was silenced of other words.
            blijft.pop(STIL, None)
        blijft |= self._ongevraagd(item, vak)
        vak.onbekend(item, [*eigen, *blijft])
        return blijft | gezien

    def _gaf_dit(self, item: Item) -> list[str]:
        """Whose the item is in the file that was there, by its id."""
        sleutel = id_of(item)
        if not sleutel:
            return []
        er_waren = items_in(self._vak.eerder.get(self._veld.naam))
        zelfde = [oud for oud in er_waren if id_of(oud) == sleutel]
        leden = [oud.get(LID) for oud in zelfde]
        return [lid for lid in leden if isinstance(lid, str)]

    def _uitgeschreven(self, item: Any) -> Any:
        """The whole item, when it is only its text, or only the id of one of an earlier sessie."""
        veld = self._veld
        eerste = veld.onderdelen[0]
        if isinstance(item, str) and isinstance(ENKEL.get(eerste.soort), Tekst):
            return {veld.enkelvoud: item}
        if not veld.lijst.bron or not isinstance(item, dict) or veld.enkelvoud in item:
            return item
        for bron in self._context.bron(veld):
            if bron[ID] == item.get(ID) and veld.enkelvoud in bron:
                return {**item, veld.enkelvoud: bron[veld.enkelvoud]}
        return item

    def _deel(
        self,
        deel: Veld,
        item: Item,
        oud: Item,
        vak: Vak,
    ) -> Data:
        """The part *deel* of *item* made uniform, under its name; empty when it is not there."""
        hier = vak.onder(deel.naam)
        waarde = item.get(deel.naam)
        if deel.is_lijst:
            uniform = self._per_lid(deel, waarde, oud.get(deel.naam), hier)
        else:
            uniform = ENKEL[deel.soort].keur(deel, waarde, hier)
        if uniform is None:
            return {}
        return {deel.naam: uniform}

    def _per_lid(
        self,
        veld: Veld,
        waarde: Any,
        oud: Any,
        vak: Vak,
    ) -> list[Data] | None:
        """What each member answered, one entry for each; *oud* is what stood there."""
        if waarde is None:
            return None
        if not isinstance(waarde, list):
            vak.fout("moet een lijst zijn")
            return None
        deel = veld.onderdelen[0]
        wie = self._context.wie(veld)
        gevonden: dict[str, Data] = {}
        for item in waarde:
            if not isinstance(item, dict):
                vak.fout(f"moet bestaan uit regels 'lid' en '{deel.naam}'")
                continue
            if not vak.onder(LID).lid(item.get(LID), wie):
                continue
            lid = item[LID]
            if lid in gevonden:
                vak.fout(f"{self._context.groep.roepnaam(lid)} staat er twee keer")
            # What the draaiboek does not know may stay when it stood there already.
            eerder = _van_lid(lid, items_in(oud))
            vak.onbekend(item, [LID, deel.naam, *eerder])
            hier = vak.onder(deel.naam)
            gegeven = item.get(deel.naam)
            antwoord = ENKEL[deel.soort].keur(deel, gegeven, hier)
            gevonden[lid] = eerder | item | {deel.naam: antwoord}
        return list(gevonden.values()) or None

    def _ongevraagd(self, item: Item, vak: Vak) -> Data:
        """What the item holds that no step asks."""
        gezien: Data = {}
        if STIL in item:
            gezien[STIL] = keur_stil(item[STIL], vak.onder(STIL))
        if self._veld.naam == ACTIES and item.get(OPVOLGING) is not None:
            gezien[OPVOLGING] = keur_opvolging(item[OPVOLGING], vak.onder(OPVOLGING))
        return gezien

    def _past_bij_soort(self, item: Item, vak: Vak) -> None:
        """How often it was done is said of an actie with a rhythm alone."""
        bronnen = self._context.bron(self._veld)
        eenmalig = [bron[ID] for bron in bronnen if bron.get(KEREN) is None]
        if item.get(ID) not in eenmalig:
            return
        for deel in self._veld.meteen:
            if deel.als.actie_is == RITME and deel.naam in item:
                hier = vak.onder(deel.naam)
                hier.fout("hoort bij een actie met een vast ritme")

    # ---- all items together

    def _quota(self, items: Sequence[Item]) -> None:
        """Whether each gave as many as they owe, and no more than can be."""
        if not self._veld.verplicht and not items:
            return
        if not self._context.wie(self._veld):
            self._quotum("", len(items))
        for handle in self._context.owe(self._veld):
            if handle in self._vak.slaan_over:
                continue
            eigen = [item for item in items if item.get(LID) == handle]
            naam = self._context.groep.roepnaam(handle)
            self._quotum(f"{naam} ", len(eigen))

    def _quotum(self, wie: str, aantal: int) -> None:
        vorm = self._veld.lijst
        if aantal < vorm.minstens:
            self._vak.fout(f"{wie}{aantal} van {vorm.minstens}")
        elif vorm.hoogstens is not None and aantal > vorm.hoogstens:
            self._vak.fout(f"{wie}{aantal}, het kunnen er {vorm.hoogstens} zijn")

    # ---- ids

    def _geef_ids(self, items: list[Data]) -> None:
        """Keep the id of an earlier item with the same lid and text; give the others a new one.

        Afterwards every item has an id, and no two have the same.
        """
        gegeven = [item.get(ID) for item in items]
        gebruikt = set(gegeven)
        for nummer, item in enumerate(items):
            if ID in item and item[ID] not in gegeven[:nummer]:
                continue
            gekozen = self._vrij_id(item, gebruikt)
            gebruikt.add(gekozen)
            if ID in item:
                # An id that was typed twice keeps its place among the keys.
                items[nummer] = {**item, ID: gekozen}
            else:
                items[nummer] = {ID: gekozen, **item}

    def _vrij_id(self, item: Item, gebruikt: set[Any]) -> str:
        """The id of an earlier item that *item* can be, else a new one."""
        for oud in self._eerder_van(item):
            if is_id(oud.get(ID)) and oud[ID] not in gebruikt:
                return str(oud[ID])
        return self._vak.new_id(ID_LENGTE)

    def _eerder_van(self, item: Item) -> list[Data]:
        """The earlier items that *item* can be: that with its id, else those with its lid and text.

        What comes from an earlier sessie is among them.
        """
        tekst = self._veld.enkelvoud
        alle = items_in(self._vak.eerder.get(self._veld.naam))
        for bron in self._context.bron(self._veld):
            alle.append({ID: bron[ID], tekst: bron.get(tekst)})
        if ID in item:
            return [oud for oud in alle if oud.get(ID) == item[ID]]
        van_lid = [oud for oud in alle if oud.get(LID) == item.get(LID)]
        return [oud for oud in van_lid if oud.get(tekst) == item.get(tekst)]


def keur_unaniem(data: Item, vak: Vak) -> None:
    """Note a yes to what needs the consent of all, when a member did not give theirs."""
    context = vak.context
    for veld in context.stap.velden:
        if not veld.lijst.unaniem or not data.get(veld.als.na_ja):
            continue
        gegeven = data.get(veld.naam) or []
        ja = {item[LID] for item in gegeven if item.get(veld.enkelvoud) is True}
        if not ja.issuperset(context.owe(veld)):
            vak.onder(veld.als.na_ja).fout("kan alleen als ieder lid akkoord is")


def _van_lid(lid: str, items: list[Data]) -> Data:
    for item in items:
        if item.get(LID) == lid:
            return item
    return {}
