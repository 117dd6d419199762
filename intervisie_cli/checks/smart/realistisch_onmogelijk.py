"""smart-realistisch-onmogelijk: it fits in a day.

Why: a plan that nobody can keep is given up in the first week. A question, unless the calendar
forbids it.
Goed: "Ik studeer elke dag 3 uur."
Fout: "Ik studeer elke dag 20 uur."
"""

import re
from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.tijd.ritme import DAILY, WEEKLY, Ritme

SOORT, ERNST = "R", LET_OP
_UREN = re.compile(r"(?<![^ ])(\d+)(?:[.,]\d+)? (uur|minuut)(?![^ ])")
_ALLES_OF_NIETS = re.compile(
    r"(?<![^ ])(?:"
    r"24/7"
    r"|24 uur(?: per dag)?"
    r"|de hele nacht door"
    r"|nooit meer (?:slapen|eten|pauze)"
    r"|dag en nacht"
    r"|zonder (?:te slapen|slaap|pauze)"
    r")(?![^ ])"
)
# Whoever sleeps and eats has about fourteen hours left in a day; in a week, a study and a job
# together are rarely eighty. Somewhat above what can be kept, so that only the impossible is asked.
_UREN_PER_DAG, _UREN_PER_WEEK = 14, 80
# Without a day or a week to fit in: more than a year has.
_UREN_ANDERS = 10_000
# More digits than any plan has; a longer number would only cost time to read.
_MAX_CIJFERS = 9


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at an amount that no day or week holds."""
    lezing = actie.ontleding
    stukken = [match.span() for match in _ALLES_OF_NIETS.finditer(lezing.zin.tekst)]
    gaat_over_slaap = "slapen" in lezing.zin.tekst or "slaap" in lezing.zin.tekst
    if not gaat_over_slaap:
        grens = _uren_die_passen(actie.ritme)
        stukken += [
            match.span()
            for match in _UREN.finditer(lezing.tijd.rest)
            if _uren(match) >= grens
        ]
    for stuk in stukken:
        yield op(
            lezing.zin,
            stuk,
            "Is dat vol te houden?",
            "Begin kleiner; meer mag altijd nog.",
        )


def _uren_die_passen(ritme: Ritme | None) -> int:
    """Tell how many hours fit in one time of a rhythm."""
    if ritme and ritme.freq == DAILY:
        return _UREN_PER_DAG
    if ritme and ritme.freq == WEEKLY:
        # 'elke maandag' is one day of the week, 'elke week' all of them.
        return _UREN_PER_DAG if ritme.dagen else _UREN_PER_WEEK
    return _UREN_ANDERS


def _uren(match: "re.Match[str]") -> float:
    aantal = int(match[1][:_MAX_CIJFERS])
    return aantal / 60 if match[2] == "minuut" else aantal
