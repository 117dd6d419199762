"""verslag-onleesbaar: every file of the sessie can be read.

Why: what cannot be read is checked by nobody, and missing from every overview.
Goed: een stapbestand met gegevens tussen twee regels ---
Fout: een stapbestand waarin een aanhalingsteken niet sluit
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Plaats, Punt, SessieVerslag, punt
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "verslag", FOUT


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Name each file that cannot be read, with the reason."""
    for bestand, reden in verslag.onleesbaar:
        yield punt(
            Plaats(bestand),
            reden,
            "Herstel het bestand, of typ: intervisie doctor. De rest is wel bekeken.",
        )
