"""What became of an actie: an item of its `opvolging`, in the file in which the actie stands."""

from typing import Any

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import bestanden
from intervisie_cli.groep.verleden import lijst, newest
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.model.verslag import KEER, OPVOLGING, Item
from intervisie_cli.records.document import Document, parse_markdown
from intervisie_cli.system import IdSource

STATUSSEN = {
    "klaar": "gedaan",
    "gedaan": "gedaan",
    "deels": "deels",
    "bezig": "bezig",
    "vervallen": "vervallen",
    "open": "open",
}
"""What people type, and what stands in the file."""


class GeenActie(IntervisieError):
    """There is no such actie, or not any more."""

    def __init__(self) -> None:
        super().__init__("Die actie is er niet.", "Typ: intervisie actie")


_Files = dict[str, bytes | None]


def add(
    document: Document, actie: Item, item: dict[str, Any], new_id: IdSource, tot: str = ""
) -> Document | None:
    """Give the document with *item* behind the opvolging of *actie*, and *tot* as its new day. Raises GeenActie.

    None when its last opvolging says just this already. What a hand wrote without an id gets one.
    """
    acties = [
        dict(er_is) if isinstance(er_is, dict) else er_is
        for er_is in document.data.get("acties") or []
    ]
    gevonden = next(
        (er_is for er_is in acties if isinstance(er_is, dict) and _is_same(er_is, actie)), None
    )
    if gevonden is None:
        raise GeenActie
    is_gezegd = {**newest(gevonden), "id": ""} == {**item, "id": ""}
    if is_gezegd and (not tot or gevonden.get("tot") == tot):
        return None
    if not is_gezegd:
        gevonden[OPVOLGING] = [*lijst(gevonden, OPVOLGING), {"id": new_id(8), **item}]
    if tot:
        gevonden["tot"] = tot
    gevonden.setdefault("id", new_id(8))
    return document.with_data(document.data | {"acties": acties})


def _is_same(er_is: Item, actie: Item) -> bool:
    naam = "id" if actie.get("id") else "actie"
    return bool(er_is.get(naam) == actie[naam])


def of_terugblik(
    omgeving: Omgeving, sessie: Sessie, terugblik: list[dict[str, Any]]
) -> tuple[_Files, _Files]:
    """The files of earlier sessies that change by what a terugblik says of their acties, and what stood in them."""
    from intervisie_cli.flows.actie import ritme
    from intervisie_cli.flows.terugblik.log import acties_met

    files: _Files = {}
    basis: _Files = {}
    gezegd = {item["id"]: item for item in terugblik if item.get("status") and item.get("id")}
    for treffer in acties_met(omgeving, gezegd):
        over = gezegd[treffer.actie["id"]]
        if treffer.pad not in basis:
            basis[treffer.pad] = files[treffer.pad] = bestanden.read(omgeving.root, treffer.pad)
        raw = files[treffer.pad]
        item: dict[str, Any] = {"datum": sessie.datum.isoformat(), "status": over["status"]}
        item |= ritme.geteld(treffer, sessie.datum, omgeving.groep, over.get(KEER))
        if over.get("opmerking"):
            item["opmerking"] = over["opmerking"]
        tot = str(over.get("tot") or "")
        if raw is None or (
            over["status"] == treffer.actie["status"] and len(item) == 2 and not tot
        ):
            continue  # nothing new
        document = bestanden.parse_as(treffer.pad, raw, parse_markdown)
        if nieuw := add(document, treffer.actie, item, omgeving.new_id, tot):
            files[treffer.pad] = nieuw.text().encode()
    veranderd = {pad for pad, raw in files.items() if raw != basis[pad]}
    return {pad: files[pad] for pad in veranderd}, {pad: basis[pad] for pad in veranderd}
