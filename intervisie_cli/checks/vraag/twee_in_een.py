"""vraag-twee-in-een: one question at a time.

Why: of two questions the easier one is answered.
Goed: "Wat maakt het lastig om te beginnen?"
Fout: "Wat maakt het lastig om te beginnen, en hoe zit dat thuis?"
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.vraag.vraagzin import Vraagzin
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "vraag", LET_OP


def kijk(vraag: Vraagzin) -> Iterator[Melding]:
    """Point at the second question."""
    if vraag.twee:
        yield op(
            vraag.zin,
            vraag.twee,
            "Dit zijn twee vragen in één.",
            "Stel de vraag die je het liefst beantwoord ziet.",
        )
