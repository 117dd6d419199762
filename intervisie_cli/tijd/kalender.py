"""Days, weeks and months around the day of the sessie."""

from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
MAANDAG, VRIJDAG, ZATERDAG, ZONDAG = 0, 4, 5, 6


class Periode(NamedTuple):
    """From *begin* up to and with *eind*. *is_vaag* when its end is already the last day that counts ('eind mei')."""

    begin: date
    eind: date
    is_vaag: bool = False


def dag_van(jaar: int, maand: int, dag: int) -> date | None:
    """The day, None when the calendar does not have it."""
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def eerstvolgende(dag: int, maand: int, vandaag: date) -> date | None:
    """The first such day from *vandaag* on; None when no year has it (29 February may be eight years away)."""
    jaren = (dag_van(vandaag.year + n, maand, dag) for n in range(9) if vandaag.year + n <= MAXYEAR)
    return next((d for d in jaren if d and d >= vandaag), None)


def later(vandaag: date, dagen: int) -> date:
    """So many days after *vandaag*, at most the last day that the calendar has."""
    try:
        return vandaag + timedelta(days=dagen)
    except OverflowError:
        return date.max


def maanden_later(vandaag: date, maanden: int) -> date:
    """The same day so many months later, or the last day of that month."""
    jaar, maand = divmod(vandaag.year * 12 + vandaag.month - 1 + maanden, 12)
    if not 1 <= jaar <= MAXYEAR:
        return date.max
    return min(
        date(jaar, maand + 1, 1) + timedelta(days=vandaag.day - 1), eind_van_maand(jaar, maand + 1)
    )


def eind_van_maand(jaar: int, maand: int) -> date:
    """The last day of a month."""
    return later(
        date(jaar, 12, 31) if maand == 12 else date(jaar, maand + 1, 1), 0 if maand == 12 else -1
    )


def volgende_dag(weekdag: int, vandaag: date) -> date:
    """The next such day of the week after *vandaag*."""
    return later(vandaag, (weekdag - vandaag.weekday() - 1) % 7 + 1)


def zondag(vandaag: date, weken: int = 0) -> date:
    """The Sunday of the week of *vandaag*, or of so many weeks later."""
    return later(vandaag, ZONDAG - vandaag.weekday() + 7 * weken)


def week(nummer: int, vandaag: date, jaar: int | None = None) -> Periode | None:
    """The ISO week with that number that is not over yet; None when the year has no such week."""
    for gekozen in [jaar] if jaar else [vandaag.isocalendar().year, vandaag.isocalendar().year + 1]:
        try:
            maandag = date.fromisocalendar(gekozen, nummer, 1)
        except ValueError:
            continue
        if jaar or later(maandag, 6) >= vandaag:
            return Periode(maandag, later(maandag, 6))
    return None


def maand_periode(maand: int, vandaag: date, jaar: int | None = None) -> Periode:
    """The month that is not over yet, at most the last that the calendar has."""
    jaar = min(jaar or vandaag.year + (maand < vandaag.month), MAXYEAR)
    return Periode(date(jaar, maand, 1), eind_van_maand(jaar, maand))
