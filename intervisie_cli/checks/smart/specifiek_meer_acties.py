"""smart-specifiek-meer-acties: one actie is one thing to do.

Why: of two things in one sentence one gets done, and nobody knows what to write down then. A hint:
some belong together.
Goed: "Ik mail maandag mijn docent."
Fout: "Ik mail maandag mijn docent, maak een planning en koop een agenda."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import HINT

SOORT, ERNST = "S", HINT
_TE_VEEL = 3


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the sentence when at least three different things are done in it."""
    if len({doen.stam for doen in actie.ontleding.doen}) >= _TE_VEEL:
        yield op(
            actie.ontleding.zin,
            None,
            "Dit zijn meer acties in één zin.",
            "Maak er aparte acties van, dan kun je ze afvinken.",
        )
