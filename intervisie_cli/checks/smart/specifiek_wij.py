"""smart-specifiek-wij: of several people, it is clear who does what.

Why: what "we" do is done by who thinks of it first, or by nobody. A hint: doing something together
can be the point.
Goed: "Ik reserveer vrijdag een studieruimte voor ons."
Fout: "We reserveren vrijdag een studieruimte."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import HINT

SOORT, ERNST = "S", HINT
_WIJ = re.compile(r"(?<![^ ])(?:we|wij|met zijn allen|met de groep)(?![^ ])")


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the first word for all of us."""
    if match := _WIJ.search(actie.ontleding.zin.tekst):
        yield op(
            actie.ontleding.zin,
            match.span(),
            "Wie is 'we' hier?",
            "Noem wie wat doet, of wie eraan denkt.",
        )
