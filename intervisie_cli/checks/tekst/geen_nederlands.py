"""tekst-geen-nederlands: the rules only know Dutch.

Why: a sentence in another language is not wrong, but what we say about it would be.
Goed: "Ik ga elke dag een half uur naar buiten."
Fout: "I will go outside for half an hour every day."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.model.bevinding import HINT
from intervisie_cli.taal.lijsten import lijst
from intervisie_cli.taal.zin import Zin

SOORT, ERNST = "tekst", HINT
_MINSTE = 3


def kijk(zin: Zin) -> Iterator[Melding]:
    """Say that no Dutch was recognised."""
    woorden = [
        woord.geschreven for woord in zin.woorden if woord.geschreven[0].isalpha()
    ]
    if len(woorden) < _MINSTE:
        return
    nederlands = sum(woord in lijst("nederlands") for woord in woorden)
    vreemd = sum(woord in lijst("vreemd") for woord in woorden)
    ander_schrift = sum(not woord.geschreven.isascii() for woord in zin.woorden)
    if nederlands:
        # A Dutch sentence can quote some words of another language.
        is_vreemd = vreemd >= _MINSTE and vreemd > nederlands
    else:
        is_vreemd = vreemd > 0 or ander_schrift > len(woorden) / 2
    if is_vreemd:
        yield op(
            zin,
            None,
            "Hier is geen Nederlands in herkend.",
            "Schrijf de zin in het Nederlands, dan kan intervisie meekijken.",
        )
