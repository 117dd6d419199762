"""A day as somebody types it at a question: '1 december', '1-12', 'volgende week vrijdag'."""

import re
from datetime import date

from intervisie_cli.tijd.kalender import MAANDEN


def lees_datum(text: str, vandaag: date, *, terug: bool = False) -> date | None:
    """Read `2026-12-01`, `1-12-2026`, `1-12` or `1 december`; without a year it is the next such day.

    With *terug* it is the last such day; without, `volgende week vrijdag` and the like are read too.
    """
    text = text.strip().lower()
    return _kale_datum(text, vandaag, terug=terug) or (
        None if terug or not text else _gezegde_datum(text, vandaag)
    )


def _gezegde_datum(text: str, vandaag: date) -> date | None:
    """Read a day as people say it, when *text* says nothing else."""
    from intervisie_cli.tijd.lezen import alleen_een_dag

    return alleen_een_dag(text, vandaag)


def _kale_datum(text: str, vandaag: date, *, terug: bool) -> date | None:
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return _datum(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})[-/ ](\d{1,2}|[a-z]{3,9})(?:[-/ ](\d{4}))?", text):
        maand = int(match[2]) if match[2].isdigit() else maand_nummer(match[2])
        if match[3]:
            return _datum(int(match[3]), maand, int(match[1]))
        # 29 February may be eight years away.
        jaren = (
            _datum(vandaag.year + (-jaar if terug else jaar), maand, int(match[1]))
            for jaar in range(9)
        )
        return next((d for d in jaren if d and (d <= vandaag if terug else d >= vandaag)), None)
    return None


def maand_nummer(naam: str) -> int:
    """The number of a month from the beginning of its name, 0 for none."""
    return next((nummer for nummer, maand in enumerate(MAANDEN, 1) if maand.startswith(naam)), 0)


def _datum(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
