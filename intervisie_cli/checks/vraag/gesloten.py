"""vraag-gesloten: a question that invites to tell.

Why: yes, no or one fact ends the conversation; the group learns nothing new.
Goed: "Hoe ziet een avond er bij jou uit?"
Fout: "Slaap je genoeg?"
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.vraag.ontleding import GESLOTEN
from intervisie_cli.checks.vraag.vraagzin import Vraagzin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "vraag", FOUT


def kijk(vraag: Vraagzin) -> Iterator[Melding]:
    """Point at what asks for a yes, a no or one fact."""
    if vraag.soort == GESLOTEN:
        yield op(
            vraag.zin,
            vraag.feit,
            "Hierop past één woord als antwoord.",
            "Begin met wat, hoe of waardoor.",
        )
