"""A note in the middle of a step: of the group, or of who works here alone."""

from collections.abc import Callable
from typing import Any

from intervisie_cli.commands.app import App
from intervisie_cli.flows.groep.ik import who_am_i
from intervisie_cli.flows.sessie import notitie
from intervisie_cli.flows.sessie.notitie import Schrift
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.model.context import Context
from intervisie_cli.model.sessie import INDIVIDUEEL, Lid
from intervisie_cli.model.sleutel import TEKST
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.invulling import Invulling
from intervisie_cli.vragen.script import VAN_NOTULEN


def take_note(
    app: App,
    hier: Hier,
    ask: Callable[[Vraag], Any],
) -> None:
    """Ask a line with *ask*, and add it to the notulen of who writes here. Raises Terug."""
    lid = _writer(app, hier.context)
    tekst = "Notitie van de groep"
    if lid:
        tekst = f"Notitie van {lid.roepnaam} (de groep kan dit lezen)"
    sleutel = VAN_NOTULEN.bij_coach(TEKST)
    getypt = str(ask(Vraag(sleutel, "tekst", tekst, leeg="Enter = niets")))
    if not getypt:
        return
    if not lid:
        _to_group(hier, getypt)
        return
    schrift = Schrift(app.omgeving, hier.sessie_map, hier.stap.plek, lid)
    with locked(app.omgeving, app.wacht) as vastlegger:
        notitie.add(vastlegger, schrift, notitie.clean(getypt))
    app.console.regel("✓ Genoteerd (de groep kan dit lezen)", "groen")


def _writer(app: App, context: Context) -> Lid | None:
    """Whose own notulen a note goes to; None for those of the group.

    Where one notulist writes for all, whoever holds the laptop writes for all too.
    """
    groep = context.groep
    if context.als:
        return groep.lid(context.als)
    if context.sessie.notulist != INDIVIDUEEL:
        return None
    ik = who_am_i(app.omgeving)
    if ik not in context.sessie.deelnemers:
        return None
    return groep.lid(ik)


def _to_group(hier: Hier, getypt: str) -> None:
    concept = hier.concept
    # What stands in the file comes up as a proposal, as long as nobody answered.
    samen = concept.vorige | concept.antwoorden
    eerder = Invulling(hier.context, samen).tekst(VAN_NOTULEN)
    regels = [eerder, f"- {getypt}"] if eerder else [f"- {getypt}"]
    concept.antwoorden[VAN_NOTULEN] = "\n".join(regels)
    concept.save()
