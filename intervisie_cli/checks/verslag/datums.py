"""verslag-datums: dates do not contradict each other.

Why: when the sentence says Friday and the field says Monday, each reads the other one.
Goed: actie: Ik lever het op 4 december in, met tot: 2026-12-04
Fout: actie: Ik lever het op 4 december in, met tot: 2026-12-20
"""

from collections.abc import Iterator
from datetime import datetime

from intervisie_cli.checks.smart.ontleding import ontleed
from intervisie_cli.checks.verslag.geval import Punt, SessieVerslag, StapVerslag, punt
from intervisie_cli.model.bevinding import LET_OP
from intervisie_cli.model.namen import lees_iso

SOORT, ERNST = "verslag", LET_OP


def kijk(verslag: SessieVerslag) -> Iterator[Punt]:
    """Point at times of a step in the wrong order, and at dates of an actie that differ or lie before the sessie."""
    for stap in verslag.stappen:
        begonnen, afgerond = _moment(stap, "begonnen"), _moment(stap, "afgerond")
        if begonnen and afgerond and afgerond < begonnen:
            yield punt(
                stap.plaats("afgerond"),
                "De stap is afgerond vóór hij begon.",
                "Verbeter begonnen of afgerond.",
            )
    for stap, nummer, actie in verslag.acties:
        tot = lees_iso(str(actie.get("tot") or ""))
        gezegd = ontleed(actie["actie"], verslag.datum, verslag.groep.instellingen.regio).tijd.tot
        if tot and gezegd and tot != gezegd:
            bericht = f"In de zin staat {gezegd:%d-%m-%Y}, in het veld 'tot' {tot:%d-%m-%Y}."
            yield punt(
                stap.plaats("acties", nummer, "tot"),
                bericht,
                "Welke van de twee klopt? Pas de andere aan.",
            )
        opvolging = actie.get("opvolging")
        for plek, item in enumerate(opvolging if isinstance(opvolging, list) else ()):
            datum = lees_iso(str(item.get("datum") or "")) if isinstance(item, dict) else None
            if datum and datum < verslag.datum:
                plaats = stap.plaats("acties", nummer, "opvolging", plek, "datum")
                yield punt(plaats, "Deze opvolging is van vóór de sessie.", "Verbeter de datum.")


def _moment(stap: StapVerslag, sleutel: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(stap.data.get(sleutel)))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
