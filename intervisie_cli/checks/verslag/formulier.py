"""verslag-formulier: what somebody filled in by hand in the form of a step can be read.

Why: a line that cannot be read, or that came after the step was recorded, does not count, and
whoever wrote it thinks that it does.
Goed: Advies van Kim: ga op tijd slapen
Fout: Advies van Ans: ga op tijd slapen, en Ans doet niet mee
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Plaats, Punt, SessieVerslag, punt
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each line of a form that does not count."""
    for stap in verslag.stappen:
        for regel, reden in stap.onleesbaar:
            yield punt(
                Plaats(stap.bestand, ("#", regel)),
                "Dit staat in het formulier en is niet te lezen.",
                reden,
            )
        for regel in stap.te_laat:
            yield punt(
                Plaats(stap.bestand, ("#", regel)),
                "Dit staat bij de notulen van een stap die al klaar is, en telt niet mee.",
                "Hoort het bij de antwoorden? Typ het daar:"
                f" {verslag.step} {stap.plek.verwijzing} --opnieuw",
            )
