"""When an actie with a rhythm comes back, and how often that was."""

from datetime import date, datetime, time
from typing import NamedTuple

from intervisie_cli.checks.oordeel import beoordeel_actie
from intervisie_cli.checks.smart.actie import Afspraken
from intervisie_cli.index.opzoeken import ActieTreffer
from intervisie_cli.model.actie import KEER, VAN, Actie, gehaald
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.model.plain import Item
from intervisie_cli.model.sessie import Groep
from intervisie_cli.taal.tekst import MAX_AANTAL
from intervisie_cli.tijd.keren import keren_per
from intervisie_cli.tijd.ritme import Ritme, terugkeer

# An actie that names no time is remembered when the working day starts.
_ALS_GEEN_TIJD = (9, 0)


class Moment(NamedTuple):
    """When an actie is to be done: time and again by *ritme* from *eerste* on, or on the day *tot*.

    *eerste* holds the clock time, so *ritme* has none; it is None when no day fits the rhythm.
    """

    tot: date | None
    eerste: datetime | None
    ritme: Ritme | None


def moment(actie: Item, begin: date, afspraken: Afspraken) -> Moment:
    """Read when an actie of the sessie of *begin* is to be done, in its sentence and its fields."""
    tekst = str(actie.get("actie") or "")
    gezegd = beoordeel_actie(tekst, begin, Actie(actie).velden, afspraken).actie
    if not gezegd.ritme:
        return Moment(gezegd.tot, None, None)
    uur, minuut = _ALS_GEEN_TIJD
    # A rhythm of several times a day begins with the first of these.
    if gezegd.ritme.uren:
        uur, minuut = gezegd.ritme.uren[0]
    tot = gezegd.ritme.tot or gezegd.tot
    ritme = gezegd.ritme._replace(uren=(), tot=tot)
    # What begins later than the sessie, comes back from then on.
    eerste_dag = max(begin, gezegd.vanaf or begin)
    vanaf = datetime.combine(eerste_dag, time(uur, minuut))
    eerste = next(iter(terugkeer(ritme, vanaf)), None)
    return Moment(gezegd.tot, eerste, ritme)


def keren(treffer: ActieTreffer, dag: date, groep: Groep) -> int | None:
    """Count how often an actie could be done since that was last told, up to and with *dag*.

    None for an actie without a rhythm.
    """
    begin = date.fromisoformat(treffer.datum)
    wanneer = moment(treffer.actie, begin, Afspraken(groep.instellingen.regio))
    if not wanneer.ritme:
        return None
    if not wanneer.eerste:
        return 0
    # The day on which it was told is over then: each day is counted once.
    sinds = _laatst_geteld(treffer.actie, dag) or begin
    keer_op_keer = terugkeer(wanneer.ritme, wanneer.eerste)
    dagen = keer_op_keer.between(_end_of(sinds), _end_of(dag))
    actie = Actie(treffer.actie)
    # 'Elke dag 2 keer' comes on one day, and can be done twice.
    per_dag = keren_per(f"{actie.tekst} {treffer.actie.get('ritme', '')}")
    return min(len(dagen) * per_dag, MAX_AANTAL)


def _laatst_geteld(actie: Item, voor: date) -> date | None:
    """The last day before *voor* on which somebody told how often it was done."""
    dagen = []
    for keer in Actie(actie).opvolging:
        dag = lees_iso(str(keer.get("datum", "")))
        if dag and dag < voor and gehaald(keer):
            dagen.append(dag)
    return max(dagen, default=None)


def geteld(
    treffer: ActieTreffer,
    dag: date,
    groep: Groep,
    keer: int | None,
) -> dict[str, int]:
    """What an opvolging keeps of how often it was done."""
    if keer is None:
        return {}
    mogelijk = keren(treffer, dag, groep)
    if not mogelijk:
        return {KEER: keer}
    return {KEER: keer, VAN: mogelijk}


def _end_of(dag: date) -> datetime:
    return datetime.combine(dag, time.max)
