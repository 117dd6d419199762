"""vraag-suggestief-oordeel: a question holds no opinion.

Why: a word like "chaos" tells what you think before the other has spoken.
Goed: "Hoe ziet je kamer er meestal uit?"
Fout: "Hoe lang leef je al in die chaos?"
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.vraag.ontleding import OORDEEL
from intervisie_cli.checks.vraag.vraagzin import Vraagzin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "vraag", FOUT


def kijk(vraag: Vraagzin) -> Iterator[Melding]:
    """Point at the words that lead."""
    if vraag.suggestie and vraag.suggestie.familie == OORDEEL:
        yield op(
            vraag.zin,
            vraag.suggestie.span,
            "Dit woord bevat een oordeel.",
            "Beschrijf wat je ziet, of vraag hoe de ander het noemt.",
        )
