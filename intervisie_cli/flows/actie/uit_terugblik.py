"""What a terugblik says of acties of earlier sessies, as changes of the files that hold these."""

from intervisie_cli.flows.actie import ritme
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.terugblik.acties import acties_met
from intervisie_cli.git.commit import NewFiles
from intervisie_cli.groep import bestanden
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.actie import KEER
from intervisie_cli.model.plain import Data, Item
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.records.acties import add_opvolging
from intervisie_cli.records.document import parse_markdown


def of_terugblik(
    omgeving: Omgeving,
    sessie: Sessie,
    terugblik: list[Data],
) -> tuple[NewFiles, NewFiles]:
    """The files of earlier sessies that change by what *terugblik* says, and what stood in them."""
    files: NewFiles = {}
    basis: NewFiles = {}
    gezegd = _said_by_id(terugblik)
    for treffer in acties_met(omgeving, gezegd):
        over = gezegd[treffer.actie["id"]]
        pad = treffer.pad
        # Two acties can stand in one file: the second is added to what the first made of it.
        if pad not in basis:
            basis[pad] = bestanden.read(omgeving.root, pad)
            files[pad] = basis[pad]
        raw = files[pad]
        item = _opvolging(omgeving, sessie, treffer, over)
        tot = str(over.get("tot") or "")
        if raw is None or not _says_something(treffer, item, tot):
            continue
        document = bestanden.parse_as(pad, raw, parse_markdown)
        nieuw = add_opvolging(document, treffer.actie, item, omgeving.new_id, tot)
        if nieuw:
            files[pad] = nieuw.raw()
    veranderd = {pad for pad, raw in files.items() if raw != basis[pad]}
    return _only(files, veranderd), _only(basis, veranderd)


def _said_by_id(terugblik: list[Data]) -> dict[str, Data]:
    """What was said of each actie; one that was passed over in silence has no status."""
    gezegd = {}
    for item in terugblik:
        if item.get("status") and item.get("id"):
            gezegd[item["id"]] = item
    return gezegd


def _opvolging(
    omgeving: Omgeving,
    sessie: Sessie,
    treffer: ActieTreffer,
    over: Item,
) -> Data:
    keer = over.get(KEER)
    item = {
        "datum": sessie.datum.isoformat(),
        "status": over["status"],
        **ritme.geteld(treffer, sessie.datum, omgeving.groep, keer),
    }
    if over.get("opmerking"):
        item["opmerking"] = over["opmerking"]
    return item


def _says_something(treffer: ActieTreffer, item: Item, tot: str) -> bool:
    """Whether there is more in an opvolging than that all is as it was."""
    is_andere_status = item["status"] != treffer.actie["status"]
    heeft_meer = item.keys() - {"datum", "status"}
    return is_andere_status or bool(heeft_meer) or bool(tot)


def _only(files: NewFiles, paden: set[str]) -> NewFiles:
    return {pad: files[pad] for pad in paden}
