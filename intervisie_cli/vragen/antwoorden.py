"""Checks an answers document against a draaiboek, and makes it uniform: one validation for every way in."""

from collections.abc import Callable
from typing import Any

from intervisie_cli.model.context import KEREN, Context
from intervisie_cli.model.draaiboek import ACTIE, RITME, Veld
from intervisie_cli.model.namen import is_id
from intervisie_cli.model.sessie import ACTIE_STATUSSEN, KLAAR, OVERGESLAGEN
from intervisie_cli.model.verslag import KEER, OPVOLGING, STIL, VAN
from intervisie_cli.vragen.keuring import Keuring
from intervisie_cli.vragen.script import is_gevraagd

_ALTIJD = ("stap", "status", "begonnen", "afgerond", "reden", "notulen")
_KAN = (KLAAR, OVERGESLAGEN)
ACTIES = "acties"
ID_LENGTE = 8
_OPVOLGING = (
    Veld("datum", "datum", verplicht=True),
    Veld("lid", "lid"),
    Veld("status", "keuze", verplicht=True, keuzes=ACTIE_STATUSSEN),
    Veld(KEER, "aantal"),
    Veld(VAN, "aantal"),
    Veld("opmerking", "tekst"),
)


def _items(lijst: Any) -> list[dict[str, Any]]:
    """The items of a list as it stands in a file, without what is none."""
    return [item for item in lijst if isinstance(item, dict)] if isinstance(lijst, list) else []


