"""verslag-ontbreekt: a step that is done has the answers that it has to have.

Why: without its hulpvraag a ronde is in no overview, with its advice and its acties.
Goed: hulpvraag: Hoe begin ik op tijd?
Fout: hulpvraag:
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Plaats, Punt, SessieVerslag, punt
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "verslag", FOUT


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each answer that is not there."""
    for stap in verslag.stappen:
        for sleutels in stap.ontbreekt:
            typ = f"{verslag.step} {stap.plek.verwijzing} --opnieuw"
            yield punt(
                Plaats(stap.bestand, sleutels),
                f"Hier ontbreekt '{sleutels[-1]}', en de stap is klaar.",
                f"Vul het aan. Typ: {typ}",
            )
