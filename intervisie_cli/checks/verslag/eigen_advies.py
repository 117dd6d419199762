"""verslag-eigen-advies: questions and advice come from the others.

Why: the inbrenger knows their own view already; the group is there for another one.
Goed: een advies van Kim aan Mirthe
Fout: een advies van Mirthe aan zichzelf
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, StapVerslag, punt
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.model.draaiboek import Veld

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each item of the inbrenger in a list that the others fill."""
    for stap in verslag.stappen:
        for veld in stap.lijsten():
            if veld.wie == "overige_leden" and stap.inbrenger:
                yield from _lijst(stap, veld)


def _lijst(stap: StapVerslag, veld: Veld) -> Iterator[Punt]:
    for nummer, item in stap.lijst(veld.naam):
        if item.get("lid") == stap.inbrenger:
            yield punt(
                stap.plaats(veld.naam, nummer, veld.enkelvoud),
                "Dit is van de inbrenger zelf; het hoort van de anderen te komen.",
                "Zet er het lid bij dat het zei.",
            )
