"""Between the answers of a script and the data of a step file, in both directions."""

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NOTULEN, REDEN, STAP, STATUS
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import OVERGESLAGEN
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.script import VAN_DOEN, VAN_NOTULEN, VAN_REDEN, is_gevraagd
from intervisie_cli.vragen.soorten.register import soort_van


def naar_data(context: Context, antwoorden: Antwoorden) -> Data:
    """Make the answers document that says what *antwoorden* say; what was left empty is None."""
    data: Data = {STAP: context.stap.naam}
    if antwoorden.get(VAN_DOEN) is False:
        data[STATUS] = OVERGESLAGEN
        data[REDEN] = antwoorden.get(VAN_REDEN, "")
        return data
    invulling = Invulling(context, antwoorden)
    for veld in context.stap.velden:
        if is_gevraagd(veld, invulling):
            data[veld.naam] = soort_van(veld).data(veld, invulling)
    data[NOTULEN] = antwoorden.get(VAN_NOTULEN, "")
    for sleutel, waarde in data.items():
        if waarde == "":
            data[sleutel] = None
    return data


def naar_antwoorden(context: Context, data: Data, notulen: str) -> Antwoorden:
    """Make the answers that would have given *data*, to open a recorded step again."""
    if data.get(STATUS) == OVERGESLAGEN:
        # Whether they do the step is asked anew: why else was it opened?
        return {}
    antwoorden: Antwoorden = {}
    if context.stap.optioneel:
        antwoorden[VAN_DOEN] = True
    for veld in context.stap.velden:
        waarde = data.get(veld.naam)
        antwoorden |= soort_van(veld).antwoorden(veld, context, waarde)
    antwoorden[VAN_NOTULEN] = notulen
    return antwoorden
