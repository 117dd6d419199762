"""Items that somebody filled in by hand in the form of a step, and an answers file leaves out."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import LID, NOTULEN, Veld
from intervisie_cli.model.plain import Data, Item, items_in
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.formulier.indeling import without_labels
from intervisie_cli.vragen.formulier.schrijven import form_lines
from intervisie_cli.vragen.soorten.register import soort_van


def with_left_over(
    context: Context,
    formulier: Item,
    document: Data,
    data: Item,
) -> Data:
    """The answers *document* with, in its notulen, the items of the form that are not in *data*.

    *data* is what is recorded of it. A text that is said anew takes the place of the one before; a
    list that is given whole would take items away that nobody thought of.
    """
    antwoorden: Antwoorden = {}
    for veld in context.stap.velden:
        er_zijn = [_wat(veld, item) for item in items_in(data.get(veld.naam))]
        gezegd = items_in(formulier.get(veld.naam)) if veld.is_lijst else []
        over = [item for item in gezegd if _wat(veld, item) not in er_zijn]
        if over:
            antwoorden |= soort_van(veld).antwoorden(veld, context, over)
    if not antwoorden:
        return document
    regels = "\n".join(form_lines(context, antwoorden))
    delen = [without_labels(context.stap, regels).strip("\n")]
    if document.get(NOTULEN):
        delen.append(str(document[NOTULEN]))
    return document | {NOTULEN: "\n\n".join(delen)}


def _wat(veld: Veld, item: Item) -> tuple[Any, Any]:
    return item.get(LID), item.get(veld.enkelvoud)
