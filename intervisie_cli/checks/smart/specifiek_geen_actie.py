"""smart-specifiek-geen-actie: an actie says what is done, not only what it is about.

Why: a topic can be talked about again next time, but not be done.
Goed: "Ik bel morgen met de studieadviseur over mijn stage."
Fout: "Mijn stage."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.checks.weging.actie import tegen
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "S", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the word that says so most, else at the whole sentence, when nothing is done."""
    lezing = actie.ontleding
    if not (actie.is_specifiek or lezing.niemand or lezing.waar_vaag):
        yield op(
            lezing.zin,
            tegen(lezing, "S"),
            "Er staat nog niet wat je gaat doen.",
            "Begin met een werkwoord: bellen, schrijven, maken.",
        )
