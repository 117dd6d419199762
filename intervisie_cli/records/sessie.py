"""sessie.yaml ↔ Sessie."""

from datetime import date
from typing import Any

from intervisie_cli.model.namen import is_handle, is_id, is_own_name
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import INDIVIDUEEL, Ronde, Sessie
from intervisie_cli.records.document import Document, new_yaml, parse_yaml
from intervisie_cli.records.groep import is_newer, text_of
from intervisie_cli.records.node import YamlFout

BESTAND = "sessie.yaml"
SCHEMA = 1
_NEE = ("nee", "no", "false", "n")


def parse(raw: bytes, folder: str) -> Sessie:
    """Read sessie.yaml of the session in *folder* (relative to the group). Raises YamlFout."""
    document = parse_yaml(raw)
    data = document.data
    if not is_id(data.get("id")):
        raise _fout(document, "id", "ontbreekt of klopt niet")
    draaiboek = data.get("draaiboek")
    # It becomes part of a path, so it must be a name and nothing that leads elsewhere.
    if not isinstance(draaiboek, str) or not is_own_name(draaiboek):
        raise _fout(document, "draaiboek", "ontbreekt of klopt niet")
    datum = _datum(document)
    deelnemers = _deelnemers(document)
    samen = data.get("samen")
    if not isinstance(samen, list):
        samen = []
    return Sessie(
        id=data["id"],
        map=folder,
        draaiboek=draaiboek,
        datum=datum,
        thema=text_of(data.get("thema")),
        deelnemers=tuple(deelnemers),
        begeleider=text_of(data.get("begeleider")),
        notulist=text_of(data.get("notulist")) or INDIVIDUEEL,
        opname=data.get("opname") is True,
        rondes=_rondes(document, deelnemers),
        samen=tuple(str(stap) for stap in samen),
        tot=text_of(data.get("tot")),
        is_nieuwer=is_newer(document, SCHEMA),
        is_prive=_is_prive(data.get("prive")),
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
    rondes = document.data.get("rondes")
    if not isinstance(rondes, list) or not rondes:
        raise _fout(document, "rondes", "moet een lijst zijn met minstens één ronde")
    gevonden = []
    # Rondes count from 1, as people do; the lines of the file go by their place in the list.
    for nummer, ronde in enumerate(rondes, 1):
        regel = document.line_of("rondes", nummer - 1)
        if not isinstance(ronde, dict) or not _is_lid(ronde.get("inbrenger")):
            raise YamlFout("een ronde heeft een 'inbrenger'", regel)
        inbrenger = ronde["inbrenger"]
        if inbrenger not in deelnemers:
            raise YamlFout("deze inbrenger doet niet mee", regel)
        gevonden.append(Ronde(text_of(ronde.get("id")), nummer, inbrenger))
    return tuple(gevonden)


def _is_lid(value: Any) -> bool:
    return isinstance(value, str) and is_handle(value)


def _is_prive(value: Any) -> bool:
    # Anything that does not say no is a yes. Who writes "ja" or "x" here in an editor wants to keep
    # the sessie from others, and what was shared once cannot be taken back.
    if value in (None, False, ""):
        return False
    return str(value).strip().lower() not in _NEE


def new(sessie: Sessie) -> Document:
    """Write a fresh sessie.yaml."""
    rondes = [{"id": ronde.id, "inbrenger": ronde.inbrenger} for ronde in sessie.rondes]
    data: Data = {
        "schema": SCHEMA,
        "id": sessie.id,
        "draaiboek": sessie.draaiboek,
        "datum": sessie.datum.isoformat(),
        "thema": sessie.thema,
        "deelnemers": list(sessie.deelnemers),
        "begeleider": sessie.begeleider,
        "notulist": sessie.notulist,
        "opname": sessie.opname,
        "prive": sessie.is_prive or "",
        "tot": sessie.tot,
        "rondes": rondes,
        "samen": list(sessie.samen),
    }
    # An empty key would be one more thing to wonder about for who opens the file.
    given = {key: value for key, value in data.items() if value not in ("", [])}
    return new_yaml(given)
