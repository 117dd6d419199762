"""`intervisie step --als LID`: asks one member, on their own laptop, what they owe in a step."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from intervisie_cli.commands.app import GEEF_ANTWOORDEN, App, need_terminal
from intervisie_cli.commands.app.alleen import alone_with
from intervisie_cli.commands.app.delen import share_after
from intervisie_cli.commands.step.stoppen import goes_on_with
from intervisie_cli.commands.step.tot_vastgelegd import until_recorded
from intervisie_cli.flows.stap import bijdrage
from intervisie_cli.flows.stap.antwoordenbestand import check_named, name_of
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.vastleggen import Vastgelegd
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.flows.waar import typ_step
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import resten, sessies
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import Lid
from intervisie_cli.model.vraag import Terug
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.tonen.stap import aangevuld
from intervisie_cli.vragen.eigen import klaar_met, klaar_met_velden
from intervisie_cli.vragen.fasen import eigenaar
from intervisie_cli.vragen.invulling import VAN_SLAAT_OVER
from intervisie_cli.vragen.script import vragen


def contribute(
    app: App,
    als: str,
    sessie: str | None,
    stap: str | None,
    documents: list[Data] | None,
) -> int:
    """Record what the member gives, from *documents* or asked, and share it."""
    # First take in what the others gave meanwhile.
    share_after(app, is_quiet=True)
    sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.avond)
    lid = bijdrage.member(app.omgeving, sessie_map, als)
    if documents is None:
        need_terminal(app, GEEF_ANTWOORDEN)
        _ask(app, sessie_map, bijdrage.choose_for(sessie_map, stap), lid)
    else:
        _take_over(app, sessie_map, stap, lid, documents)
    share_after(app)
    return 0


def _take_over(
    app: App,
    sessie_map: SessieMap,
    stap: str | None,
    lid: Lid,
    documents: list[Data],
) -> None:
    if len(documents) != 1:
        raise VerkeerdGebruik(
            "Met --als geef je één stap tegelijk.", "Zet één document in het bestand."
        )
    (gegeven,) = documents
    naam = name_of(gegeven, stap)
    check_named(sessie_map, gegeven, stap)
    gekozen = bijdrage.choose_for(sessie_map, naam)
    context = bijdrage.context_for(app.omgeving, sessie_map, gekozen, lid)
    document = bijdrage.beside(context, gekozen.data, gegeven)
    over = klaar_met_velden(context, gekozen.data | document, gegeven.keys())
    gedaan = _record(app, sessie_map, gekozen, lid, document, over)
    app.console.ruw(aangevuld(app.console, gedaan, lid))


def _ask(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    lid: Lid,
) -> None:
    app.ensure_name()
    context = bijdrage.context_for(app.omgeving, sessie_map, stap, lid)
    with own_step(app, sessie_map, stap, context) as hier:
        if not list(vragen(context, hier.concept.antwoorden)):
            app.console.regel(
                f"In {stap.plek.titel} hoeft {lid.roepnaam} nu niets te geven."
            )
            return
        app.toon(kaart(app.console, context))
        app.prompter.na_kaart()
        step = typ_step(app.omgeving, sessie_map.sessie.map)
        with goes_on_with(f"{step} --als {lid.id}"):
            # Who gives from their own laptop looks it over, as it goes to the others.
            give(app, hier, lid, looks_over=True)


@contextmanager
def own_step(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    context: Context,
) -> Iterator[Hier]:
    """Give the step with the draft of the member `context.als`, in one window alone."""
    pad = concepten.path_of(
        app.omgeving.repository.private,
        sessie_map.sessie.id,
        f"{stap.plek.pad}--{context.als}",
    )
    with alone_with(pad, stap.plek.titel, "Ga daar verder."):
        concept = bijdrage.start_concept(app.omgeving, pad, stap, context)
        _bring_along(app, sessie_map, stap, context, concept)
        yield Hier(sessie_map, stap, context, concept)


def _bring_along(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    context: Context,
    concept: Concept,
) -> None:
    """Let half a text of the member come up that they typed here while they led."""
    private = app.omgeving.repository.private
    pad = concepten.path_of(private, sessie_map.sessie.id, stap.plek.pad)
    geleid = concepten.load(pad, stap.plek.stap)
    if not geleid:
        return
    for sleutel, waarde in geleid.vorige.items():
        is_half = isinstance(waarde, str) and sleutel not in concept.antwoorden
        if is_half and eigenaar(sleutel, context) == context.als:
            concept.vorige.setdefault(sleutel, waarde)


def give(
    app: App,
    hier: Hier,
    lid: Lid,
    *,
    looks_over: bool,
) -> None:
    """Ask what the member gives, and record it. Raises SessieVeranderd."""
    concept = hier.concept

    def record(_document: Data) -> Vastgelegd:
        # What the member was not asked stands in the draft too, as others gave it.
        document = bijdrage.as_document(
            hier.context, hier.stap.data, concept.antwoorden
        )
        over = klaar_met(hier.context, concept.antwoorden)
        return _record(app, hier.sessie_map, hier.stap, lid, document, over)

    gedaan = None
    while not gedaan:
        with suppress(Terug):
            gedaan = until_recorded(app, hier, record, looks_over=looks_over)
    is_opzij = False
    if VAN_SLAAT_OVER in concept.antwoorden and any(concept.vorige.values()):
        # What was typed half before they passed over stands nowhere else.
        is_opzij = resten.forget(concept, gedaan.stap)
    else:
        concept.remove()
    app.console.ruw(aangevuld(app.console, gedaan, lid))
    if is_opzij:
        app.say_kept()
    for tekst in bijdrage.stands_apart(hier.stap, gedaan.stap, lid):
        app.console.alinea(
            tekst, kop="Daarop is al geantwoord, dus dit blijft er ook staan: "
        )


def _record(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    lid: Lid,
    document: Data,
    over: tuple[str, ...],
) -> Vastgelegd:
    with locked(app.omgeving, app.wacht) as vastlegger:
        return bijdrage.record(
            vastlegger, app.omgeving, sessie_map, stap, lid, document, over
        )
