"""What became of an actie: an item of its `opvolging`, in the file in which the actie stands."""

from typing import Any

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugkijken import acties_met
from intervisie_cli.groep import bestanden
from intervisie_cli.groep.verleden import lijst
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records.document import Document, parse_markdown

STATUSSEN = {
    "klaar": "gedaan",
    "deels": "deels",
    "bezig": "bezig",
    "vervallen": "vervallen",
    "open": "open",
}
"""What people type, and what stands in the file."""

_Files = dict[str, bytes | None]


def add(document: Document, actie: str, item: dict[str, Any], tot: str = "") -> Document | None:
    """Give the document with *item* behind the opvolging of the actie with that id, and *tot* as its new day.

    None when the actie is not in it, or its last opvolging says just this already.
    """
    acties = [dict(er_is) if isinstance(er_is, dict) else er_is for er_is in document.data.get("acties") or []]
    gevonden = next((er_is for er_is in acties if isinstance(er_is, dict) and er_is.get("id") == actie), None)
    if gevonden is None:
        return None
    eerder = lijst(gevonden, "opvolging")
    is_gezegd = bool(eerder) and {**eerder[-1], "id": ""} == {**item, "id": ""}
    if is_gezegd and (not tot or gevonden.get("tot") == tot):
        return None
    if not is_gezegd:
        gevonden["opvolging"] = [*eerder, item]
    if tot:
        gevonden["tot"] = tot
    return document.with_data(document.data | {"acties": acties})


def of_terugblik(omgeving: Omgeving, sessie: Sessie, terugblik: list[dict[str, Any]]) -> tuple[_Files, _Files]:
    """The files of earlier sessies that change by what a terugblik says of their acties, and what stood in them."""
    files: _Files = {}
    basis: _Files = {}
    gezegd = {item["id"]: item for item in terugblik if item.get("status") and item.get("id")}
    for treffer in acties_met(omgeving, gezegd):
        over = gezegd[treffer.actie["id"]]
        if treffer.pad not in basis:
            basis[treffer.pad] = files[treffer.pad] = bestanden.read(omgeving.root, treffer.pad)
        raw = files[treffer.pad]
        item = {"id": omgeving.new_id(8), "datum": sessie.datum.isoformat(), "status": over["status"]}
        if over.get("opmerking"):
            item["opmerking"] = over["opmerking"]
        if over["status"] == "open" and "opmerking" not in item:
            continue  # nothing new
        nieuw = (
            add(bestanden.parse_as(treffer.pad, raw, parse_markdown), str(treffer.actie["id"]), item) if raw else None
        )
        if nieuw:
            files[treffer.pad] = nieuw.text().encode()
    veranderd = {pad for pad, raw in files.items() if raw != basis[pad]}
    return {pad: files[pad] for pad in veranderd}, {pad: basis[pad] for pad in veranderd}