class Nakijker:
    """Checks one document against the draaiboek and what the step held *eerder*."""

    def __init__(
        self, context: Context, eerder: dict[str, Any], nieuw_id: Callable[[int], str]
    ) -> None:
        self._context = context
        self._eerder = eerder
        self._nieuw_id = nieuw_id
        self._keuring = Keuring(context)
        self._fout = self._keuring.fouten.append

    @property
    def fouten(self) -> list[str]:
        """A Dutch line for each fault, without text of the answers."""
        return self._keuring.fouten

    def kijk_na(self, document: dict[str, Any]) -> dict[str, Any]:
        """Give the uniform data of *document*, keys in the order of the draaiboek; faults go to *fouten*."""
        stap = self._context.stap
        self._keuring.onbekend(document, [*_ALTIJD, *(veld.naam for veld in stap.velden)], "")
        status = document.get("status")
        if status is not None and status not in _KAN:
            self._fout(f"status: kan hier alleen zijn: {', '.join(_KAN)}")
        data = self._keuring.momenten(document)
        if "notulen" in document:
            notulen = document["notulen"]
            data["notulen"] = self._keuring.tekst(
                "notulen", "" if notulen is None else notulen, is_lang=True
            )
        if status == OVERGESLAGEN:
            return data | self._overgeslagen(document)
        if document.get("reden") is not None:
            self._fout(f"reden: hoort alleen bij 'status: {OVERGESLAGEN}'")
        for veld in stap.velden:
            waarde = self._veld(veld, document, data)
            if waarde is not None:
                data[veld.naam] = waarde
        self._unaniem(data)
        return data

    def _overgeslagen(self, document: dict[str, Any]) -> dict[str, Any]:
        if not self._context.stap.optioneel:
            self._fout("status: deze stap hoort erbij en kan niet worden overgeslagen")
        for veld in self._context.stap.velden:
            if document.get(veld.naam) is not None:
                self._fout(f"{veld.naam}: hoort niet bij een stap die jullie overslaan")
        reden = self._keuring.tekst("reden", document.get("reden") or "", is_lang=False)
        if not reden:
            self._fout("reden: zeg waarom jullie deze stap overslaan")
        return {"status": OVERGESLAGEN, "reden": reden}

    def _veld(self, veld: Veld, document: dict[str, Any], tot_nu: dict[str, Any]) -> Any:
        waarde = document[veld.naam] if veld.naam in document else self._eerder.get(veld.naam)
        if veld.soort != "inbrenger" and not is_gevraagd(veld, self._context, tot_nu):
            if veld.unaniem:
                return None  # who said no is not kept
            # Nobody owes it here; what is given all the same stays.
            veld = veld._replace(verplicht=False)
        if veld.soort == "inbrenger":
            if waarde not in (None, self._context.inbrenger):
                self._fout(f"{veld.naam}: dat is in deze ronde {self._context.inbrenger}")
            return self._context.inbrenger
        if veld.soort == "leden":
            return self._leden(veld, waarde)
        if veld.soort == ACTIE:
            return self._keuring.actie(veld.naam, waarde, self._eerder.get(veld.naam))
        if veld.soort == "lijst":
            return self._lijst(veld, waarde)
        return self._keuring.enkel(veld, veld.naam, waarde)

    def _leden(self, veld: Veld, waarde: Any) -> list[str] | None:
        if waarde is None and not veld.verplicht:
            return None
        if waarde is not None and not isinstance(waarde, list):
            self._fout(f"{veld.naam}: moet een lijst zijn")
            return None
        gegeven = waarde or []
        gevonden = [
            lid for lid in dict.fromkeys(map(str, gegeven)) if self._keuring.lid(veld.naam, lid)
        ]
        if veld.verplicht:
            # Who brought the question in worded it, so for the inbrenger it is clear.
            mist = [
                lid
                for lid in self._context.wie(veld)
                if lid not in gevonden and lid != self._context.inbrenger
            ]
            if mist:
                namen = ", ".join(map(self._context.groep.roepnaam, mist))
                self._fout(f"{veld.naam}: nog niet van {namen}")
        return gevonden

    def _lijst(self, veld: Veld, waarde: Any) -> list[dict[str, Any]] | None:
        if waarde is None:
            waarde = []
        elif not isinstance(waarde, list):
            self._fout(f"{veld.naam}: moet een lijst zijn")
            return None
        gevonden = []
        for nummer, item in enumerate(waarde, 1):
            gezien = self._item(veld, f"{veld.naam} {nummer}", item)
            if gezien:
                gevonden.append(gezien)
        if len(gevonden) == len(waarde):
            self._quota(veld, gevonden)
        self._geef_ids(veld, gevonden)
        return gevonden or None

    def _item(self, veld: Veld, waar: str, item: Any) -> dict[str, Any] | None:
        item = self._uitgeschreven(veld, item)
        if not isinstance(item, dict):
            self._fout(f"{waar}: moet bestaan uit regels 'sleutel: waarde'")
            return None
        gezien: dict[str, Any] = {"id": item["id"]} if is_id(item.get("id")) else {}
        if self._context.wie(veld):
            if not self._keuring.lid(f"{waar}, lid", item.get("lid"), self._context.wie(veld)):
                return None
            gezien["lid"] = item["lid"]
        for deel in veld.meteen:
            gezien |= self._deel(deel, waar, item, {})
        self._past_bij_soort(veld, waar, gezien)
        oud = next(iter(self._eerder_van(veld, gezien)), {})
        for deel in veld.achteraf:
            gezien |= self._deel(deel, waar, item, oud)
        eigen = {"id", *gezien, *(deel.naam for deel in veld.onderdelen)}
        # What the earlier item holds beside the fields of the draaiboek stays.
        bekend = {naam: item.get(naam, waarde) for naam, waarde in oud.items() if naam not in eigen}
        if STIL in item:
            bekend[STIL] = self._stil(f"{waar}, {STIL}", item[STIL])
        elif oud.get(veld.enkelvoud) != gezien.get(veld.enkelvoud):
            bekend.pop(STIL, None)  # it was about other words
        if veld.naam == ACTIES and item.get(OPVOLGING) is not None:
            bekend[OPVOLGING] = self._opvolging(f"{waar}, {OPVOLGING}", item[OPVOLGING])
        self._keuring.onbekend(item, [*eigen, *bekend], f"{waar}, ")
        return bekend | gezien

    def _past_bij_soort(self, veld: Veld, waar: str, item: dict[str, Any]) -> None:
        """How often it was done is said of an actie with a rhythm alone."""
        zonder = [bron["id"] for bron in self._context.bron(veld) if bron.get(KEREN) is None]
        for deel in veld.meteen:
            if deel.alleen_als == RITME and deel.naam in item and item.get("id") in zonder:
                self._fout(f"{waar}, {deel.naam}: hoort bij een actie met een vast ritme")

    def _deel(
        self, deel: Veld, waar: str, item: dict[str, Any], oud: dict[str, Any]
    ) -> dict[str, Any]:
        waar, waarde = f"{waar}, {deel.naam}", item.get(deel.naam)
        if deel.soort == "lijst":
            waarde = self._per_lid(deel, waar, waarde, oud.get(deel.naam))
        else:
            waarde = self._keuring.enkel(deel, waar, waarde)
        return {} if waarde is None else {deel.naam: waarde}

    def _uitgeschreven(self, veld: Veld, item: Any) -> Any:
        """An item that is only its text, or only the id of one of an earlier sessie, with all that it stands for."""
        if isinstance(item, str) and veld.onderdelen[0].soort == "tekst":
            return {veld.enkelvoud: item}
        if veld.bron and isinstance(item, dict) and veld.enkelvoud not in item:
            bron = next(
                (eerder for eerder in self._context.bron(veld) if eerder["id"] == item.get("id")),
                {},
            )
            return {
                **item,
                **{naam: waarde for naam, waarde in bron.items() if naam == veld.enkelvoud},
            }
        return item

    def _eerder_van(self, veld: Veld, item: dict[str, Any]) -> list[dict[str, Any]]:
        """The earlier items that *item* can be: that with its id, else those with the same lid and text.

        What comes from an earlier sessie is among them.
        """
        alle = [
            *_items(self._eerder.get(veld.naam)),
            *(
                {"id": b["id"], veld.enkelvoud: b.get(veld.enkelvoud)}
                for b in self._context.bron(veld)
            ),
        ]
        if "id" in item:
            return [oud for oud in alle if oud.get("id") == item["id"]]
        return [
            oud
            for oud in alle
            if all(oud.get(naam) == item.get(naam) for naam in ("lid", veld.enkelvoud))
        ]

    def _per_lid(self, veld: Veld, waar: str, waarde: Any, oud: Any) -> list[dict[str, Any]] | None:
        if waarde is None:
            return None
        if not isinstance(waarde, list):
            self._fout(f"{waar}: moet een lijst zijn")
            return None
        gevonden: dict[str, dict[str, Any]] = {}
        deel = veld.onderdelen[0]
        for item in waarde:
            if not isinstance(item, dict) or not self._keuring.lid(
                f"{waar}, lid", item.get("lid"), self._context.wie(veld)
            ):
                self._fout(f"{waar}: moet bestaan uit regels 'lid' en '{deel.naam}'")
                continue
            lid = item["lid"]
            if lid in gevonden:
                self._fout(f"{waar}: {self._context.groep.roepnaam(lid)} staat er twee keer")
            eerder: dict[str, Any] = next(
                (ander for ander in _items(oud) if ander.get("lid") == lid), {}
            )
            self._keuring.onbekend(item, ["lid", deel.naam, *eerder], f"{waar}, ")
            antwoord = self._keuring.enkel(deel, f"{waar}, {deel.naam}", item.get(deel.naam))
            gevonden[lid] = eerder | item | {deel.naam: antwoord}
        return list(gevonden.values()) or None

    def _opvolging(self, waar: str, waarde: Any) -> list[dict[str, Any]] | None:
        """What came of an actie since; no step asks it."""
        if not isinstance(waarde, list) or not all(isinstance(item, dict) for item in waarde):
            self._fout(f"{waar}: moet een lijst zijn van regels 'sleutel: waarde'")
            return None
        gevonden = []
        for nummer, item in enumerate(waarde, 1):
            hier = f"{waar} {nummer}"
            self._keuring.onbekend(item, ["id", *(veld.naam for veld in _OPVOLGING)], f"{hier}, ")
            gezien = {"id": item["id"] if is_id(item.get("id")) else self._nieuw_id(ID_LENGTE)}
            for veld in _OPVOLGING:
                gezien |= self._deel(veld, hier, item, {})
            gevonden.append(gezien)
        return gevonden

    def _stil(self, waar: str, waarde: Any) -> list[dict[str, str]] | None:
        """The rules that this item is not held to, each with a reason."""
        if not isinstance(waarde, list) or not all(isinstance(item, dict) for item in waarde):
            self._fout(f"{waar}: moet een lijst zijn van regels 'regel' en 'reden'")
            return None
        gevonden = []
        for nummer, item in enumerate(waarde, 1):
            self._keuring.onbekend(item, ["regel", "reden"], f"{waar} {nummer}, ")
            delen = {naam: item.get(naam) or "" for naam in ("regel", "reden")}
            gevonden.append(
                {
                    n: self._keuring.tekst(f"{waar} {nummer}, {n}", w, is_lang=False)
                    for n, w in delen.items()
                }
            )
        return gevonden or None

    def _quota(self, veld: Veld, lijst: list[dict[str, Any]]) -> None:
        if not veld.verplicht and not lijst:
            return
        for handle in self._context.wie(veld) or ("",):
            aantal = (
                len([item for item in lijst if item.get("lid", "") == handle])
                if handle
                else len(lijst)
            )
            wie = f"{self._context.groep.roepnaam(handle)} " if handle else ""
            if aantal < veld.minstens:
                self._fout(f"{veld.naam}: {wie}{aantal} van {veld.minstens}")
            elif veld.hoogstens is not None and aantal > veld.hoogstens:
                self._fout(f"{veld.naam}: {wie}{aantal}, het kunnen er {veld.hoogstens} zijn")

    def _geef_ids(self, veld: Veld, lijst: list[dict[str, Any]]) -> None:
        """Keep the id of an earlier item with the same lid and text; give the others a new one."""
        gegeven = [item.get("id") for item in lijst]
        gebruikt = set(gegeven)
        for plaats, item in enumerate(lijst):
            if "id" not in item or item["id"] in gegeven[:plaats]:
                oude = [oud["id"] for oud in self._eerder_van(veld, item) if is_id(oud.get("id"))]
                gekozen = next(
                    (oud for oud in oude if oud not in gebruikt), None
                ) or self._nieuw_id(ID_LENGTE)
                gebruikt.add(gekozen)
                lijst[plaats] = {**item, "id": gekozen} if "id" in item else {"id": gekozen, **item}

    def _unaniem(self, data: dict[str, Any]) -> None:
        for veld in self._context.stap.velden:
            if veld.unaniem and data.get(veld.alleen_als):
                ja = {
                    item["lid"]
                    for item in data.get(veld.naam) or []
                    if item.get(veld.enkelvoud) is True
                }
                if not ja.issuperset(self._context.wie(veld)):
                    self._fout(f"{veld.alleen_als}: kan alleen als ieder lid akkoord is")
