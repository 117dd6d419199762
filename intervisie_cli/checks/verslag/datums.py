"""verslag-datums: dates do not contradict each other.

Why: when the sentence says Friday and the field says Monday, each reads the other one.
Goed: actie: Ik lever het op 4 december in, met tot: 2026-12-04
Fout: actie: Ik lever het op 4 december in, met tot: 2026-12-20
"""

from collections.abc import Iterator
from datetime import datetime

from intervisie_cli.checks.smart.ontleding import ontleed
from intervisie_cli.checks.verslag.geval import (
    Punt,
    SessieVerslag,
    StapVerslag,
    items_van,
    punt,
)
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.model.plain import Item
from intervisie_cli.tijd.dag import dag_in_woorden

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at times of a step in the wrong order, and at dates of an actie that cannot be."""
    for stap in verslag.stappen:
        yield from _duur(stap)
    for stap, nummer, actie in verslag.acties:
        yield from _einde(verslag, stap, nummer, actie)
        yield from _opvolging(verslag, stap, nummer, actie)


def _duur(stap: StapVerslag) -> Iterator[Punt]:
    begonnen = _moment(stap, "begonnen")
    afgerond = _moment(stap, "afgerond")
    if begonnen and afgerond and afgerond < begonnen:
        yield punt(
            stap.plaats("afgerond"),
            "De stap is afgerond vóór hij begon.",
            "Verbeter begonnen of afgerond.",
        )


def _einde(
    verslag: SessieVerslag,
    stap: StapVerslag,
    nummer: int,
    actie: Item,
) -> Iterator[Punt]:
    """The field `tot` of an actie and the last day in its sentence, when they differ."""
    tot = lees_iso(str(actie.get("tot") or ""))
    regio = verslag.groep.instellingen.regio
    gezegd = ontleed(actie["actie"], verslag.datum, regio).tijd.tot
    if tot and gezegd and tot != gezegd:
        in_de_zin = dag_in_woorden(gezegd, verslag.datum)
        in_het_veld = dag_in_woorden(tot, verslag.datum)
        yield punt(
            stap.plaats("acties", nummer, "tot"),
            f"In de zin staat {in_de_zin}, in het veld 'tot' {in_het_veld}.",
            "Welke van de twee klopt? Pas de andere aan.",
        )


def _opvolging(
    verslag: SessieVerslag,
    stap: StapVerslag,
    nummer: int,
    actie: Item,
) -> Iterator[Punt]:
    for plek, item in items_van(actie.get("opvolging")):
        datum = lees_iso(str(item.get("datum") or ""))
        if datum and datum < verslag.datum:
            plaats = stap.plaats("acties", nummer, "opvolging", plek, "datum")
            yield punt(
                plaats, "Deze opvolging is van vóór de sessie.", "Verbeter de datum."
            )


def _moment(stap: StapVerslag, sleutel: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(stap.data.get(sleutel)))
    except ValueError:
        return None
    # Without a time zone it cannot be compared to one that has it.
    if not moment.tzinfo:
        return None
    return moment
