"""vraag-suggestief-advies: a question is no advice in disguise.

Why: advice comes in its own step; dressed up as a question it ends the search too soon.
Goed: "Wat heb je al geprobeerd?"
Fout: "Wat als je je telefoon eens beneden liet liggen?"
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.vraag.ontleding import ADVIES
from intervisie_cli.checks.vraag.vraagzin import Vraagzin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "vraag", FOUT


def kijk(vraag: Vraagzin) -> Iterator[Melding]:
    """Point at the words that lead."""
    if vraag.suggestie and vraag.suggestie.familie == ADVIES:
        yield op(
            vraag.zin,
            vraag.suggestie.span,
            "Hier zit een advies in.",
            "Bewaar het voor de advisering; vraag nu wat de ander zelf al bedacht.",
        )
