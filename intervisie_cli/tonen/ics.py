"""Acties as entries of a calendar (RFC 5545), with a reminder. What an actie says stays out of it, unless asked."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vRecur

from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.flows.actie.ritme import moment
from intervisie_cli.index.opzoeken import ActieTreffer

NEUTRAAL = "Actie uit intervisie"
# Of a day that is due, the evening before; of a moment, when it comes.
_VOORAF = timedelta(hours=-6)
_DAG = timedelta(days=1)


def calendar(
    acties: Iterable[ActieTreffer], nu: datetime, afspraken: Afspraken, *, met_tekst: bool
) -> tuple[bytes, int]:
    """Give the calendar, and how many of the acties are in it: those that name a day or a rhythm.

    An entry keeps its UID, so that reading the file again replaces it.
    """
    agenda = Calendar()
    agenda.add("prodid", "-//intervisie//NL")
    agenda.add("version", "2.0")
    aantal = 0
    for treffer in acties:
        # Without an id there is nothing to know it by the next time.
        if treffer.actie.get("id") and (wanneer := _when(treffer, afspraken)):
            agenda.add_component(_event(treffer, wanneer, nu, met_tekst=met_tekst))
            aantal += 1
    return agenda.to_ical(), aantal


def _when(treffer: ActieTreffer, afspraken: Afspraken) -> dict[str, Any]:
    """The properties that say when: a rhythm from the day of the sessie on, else the day that it is due."""
    tot, eerste, regel = moment(treffer.actie, date.fromisoformat(treffer.datum), afspraken)
    if regel:
        return {"dtstart": eerste, "rrule": vRecur.from_ical(regel)} if eerste else {}
    return {"dtstart": tot, "dtend": tot + _DAG} if tot and tot < date.max else {}


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
    alarm.add("trigger", timedelta(0) if "rrule" in wanneer else _VOORAF)
    event.add_component(alarm)
    return event
