"""How far a step is filled in."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import SLAAT_OVER
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Antwoorden

# The answer that names, with commas between them, who give nothing more in a step.
VAN_SLAAT_OVER = Sleutel(SLAAT_OVER)


class Invulling(NamedTuple):
    """A step as far as it is filled in: what it knows, and the answers so far."""

    context: Context
    antwoorden: Antwoorden

    def antwoord(self, sleutel: Sleutel) -> Any:
        """The answer at *sleutel*, None for none yet.

        A field without a condition names no other field: nothing was answered at `Sleutel("")`.
        """
        return self.antwoorden.get(sleutel)

    def slaat_over(self, lid: str) -> bool:
        """Whether this member gives nothing more in the step."""
        return lid in pass_over(self.antwoorden)

    def tekst(self, sleutel: Sleutel) -> str:
        """The answer at *sleutel* as text, '' for none or an empty one."""
        return str(self.antwoord(sleutel) or "")


def pass_over(antwoorden: Antwoorden) -> list[str]:
    """Who give nothing more in the step."""
    namen = str(antwoorden.get(VAN_SLAAT_OVER) or "")
    return [lid for lid in namen.split(",") if lid]


def let_pass_over(antwoorden: Antwoorden, leden: Iterable[str]) -> None:
    """Let these members give nothing more in the step, and no others."""
    namen = ",".join(dict.fromkeys(leden))
    if namen:
        antwoorden[VAN_SLAAT_OVER] = namen
    else:
        antwoorden.pop(VAN_SLAAT_OVER, None)
