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
    heeft_plan = komt_in_agenda = False
    for stap in sessie_map.stappen:
        acties = [Actie(item) for item in items_in(stap.data.get(ACTIES))]
        inbrenger = stap.plek.ronde.inbrenger if stap.plek.ronde else ""
        for actie in acties:
            heeft_plan = True
            komt_in_agenda = komt_in_agenda or _names_a_day(groep, sessie_map, actie)
            wie = groep.namen(actie.wie or inbrenger)
            tekst = als_open(groep, Actie({**actie.item, "wie": ""}), vandaag)
            yield from uit.opgemaakt(tekst, kop=f"{wie}: ", inspringen=2)
    if not heeft_plan:
        yield uit.stijl("  Deze keer geen acties.")
        return
    if komt_in_agenda:
        typ = "Typ: intervisie actie --ics acties.ics"
        yield uit.stijl(f"  In je agenda? {typ}", "dof")


def _names_a_day(groep: Groep, sessie_map: SessieMap, actie: Actie) -> bool:
    # Only who comes at the end of a sessie waits for what reads a sentence.
    from intervisie_cli.checks.smart.actie import Afspraken
    from intervisie_cli.flows.actie.ritme import moment

    afspraken = Afspraken(groep.instellingen.regio)
    wanneer = moment(actie.item, sessie_map.sessie.datum, afspraken)
    return bool(wanneer.ritme or wanneer.tot)
