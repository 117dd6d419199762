"""Asks what a command needs, one question after the other, before anything is done.

One can go back, and try again after an answer that cannot be right.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.vraag import Antwoorden, Terug, Vraag

T = TypeVar("T")
VraagSteller = Callable[[Vraag], Any]


def ask_around(
    gather: Callable[[VraagSteller], T],
    ask: VraagSteller,
    on_fout: Callable[[VerkeerdGebruik], None],
) -> T:
    """Run *gather*, which asks and may raise VerkeerdGebruik, until it succeeds.

    It is run anew from the answers so far: one step back forgets the last, and so does an answer
    that cannot be right. What was forgotten comes up as the proposal.
    """
    answers: Antwoorden = {}
    earlier: Antwoorden = {}

    def vraag(nu: Vraag) -> Any:
        if nu.sleutel not in answers:
            voorstel = earlier.get(nu.sleutel, nu.standaard)
            gevraagd = nu._replace(standaard=voorstel, is_getypt=nu.sleutel in earlier)
            try:
                answers[nu.sleutel] = ask(gevraagd)
            except Terug as terug:
                if terug.half:
                    earlier[nu.sleutel] = terug.half
                raise
        return answers[nu.sleutel]

    while True:
        try:
            return gather(vraag)
        except Terug:
            pass
        except VerkeerdGebruik as fout:
            if not answers:
                raise
            on_fout(fout)
        if answers:
            sleutel, waarde = answers.popitem()
            earlier[sleutel] = waarde
