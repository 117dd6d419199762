"""The questions of a step, in order, as far as the answers so far decide them.

The script is a pure function of draaiboek, context and answers. So going back is forgetting an
answer, resuming is asking for the first question without one, and reviewing is showing them all.
"""

from collections.abc import Iterator

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NOTULEN, REDEN, Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import JA_NEE, Antwoorden, Vraag
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.soorten import register
from intervisie_cli.vragen.soorten.register import soort_van

# What is asked of the step itself; no field can have these names.
DOEN = "doen"
VAN_DOEN, VAN_REDEN, VAN_NOTULEN = Sleutel(DOEN), Sleutel(REDEN), Sleutel(NOTULEN)


def vragen(
    context: Context, antwoorden: Antwoorden, notulen: str = ""
) -> Iterator[Vraag]:
    """Yield the questions up to and including the first that *antwoorden* leaves open.

    *notulen* is the text that the notulen start from.
    """
    invulling = Invulling(context, antwoorden)
    for vraag in _alle(invulling, notulen):
        yield vraag
        # What comes after an open question may depend on its answer.
        if vraag.sleutel not in antwoorden:
            return


def _alle(invulling: Invulling, notulen: str) -> Iterator[Vraag]:
    context = invulling.context
    if context.als:
        # A member on a laptop of their own fills in fields, and decides nothing about the step.
        yield from _van_velden(invulling)
        return
    if context.stap.optioneel:
        yield Vraag(
            VAN_DOEN, "ja-nee", "Doen jullie deze stap?", keuzes=JA_NEE, standaard=True
        )
        if invulling.antwoord(VAN_DOEN) is False:
            waarom = "Waarom slaan jullie deze stap over?"
            yield Vraag(VAN_REDEN, "tekst", waarom, verplicht=True)
            return
    yield from _van_velden(invulling)
    nog_iets = "Wil je nog iets kwijt in de notulen?"
    yield Vraag(VAN_NOTULEN, "lang", nog_iets, standaard=notulen or None)


def _van_velden(invulling: Invulling) -> Iterator[Vraag]:
    for veld in invulling.context.stap.velden:
        if is_gevraagd(veld, invulling):
            yield from soort_van(veld).vragen(veld, invulling)


def is_gevraagd(veld: Veld, invulling: Invulling) -> bool:
    """Whether the conditions of *veld* hold."""
    gezegd = invulling.antwoord(Sleutel(veld.als.na_ja))
    return register.is_gevraagd(veld, invulling.context, gezegd)
