"""tekst-leeg: there is something to read.

Why: an empty line is no actie and no question.
Goed: "Ik bel morgen mijn begeleider."
Fout: "   "
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding
from intervisie_cli.model.bevinding import FOUT
from intervisie_cli.taal.zin import Zin

SOORT, ERNST = "tekst", FOUT


def kijk(zin: Zin) -> Iterator[Melding]:
    """Say that there is no word."""
    if not any(woord.vorm[0].isalnum() for woord in zin.woorden):
        yield Melding(
            0,
            len(zin.oorspronkelijk),
            "Hier staat geen zin.",
            "Schrijf op wat je wilt zeggen.",
        )
