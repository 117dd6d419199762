"""smart-realistisch-haalbaar: the members think that it can be done.

Why: the method asks each of them; from a sentence it cannot be read. Judged by the field `haalbaar`
alone.
Goed: "Ik bel morgen mijn begeleider." met haalbaar: ja, ja
Fout: "Ik bel morgen mijn begeleider." met haalbaar: ja, nee
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "R", LET_OP


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the sentence when a member doubts it, or has not been asked."""
    if actie.velden and not actie.is_realistisch:
        bericht = "Nog niet iedereen heeft gezegd of dit haalbaar is."
        if actie.is_realistisch is False:
            bericht = "Niet iedereen denkt dat dit haalbaar is."
        yield op(
            actie.ontleding.zin,
            None,
            bericht,
            "Maak het kleiner tot iedereen ja zegt, en leg het vast met: haalbaar.",
        )
