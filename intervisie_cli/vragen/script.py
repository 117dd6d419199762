"""The questions of a step, in order, as far as the answers so far decide them.

The script is a pure function of draaiboek, context and answers. So going back is forgetting an
answer, resuming is asking for the first question without one, and reviewing is showing them all.
"""

from collections.abc import Iterator

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NOTULEN, REDEN, Veld
from intervisie_cli.model.sleutel import NOG, TERUG, Sleutel
from intervisie_cli.model.vraag import Antwoorden, Vraag
from intervisie_cli.vragen.fasen import is_bereikt
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.soorten import register
from intervisie_cli.vragen.soorten.register import soort_van

# What can be said of the step itself, and is not asked; no field can have these names.
DOEN = "doen"
VAN_DOEN, VAN_REDEN, VAN_NOTULEN = Sleutel(DOEN), Sleutel(REDEN), Sleutel(NOTULEN)


def vragen(context: Context, antwoorden: Antwoorden) -> Iterator[Vraag]:
    """Yield the questions up to and including the first that *antwoorden* leaves open.

    There can be none: a step may be talk alone.
    """
    invulling = Invulling(context, antwoorden)
    # Whoever passes over a step is asked nothing more.
    if invulling.antwoord(VAN_DOEN) is False:
        return
    for veld in context.stap.velden:
        if not is_gevraagd(veld, invulling):
            continue
        for vraag in soort_van(veld).vragen(veld, invulling):
            if not is_bereikt(vraag.sleutel, context):
                return
            yield vraag
            # What comes after an open question may depend on its answer.
            if vraag.is_open(antwoorden):
                return
    if invulling.tekst(VAN_NOTULEN) or VAN_NOTULEN.bij_coach(TERUG) in antwoorden:
        yield Vraag(VAN_NOTULEN, "lang", "Notulen van de groep")


def open_vraag(context: Context, antwoorden: Antwoorden) -> Vraag | None:
    """The question that is open, None when all was answered."""
    gesteld = list(vragen(context, antwoorden))
    # What comes after an open question is not asked yet.
    if gesteld and gesteld[-1].is_open(antwoorden):
        return gesteld[-1]
    return None


def is_gevraagd(veld: Veld, invulling: Invulling) -> bool:
    """Whether the conditions of *veld* hold."""
    if veld.op_verzoek and not _is_wanted(veld, invulling):
        return False
    gezegd = invulling.antwoord(Sleutel(veld.als.na_ja))
    return register.is_gevraagd(veld, invulling.context, gezegd)


def _is_wanted(veld: Veld, invulling: Invulling) -> bool:
    """Whether somebody asked for *veld*, or it was answered: in a file, or before."""
    if Sleutel(veld.naam).bij_coach(TERUG) in invulling.antwoorden:
        return True
    for sleutel, waarde in invulling.antwoorden.items():
        if (
            sleutel.veld == veld.naam
            and sleutel.deel != NOG
            and waarde not in (None, "")
        ):
            return True
    return False
