"""smart-specifiek-niemand: an actie has somebody who does it.

Why: what "somebody" must do is done by nobody; next time no one can be asked about it.
Goed: "Ik reserveer vóór vrijdag de zaal."
Fout: "Iemand moet de zaal reserveren."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "S", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the words that leave open who does it."""
    if niemand := actie.ontleding.niemand:
        yield op(
            actie.ontleding.zin,
            niemand,
            "Wie doet dit? Dat staat er niet.",
            "Noem wie het doet: ik, of een naam.",
        )
