"""When an actie with a rhythm comes back, and how often that was."""

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from intervisie_cli.checks.oordeel import beoordeel_actie
from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.actie import KEER, OPVOLGING, VAN, Actie, gehaald
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.model.plain import Item, items_in
from intervisie_cli.model.sessie import Groep
from intervisie_cli.taal.tekst import MAX_AANTAL

if TYPE_CHECKING:
    from dateutil.rrule import rrule, rruleset

_UUR, _MINUUT = 9, 0
_TELWOORDEN = ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_PER = re.compile(
    rf"\b([1-9]\d?|{'|'.join(_TELWOORDEN)}) ?(?:x|keer|maal) ?(?:per|in de|p/) ?(?:dag|week|w|maand)\b"
)


class Moment(NamedTuple):
    """When an actie is to be done: time and again by *regel* (an RRULE in local time) from *eerste* on, or on *tot*."""

    tot: date | None
    eerste: datetime | None
    regel: str


def moment(actie: Item, begin: date, afspraken: Afspraken) -> Moment:
    """What an actie of the sessie of *begin* says of when, in its sentence and its fields."""
    gezegd = beoordeel_actie(
        str(actie.get("actie") or ""), begin, Actie(actie).velden, afspraken
    ).actie
    if not gezegd.ritme:
        return Moment(gezegd.tot, None, "")
    delen = dict(deel.split("=", 1) for deel in gezegd.ritme.split(";"))
    uur, minuut = (
        int(delen.pop(naam, str(anders)).split(",")[0])
        for naam, anders in (("BYHOUR", _UUR), ("BYMINUTE", _MINUUT))
    )
    laatste = delen.get(
        "UNTIL", f"{gezegd.tot:%Y%m%d}" if gezegd.tot and "COUNT" not in delen else ""
    )
    if laatste:
        delen["UNTIL"] = f"{laatste[:8]}T235959"  # in local time, as the beginning is
    regel = ";".join(map("=".join, delen.items()))
    eerste = next(iter(_rule(regel, datetime.combine(begin, time(uur, minuut)))), None)
    return Moment(gezegd.tot, eerste, regel)


def keren(treffer: ActieTreffer, dag: date, groep: Groep) -> int | None:
    """How often an actie could be done since it was last told how often it was, up to and with *dag*.

    None for an actie without a rhythm.
    """
    begin = date.fromisoformat(treffer.datum)
    wanneer = moment(treffer.actie, begin, Afspraken(groep.instellingen.regio))
    if not wanneer.regel:
        return None
    if not wanneer.eerste:
        return 0
    geteld = (
        lees_iso(str(item.get("datum", "")))
        for item in items_in(treffer.actie.get(OPVOLGING))
        if gehaald(item)
    )
    sinds = max((datum for datum in geteld if datum and datum < dag), default=begin)
    aantal = len(_rule(wanneer.regel, wanneer.eerste).between(_end_of(sinds), _end_of(dag)))
    return min(aantal * _per_time(treffer.actie), MAX_AANTAL)


def _per_time(actie: Item) -> int:
    """How often in each day, week or month: 2 for 'twee keer per week'."""
    gezegd = _PER.search(f"{actie.get('actie', '')} {actie.get('ritme', '')}".lower())
    woord = gezegd[1] if gezegd else "1"
    return int(woord) if woord.isdigit() else _TELWOORDEN.index(woord) + 2


def geteld(treffer: ActieTreffer, dag: date, groep: Groep, keer: int | None) -> dict[str, int]:
    """What an opvolging keeps of how often it was done."""
    if keer is None:
        return {}
    van = keren(treffer, dag, groep)
    return {KEER: keer, VAN: van} if van else {KEER: keer}


def _end_of(dag: date) -> datetime:
    return datetime.combine(dag, time.max)


def _rule(regel: str, eerste: datetime) -> "rrule | rruleset":
    from dateutil.rrule import rrulestr

    return rrulestr(regel, dtstart=eerste)
