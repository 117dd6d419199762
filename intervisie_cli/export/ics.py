"""Acties as entries of a calendar (RFC 5545), with a reminder. What an actie says stays out of it, unless asked."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Alarm, Calendar, Event
from icalendar.prop import vRecur

from intervisie_cli.checks.oordeel import beoordeel_actie
from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.flows.controle import velden_van
from intervisie_cli.index.opzoeken import ActieTreffer

NEUTRAAL = "Actie uit intervisie"
# Of a day that is due, the evening before; of a moment, when it comes.
_VOORAF = timedelta(hours=-6)


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
        if treffer.actie.get("id") and (moment := _moment(treffer, afspraken)):
            agenda.add_component(_event(treffer, moment, nu, met_tekst=met_tekst))
            aantal += 1
    return agenda.to_ical(), aantal


def _moment(treffer: ActieTreffer, afspraken: Afspraken) -> dict[str, Any]:
    """The properties that say when: a rhythm from the day of the sessie on, else the day that it is due."""
    actie, begin = treffer.actie, date.fromisoformat(treffer.datum)
    gezegd = beoordeel_actie(str(actie.get("actie") or ""), begin, velden_van(actie), afspraken).actie
    tot = gezegd.tot
    if gezegd.ritme:
        return _rhythm(gezegd.ritme, begin, tot)
    return {"dtstart": tot, "dtend": tot + timedelta(days=1)} if tot else {}


def _rhythm(ritme: str, begin: date, tot: date | None) -> dict[str, Any]:
    """The first time of a rhythm from *begin* on, and its rule; nothing when there is no such time."""
    delen = dict(deel.split("=", 1) for deel in ritme.split(";"))
    uur, minuut = (int(delen.pop(naam, str(gewoon)).split(",")[0]) for naam, gewoon in (("BYHOUR", 9), ("BYMINUTE", 0)))
    laatste = delen.get("UNTIL", f"{tot:%Y%m%d}" if tot and "COUNT" not in delen else "")
    if laatste:
        delen["UNTIL"] = f"{laatste[:8]}T235959"  # in local time, as the beginning is
    regel = ";".join(map("=".join, delen.items()))
    eerste = next(iter(rrulestr(regel, dtstart=datetime.combine(begin, time(uur, minuut)))), None)
    return {"dtstart": eerste, "rrule": vRecur.from_ical(regel)} if eerste else {}


def _event(treffer: ActieTreffer, moment: dict[str, Any], nu: datetime, *, met_tekst: bool) -> Event:
    event = Event()
    event.add("uid", f"{treffer.actie['id']}@intervisie.invalid")
    event.add("dtstamp", nu)
    event.add("summary", str(treffer.actie["actie"]) if met_tekst else NEUTRAAL)
    event.add("class", "PRIVATE")
    for naam, waarde in moment.items():
        event.add(naam, waarde)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", NEUTRAAL)
    alarm.add("trigger", timedelta(0) if "rrule" in moment else _VOORAF)
    event.add_component(alarm)
    return event
