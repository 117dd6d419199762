"""vraag-suggestief-oordeel: a question holds no opinion.

Why: a word like "chaos" tells what you think before the other has spoken.
Goed: "Hoe ziet je kamer er meestal uit?"
Fout: "Hoe lang leef je al in die chaos?"
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.vraag.ontleding import OORDEEL, VraagOntleding
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "vraag", FOUT


def kijk(vraag: VraagOntleding) -> Iterator[Melding]:
    """Point at the words that lead."""
    if vraag.suggestief and vraag.suggestief.familie == OORDEEL:
        yield op(
            vraag.zin,
            vraag.suggestief.span,
            "Dit woord bevat een oordeel.",
            "Beschrijf wat je ziet, of vraag hoe de ander het noemt.",
        )
