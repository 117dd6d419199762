"""privacy-telefoon: no telephone numbers.

Why: a number names a person, also one who is not in the group, and Git keeps it.
Goed: "Ik bel de huisarts morgen."
Fout: "Ik bel 06 12345678 morgen."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Groepstekst, Melding
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "privacy", LET_OP
_TELEFOON = re.compile(
    r"(?<![\w-])(?:(?:\+|00)(?:31|32)[ -]?(?:\(0\))?[ -]?|0)[1-9](?:[ -]?\d){8}(?![\w-])"
)


def kijk(tekst: Groepstekst) -> Iterator[Melding]:
    """Point at each Dutch or Belgian number."""
    for match in _TELEFOON.finditer(tekst.tekst):
        yield Melding(
            *match.span(), "Hier staat een telefoonnummer.", "Laat het nummer weg."
        )
