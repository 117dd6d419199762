"""smart-tijdgebonden-verleden: the date is still to come.

Why: an actie for a day that is past can only be late.
Goed: "Ik lever het vóór 1 december 2026 in."
Fout: "Ik lever het vóór 1 december 2019 in."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.model.bevinding import FOUT
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.tijd.vondst import VERLEDEN

SOORT, ERNST = "T", FOUT


def kijk(actie: Actiezin) -> Iterator[Melding]:
    """Point at each day before the sessie; at the whole sentence when the field `tot` is one."""
    zin, hulp = actie.ontleding.zin, "Kies een dag die nog komt."
    # What is told as done, is done on a day that was.
    plannen = () if actie.ontleding.gedaan_op else actie.tijd.van_soort(VERLEDEN)
    for vondst in plannen:
        yield op(zin, (vondst.van, vondst.tot), "Deze dag is al voorbij.", hulp)
    tot = actie.veld_tot
    if tot and tot < actie.vandaag:
        dag = dag_in_woorden(tot, actie.vandaag)
        yield op(zin, None, f"De einddatum {dag} ligt vóór de sessie.", hulp)
