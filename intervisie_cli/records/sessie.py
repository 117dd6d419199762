"""sessie.yaml ↔ Sessie."""

import re
from datetime import date
from typing import Any

from intervisie_cli.model.aanwezig import Aanwezig
from intervisie_cli.model.draaiboek import PER_RONDE, PER_SESSIE, Stapvorm
from intervisie_cli.model.eender import zichtbaar
from intervisie_cli.model.namen import (
    RONDE,
    is_handle,
    is_id,
    is_own_name,
    is_ronde_folder,
    is_stap,
    ronde_folder,
)
from intervisie_cli.model.plain import Data, items_in
from intervisie_cli.model.sessie import INDIVIDUEEL, Ronde, Sessie
from intervisie_cli.records import handles
from intervisie_cli.records.document import Document, new_yaml, parse_yaml
from intervisie_cli.records.groep import is_newer, text_of
from intervisie_cli.records.node import YamlFout
from intervisie_cli.taal.tekst import bezwaar

BESTAND = "sessie.yaml"
SCHEMA = 1
# More than fit in any evening: each takes a folder of files.
MAX_RONDES = 100
# The keys, in the order in which they are written.
ORDER = (
    "schema",
    "id",
    "draaiboek",
    "datum",
    "thema",
    "deelnemers",
    "aanwezig",
    "begeleider",
    "notulist",
    "opname",
    "prive",
    "om",
    "tot",
    "elke",
    "afgerond",
    "reden",
    "rondes",
    "samen",
    "stappen",
)
_NEE = ("nee", "no", "false", "n")
_ID = re.compile(rb"^id: *[\"']?([a-z0-9]+)", re.MULTILINE)


def parse(raw: bytes, folder: str) -> Sessie:
    """Read sessie.yaml of the session in *folder* (relative to the group). Raises YamlFout."""
    return read(raw, folder)[0]


def read(
    raw: bytes,
    folder: str,
    eerder: handles.Eerder = handles.NIEMAND,
) -> tuple[Sessie, Document]:
    """The same, with the document itself, and members by their handle of now. Raises YamlFout."""
    document = parse_yaml(raw)
    if eerder:
        document = _by_now(document, eerder)
    return _sessie(document, folder), document


def _by_now(document: Document, eerder: handles.Eerder) -> Document:
    gelezen = handles.by_now(document, eerder)
    data = dict(gelezen.data)
    rondes = []
    for nummer, ronde in enumerate(items_in(document.data.get("rondes")), 1):
        inbrenger = text_of(ronde.get("inbrenger"))
        nu = eerder.get(inbrenger, inbrenger)
        # The folder is called after the handle of then.
        folder = ronde.get("map") or ronde_folder(nummer, inbrenger)
        rondes.append({**ronde, "inbrenger": nu, "map": folder})
    if rondes:
        data["rondes"] = rondes
    return gelezen.seen_as(data)


def id_in(raw: bytes) -> str:
    """The id in the bytes of a sessie.yaml, '' for none: very many are not parsed for it."""
    match = _ID.search(raw)
    return match[1].decode() if match else ""


def _sessie(document: Document, folder: str) -> Sessie:
    data = document.data
    if not is_id(data.get("id")):
        raise _fout(document, "id", "ontbreekt of klopt niet")
    draaiboek = data.get("draaiboek")
    # It becomes part of a path, so it must be a name and nothing that leads elsewhere.
    if not isinstance(draaiboek, str) or not is_own_name(draaiboek):
        raise _fout(document, "draaiboek", "ontbreekt of klopt niet")
    datum = _datum(document)
    deelnemers = _deelnemers(document)
    stappen = _stappen(document)
    return Sessie(
        id=data["id"],
        map=folder,
        draaiboek=draaiboek,
        datum=datum,
        thema=text_of(data.get("thema")),
        deelnemers=tuple(deelnemers),
        begeleider=text_of(data.get("begeleider")),
        begeleider_naam=_name_outside(data.get("begeleider")),
        notulist=text_of(data.get("notulist")) or INDIVIDUEEL,
        opname=data.get("opname") is True,
        rondes=_rondes(document, deelnemers),
        samen=_samen(data.get("samen"), stappen),
        tot=text_of(data.get("tot")),
        is_nieuwer=is_newer(document, SCHEMA),
        is_prive=_is_private(data),
        aanwezig=aanwezig_in(data.get("aanwezig")),
        is_afgerond=_is_yes(data.get("afgerond")),
        reden=text_of(data.get("reden")),
        stappen=stappen,
        om=text_of(data.get("om")),
        elke=text_of(data.get("elke")),
    )


def _fout(document: Document, sleutel: str, reden: str) -> YamlFout:
    return YamlFout(f"'{sleutel}' {reden}", document.line_of(sleutel))


def _datum(document: Document) -> date:
    try:
        return date.fromisoformat(str(document.data.get("datum")))
    except ValueError:
        reden = "moet een datum zijn, zoals 2026-11-23"
        raise _fout(document, "datum", reden) from None


def _deelnemers(document: Document) -> list[str]:
    deelnemers = document.data.get("deelnemers")
    if (
        not isinstance(deelnemers, list)
        or not deelnemers
        or not all(map(_is_lid, deelnemers))
    ):
        raise _fout(document, "deelnemers", "moet een lijst van leden zijn")
    return deelnemers


