"""An appointment of a calendar (RFC 5545); that of a sessie says no word of what it is about."""

from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vRecur

from intervisie_cli.flows.sessie.tijden import eerstvolgende, of_sessie, ritme_van
from intervisie_cli.flows.uitvoer.agenda import MAKER
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Sessie

# An entry of a whole day begins at midnight: six hours before is the evening before.
AVOND_ERVOOR = timedelta(hours=-6)
_UUR_ERVOOR = timedelta(hours=-1)
_DAG = timedelta(days=1)
_NEUTRAAL = "Intervisie"


def van_sessie(sessie: Sessie, minuten: int, nu: datetime) -> bytes:
    """The calendar of one sessie that is planned to take so many minutes.

    It comes back where the sessie has a rhythm, and its day is one of that.
    """
    wanneer = _wanneer(sessie, minuten)
    vooraf = _UUR_ERVOOR
    # A datetime is a date too, so the other way around would always hold.
    if not isinstance(wanneer["dtstart"], datetime):
        vooraf = AVOND_ERVOOR
    agenda = leeg()
    agenda.add_component(afspraak(sessie.id, nu, _NEUTRAAL, wanneer, _NEUTRAAL, vooraf))
    return bytes(agenda.to_ical())


def comes_back(sessie: Sessie) -> bool:
    """Whether the appointment of a sessie is the first of many."""
    ritme = ritme_van(of_sessie(sessie))
    dag = sessie.datum
    # What begins on a day that is none of its own, each calendar reads in its own way.
    return ritme is not None and eerstvolgende(ritme, dag, dag) == dag


def _wanneer(sessie: Sessie, minuten: int) -> Data:
    """Give the properties that say when; without a time it takes the whole day."""
    tijden = of_sessie(sessie)
    begin = tijden.begin(sessie.datum)
    eind = tijden.eind(sessie.datum, minuten)
    wanneer: Data = {"dtstart": begin or sessie.datum}
    # A draaiboek can be of steps that take as long as they take.
    if begin and eind and eind > begin:
        wanneer["dtend"] = eind
    # The last day that a calendar has is followed by none.
    elif not begin and sessie.datum != date.max:
        wanneer["dtend"] = sessie.datum + _DAG
    ritme = ritme_van(tijden)
    if ritme and comes_back(sessie):
        wanneer["rrule"] = vRecur.from_ical(ritme.as_rrule())
    return wanneer


def leeg() -> Calendar:
    """A calendar of ours without entries."""
    agenda = Calendar()
    agenda.add("prodid", MAKER)
    agenda.add("version", "2.0")
    return agenda


def afspraak(
    kenmerk: str,
    nu: datetime,
    samenvatting: str,
    wanneer: Data,
    melding: str,
    vooraf: timedelta,
) -> Event:
    """An entry that rings *vooraf* with *melding*; the same *kenmerk* is the same entry."""
    event = Event()
    event.add("uid", f"{kenmerk}@intervisie.invalid")
    event.add("dtstamp", nu)
    event.add("summary", samenvatting)
    event.add("class", "PRIVATE")
    for naam, waarde in wanneer.items():
        event.add(naam, waarde)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", melding)
    alarm.add("trigger", vooraf)
    event.add_component(alarm)
    return event
