"""Checks what an item may hold though no step asks it: what came of an actie, and silences."""

from typing import Any

from intervisie_cli.model.actie import OPVOLGING_VELDEN
from intervisie_cli.model.draaiboek import ID
from intervisie_cli.model.namen import is_id
from intervisie_cli.model.plain import Data
from intervisie_cli.vragen.soorten.enkel import ENKEL
from intervisie_cli.vragen.vak import Vak

ID_LENGTE = 8
_STIL_DELEN = ("regel", "reden")


def keur_opvolging(waarde: Any, vak: Vak) -> list[Data] | None:
    """What came of an actie since it was recorded, each time with an id; None for a fault."""
    if not _is_items(waarde):
        vak.fout("moet een lijst zijn van regels 'sleutel: waarde'")
        return None
    bekend = [ID, *(veld.naam for veld in OPVOLGING_VELDEN)]
    gevonden = []
    for nummer, item in enumerate(waarde, 1):
        hier = vak.item(nummer)
        hier.onbekend(item, bekend)
        eigen = item.get(ID)
        if not is_id(eigen):
            eigen = vak.new_id(ID_LENGTE)
        gezien = {ID: eigen}
        for veld in OPVOLGING_VELDEN:
            soort = ENKEL[veld.soort]
            gegeven = item.get(veld.naam)
            gezegd = soort.keur(veld, gegeven, hier.onder(veld.naam))
            if gezegd is not None:
                gezien[veld.naam] = gezegd
        gevonden.append(gezien)
    return gevonden


def keur_stil(waarde: Any, vak: Vak) -> list[dict[str, str]] | None:
    """The rules that an item is not held to, each with a reason; None for none, or for a fault."""
    if not _is_items(waarde):
        vak.fout("moet een lijst zijn van regels 'regel' en 'reden'")
        return None
    gevonden = []
    for nummer, item in enumerate(waarde, 1):
        hier = vak.item(nummer)
        hier.onbekend(item, [*_STIL_DELEN])
        gezien = {}
        for naam in _STIL_DELEN:
            tekst = item.get(naam) or ""
            gezien[naam] = hier.onder(naam).tekst(tekst, is_lang=False)
        gevonden.append(gezien)
    return gevonden or None


def _is_items(waarde: Any) -> bool:
    return isinstance(waarde, list) and all(isinstance(item, dict) for item in waarde)
