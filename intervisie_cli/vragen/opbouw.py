"""Between the answers of a script and the data of a step file, in both directions."""

from typing import Any

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NOTULEN, REDEN, STAP, STATUS
from intervisie_cli.model.sessie import OVERGESLAGEN
from intervisie_cli.model.vraag import Antwoorden
from intervisie_cli.vragen.script import VAN_DOEN, VAN_NOTULEN, VAN_REDEN, is_gevraagd
from intervisie_cli.vragen.soorten.register import soort_van


def naar_data(context: Context, antwoorden: Antwoorden) -> dict[str, Any]:
    """Make the answers document that says what *antwoorden* say; what was left empty is there as nothing."""
    if antwoorden.get(VAN_DOEN) is False:
        reden = antwoorden.get(VAN_REDEN, "")
        return {STAP: context.stap.naam, STATUS: OVERGESLAGEN, REDEN: reden}
    data: dict[str, Any] = {STAP: context.stap.naam}
    for veld in context.stap.velden:
        if is_gevraagd(veld, context, antwoorden):
            data[veld.naam] = soort_van(veld).data(veld, context, antwoorden)
    data[NOTULEN] = antwoorden.get(VAN_NOTULEN, "")
    return {sleutel: None if waarde == "" else waarde for sleutel, waarde in data.items()}


def naar_antwoorden(context: Context, data: dict[str, Any], notulen: str) -> Antwoorden:
    """Make the answers that would have given *data*, to open a recorded step again."""
    if data.get(STATUS) == OVERGESLAGEN:
        return {}
    antwoorden: Antwoorden = {VAN_DOEN: True} if context.stap.optioneel else {}
    for veld in context.stap.velden:
        antwoorden |= soort_van(veld).antwoorden(veld, context, data.get(veld.naam))
    antwoorden[VAN_NOTULEN] = notulen
    return antwoorden
