"""verslag-reactie: the inbrenger answers each question and reacts to each advice.

Why: advice without a reaction says nothing to who reads it next time: did it fit?
Goed: een advies met toepasbaar en een reactie
Fout: een advies waarop de inbrenger niets zei
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import ACTIES, Punt, SessieVerslag, punt
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each item of a finished step to which the inbrenger said nothing at all."""
    for stap in verslag.stappen:
        for veld in stap.lijsten() if stap.is_klaar else ():
            delen = [deel.naam for deel in veld.achteraf if deel.wie == "inbrenger"]
            if not delen or veld.naam == ACTIES:  # acties: smart-acceptabel-akkoord
                continue
            for nummer, item in stap.lijst(veld.naam):
                if all(item.get(deel) in (None, "") for deel in delen):
                    plaats = stap.plaats(veld.naam, nummer, veld.enkelvoud)
                    yield punt(
                        plaats,
                        "De inbrenger heeft hier nog niet op gereageerd.",
                        f"Vul in: {' of '.join(delen)}.",
                    )