def _rondes(document: Document, deelnemers: list[str]) -> tuple[Ronde, ...]:
    # A group may decide in the call who brings in.
    rondes = document.data.get("rondes") or []
    if not isinstance(rondes, list):
        raise _fout(document, "rondes", "moet een lijst van rondes zijn")
    if len(rondes) > MAX_RONDES:
        raise _fout(document, "rondes", "is te lang")
    gevonden = []
    # Rondes count from 1, as people do; the lines of the file go by their place in the list.
    for nummer, ronde in enumerate(rondes, 1):
        regel = document.line_of("rondes", nummer - 1)
        if not isinstance(ronde, dict) or not _is_lid(ronde.get("inbrenger")):
            raise YamlFout("een ronde heeft een 'inbrenger'", regel)
        inbrenger = ronde["inbrenger"]
        is_vervallen = _is_yes(ronde.get("vervallen"))
        # Who was to bring in and did not come takes part no more.
        if inbrenger not in deelnemers and not is_vervallen:
            raise YamlFout("deze inbrenger doet niet mee", regel)
        folder = text_of(ronde.get("map"))
        # Own notulen have a folder beside those of the rondes.
        if folder and not is_ronde_folder(folder):
            raise YamlFout(f"'map' van een ronde begint met '{RONDE}'", regel)
        ronde_id = text_of(ronde.get("id"))
        gevonden.append(Ronde(ronde_id, nummer, inbrenger, folder, is_vervallen))
    return _in_own_folder(gevonden)


def _in_own_folder(rondes: list[Ronde]) -> tuple[Ronde, ...]:
    """Each folder once: two laptops may have begun the same ronde."""
    per_map: dict[str, Ronde] = {}
    for ronde in rondes:
        per_map.setdefault(ronde.map, ronde)
    return tuple(per_map.values())


def aanwezig_in(value: Any) -> tuple[Aanwezig, ...]:
    """Who is there for a part of the sessie; what says nothing of that is passed over."""
    gevonden = []
    for item in items_in(value):
        lid = text_of(item.get("lid"))
        if lid:
            kenmerk = text_of(item.get("id"))
            van = text_of(item.get("van"))
            tot = text_of(item.get("tot"))
            gevonden.append(Aanwezig(kenmerk, lid, van, tot))
    return tuple(gevonden)


def _name_outside(value: Any) -> str:
    """The name of a begeleider who is no member, '' for none."""
    if not isinstance(value, dict):
        return ""
    return text_of(value.get("naam"))


def _stappen(document: Document) -> tuple[Stapvorm, ...]:
    """The steps that the sessie was made with; () in a file of before they were kept."""
    stappen = document.data.get("stappen") or []
    if not isinstance(stappen, list):
        raise _fout(document, "stappen", "moet een lijst van stappen zijn")
    gevonden = []
    for plaats, stap in enumerate(stappen):
        # A step that were passed over would give the next ones another number, and so other files.
        if not _is_stapvorm(stap):
            reden = f"een stap heeft een 'id', en als 'per' {PER_SESSIE} of {PER_RONDE}"
            raise YamlFout(reden, document.line_of("stappen", plaats))
        titel = text_of(stap.get("titel"))
        # It goes into messages, as that of a draaiboek does, so the same may stand in it.
        if bezwaar(zichtbaar(titel), is_lang=False):
            titel = ""
        naam = stap["id"]
        gevonden.append(Stapvorm(naam, titel or naam, stap["per"]))
    return tuple(gevonden)


def _samen(value: Any, stappen: tuple[Stapvorm, ...]) -> tuple[str, ...]:
    """The steps that are done once: as the kept steps say, else as a file of before does."""
    if stappen:
        return tuple(stap.naam for stap in stappen if stap.per == PER_SESSIE)
    if not isinstance(value, list):
        return ()
    return tuple(map(str, value))


def _is_stapvorm(value: Any) -> bool:
    if not isinstance(value, dict) or not is_stap(value.get("id")):
        return False
    return value.get("per") in (PER_SESSIE, PER_RONDE)


def _is_lid(value: Any) -> bool:
    return isinstance(value, str) and is_handle(value)


def _is_yes(value: Any) -> bool:
    # Anything that does not say no is a yes. Who writes "ja" or "x" in an editor to keep a sessie
    # private means that, and what was shared once cannot be taken back.
    if value in (None, False, ""):
        return False
    return str(value).strip().lower() not in _NEE


def _is_private(data: Data) -> bool:
    # However somebody spells it: what was meant to be private must not be looked up by others.
    return any(
        naam.casefold().startswith("priv") and _is_yes(waarde)
        for naam, waarde in data.items()
    )


def new(sessie: Sessie) -> Document:
    """Write a fresh sessie.yaml."""
    rondes = [
        {"id": ronde.id, "inbrenger": ronde.inbrenger, "map": ronde.map}
        for ronde in sessie.rondes
    ]
    stappen = [
        {"id": stap.naam, "titel": stap.titel, "per": stap.per}
        for stap in sessie.stappen
    ]
    data: Data = {
        "schema": SCHEMA,
        "id": sessie.id,
        "draaiboek": sessie.draaiboek,
        "datum": sessie.datum.isoformat(),
        "thema": sessie.thema,
        "deelnemers": list(sessie.deelnemers),
        "begeleider": sessie.begeleider or _outside(sessie.begeleider_naam),
        "notulist": sessie.notulist,
        "opname": sessie.opname,
        "prive": sessie.is_prive or "",
        "om": sessie.om,
        "tot": sessie.tot,
        "elke": sessie.elke,
        "rondes": rondes,
        "stappen": stappen,
    }
    # An empty key would be one more thing to wonder about for who opens the file.
    leeg: tuple[object, ...] = ("", [])
    given = {key: value for key, value in data.items() if value not in leeg}
    return new_yaml(given)


def _outside(naam: str) -> Data | str:
    """How a begeleider who is no member stands there, '' for none."""
    return {"naam": naam} if naam else ""
