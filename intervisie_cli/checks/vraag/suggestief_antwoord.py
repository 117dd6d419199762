"""vraag-suggestief-antwoord: a question leaves the answer open.

Why: a question that carries its answer only asks for a yes.
Goed: "Wat zou je helpen om op tijd te beginnen?"
Fout: "Vind je niet dat je eerder moet beginnen?"
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.vraag.ontleding import ANTWOORD
from intervisie_cli.checks.vraag.vraagzin import Vraagzin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "vraag", FOUT


def kijk(vraag: Vraagzin) -> Iterator[Melding]:
    """Point at the words that lead."""
    if vraag.suggestie and vraag.suggestie.familie == ANTWOORD:
        yield op(
            vraag.zin,
            vraag.suggestie.span,
            "Deze vraag legt het antwoord al in de mond.",
            "Begin met wat, hoe of waardoor, en laat je mening weg.",
        )
