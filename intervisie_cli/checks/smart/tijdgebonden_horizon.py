"""smart-tijdgebonden-horizon: the end lies within sight of the group.

Why: far away feels free; a first step that is near gets done. How far is a setting (`horizon`, in
days).
Goed: "Ik lever het vóór 1 juni 2027 in."
Fout: "Ik lever het vóór 1 juni 2031 in."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "T", LET_OP


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the sentence when its last day is further than the horizon."""
    if actie.tot is None:
        return
    dagen_te_gaan = (actie.tot - actie.vandaag).days
    if dagen_te_gaan > actie.afspraken.horizon_dagen:
        yield op(
            actie.ontleding.zin,
            None,
            "Dat is nog ver weg.",
            "Wat is de eerste stap, en wanneer doe je die?",
        )
