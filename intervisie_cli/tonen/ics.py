"""Acties as entries of a calendar (RFC 5545), with a reminder; their text only when asked."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar.prop import vRecur

from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.flows.actie.ritme import moment
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.plain import Data
from intervisie_cli.tonen.afspraak import AVOND_ERVOOR, afspraak, leeg

# A calendar is often shown to others, so an entry says no more than this unless somebody asks.
NEUTRAAL = "Actie uit intervisie"
# An actie with a clock time reminds at that time.
_OP_TIJD = timedelta(0)
_DAG = timedelta(days=1)


def calendar(
    acties: Iterable[ActieTreffer],
    nu: datetime,
    afspraken: Afspraken,
    *,
    met_tekst: bool,
) -> tuple[bytes, int]:
    """Give the calendar, and how many of the acties it holds: those that name a day or a rhythm.

    An entry keeps its UID, so that a calendar that imports the file again replaces it.
    """
    agenda = leeg()
    aantal = 0
    for treffer in acties:
        # Without an id the entry would have no UID, and come twice when the file is imported again.
        if not treffer.actie.get("id"):
            continue
        wanneer = _wanneer(treffer, afspraken)
        if not wanneer:
            continue
        samenvatting = NEUTRAAL
        if met_tekst:
            samenvatting = str(treffer.actie["actie"])
        vooraf = _OP_TIJD if "rrule" in wanneer else AVOND_ERVOOR
        agenda.add_component(
            afspraak(treffer.actie["id"], nu, samenvatting, wanneer, NEUTRAAL, vooraf)
        )
        aantal += 1
    return agenda.to_ical(), aantal


def _wanneer(treffer: ActieTreffer, afspraken: Afspraken) -> Data:
    """Give the properties that say when: a rhythm from the day of the sessie on, else the last day.

    Empty when the actie names neither.
    """
    begin = date.fromisoformat(treffer.datum)
    wanneer = moment(treffer.actie, begin, afspraken)
    if wanneer.ritme:
        if not wanneer.eerste:
            return {}
        regel = wanneer.ritme.as_rrule(timed=True)
        return {"dtstart": wanneer.eerste, "rrule": vRecur.from_ical(regel)}
    # The last day that a calendar has is followed by none, so an entry could not end.
    if not wanneer.tot or wanneer.tot == date.max:
        return {}
    return {"dtstart": wanneer.tot, "dtend": wanneer.tot + _DAG}
