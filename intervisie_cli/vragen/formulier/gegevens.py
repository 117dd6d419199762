"""What a form says as data of a step file, beside what stands in its front matter."""

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import LID, Stap
from intervisie_cli.model.plain import Data, items_in
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


def completed(stap: Stap, front: Data, gezegd: Data) -> Data:
    """The front matter, with what the form says of fields that it does not have.

    Of a list that each member owes, a member who gave nothing there is completed too.
    """
    data = dict(front)
    for veld in stap.velden:
        if veld.naam not in gezegd:
            continue
        if data.get(veld.naam) in (None, "", []):
            data[veld.naam] = gezegd[veld.naam]
        elif veld.is_lijst and veld.is_per_lid:
            er_is = data[veld.naam]
            gaven = {item.get(LID) for item in items_in(er_is)}
            nieuw = [item for item in gezegd[veld.naam] if item.get(LID) not in gaven]
            data[veld.naam] = [*er_is, *nieuw] if isinstance(er_is, list) else er_is
    return data
