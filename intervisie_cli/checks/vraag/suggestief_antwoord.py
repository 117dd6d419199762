"""vraag-suggestief-antwoord: a question leaves the answer open.

Why: a question that carries its answer only asks for a yes.
Goed: "Wat zou je helpen om op tijd te beginnen?"
Fout: "Vind je niet dat je eerder moet beginnen?"
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.vraag.ontleding import ANTWOORD, VraagOntleding
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "vraag", FOUT


def kijk(vraag: VraagOntleding) -> Iterator[Melding]:
    """Point at the words that lead."""
    if vraag.suggestief and vraag.suggestief.familie == ANTWOORD:
        yield op(
            vraag.zin,
            vraag.suggestief.span,
            "Deze vraag legt het antwoord al in de mond.",
            "Begin met wat, hoe of waardoor, en laat je mening weg.",
        )
