"""verslag-sleutel: what stands in a file stands under a key that is read.

Why: what stands under a misspelled key is in no overview, and nobody misses it.
Goed: hulpvraag: Hoe begin ik op tijd?
Fout: hulpvaag: Hoe begin ik op tijd?
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Plaats, Punt, SessieVerslag, punt
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "verslag", FOUT


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each key that looks like one that is read."""
    for naam, bedoeld in verslag.verschreven:
        yield _punt(Plaats(verslag.bestand, (naam,)), naam, bedoeld)
    for stap in verslag.stappen:
        for sleutels, bedoeld in stap.verschreven:
            yield _punt(Plaats(stap.bestand, sleutels), str(sleutels[-1]), bedoeld)


def _punt(plaats: Plaats, naam: str, bedoeld: str) -> Punt:
    bericht = f"Wat onder '{naam[:40]}' staat, telt niet mee."
    return punt(plaats, bericht, f"Bedoel je '{bedoeld}'? Verbeter het in je editor.")
