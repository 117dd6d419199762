"""smart-acceptabel-opgelegd: the plan is your own.

Why: what must be done for another is put off first. A question, never a verdict.
Goed: "Ik lever morgen hoofdstuk 2 in."
Fout: "Van mijn moeder moet ik morgen mijn kamer opruimen."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import HINT

SOORT, ERNST = "A", HINT
_OPGELEGD = re.compile(
    r"(?<![^ ])(?:(?:moet|mag|moeten) (?:ik )?(?:het )?van (?:mijn|me|de|het|school|haar"
    r"|hem)(?: [a-z]+)?|van (?:mijn|me|de) [a-z]+ (?:moet|mag) ik"
    r"|ze willen dat ik|omdat (?:mijn|me|de|het) [a-z]+ (?:dat |het )?(?:wil|zegt|eist|vindt)"
    r"|word gedwongen|verplicht door)(?![^ ])"
)


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the words that say that another wants it."""
    if actie.velden and actie.is_acceptabel:
        return
    if match := _OPGELEGD.search(actie.ontleding.zin.tekst):
        yield op(
            actie.ontleding.zin,
            match.span(),
            "Wil je dit zelf ook?",
            "Zo ja, schrijf het op als jouw eigen plan.",
        )
