"""smart-specifiek-voorbehoud: an actie is a promise, not an attempt.

Why: who tries has already succeeded, whatever comes of it. The actie itself may still be clear, so
this is a hint.
Goed: "Ik ga elke dinsdag om 9 uur naar de bieb."
Fout: "Ik ga misschien proberen elke dinsdag om 9 uur naar de bieb te gaan."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import HINT

SOORT, ERNST = "S", HINT
_VOORBEHOUD = re.compile(
    r"(?<![^ ])(?:probeer|proberen|geprobeerd|misschien|eigenlijk|wellicht|eventueel|hopelijk"
    r"|kijken of|kijk of|een beetje|zoiets|ofzo|of zo"
    r"|als het lukt|zou(?:den)? kunnen|waarschijnlijk|mogelijk|in principe|liefst"
    r"|min of meer)(?![^ ])"
)


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at each hedge."""
    for match in _VOORBEHOUD.finditer(actie.ontleding.zin.tekst):
        yield op(
            actie.ontleding.zin,
            match.span(),
            "Hier houd je nog een slag om de arm.",
            "Laat het weg: wat ga je wél doen?",
        )
