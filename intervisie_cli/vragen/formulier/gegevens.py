"""What a form says as data of a step file, beside what stands in its front matter."""

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import Stap
from intervisie_cli.model.plain import Data, Item
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.soorten.register import soort_van


def data_of(context: Context, antwoorden: Antwoorden) -> Data:
    """What the answers of a form are in a file: the fields of which something was said."""
    invulling = Invulling(context, antwoorden)
    gezegd = {sleutel.veld for sleutel in antwoorden}
    data = {}
    for veld in context.stap.velden:
        if veld.naam in gezegd:
            waarde = soort_van(veld).data(veld, invulling)
            if waarde not in (None, "", []):
                data[veld.naam] = waarde
    return data


def completed(stap: Stap, front: Item, gezegd: Item) -> Data:
    """The front matter, with what the form says beside it."""
    data = dict(front)
    for veld in stap.velden:
        if veld.naam not in gezegd:
            continue
        er_is = data.get(veld.naam)
        data[veld.naam] = gezegd[veld.naam]
        if veld.is_lijst and isinstance(er_is, list):
            # The form has items of other members alone: see `lezen`.
            data[veld.naam] = [*er_is, *gezegd[veld.naam]]
    return data
