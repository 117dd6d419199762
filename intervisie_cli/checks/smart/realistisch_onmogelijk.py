"""smart-realistisch-onmogelijk: it fits in a day.

Why: a plan that nobody can keep is given up in the first week. A question, unless the calendar forbids it.
Goed: "Ik studeer elke dag 3 uur."
Fout: "Ik studeer elke dag 20 uur."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actie
from intervisie_cli.model.bevinding import LET_OP

SOORT, ERNST = "R", LET_OP
_UREN = re.compile(r"(?<![^ ])(\d+)(?:[.,]\d+)? (uur|minuut)(?![^ ])")
_ALLES_OF_NIETS = re.compile(
    r"(?<![^ ])(?:24/7|24 uur per dag|24 uur|de hele nacht door|nooit meer (?:slapen|eten|pauze)|dag en nacht|zonder (?:te slapen|slaap|pauze))(?![^ ])"
)
_UREN_PER_DAG, _UREN_PER_WEEK = 14, 80


def kijk(actie: Actie) -> Iterator[Melding]:
    """Point at an amount that no day or week holds."""
    lezing = actie.ontleding
    ritme = actie.ritme or ""
    grens = {
        "DAIL": _UREN_PER_DAG,
        "WEEK": _UREN_PER_WEEK if "BYDAY" not in ritme else _UREN_PER_DAG,
    }.get(ritme[5:9], 10_000)
    stukken = [m.span() for m in _ALLES_OF_NIETS.finditer(lezing.zin.tekst)]
    for match in _UREN.finditer(lezing.tijd.rest):
        uren = int(match[1][:9]) / (60 if match[2] == "minuut" else 1)
        if uren >= grens and not re.search(r"slapen|slaap", lezing.zin.tekst):
            stukken.append(match.span())
    for stuk in stukken:
        yield op(lezing.zin, stuk, "Is dat vol te houden?", "Begin kleiner; meer mag altijd nog.")
