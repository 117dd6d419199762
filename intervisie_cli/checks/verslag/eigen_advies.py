"""verslag-eigen-advies: questions and advice come from the others.

Why: the inbrenger knows their own view already; the group is there for another one.
Goed: een advies van Kim aan Mirthe
Fout: een advies van Mirthe aan zichzelf
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, punt
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each item of the inbrenger in a list that the others fill."""
    for stap in verslag.stappen:
        for veld in stap.lijsten():
            if veld.wie != "overige_leden" or not stap.inbrenger:
                continue
            for nummer, item in stap.lijst(veld.naam):
                if item.get("lid") == stap.inbrenger:
                    bericht = "Dit is van de inbrenger zelf; het hoort van de anderen te komen."
                    yield punt(
                        stap.plaats(veld.naam, nummer, veld.enkelvoud),
                        bericht,
                        "Zet er het lid bij dat het zei.",
                    )
