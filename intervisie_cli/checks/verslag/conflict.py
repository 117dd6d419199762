"""verslag-conflict: no marks of a merge are left.

Why: between such marks stand two versions; whoever reads on, reads one of them as if it were
agreed.
Goed: notulen met alleen zinnen van de groep
Fout: notulen met een regel <<<<<<< HEAD
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Plaats, Punt, SessieVerslag, punt
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "verslag", FOUT
_MERK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE)


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at the marks in each file, and at what a merge left to settle."""
    for stap in verslag.stappen:
        for match in _MERK.finditer(stap.ruw):
            regel = stap.ruw.count("\n", 0, match.start()) + 1
            yield punt(
                Plaats(stap.bestand, ("#", regel), match[0]),
                "Hier staat nog een merkteken van een botsing.",
                "Kies wat er moet blijven staan, en haal de rest weg.",
            )
        if stap.data.get("conflicten"):
            yield punt(
                stap.plaats("conflicten"),
                "Hier zijn twee versies; kies er één.",
                f"Typ: {verslag.step} {stap.plek.verwijzing} --opnieuw",
            )
