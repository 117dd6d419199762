"""Whether a step is asked at one laptop alone, or led while others give theirs at their own."""

from collections.abc import Iterator
from contextlib import contextmanager

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond, shares
from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.stap import tussenstand
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.sessie import BEGELEIDER


@contextmanager
def together(
    app: App,
    deler: Achtergrond,
    sessie_map: SessieMap,
    stap: StapBestand,
    context: Context,
    concept: Concept,
) -> Iterator[Hier]:
    """Give the step as it is asked here; with the others, where the group shares as it goes."""
    # Who leads and is no member, such as a docent, has no name here.
    ik = who_am_i(app.omgeving) or BEGELEIDER
    if stap.is_af or not shares(app):
        yield Hier(context, stap)
        return
    # Heavy, and of a group that shares alone.
    from intervisie_cli.commands.step.samenspel import Samenspel

    leider = stap.leider(app.omgeving.clock())
    if not leider or leider.lid != ik:
        with locked(app.omgeving, app.wacht) as vastlegger:
            begonnen = tussenstand.begin(vastlegger, app.omgeving, sessie_map, stap, ik)
        sessie_map, stap = begonnen.sessie_map, begonnen.stap
        deler.start()
    hier = Samenspel(app, sessie_map, stap, concept, deler, ik)
    try:
        yield hier
    finally:
        hier.close()
