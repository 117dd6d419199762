"""A question that is asked anew: what opens with it, and what was typed there before."""

from typing import Any

from intervisie_cli.groep.concept import Concept
from intervisie_cli.model.context import Context
from intervisie_cli.model.sleutel import NOG, Sleutel
from intervisie_cli.model.vraag import Antwoorden, Line, Vraag, Wijziging
from intervisie_cli.vragen import coach


def reopen(vraag: Vraag, context: Context, concept: Concept) -> None:
    """Open a question again, and what hangs on its answer."""
    sleutel = vraag.sleutel
    was = concept.antwoorden.get(sleutel)
    hangt_eraan = coach.heropen(sleutel, context, concept.antwoorden)
    if vraag.lijn:
        typed = vraag.lijn.schrijf(concept.antwoorden)
        concept.verander(Wijziging((*vraag.lijn.sleutels, *vraag.vult)))
        if typed:
            concept.vorige[sleutel] = typed
    else:
        concept.take_back(sleutel)
    concept.verander(hangt_eraan)
    # Another wording is to be clear to everybody anew, and nobody's yes is proposed.
    concept.forget_said_of(sleutel)
    for veld in context.stap.velden:
        eigen = Sleutel(veld.naam)
        if Sleutel(veld.standaard) == sleutel and concept.antwoorden.get(eigen) == was:
            # It was taken over as it stood, and would be again.
            concept.antwoorden.pop(eigen, None)
    concept.save()


def proposal(vraag: Vraag, concept: Concept) -> Any:
    """What comes up at a question: what was typed there before, else what the question proposes."""
    vorige = concept.vorige
    if vraag.lijn and _is_apart(vraag, vraag.lijn, vorige):
        in_een = vraag.lijn.schrijf(vorige) or vorige.get(vraag.sleutel)
        for sleutel in vraag.lijn.sleutels:
            vorige.pop(sleutel, None)
        if in_een:
            vorige[vraag.sleutel] = in_een
    return vorige.get(vraag.sleutel, vraag.standaard)


def _is_apart(vraag: Vraag, lijn: Line, vorige: Antwoorden) -> bool:
    """Whether a hand that filled in the file gave the parts of the line apart."""
    if vraag.sleutel in vorige and vraag.sleutel not in lijn.sleutels:
        # It was typed.
        return False
    delen = [sleutel for sleutel in lijn.sleutels if sleutel.deel != NOG]
    return any(deel in vorige for deel in delen if deel != vraag.sleutel)


def said_of_it(vraag: Vraag, concept: Concept, *, is_same: bool) -> None:
    """Keep what was said of the text that stood there, also by a hand; of another text it goes."""
    if not is_same:
        concept.verander(Wijziging(vraag.hangt_eraan))
        concept.forget_said_of(vraag.sleutel)
        return
    for sleutel in vraag.hangt_eraan:
        if sleutel in concept.vorige and sleutel not in concept.antwoorden:
            concept.antwoorden[sleutel] = concept.vorige.pop(sleutel)
