"""smart-acceptabel-akkoord: the inbrenger stands behind the actie.

Why: the method asks it of the inbrenger; from a sentence it cannot be read. Judged by the field
`akkoord` alone.
Goed: "Ik bel morgen mijn begeleider." met akkoord: true
Fout: "Ik bel morgen mijn begeleider." met akkoord: false
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "A", LET_OP


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the sentence when the inbrenger did not agree, or was not asked."""
    if actie.velden and not actie.is_acceptabel:
        bericht = "De inbrenger heeft nog niet gezegd of dit mag."
        if actie.is_acceptabel is False:
            bericht = "De inbrenger staat hier niet achter."
        yield op(
            actie.ontleding.zin,
            None,
            bericht,
            "Vraag het na, en leg het vast met: akkoord.",
        )
