"""smart-meetbaar-vergelijking: more or less says how much.

Why: "more often" is true of one time more; the group cannot see whether it is enough.
Goed: "Ik snoep tijdens het leren hooguit 1 keer per dag."
Fout: "Ik snoep minder tijdens het leren."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "M", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the first comparison without a measure."""
    lezing = actie.ontleding
    if (
        not actie.is_meetbaar
        and not lezing.schijngetallen
        and (meer := lezing.vergelijkingen)
    ):
        yield op(
            lezing.zin,
            meer[0],
            "Hoeveel is dat?",
            "Zet er een aantal bij: hoe vaak, hoe lang, hoeveel.",
        )
