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
    """Say that no Dutch was recognised: of the words that make a sentence, more are foreign than Dutch."""
    woorden = [woord.geschreven for woord in zin.woorden if woord.geschreven[0].isalpha()]
    if len(woorden) < _MINSTE:
        return
    eigen, vreemd = lijst("nederlands"), lijst("vreemd")
    hier, elders = (
        sum(woord in eigen for woord in woorden),
        sum(woord in vreemd for woord in woorden),
    )
    vreemd_schrift = sum(not woord.geschreven.isascii() for woord in zin.woorden) > len(woorden) / 2
    if (elders >= _MINSTE and elders > hier) or (not hier and (elders or vreemd_schrift)):
        yield op(
            zin,
            None,
            "Hier is geen Nederlands in herkend.",
            "Schrijf de zin in het Nederlands, dan kan intervisie meekijken.",
        )
