"""vraag-suggestief-verwijt: a question blames nobody.

Why: who is blamed, defends; the group learns nothing.
Goed: "Hoe kwam het dat je niet begon?"
Fout: "Waarom heb je niet gewoon eerder gebeld?"
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.vraag.ontleding import VERWIJT
from intervisie_cli.checks.vraag.vraagzin import Vraagzin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "vraag", FOUT


def kijk(vraag: Vraagzin) -> Iterator[Melding]:
    """Point at the words that lead."""
    if vraag.suggestie and vraag.suggestie.familie == VERWIJT:
        yield op(
            vraag.zin,
            vraag.suggestie.span,
            "Dit klinkt als een verwijt.",
            "Vraag wat er gebeurde, zonder oordeel: hoe kwam het dat …",
        )
