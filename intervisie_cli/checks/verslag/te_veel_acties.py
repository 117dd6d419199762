"""verslag-te-veel-acties: an actieplan is short.

Why: of more than three acties the last ones are not done, and the first ones suffer. R of SMART,
over the plan.
Goed: twee acties
Fout: vijf acties
"""

from collections import Counter
from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, punt
from intervisie_cli.model.actie import ACTIES, doeners
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "R", LET_OP
HOOGSTENS = 3


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at the list of a step with more than three acties for one person."""
    for stap in verslag.stappen:
        per_lid: Counter[str] = Counter()
        for _, item in stap.lijst(ACTIES):
            per_lid.update(doeners(item, stap.inbrenger, verslag.sessie.deelnemers))
        for handle, aantal in per_lid.items():
            if aantal <= HOOGSTENS:
                continue
            wie = ""
            if handle:
                wie = f" voor {verslag.groep.roepnaam(handle)}"
            yield punt(
                stap.plaats(ACTIES),
                f"{aantal} acties{wie} is veel voor één plan.",
                "Kies de drie die het meest helpen.",
            )
