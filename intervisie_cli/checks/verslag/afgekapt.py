"""verslag-afgekapt: no end of a sentence is taken for a comment.

Why: behind a space and a # YAML reads nothing, so what somebody wrote there is in no overview.
Goed: hulpvraag: "Hoe werk ik samen in groep #3?"
Fout: hulpvraag: Hoe werk ik samen in groep #3?
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Plaats, Punt, SessieVerslag, punt
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each line that is read up to its #."""
    for stap in verslag.stappen:
        for regel in stap.afgekapt:
            yield punt(
                Plaats(stap.bestand, ("#", regel)),
                "Wat hier achter # staat, wordt niet gelezen.",
                'Zet de hele tekst tussen aanhalingstekens: "…"',
            )
