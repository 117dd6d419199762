"""Whether a step is asked at one laptop alone, or led while others give theirs at their own."""

from collections.abc import Iterator
from contextlib import contextmanager

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond, shares
from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.mee.aan_zet import who_is_elsewhere
from intervisie_cli.flows.stap import tussenstand
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.model.sessie import BEGELEIDER


@contextmanager
def together(
    app: App,
    deler: Achtergrond,
    hier: Hier,
) -> Iterator[Hier]:
    """Give the step as it is asked here; with the others, where the group shares as it goes."""
    stap = hier.stap
    # Who leads and is no member, such as a docent, has no name here.
    ik = who_am_i(app.omgeving) or BEGELEIDER
    if not shares(app):
        yield hier
        return
    if stap.is_af:
        yield _opened_again(app, deler, hier, ik)
        return
    # Heavy, and of a group that shares alone.
    from intervisie_cli.commands.step.samenspel import Samenspel

    leider = stap.leider(app.omgeving.clock())
    if not leider or leider.lid != ik:
        with locked(app.omgeving, app.wacht) as vastlegger:
            begonnen = tussenstand.begin(
                vastlegger, app.omgeving, hier.sessie_map, stap, ik
            )
        hier.sessie_map, hier.stap = begonnen.sessie_map, begonnen.stap
        deler.start()
    samen = Samenspel(app, deler, hier, ik)
    try:
        yield samen
    finally:
        samen.close()


def _opened_again(app: App, deler: Achtergrond, hier: Hier, ik: str) -> Hier:
    """A step that was closed, with the others as long as the sessie goes on."""
    elders = who_is_elsewhere(hier.sessie_map, hier.context, ik)
    if not elders or not hier.sessie_map.volgende:
        return hier
    # Heavy, and seldom needed.
    from intervisie_cli.commands.step.heropend import Heropend

    return Heropend(app, deler, hier, ik, elders)
