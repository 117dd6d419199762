"""The end of a sessie: the plan on one card, and what can be done with it."""

from collections.abc import Iterator
from datetime import date

from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.actie import ACTIES, Actie
from intervisie_cli.model.plain import items_in
from intervisie_cli.model.sessie import Groep
from intervisie_cli.tonen.actie import als_open
from intervisie_cli.ui.console import Console


def regels(
    uit: Console,
    groep: Groep,
    sessie_map: SessieMap,
    vandaag: date,
) -> Iterator[str]:
    """The card: what each inbrenger is going to do, who does it and when."""
    yield ""
    yield uit.stijl("Dit gaan jullie doen", "vet", "blauw")
    heeft_plan = False
    for stap in sessie_map.stappen:
        acties = [Actie(item) for item in items_in(stap.data.get(ACTIES))]
        inbrenger = stap.plek.ronde.inbrenger if stap.plek.ronde else ""
        for actie in acties:
            heeft_plan = True
            wie = groep.namen(actie.wie or inbrenger)
            tekst = als_open(groep, Actie({**actie.item, "wie": ""}), vandaag)
            yield from uit.opgemaakt(tekst, kop=f"{wie}: ", inspringen=2)
    if not heeft_plan:
        yield uit.stijl("  Deze keer geen acties.")
        return
    yield uit.stijl("  In je agenda? Typ: intervisie actie --ics acties.ics", "dof")
