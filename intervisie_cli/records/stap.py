"""The file of a step before anyone has filled it in, and the notulen that someone wrote in it."""

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Stap
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import OPEN, Groep, Plek, Sessie
from intervisie_cli.records.document import NOTULEN, Document, new_markdown, notulen_in
from intervisie_cli.vragen.formulier.indeling import without_labels
from intervisie_cli.vragen.soorten.register import soort_van


def blank(plek: Plek, sessie: Sessie, groep: Groep) -> Document:
    """The step file as `new` makes it: the form, above what the draaiboek itself has there."""
    from intervisie_cli.vragen.formulier.schrijven import form_lines

    data: Data = {"stap": plek.stap.naam, "status": OPEN}
    # What the sessie fills in stands there from the start, so that who opens the file sees it.
    is_vast = any(soort_van(veld).is_vast for veld in plek.stap.velden)
    if plek.ronde and is_vast:
        data["inbrenger"] = plek.ronde.inbrenger
    context = Context(plek.stap, sessie, plek.ronde, groep)
    formulier = "\n".join(form_lines(context, {}))
    eigen = "\n".join(own_lines(plek.stap))
    notulen = "\n\n".join(deel for deel in (formulier, eigen) if deel)
    return new_markdown(data, f"{NOTULEN}\n").with_notulen(notulen)


def own_lines(stap: Stap) -> list[str]:
    """What the draaiboek itself has for the notulen of a step."""
    return notulen_in(stap.formulier).split("\n")


def own_notulen(stap: Stap, document: Document) -> str:
    """The notulen of a step without the lines that only ask."""
    return without_labels(stap, document.notulen).strip("\n")
