"""smart-meetbaar-schijn: a number measures something that can be counted.

Why: "a 10 for effort" or "100%" look exact, but everybody may give themselves one.
Goed: "Ik maak dinsdag 10 opgaven."
Fout: "Ik ga dinsdag voor een 10 voor inzet."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "M", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the first number that measures nothing."""
    if not actie.is_meetbaar and (schijn := actie.ontleding.schijngetallen):
        yield op(
            actie.ontleding.zin,
            schijn[0],
            "Dit getal meet niets dat je kunt natellen.",
            "Tel iets wat je doet: minuten, bladzijden, keren.",
        )
