"""Checks an answers document against a draaiboek, and makes it uniform: one validation for every way in."""

import difflib
from collections.abc import Callable
from datetime import date
from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NIEUWE_LEDEN, Veld
from intervisie_cli.model.namen import is_id
from intervisie_cli.model.sessie import STATUSSEN
from intervisie_cli.vragen.tekst import bezwaar, lees_datum, schoon

_ALTIJD = ("stap", "status", "begonnen", "afgerond", "reden", "notulen")
_JA = {"ja": True, "j": True, "nee": False, "n": False}
ID_LENGTE = 8


class Nakijker:
    """Checks one document; *fouten* gathers a Dutch line for each fault, without text of the answers."""

    def __init__(self, context: Context, eerder: dict[str, Any], nieuw_id: Callable[[int], str]) -> None:
        self._context = context
        self._eerder = eerder
        self._nieuw_id = nieuw_id
        self.fouten: list[str] = []

    def kijk_na(self, document: dict[str, Any]) -> dict[str, Any]:
        """Give the uniform data of *document*, keys in the order of the draaiboek; faults go to *fouten*."""
        stap = self._context.stap
        self._onbekend(document, [*_ALTIJD, *(veld.naam for veld in stap.velden)], "")
        status = document.get("status")
        if status is not None and status not in STATUSSEN:
            self.fouten.append(f"status: kan alleen zijn: {', '.join(STATUSSEN)}")
        data: dict[str, Any] = {
            sleutel: self._moment(sleutel, document) for sleutel in ("begonnen", "afgerond") if sleutel in document
        }
        if "notulen" in document:
            data["notulen"] = self._tekst("notulen", document["notulen"] or "", is_lang=True)
        if status == "overgeslagen":
            return data | self._overgeslagen(document)
        for veld in stap.velden:
            waarde = self._veld(veld, document)
            if waarde is not None:
                data[veld.naam] = waarde
        self._voorwaarden(data)
        return data

    def _overgeslagen(self, document: dict[str, Any]) -> dict[str, Any]:
        if not self._context.stap.optioneel:
            self.fouten.append("status: deze stap hoort erbij en kan niet worden overgeslagen")
        reden = self._tekst("reden", document.get("reden") or "", is_lang=False)
        if not reden:
            self.fouten.append("reden: zeg waarom jullie deze stap overslaan")
        return {"status": "overgeslagen", "reden": reden}

    def _onbekend(self, waarde: dict[str, Any], bekend: list[str], waar: str) -> None:
        for sleutel in waarde:
            if sleutel not in bekend:
                lijkt = difflib.get_close_matches(sleutel, bekend, 1)
                tip = f"; bedoel je '{lijkt[0]}'?" if lijkt else ""
                self.fouten.append(f"{waar}{sleutel[:40]}: deze sleutel is onbekend{tip}")

    def _moment(self, sleutel: str, document: dict[str, Any]) -> str:
        from datetime import datetime

        try:
            moment = datetime.fromisoformat(str(document[sleutel]))
        except ValueError:
            moment = None
        if not moment or not moment.tzinfo:
            self.fouten.append(f"{sleutel}: moet een tijdstip met tijdzone zijn, zoals 2026-11-23T19:30:00+01:00")
        return str(document[sleutel])

    def _tekst(self, waar: str, waarde: Any, *, is_lang: bool) -> str:
        if isinstance(waarde, bool) or not isinstance(waarde, str | int):
            self.fouten.append(f"{waar}: moet tekst zijn")
            return ""
        tekst = schoon(str(waarde))
        if reden := bezwaar(tekst, is_lang=is_lang):
            self.fouten.append(f"{waar}: het antwoord {reden}")
        return tekst

    def _veld(self, veld: Veld, document: dict[str, Any]) -> Any:
        waarde = document[veld.naam] if veld.naam in document else self._eerder.get(veld.naam)
        if veld.soort == "inbrenger":
            if waarde not in (None, self._context.inbrenger):
                self.fouten.append(f"{veld.naam}: dat is in deze ronde {self._context.inbrenger}")
            return self._context.inbrenger
        if veld.soort == "leden":
            return self._leden(veld, waarde)
        if veld.soort == "lijst":
            return self._lijst(veld, waarde)
        return self._enkel(veld, veld.naam, waarde)

    def _enkel(self, veld: Veld, waar: str, waarde: Any) -> Any:
        if waarde is None or waarde == "":
            if veld.verplicht:
                self.fouten.append(f"{waar}: dit antwoord ontbreekt")
            return None
        if veld.soort == "ja-nee":
            waarde = _JA.get(waarde, waarde) if isinstance(waarde, str) else waarde
            if not isinstance(waarde, bool):
                self.fouten.append(f"{waar}: moet true of false zijn (of ja of nee)")
            return waarde
        tekst = self._tekst(waar, waarde, is_lang=veld.soort == "lang")
        if not tekst:
            return self._enkel(veld, waar, None)
        if veld.soort == "keuze" and tekst not in veld.keuzes:
            self.fouten.append(f"{waar}: kan alleen zijn: {', '.join(veld.keuzes)}")
        if veld.soort == "lid":
            self._lid(waar, tekst)
        if veld.soort == "datum":
            return self._datum(waar, tekst)
        return tekst

    def _datum(self, waar: str, tekst: str) -> str:
        datum = lees_datum(tekst, self._context.vandaag)
        if not datum:
            self.fouten.append(f"{waar}: moet een datum zijn die bestaat, zoals 2026-12-01")
        return (datum or date.min).isoformat()

    def _lid(self, waar: str, handle: Any, uit: tuple[str, ...] | None = None) -> bool:
        if not isinstance(handle, str) or handle not in self._context.sessie.deelnemers:
            naam = f"'{handle[:30]}' " if isinstance(handle, str) else ""
            self.fouten.append(f"{waar}: {naam}doet niet mee aan deze sessie")
            return False
        if uit is not None and handle not in uit:
            self.fouten.append(f"{waar}: {self._context.groep.roepnaam(handle)} is de inbrenger en geeft dit zelf niet")
            return False
        return True

    def _leden(self, veld: Veld, waarde: Any) -> list[str] | None:
        if waarde is None and not veld.verplicht:
            return None
        gegeven = waarde if isinstance(waarde, list) else []
        gevonden = [lid for lid in dict.fromkeys(map(str, gegeven)) if self._lid(veld.naam, lid)]
        if veld.verplicht:
            # Who brought the question in worded it, so for the inbrenger it is clear.
            mist = [lid for lid in self._context.wie(veld) if lid not in gevonden and lid != self._context.inbrenger]
            if mist:
                namen = ", ".join(map(self._context.groep.roepnaam, mist))
                self.fouten.append(f"{veld.naam}: nog niet van {namen}")
        return gevonden

    def _lijst(self, veld: Veld, waarde: Any) -> list[dict[str, Any]] | None:
        if waarde is None:
            waarde = []
        elif not isinstance(waarde, list):
            self.fouten.append(f"{veld.naam}: moet een lijst zijn")
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
        if isinstance(item, str) and veld.onderdelen[0].soort == "tekst":
            item = {veld.enkelvoud: item}
        if not isinstance(item, dict):
            self.fouten.append(f"{waar}: moet bestaan uit regels 'sleutel: waarde'")
            return None
        wie = self._context.wie(veld)
        eigen = ["id", *(["lid"] if wie else []), *(deel.naam for deel in veld.onderdelen)]
        bekend = self._bekend(veld, item)
        self._onbekend(item, [*eigen, *bekend], f"{waar}, ")
        gezien: dict[str, Any] = {"id": item["id"]} if is_id(item.get("id")) else {}
        if wie:
            if not self._lid(f"{waar}, lid", item.get("lid"), wie):
                return None
            gezien["lid"] = item["lid"]
        for deel in veld.onderdelen:
            if deel.soort == "lijst":
                waarde: Any = self._per_lid(deel, f"{waar}, {deel.naam}", item.get(deel.naam))
            else:
                waarde = self._enkel(deel, f"{waar}, {deel.naam}", item.get(deel.naam))
            if waarde is not None:
                gezien[deel.naam] = waarde
        return (
            bekend | gezien | {sleutel: item[sleutel] for sleutel in item if sleutel in bekend and sleutel not in eigen}
        )

    def _eerder_van(self, veld: Veld, item: dict[str, Any]) -> list[dict[str, Any]]:
        """The earlier items that *item* can be: that with its id, else those with the same lid and text."""
        lijst = self._eerder.get(veld.naam)
        alle = [oud for oud in lijst if isinstance(oud, dict)] if isinstance(lijst, list) else []
        if "id" in item:
            return [oud for oud in alle if oud.get("id") == item["id"]]
        return [oud for oud in alle if all(oud.get(naam) == item.get(naam) for naam in ("lid", veld.enkelvoud))]

    def _bekend(self, veld: Veld, item: dict[str, Any]) -> dict[str, Any]:
        """What the earlier item holds beside the fields of the draaiboek: it stays."""
        namen = {"id", "lid", *(deel.naam for deel in veld.onderdelen)}
        for oud in self._eerder_van(veld, item):
            return {naam: waarde for naam, waarde in oud.items() if naam not in namen}
        return {}

    def _per_lid(self, veld: Veld, waar: str, waarde: Any) -> list[dict[str, Any]] | None:
        if waarde is None:
            return None
        if not isinstance(waarde, list):
            self.fouten.append(f"{waar}: moet een lijst zijn")
            return None
        gevonden: dict[str, dict[str, Any]] = {}
        deel = veld.onderdelen[0]
        for item in waarde:
            if not isinstance(item, dict) or not self._lid(f"{waar}, lid", item.get("lid"), self._context.wie(veld)):
                self.fouten.append(f"{waar}: moet bestaan uit regels 'lid' en '{deel.naam}'")
                continue
            self._onbekend(item, ["lid", deel.naam], f"{waar}, ")
            gevonden[item["lid"]] = {
                "lid": item["lid"],
                deel.naam: self._enkel(deel, f"{waar}, {deel.naam}", item.get(deel.naam)),
            }
        return list(gevonden.values()) or None

    def _quota(self, veld: Veld, lijst: list[dict[str, Any]]) -> None:
        if not veld.verplicht and not lijst:
            return
        for handle in self._context.wie(veld) or ("",):
            aantal = len([item for item in lijst if item.get("lid", "") == handle]) if handle else len(lijst)
            wie = f"{self._context.groep.roepnaam(handle)} " if handle else ""
            if aantal < veld.minstens:
                self.fouten.append(f"{veld.naam}: {wie}{aantal} van {veld.minstens}")
            elif veld.hoogstens is not None and aantal > veld.hoogstens:
                self.fouten.append(f"{veld.naam}: {wie}{aantal}, het kunnen er {veld.hoogstens} zijn")

    def _geef_ids(self, veld: Veld, lijst: list[dict[str, Any]]) -> None:
        """Keep the id of an earlier item with the same lid and text; give the others a new one."""
        gegeven = [item.get("id") for item in lijst]
        gebruikt = set(gegeven)
        for plaats, item in enumerate(lijst):
            if "id" not in item or item["id"] in gegeven[:plaats]:
                oude = [oud["id"] for oud in self._eerder_van(veld, item) if is_id(oud.get("id"))]
                gekozen = next((oud for oud in oude if oud not in gebruikt), None) or self._nieuw_id(ID_LENGTE)
                gebruikt.add(gekozen)
                lijst[plaats] = {**item, "id": gekozen} if "id" in item else {"id": gekozen, **item}

    def _voorwaarden(self, data: dict[str, Any]) -> None:
        for veld in self._context.stap.velden:
            if veld.unaniem and veld.alleen_als and veld.alleen_als != NIEUWE_LEDEN and data.get(veld.alleen_als):
                ja = {item["lid"] for item in data.get(veld.naam) or [] if item.get(veld.enkelvoud) is True}
                if not ja.issuperset(self._context.wie(veld)):
                    self.fouten.append(f"{veld.alleen_als}: kan alleen als ieder lid akkoord is")
