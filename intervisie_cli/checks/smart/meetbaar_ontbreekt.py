"""smart-meetbaar-ontbreekt: you and the group can see that it is done.

Why: without an amount or an end a good week and a bad one look the same.
Goed: "Ik wandel elke dag 30 minuten."
Fout: "Ik ga morgen wandelen."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "M", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the sentence when nothing in it can be counted or checked off."""
    lezing = actie.ontleding
    if not (actie.is_meetbaar or lezing.schijngetallen or lezing.vergelijkingen):
        yield op(
            lezing.zin,
            None,
            "Waaraan zie je dat het gelukt is?",
            "Noem een aantal, of wat er dan af is.",
        )
