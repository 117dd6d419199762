"""Acties as entries of a calendar (RFC 5545), with a reminder; their text only when asked."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vRecur

from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.flows.actie.ritme import moment
from intervisie_cli.index.opzoeken import ActieTreffer

NEUTRAAL = "Actie uit intervisie"
# An actie that is due on a day begins at midnight: six hours before is the evening before. One with
# a clock time reminds at that time.
_VOORAF = timedelta(hours=-6)
_OP_TIJD = timedelta(0)
_DAG = timedelta(days=1)


def calendar(
    acties: Iterable[ActieTreffer], nu: datetime, afspraken: Afspraken, *, met_tekst: bool
) -> tuple[bytes, int]:
    """Give the calendar, and how many of the acties it holds: those that name a day or a rhythm.

    An entry keeps its UID, so that a calendar that imports the file again replaces it.
    """
    agenda = Calendar()
    agenda.add("prodid", "-//intervisie//NL")
    agenda.add("version", "2.0")
    aantal = 0
    for treffer in acties:
        # Without an id the entry would have no UID, and come twice when the file is imported again.
        if not treffer.actie.get("id"):
            continue
        wanneer = _when(treffer, afspraken)
        if wanneer:
            agenda.add_component(_event(treffer, wanneer, nu, met_tekst=met_tekst))
            aantal += 1
    return agenda.to_ical(), aantal


def _when(treffer: ActieTreffer, afspraken: Afspraken) -> dict[str, Any]:
    """Give the properties that say when: a rhythm from the day of the sessie on, else the last day.

    Empty when the actie names neither.
    """
    wanneer = moment(treffer.actie, date.fromisoformat(treffer.datum), afspraken)
    if wanneer.ritme:
        if not wanneer.eerste:
            return {}
        regel = wanneer.ritme.as_rrule(timed=True)
        return {"dtstart": wanneer.eerste, "rrule": vRecur.from_ical(regel)}
    # The last day that a calendar has is followed by none, so an entry could not end.
    if not wanneer.tot or wanneer.tot == date.max:
        return {}
    return {"dtstart": wanneer.tot, "dtend": wanneer.tot + _DAG}


def _event(
    treffer: ActieTreffer, wanneer: dict[str, Any], nu: datetime, *, met_tekst: bool
) -> Event:
    event = Event()
    event.add("uid", f"{treffer.actie['id']}@intervisie.invalid")
    event.add("dtstamp", nu)
    event.add("summary", str(treffer.actie["actie"]) if met_tekst else NEUTRAAL)
    event.add("class", "PRIVATE")
    for naam, waarde in wanneer.items():
        event.add(naam, waarde)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", NEUTRAAL)
    alarm.add("trigger", _OP_TIJD if "rrule" in wanneer else _VOORAF)
    event.add_component(alarm)
    return event
