"""smart-tijdgebonden-vaag: the moment can be put into a calendar.

Why: "soon" cannot be checked at the next sessie.
Goed: "Ik bel Fatima vóór 14 maart."
Fout: "Ik bel Fatima binnenkort."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import FOUT
from intervisie_cli.tijd.vondst import VAAG

SOORT, ERNST = "T", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at each vague time when there is no better one."""
    if not actie.is_tijdgebonden:
        for vondst in actie.tijd.van_soort(VAAG):
            yield op(
                actie.ontleding.zin,
                (vondst.van, vondst.tot),
                "Wanneer is dat?",
                "Noem een dag, een week of een vast moment.",
            )
