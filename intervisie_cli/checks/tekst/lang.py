"""tekst-lang: a sentence, not a page.

Why: only the first 2,000 characters are looked at; an actie or a question is shorter.
Goed: "Ik bel morgen mijn begeleider."
Fout: een zin van meer dan 2.000 tekens
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.taal.plat import MAX_LENGTE
from intervisie_cli.taal.zin import Zin

SOORT, ERNST = "tekst", LET_OP


def kijk(zin: Zin) -> Iterator[Melding]:
    """Point at what was not looked at."""
    if len(zin.oorspronkelijk) > MAX_LENGTE:
        yield Melding(
            MAX_LENGTE,
            len(zin.oorspronkelijk),
            "Dit is te lang; de rest is niet bekeken.",
            "Maak er een paar korte zinnen van.",
        )
