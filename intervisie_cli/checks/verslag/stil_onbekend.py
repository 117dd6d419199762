"""verslag-stil-onbekend: a silence names a rule that there is.

Why: a silence for a rule that does not exist silences nothing; whoever wrote it thinks it does.
Goed: stil: smart-tijdgebonden-vaag
Fout: stil: smart-tijdgebonden-vag
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, punt
from intervisie_cli.checks.verslag.stilte import naaste, stiltes
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each silence of an unknown rule, with the nearest that is known."""
    from intervisie_cli.checks.register import ALLE

    for stilte in stiltes(verslag):
        if stilte.regel not in ALLE:
            lijkt = naaste(stilte.regel, ALLE)
            hulp = (
                f"Bedoel je {lijkt}?" if lijkt else "Kijk in docs/regels.md welke regels er zijn."
            )
            yield punt(stilte.plaats, "Deze regel bestaat niet, dus er wordt niets stil.", hulp)
