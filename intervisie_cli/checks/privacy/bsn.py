"""privacy-bsn: no burgerservicenummer.

Why: with it somebody can pass for another. Nine digits are one when their check adds up: nine times
the first, eight times the second, … twice the eighth, less the ninth, is a multiple of eleven.
Goed: "Mijn dossier ligt bij de decaan."
Fout: "Mijn BSN is 111222333."
"""

import re
from collections.abc import Iterator
from operator import mul

from intervisie_cli.checks.regel import Groepstekst, Melding
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "privacy", LET_OP
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_NEGEN = re.compile(r"(?<![\w.,-])\d(?:[ .]?\d){8}(?![\w-]|[.,]\d)")


def kijk(tekst: Groepstekst) -> Iterator[Melding]:
    """Point at each number of nine digits whose check adds up."""
    for match in _NEGEN.finditer(tekst.tekst):
        cijfers = [int(teken) for teken in match[0] if teken.isdigit()]
        som = sum(map(mul, _GEWICHTEN, cijfers))
        if som % 11 == 0 and any(cijfers):
            yield Melding(
                *match.span(), "Dit kan een burgerservicenummer zijn.", "Haal het weg."
            )
