"""Days, weeks and months around the day of the sessie."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

_ZONDAG = 6
# Of a day without a year: so many days ago at most, it is the one that was just past.
NET_GEWEEST = 65
# 29 February may be this far away: 2096 is a leap year, 2100 is not.
_JAREN_TOT_SCHRIKKELDAG = 8


class Periode(NamedTuple):
    """From *begin* up to and with *eind*.

    *is_vaag* when *eind* already is the last day that counts, as in 'eind mei': a word such as
    'voor' does not move it.
    """

    begin: date
    eind: date
    is_vaag: bool = False


def dag_van(jaar: int, maand: int, dag: int) -> date | None:
    """The day, None when the calendar does not have it."""
    try:
        return date(jaar, maand, dag)
    except ValueError:  # 31 November, 29 February, the year 0
        return None


def jaartal(getypt: str | None) -> int | None:
    """Read a year, '26' being 2026; None when none was typed."""
    if not getypt:
        return None
    jaar = int(getypt)
    return 2000 + jaar if len(getypt) == 2 and jaar >= 10 else jaar


def eerstvolgende(dag: int, maand: int, vandaag: date) -> date | None:
    """The first such day from *vandaag* on; None when no year has it."""
    laatste = min(vandaag.year + _JAREN_TOT_SCHRIKKELDAG, MAXYEAR)
    for jaar in range(vandaag.year, laatste + 1):
        datum = dag_van(jaar, maand, dag)
        if datum and datum >= vandaag:
            return datum
    return None


def laatst_geweest(dag: int, maand: int, vandaag: date) -> date | None:
    """The last such day up to *vandaag*; None when no year has it."""
    eerste = max(vandaag.year - _JAREN_TOT_SCHRIKKELDAG, MINYEAR)
    for jaar in range(vandaag.year, eerste - 1, -1):
        datum = dag_van(jaar, maand, dag)
        if datum and datum <= vandaag:
            return datum
    return None


def later(vandaag: date, dagen: int) -> date:
    """So many days after *vandaag*, at most the last day that the calendar has."""
    try:
        return vandaag + timedelta(days=dagen)
    except OverflowError:
        return date.max


def maanden_later(vandaag: date, maanden: int) -> date:
    """The same day so many months later, or the last day of that month."""
    jaar, maand = divmod(vandaag.year * 12 + vandaag.month - 1 + maanden, 12)
    # 'over 9999 jaar' is no error of the program.
    if not MINYEAR <= jaar <= MAXYEAR:
        return date.max
    eerste = date(jaar, maand + 1, 1)
    return min(later(eerste, vandaag.day - 1), eind_van_maand(jaar, maand + 1))


def eind_van_maand(jaar: int, maand: int) -> date:
    """The last day of a month."""
    if maand == 12:
        return date(jaar, 12, 31)
    return later(date(jaar, maand + 1, 1), -1)


def volgende_dag(weekdag: int, vandaag: date) -> date:
    """The next such day of the week after *vandaag*."""
    return later(vandaag, (weekdag - vandaag.weekday() - 1) % 7 + 1)


def zondag(vandaag: date) -> date:
    """The Sunday of the week of *vandaag*."""
    return later(vandaag, _ZONDAG - vandaag.weekday())


def week(nummer: int, vandaag: date, jaar: int | None = None) -> Periode | None:
    """The ISO week with that number that is not over yet; None when the year has no such week."""
    if jaar:
        return _week_van(jaar, nummer)
    # Around New Year the year of a week is not that of the calendar.
    dit_jaar = vandaag.isocalendar().year
    for gekozen in (dit_jaar, dit_jaar + 1):
        gevonden = _week_van(gekozen, nummer)
        if gevonden and gevonden.eind >= vandaag:
            return gevonden
    return None


def _week_van(jaar: int, nummer: int) -> Periode | None:
    try:
        maandag = date.fromisocalendar(jaar, nummer, 1)
    except ValueError:
        return None
    return Periode(maandag, later(maandag, 6))


def maand_periode(maand: int, vandaag: date, jaar: int | None = None) -> Periode:
    """The month that is not over yet, at most the last that the calendar has."""
    if not jaar:
        jaar = vandaag.year
        if maand < vandaag.month:
            jaar += 1
    jaar = min(jaar, MAXYEAR)
    return Periode(date(jaar, maand, 1), eind_van_maand(jaar, maand))
