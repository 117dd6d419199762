"""verslag-soort: what stands in a file is of the kind that is read there.

Why: a status with a typing error, or a text where a list belongs, counts as nothing said, and no
page shows that anything is missing.
Goed: status: klaar
Fout: status: klar
"""

from collections.abc import Iterator

from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, punt
from intervisie_cli.model.bevinding import FOUT
from intervisie_cli.model.plain import Sleutels

SOORT, ERNST = "verslag", FOUT


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at each value that is passed over."""
    for stap in verslag.stappen:
        for sleutels, reden in stap.vreemd:
            wat = _in_woorden(sleutels)
            bericht = f"{wat} telt zo niet mee: dat {reden}."
            yield punt(stap.plaats(*sleutels), bericht, "Verbeter het in je editor.")


def _in_woorden(sleutels: Sleutels) -> str:
    """'acties 2, tot': the keys as one counts them."""
    delen: list[str] = []
    for sleutel in sleutels:
        if isinstance(sleutel, int):
            delen[-1] += f" {sleutel + 1}"
        else:
            delen.append(sleutel)
    return f"'{', '.join(delen)}'"
