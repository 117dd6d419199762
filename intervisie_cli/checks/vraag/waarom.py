"""vraag-waarom: "why" can feel like a reproach.

Why: who is asked why, starts to defend. It is an open question all the same, so this is a hint.
Goed: "Wat maakt dat je het uitstelt?"
Fout: "Waarom stel je het uit?"
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.vraag.vraagzin import Vraagzin
from intervisie_cli.model.bevinding import HINT

SOORT, ERNST = "vraag", HINT


def kijk(vraag: Vraagzin) -> Iterator[Melding]:
    """Point at the word."""
    if vraag.waarom:
        yield op(
            vraag.zin,
            vraag.waarom,
            "'Waarom' kan voelen als een verwijt.",
            "Vraag bijvoorbeeld: wat maakt dat …, of: hoe komt het dat …",
        )
