"""Writes in a step file what became of an actie."""

from typing import Any

from intervisie_cli.model.actie import ACTIES, OPVOLGING, Actie
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.plain import Item
from intervisie_cli.records.document import Document
from intervisie_cli.system import IdSource

_ID_LENGTE = 8


class GeenActie(IntervisieError):
    """There is no such actie, or not any more."""

    def __init__(self) -> None:
        super().__init__("Die actie is er niet.", "Typ: intervisie actie")


def add_opvolging(
    document: Document, actie: Item, item: dict[str, Any], new_id: IdSource, tot: str = ""
) -> Document | None:
    """Give the document with *item* behind the opvolging of *actie*, and *tot* as its new day.

    None when its last opvolging says just this already. An actie that was written outside intervisie
    without an id gets one. Raises GeenActie.
    """
    acties = [_copy(er_is) for er_is in document.data.get(ACTIES) or []]
    gevonden = next((er_is for er_is in acties if _is_same(er_is, actie)), None)
    if gevonden is None:
        raise GeenActie
    er_was = Actie(gevonden)
    is_gezegd = {**er_was.laatste, "id": ""} == {**item, "id": ""}
    if is_gezegd and (not tot or gevonden.get("tot") == tot):
        return None
    if not is_gezegd:
        gevonden[OPVOLGING] = [*er_was.opvolging, {"id": new_id(_ID_LENGTE), **item}]
    if tot:
        gevonden["tot"] = tot
    gevonden.setdefault("id", new_id(_ID_LENGTE))
    return document.with_data(document.data | {ACTIES: acties})


def _copy(er_is: Any) -> Any:
    return dict(er_is) if isinstance(er_is, dict) else er_is


def _is_same(er_is: Any, actie: Item) -> bool:
    """Whether both are one actie: by id, and without one by what it says."""
    if not isinstance(er_is, dict):
        return False
    naam = "id" if actie.get("id") else "actie"
    return bool(er_is.get(naam) == actie[naam])
