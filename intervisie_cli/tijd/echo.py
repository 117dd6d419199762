"""Says back, in words of our own, when something is to be done: what was understood is seen."""

from datetime import date

from intervisie_cli.model.rij import als_rij
from intervisie_cli.taal.kalendernamen import DAGEN
from intervisie_cli.taal.zin import lees
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.tijd.keren import keren_per
from intervisie_cli.tijd.lezen import lees_tijd
from intervisie_cli.tijd.ritme import (
    DAILY,
    HOURLY,
    LAATSTE,
    MONTHLY,
    WEEKEND,
    WEEKLY,
    WERKDAGEN,
    YEARLY,
    Kloktijd,
    Ritme,
)
from intervisie_cli.tijd.vondst import Kader

# One of each, and more.
_EENHEID = {
    HOURLY: ("uur", "uur"),
    DAILY: ("dag", "dagen"),
    WEEKLY: ("week", "weken"),
    MONTHLY: ("maand", "maanden"),
    YEARLY: ("jaar", "jaar"),
}
_HET = ("uur", "jaar")


def echo(tekst: str, vandaag: date, regio: str = "") -> str:
    """When *tekst* is to be done: 'ma 14 december', 'elke dag om 9 uur, t/m ma 7 december'.

    '' when it names no day that comes and nothing that comes back.
    """
    tijd = lees_tijd(lees(tekst), Kader(vandaag, regio))
    dag = dag_in_woorden(tijd.tot, vandaag) if tijd.tot else ""
    if not tijd.ritme:
        return dag
    ritme = ritme_in_woorden(tijd.ritme, keren_per(tekst))
    # A rhythm of so many times ends by itself.
    if not dag or tijd.ritme.aantal:
        return ritme
    return f"{ritme}, t/m {dag}"


def ritme_in_woorden(ritme: Ritme, keren: int = 1) -> str:
    """A rhythm as people say it; *keren* is how often in each of its days or weeks."""
    woorden = _hoe_vaak(ritme, keren)
    if ritme.uren:
        woorden += f" om {' en '.join(map(_uur, ritme.uren))}"
    if ritme.aantal:
        woorden += f", {ritme.aantal} keer"
    return woorden


def _hoe_vaak(ritme: Ritme, keren: int) -> str:
    enkel, meer = _EENHEID[ritme.freq]
    if ritme.plaats is not None:
        orde = "laatste" if ritme.plaats == LAATSTE else f"{ritme.plaats}e"
        return f"elke {orde} {_dagen(ritme.dagen)} van de {enkel}"
    if ritme.dagen:
        elke = "elk" if ritme.dagen == WEEKEND else "elke"
        if ritme.interval > 1:
            return f"elke {ritme.interval} {meer} op {_dagen(ritme.dagen)}"
        return f"{elke} {_dagen(ritme.dagen)}"
    if keren > 1:
        return f"{keren} keer per {enkel}"
    if ritme.interval > 1:
        return f"elke {ritme.interval} {meer}"
    woorden = f"{'elk' if enkel in _HET else 'elke'} {enkel}"
    if ritme.maanddag:
        woorden += f" op de {ritme.maanddag}e"
    return woorden


def _dagen(dagen: tuple[int, ...]) -> str:
    if dagen == WERKDAGEN:
        return "werkdag"
    if dagen == WEEKEND:
        return "weekend"
    return als_rij([DAGEN[dag] for dag in dagen])


def _uur(tijd: Kloktijd) -> str:
    uur, minuut = tijd
    return f"{uur}:{minuut:02d}" if minuut else f"{uur} uur"
