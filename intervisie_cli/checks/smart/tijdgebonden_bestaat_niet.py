"""smart-tijdgebonden-bestaat-niet: the date is on the calendar.

Why: a date that does not exist is never reached; a guess of ours could be the wrong one.
Goed: "Ik lever het op 30 november in."
Fout: "Ik lever het op 31 november in."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import FOUT
from intervisie_cli.tijd.vondst import ONMOGELIJK

SOORT, ERNST = "T", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at each date or week that no calendar has."""
    for vondst in actie.tijd.van_soort(ONMOGELIJK):
        yield op(
            actie.ontleding.zin,
            (vondst.van, vondst.tot),
            "Deze datum bestaat niet.",
            "Kijk op de kalender: welke dag bedoel je?",
        )
