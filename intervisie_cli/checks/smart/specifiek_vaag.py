"""smart-specifiek-vaag: an actie names what others can see you do.

Why: nobody can see whether somebody thinks, feels or plans "better".
Goed: "Ik maak elke zondag een weekplanning."
Fout: "Ik ga beter plannen."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import FOUT

SOORT, ERNST = "S", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at the vague expression, else at the verb of thinking or feeling."""
    lezing = actie.ontleding
    if actie.is_specifiek or lezing.niemand or not (stuk := lezing.waar_vaag):
        return
    yield op(
        lezing.zin,
        stuk,
        "Dit is een goed voornemen, maar je kunt het niet zien.",
        "Wat ziet een ander je dan doen?",
    )
