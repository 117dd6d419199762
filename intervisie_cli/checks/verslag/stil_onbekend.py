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
    for stilte in stiltes(verslag):
        if stilte.regel in verslag.bekende_regels:
            continue
        hulp = "Kijk in docs/regels.md welke regels er zijn."
        if lijkt := naaste(stilte.regel, verslag.bekende_regels):
            hulp = f"Bedoel je {lijkt}?"
        yield punt(
            stilte.plaats, "Deze regel bestaat niet, dus er wordt niets stil.", hulp
        )
