"""smart-acceptabel-andermans: it is in your own hands.

Why: what another has to do, you cannot promise. A question, never a verdict.
Goed: "Ik vraag mijn huisgenoten vanavond om stil te zijn na 22:00."
Fout: "Dat mijn huisgenoten stil zijn na 22:00."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import HINT

SOORT, ERNST = "A", HINT
_ANDER = r"(?:mijn|me|de|onze|ons|die|het|school) ?[a-z]*"
_ANDERMANS = re.compile(
    rf"^(?:(?:ik )?(?:wil|hoop|wens|verwacht) )?dat {_ANDER}|^(?:mijn|me|de|onze) (?:docent"
    rf"|begeleider|huisgenoten|huisgenoot|ouders|moeder|vader|vriend|vriendin|groep|groepsgenoten"
    rf"|baas|school)"
    r" (?:moet|moeten|zou|zouden|gaat|gaan|geeft|geven|laat|laten)(?![^ ])"
)


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the other one who has to do it."""
    if match := _ANDERMANS.search(actie.ontleding.zin.tekst):
        yield op(
            actie.ontleding.zin,
            match.span(),
            "Dit is aan een ander. Wat kun jij zelf doen?",
            "Bijvoorbeeld: het vragen, of het anders regelen.",
        )
