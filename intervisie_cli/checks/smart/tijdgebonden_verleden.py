"""smart-tijdgebonden-verleden: the date is still to come.

Why: an actie for a day that is past can only be late.
Goed: "Ik lever het vóór 1 december 2026 in."
Fout: "Ik lever het vóór 1 december 2019 in."
"""

from collections.abc import Iterator

from intervisie_cli.checks.regel import Melding, op
from intervisie_cli.checks.smart.actie import Actie
from intervisie_cli.model.bevinding import FOUT
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.tijd.vondst import VERLEDEN

SOORT, ERNST = "T", FOUT


def kijk(actie: Actie) -> Iterator[Melding]:
    """Point at each day before that of the sessie, and at the sentence when its field `tot` is one."""
    bericht, hulp = "Deze dag is al voorbij.", "Kies een dag die nog komt."
    for vondst in actie.tijd.van_soort(VERLEDEN):
        yield op(actie.ontleding.zin, (vondst.van, vondst.tot), bericht, hulp)
    veld = lees_iso(actie.velden.tot) if actie.velden else None
    if veld and veld < actie.vandaag:
        yield op(
            actie.ontleding.zin, None, f"De einddatum {veld:%d-%m-%Y} ligt vóór de sessie.", hulp
        )
