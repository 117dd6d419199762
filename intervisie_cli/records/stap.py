"""The file of a step before anyone has filled it in, and the notulen that someone wrote in it."""

from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import OPEN, Plek
from intervisie_cli.records.document import Document, new_markdown
from intervisie_cli.vragen.soorten.register import soort_van


def blank(plek: Plek) -> Document:
    """The step file as `new` makes it."""
    data: Data = {"stap": plek.stap.naam, "status": OPEN}
    # What the sessie fills in stands there from the start, so that who opens the file sees it.
    is_vast = any(soort_van(veld).is_vast for veld in plek.stap.velden)
    if plek.ronde and is_vast:
        data["inbrenger"] = plek.ronde.inbrenger
    return new_markdown(data, plek.stap.formulier)


def own_notulen(plek: Plek, document: Document | None) -> str:
    """The notulen of a step, '' while they are still the blank form."""
    if not document or document.notulen == blank(plek).notulen:
        return ""
    return document.notulen
