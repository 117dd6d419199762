"""privacy-email: no e-mail addresses.

Why: an address names a person, also one who is not in the group, and Git keeps it.
Goed: "Ik mail mijn begeleider vrijdag."
Fout: "Ik mail j.jansen@example.nl vrijdag."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Groepstekst, Melding
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "privacy", LET_OP
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}(?![\w-])"
)


def kijk(tekst: Groepstekst) -> Iterator[Melding]:
    """Point at each address."""
    for match in _EMAIL.finditer(tekst.tekst):
        yield Melding(
            *match.span(),
            "Hier staat een e-mailadres.",
            "Schrijf op wie het is zonder adres.",
        )
