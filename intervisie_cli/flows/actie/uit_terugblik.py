"""What a terugblik says of the acties of earlier sessies, as changes of the files in which these stand."""

from typing import Any

from intervisie_cli.flows.actie import ritme
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.acties import acties_met
from intervisie_cli.groep import bestanden
from intervisie_cli.model.actie import KEER
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records.acties import add_opvolging
from intervisie_cli.records.document import parse_markdown

_Files = dict[str, bytes | None]


def of_terugblik(
    omgeving: Omgeving, sessie: Sessie, terugblik: list[dict[str, Any]]
) -> tuple[_Files, _Files]:
    """The files of earlier sessies that change by what a terugblik says of their acties, and what stood in them."""
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
        if nieuw := add_opvolging(document, treffer.actie, item, omgeving.new_id, tot):
            files[treffer.pad] = nieuw.text().encode()
    veranderd = {pad for pad, raw in files.items() if raw != basis[pad]}
    return {pad: files[pad] for pad in veranderd}, {pad: basis[pad] for pad in veranderd}
