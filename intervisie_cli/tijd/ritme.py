"""A rhythm as a value: how often something comes back, on which days and times, until when."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

# Spelled as in RFC 5545, so that the calendar export needs no table of its own.
DAILY, WEEKLY, MONTHLY, YEARLY, HOURLY = (
    "DAILY",
    "WEEKLY",
    "MONTHLY",
    "YEARLY",
    "HOURLY",
)
_WEEKDAGEN = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

WERKDAGEN, WEEKEND = (0, 1, 2, 3, 4), (5, 6)
HELE_WEEK = (*WERKDAGEN, *WEEKEND)
LAATSTE = -1

Kloktijd = tuple[int, int]
"""An hour and a minute."""


class Ritme(NamedTuple):
    """A recurrence: every *interval* days, weeks, … (*freq*).

    *dagen* are weekdays, Monday is 0; *plaats* tells which one in the month: 1 the first, `LAATSTE`
    the last. *maanddag* is a day of the month. It ends after *aantal* times or after the day *tot*.
    """

    freq: str
    interval: int = 1
    dagen: tuple[int, ...] = ()
    plaats: int | None = None
    maanddag: int = 0
    aantal: int = 0
    uren: tuple[Kloktijd, ...] = ()
    tot: date | None = None

    def op_tijden(self, tijden: Iterable[Kloktijd]) -> "Ritme":
        """Give the same rhythm at these clock times, the earliest first.

        Hours and minutes are separate lists in an RRULE: 9:00 with 16:30 would also mean 9:30. When
        the minutes differ only the first time is kept.
        """
        uren = sorted(set(tijden))
        minuten = {minuut for _, minuut in uren}
        if len(minuten) > 1:
            uren = uren[:1]
        return self._replace(uren=tuple(uren))

    def as_rrule(self, *, timed: bool = False) -> str:
        """Write the RRULE of RFC 5545.

        Of a recurrence whose first time has a clock time (*timed*), the end must have one as well.
        """
        delen = [f"FREQ={self.freq}"]
        if self.interval > 1:
            delen.append(f"INTERVAL={self.interval}")
        if self.dagen:
            delen.append(f"BYDAY={self._byday()}")
        if self.maanddag:
            delen.append(f"BYMONTHDAY={self.maanddag}")
        if self.uren:
            delen.append(f"BYHOUR={','.join(str(uur) for uur, _ in self.uren)}")
            _, minuut = self.uren[0]
            delen.append(f"BYMINUTE={minuut}")
        # RFC 5545 allows only one of the two.
        if self.aantal:
            delen.append(f"COUNT={self.aantal}")
        elif self.tot:
            einde_van_de_dag = "T235959" if timed else ""
            delen.append(f"UNTIL={self.tot:%Y%m%d}{einde_van_de_dag}")
        return ";".join(delen)

    def _byday(self) -> str:
        plaats = "" if self.plaats is None else self.plaats
        return ",".join(f"{plaats}{_WEEKDAGEN[dag]}" for dag in self.dagen)


def terugkeer(ritme: Ritme, eerste: datetime) -> "rrule | rruleset":
    """The moments of a rhythm from *eerste* on."""
    # Loaded here for the sake of start-up: few things have a rhythm.
    from dateutil.rrule import rrulestr

    return rrulestr(ritme.as_rrule(timed=True), dtstart=eerste)
