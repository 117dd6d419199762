"""verslag-reactie: the inbrenger answers each question and reacts to each advice.

Why: advice without a reaction says nothing to who reads it next time: did it fit?
Goed: een advies met toepasbaar en een reactie
Fout: een advies waarop de inbrenger niets zei
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, StapVerslag, punt
from intervisie_cli.model.actie import ACTIES
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.model.draaiboek import Veld

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each item of a finished step to which the inbrenger said nothing at all."""
    for stap in verslag.stappen:
        if not stap.is_klaar:
            continue
        for veld in stap.lijsten():
            # smart-acceptabel-akkoord asks for the answer to an actie.
            if veld.naam != ACTIES:
                yield from _lijst(stap, veld)


def _lijst(stap: StapVerslag, veld: Veld) -> Iterator[Punt]:
    delen = [deel.naam for deel in veld.achteraf if deel.wie == "inbrenger"]
    if not delen:
        return
    for nummer, item in stap.lijst(veld.naam):
        if all(item.get(deel) in (None, "") for deel in delen):
            yield punt(
                stap.plaats(veld.naam, nummer, veld.enkelvoud),
                "De inbrenger heeft hier nog niet op gereageerd.",
                f"Vul in: {' of '.join(delen)}.",
            )
