"""privacy-adres: no postal codes and house numbers.

Why: it tells where somebody lives.
Goed: "We spreken af bij Kim thuis."
Fout: "We spreken af op Dorpsstraat 12, 7511 AB Enschede."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Groepstekst, Melding
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "privacy", LET_OP
_POSTCODE = r"(?<![\w-])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?!\w)"
_STRAAT = (
    r"(?<!\w)[A-Z][\w'-]*(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|pad|steeg|dijk"
    r"|plantsoen)"
    r" \d{1,4}(?: ?[a-zA-Z]{1,2}(?!\w)|-\d+)?"
)
_ADRES = re.compile(f"{_POSTCODE}|{_STRAAT}")


def kijk(tekst: Groepstekst) -> Iterator[Melding]:
    """Point at each postal code, and at each street with a number."""
    for match in _ADRES.finditer(tekst.tekst):
        yield Melding(
            *match.span(),
            "Hier staat een adres.",
            "Schrijf 'bij Kim thuis' of 'op school'.",
        )
