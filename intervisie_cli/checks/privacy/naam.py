"""privacy-naam: no full names of people who are not in the group.

Why: they did not choose to be written about. A first name, or 'mijn begeleider', is enough to know
who is meant.
Goed: "Ik vraag mijn begeleider om uitstel."
Fout: "Ik vraag Sanne de Vries om uitstel."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Groepstekst, Melding
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.taal.lijsten import lijst

SOORT, ERNST = "privacy", LET_OP
_DEEL = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
_TUSSEN = (
    r"(?:van den |van der |van de |van |de |den |der |ten |ter |el |al |op den |in 't )"
)
_NAAM = re.compile(rf"(?<![\w-])({_DEEL}) (?:{_TUSSEN}({_DEEL})|({_DEEL}))(?![\w-])")
_TITEL = re.compile(
    r"(?<!\w)(?:[Mm]eneer|[Mm]evrouw|[Dd]hr\.|[Mm]w\.|[Dd]r\.|[Pp]rof\.|[Jj]uf|[Mm]eester)"
    r" (?:van (?:der? |den )?|de )?[A-Z][a-z]+"
)


def kijk(tekst: Groepstekst) -> Iterator[Melding]:
    """Point at each known first name with a last name behind it, and at each title with a name."""
    voornamen = lijst("voornamen")
    namen = [
        match
        for match in _NAAM.finditer(tekst.tekst)
        if match[1].casefold() in voornamen
    ]
    for match in (*namen, *_TITEL.finditer(tekst.tekst)):
        if match[0].casefold() in tekst.bekend:
            continue
        yield Melding(
            *match.span(),
            "Hier staat de naam van iemand buiten de groep.",
            "Een voornaam, of 'mijn begeleider', is genoeg.",
        )
