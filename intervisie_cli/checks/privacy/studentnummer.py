"""privacy-studentnummer: no student numbers.

Why: with the number a school knows who it is, whatever name stands beside it.
Goed: "Ik vraag mijn cijferlijst op."
Fout: "Mijn studentnummer is 512345."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Groepstekst, Melding
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "privacy", LET_OP
_NUMMER = re.compile(
    r"(?i:stud(?:ent(?:en)?)?[- ]?(?:nummer|nr|no|id)\.?)(?i: is| =|:)? ?(s?\d{5,9})(?!\w)"
    r"|(?<![\w-])([sS]\d{6,8})(?!\w)"
)


def kijk(tekst: Groepstekst) -> Iterator[Melding]:
    """Point at each number that is called one, or looks like one: s1234567."""
    for match in _NUMMER.finditer(tekst.tekst):
        groep = 1 if match[1] else 2
        yield Melding(
            *match.span(groep),
            "Hier staat een studentnummer.",
            "Laat het nummer weg.",
        )
