"""smart-tijdgebonden-ontbreekt: an actie has a moment.

Why: what has no moment is put off, and nobody knows when to ask about it.
Goed: "Ik maak vrijdag de samenvatting van hoofdstuk 2."
Fout: "Ik maak de samenvatting van hoofdstuk 2."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import FOUT
from intervisie_cli.tijd.vondst import ONMOGELIJK, VAAG, VERLEDEN

SOORT, ERNST = "T", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the sentence when nothing in it says when."""
    gezegd = actie.tijd.van_soort(VAAG, ONMOGELIJK, VERLEDEN)
    if not actie.is_tijdgebonden and not gezegd:
        yield op(
            actie.ontleding.zin,
            None,
            "Wanneer doe je dit?",
            "Noem een dag, een week of een vast moment.",
        )
