"""Between the answers of a script and the data of a step file, in both directions."""

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NOTULEN, REDEN, SLAAT_OVER, STAP, STATUS
from intervisie_cli.model.plain import Data, strings_in
from intervisie_cli.model.sessie import OVERGESLAGEN
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.invulling import Invulling, let_pass_over, pass_over
from intervisie_cli.vragen.script import VAN_DOEN, VAN_NOTULEN, VAN_REDEN, is_gevraagd
from intervisie_cli.vragen.soorten.register import soort_van


def naar_data(context: Context, antwoorden: Antwoorden, notulen: str = "") -> Data:
    """Make the answers document that says what *antwoorden* say; what was left empty is None.

    *notulen* are those that stand in the file.
    """
    data: Data = {STAP: context.stap.naam}
    if antwoorden.get(VAN_DOEN) is False:
        data[STATUS] = OVERGESLAGEN
        if antwoorden.get(VAN_REDEN):
            data[REDEN] = antwoorden[VAN_REDEN]
        if VAN_NOTULEN in antwoorden:
            data[NOTULEN] = antwoorden[VAN_NOTULEN]
        return data
    invulling = Invulling(context, antwoorden)
    for veld in context.stap.velden:
        if is_gevraagd(veld, invulling):
            data[veld.naam] = soort_van(veld).data(veld, invulling)
    data[SLAAT_OVER] = pass_over(antwoorden)
    # Nobody is asked for notulen: what stands in the file stays, unless somebody wrote more.
    if VAN_NOTULEN in antwoorden:
        data[NOTULEN] = antwoorden[VAN_NOTULEN]
    for sleutel, waarde in data.items():
        if waarde == "":
            data[sleutel] = None
    is_leeg = not any(data[sleutel] for sleutel in data if sleutel != STAP)
    if context.stap.optioneel and is_leeg and not notulen:
        # Nothing was said in a step that need not be done.
        return {STAP: context.stap.naam, STATUS: OVERGESLAGEN}
    return data


def naar_antwoorden(context: Context, data: Data, notulen: str) -> Antwoorden:
    """Make the answers that would have given *data*, to open a recorded step again."""
    is_empty = data.keys().isdisjoint(context.stap.namen)
    if data.get(STATUS) == OVERGESLAGEN and is_empty:
        # Whether they do the step is asked anew: why else was it opened?
        return {}
    antwoorden: Antwoorden = {}
    let_pass_over(antwoorden, strings_in(data.get(SLAAT_OVER)))
    for veld in context.stap.velden:
        waarde = data.get(veld.naam)
        antwoorden |= soort_van(veld).antwoorden(veld, context, waarde)
    antwoorden[VAN_NOTULEN] = notulen
    return antwoorden
