"""smart-tijdgebonden-zonder-einde: a rhythm has an end or a first day to look back.

Why: "every day" without an end is only noticed when it stops. A hint: the next sessie is a good
day to look back.
Goed: "Ik wandel elke dag 30 minuten, tot 18 december."
Fout: "Ik wandel elke dag 30 minuten."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import HINT

SOORT, ERNST = "T", HINT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the sentence when it repeats for ever."""
    if actie.ritme is None:
        return
    heeft_einde = actie.tot is not None or actie.ritme.aantal > 0
    if not heeft_einde:
        yield op(
            actie.ontleding.zin,
            None,
            "Tot wanneer houd je dit aan?",
            "Spreek een dag af om terug te kijken.",
        )
