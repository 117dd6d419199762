"""verslag-stil-zonder-reden: a silence says why.

Why: without a reason nobody can tell later whether it still holds; so it does not count.
Goed: regel: smart-meetbaar-ontbreekt, reden: dat meten we aan het gevoel
Fout: regel: smart-meetbaar-ontbreekt
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, punt
from intervisie_cli.checks.verslag.stilte import stiltes
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each silence without a reason."""
    for stilte in stiltes(verslag):
        if not stilte.reden.strip():
            yield punt(
                stilte.plaats,
                "Bij deze stilte staat geen reden; daarom telt ze niet.",
                "Zet erbij: reden: …",
            )
