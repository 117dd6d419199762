"""Writes in a step file what became of an actie."""

from typing import Any

from intervisie_cli.model.actie import ACTIES, NA, OPVOLGING, Actie
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import id_of
from intervisie_cli.model.plain import Data, Item
from intervisie_cli.records.document import Document
from intervisie_cli.system import IdSource

_ID_LENGTE = 8


class GeenActie(IntervisieError):
    """There is no such actie, or not any more."""

    def __init__(self) -> None:
        super().__init__("Die actie is er niet.", "Typ: intervisie actie")


def add_opvolging(
    document: Document,
    actie: Item,
    item: Data,
    new_id: IdSource,
    tot: str = "",
) -> Document | None:
    """Give the document with *item* behind the opvolging of *actie*, and *tot* as its new day.

    None when its last opvolging says just this already. An actie that was edited outside
    intervisie and has no id gets one. Raises GeenActie.
    """
    acties = list(document.data.get(ACTIES) or [])
    plaats = _find(acties, actie)
    # A copy: what the document holds stays as it was read.
    nieuw = dict(acties[plaats])
    er_was = Actie(acties[plaats])
    laatste = er_was.laatste
    is_gezegd = _said(laatste) == _said(item)
    heeft_dag = not tot or er_was.item.get("tot") == tot
    if is_gezegd and heeft_dag:
        return None
    if not is_gezegd:
        erbij = {"id": new_id(_ID_LENGTE), **item}
        # A laptop whose clock was wrong told of a day that is still to come.
        dag = str(item.get("datum", ""))
        is_eerder = dag < str(laatste.get("datum", ""))
        if is_eerder and id_of(laatste):
            erbij[NA] = id_of(laatste)
        nieuw[OPVOLGING] = [*er_was.opvolging, erbij]
    if tot:
        nieuw["tot"] = tot
    nieuw.setdefault("id", new_id(_ID_LENGTE))
    acties[plaats] = nieuw
    return document.with_data(document.data | {ACTIES: acties})


def _said(keer: Item) -> Data:
    """What an opvolging says, without what only tells which one it is."""
    anders = dict(keer)
    for sleutel in ("id", NA):
        anders.pop(sleutel, None)
    return anders


def _find(acties: list[Any], actie: Item) -> int:
    """Where *actie* stands: by its id, and without one by what it says. Raises GeenActie."""
    naam = "id" if actie.get("id") else "actie"
    for plaats, er_is in enumerate(acties):
        if isinstance(er_is, dict) and er_is.get(naam) == actie[naam]:
            return plaats
    raise GeenActie
