"""From when and until when a sessie is, and in which rhythm the group meets."""

from contextlib import suppress
from datetime import MAXYEAR, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from intervisie_cli.flows.lezen import ritme, tijdstip
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.tijd.kalender import later
from intervisie_cli.tijd.ritme import Ritme, terugkeer

_DAG = timedelta(days=1)
# A sessie can go on past midnight. Half a day is more than any takes: that is a mistake.
_LANGST = timedelta(hours=12)


class Tijden(NamedTuple):
    """When a sessie begins and ends, 'HH:MM' or ''; *elke* is the rhythm as it was typed, or ''."""

    om: str = ""
    tot: str = ""
    elke: str = ""

    def begin(self, datum: date, zone: tzinfo | None = None) -> datetime | None:
        """The moment at which it begins, None when nobody said so."""
        # In its last year the calendar ends, and no sum of days is safe.
        if not self.om or datum.year == MAXYEAR:
            return None
        return datetime.combine(datum, time.fromisoformat(self.om), zone)

    def eind(self, datum: date, minuten: int) -> datetime | None:
        """The moment at which it ends: after so many minutes, unless somebody said another."""
        begin = self.begin(datum)
        if not begin:
            return None
        if not self.tot:
            return begin + timedelta(minutes=minuten)
        eind = datetime.combine(datum, time.fromisoformat(self.tot))
        if eind > begin:
            return eind
        return eind + _DAG


def read(om: str | None, tot: str | None, elke: str | None) -> Tijden:
    """Read what was typed. Raises VerkeerdGebruik."""
    tijden = Tijden(
        om=tijdstip(om or ""),
        tot=tijdstip(tot or ""),
        elke=ritme(elke or ""),
    )
    _check_order(tijden)
    return tijden


def of_sessie(sessie: Sessie) -> Tijden:
    """What sessie.yaml says, as far as it can be read: a hand may have written anything there."""
    tijden = Tijden(_klok(sessie.om), _klok(sessie.tot))
    with suppress(VerkeerdGebruik):
        tijden = tijden._replace(elke=ritme(sessie.elke))
    try:
        _check_order(tijden)
    except VerkeerdGebruik:
        return tijden._replace(tot="")
    return tijden


def _klok(waarde: object) -> str:
    with suppress(VerkeerdGebruik):
        return tijdstip(str(waarde or ""))
    return ""


def _check_order(tijden: Tijden) -> None:
    """Raise VerkeerdGebruik where a sessie would end before it begins."""
    een_dag = date(2000, 1, 1)
    begin = tijden.begin(een_dag)
    eind = tijden.eind(een_dag, 0)
    if begin and eind and eind - begin > _LANGST:
        raise VerkeerdGebruik(
            f"Wie om {tijden.om} begint, is niet om {tijden.tot} klaar.",
            "Kies een eindtijd die later is dan het begin.",
        )


def changed(data: Data, om: str | None, tot: str | None, elke: str | None) -> Data:
    """What sessie.yaml says after a change of these; None leaves one. Raises VerkeerdGebruik."""
    nieuw = dict(data)
    if om is not None:
        nieuw["om"] = tijdstip(om)
    if tot is not None:
        nieuw["tot"] = tijdstip(tot)
    if om is not None or tot is not None:
        _check_order(Tijden(_klok(nieuw.get("om")), _klok(nieuw.get("tot"))))
    if elke is not None:
        nieuw["elke"] = ritme(elke)
    return nieuw


def ritme_van(tijden: Tijden) -> Ritme | None:
    """The rhythm, None for a sessie that stands alone."""
    if not tijden.elke:
        return None
    # The grammars are only loaded for a group that meets in a rhythm.
    from intervisie_cli.tijd.gezegd import gezegd_ritme

    return gezegd_ritme(tijden.elke)


def eerstvolgende(ritme_: Ritme, begin: date, vanaf: date) -> date | None:
    """The first day of a rhythm that began on *begin*, from the day *vanaf* on; None for no day."""
    keren = terugkeer(ritme_, datetime.combine(begin, time.min))
    eerste = datetime.combine(vanaf, time.min)
    keer: datetime | None = keren.after(eerste, inc=True)
    if not keer:
        return None
    return keer.date()


def volgende_keer(sessie: Sessie, vandaag: date) -> date | None:
    """The day on which the group meets after *sessie*, by its rhythm; None without one."""
    gevonden = ritme_van(of_sessie(sessie))
    if not gevonden:
        return None
    voorbij = max(sessie.datum, vandaag)
    dag = eerstvolgende(gevonden, sessie.datum, later(voorbij, 1))
    # The last day that the calendar has is followed by none.
    if not dag or dag == voorbij:
        return None
    return dag


def zegt_ritme(sessie: Sessie) -> str:
    """The rhythm in words, as it was understood: 'elke 2 weken'; '' for none."""
    gevonden = ritme_van(of_sessie(sessie))
    if not gevonden:
        return ""
    from intervisie_cli.tijd.echo import ritme_in_woorden

    return ritme_in_woorden(gevonden)
