"""One step at the terminal, from its card until it is recorded."""

from datetime import datetime
from functools import partial
from typing import NamedTuple

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.alleen import alone_with
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.app.scherm import Scherm
from intervisie_cli.commands.step.editor import fill_in
from intervisie_cli.commands.step.samen import together
from intervisie_cli.commands.step.stoppen import goes_on_with
from intervisie_cli.commands.step.tot_vastgelegd import until_recorded
from intervisie_cli.commands.step.versies import ask_anew, choose_versions, say_which
from intervisie_cli.flows.scherm import STEP, of_question
from intervisie_cli.flows.stap import beginnen
from intervisie_cli.flows.stap.hier import Hier
from intervisie_cli.flows.stap.kiezen import context_of
from intervisie_cli.flows.stap.vastleggen import Vastgelegd, record_step
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.flows.waar import typ_step
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import resten
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.casus import ADVIEZEN, Zoekvraag
from intervisie_cli.model.fouten import Onderbroken
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import OVERGESLAGEN
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.vragen.invulling import VAN_SLAAT_OVER


class Leidwijze(NamedTuple):
    """How somebody wants to be led: through a step again, in the editor, with earlier advice."""

    opnieuw: bool
    editor: bool
    eerder: bool


def one_step(
    app: App,
    achtergrond: Achtergrond,
    sessie_map: SessieMap,
    stap: StapBestand,
    wensen: Leidwijze,
) -> SessieMap:
    """Ask a step and record it; give the sessie after it. Raises Terug, SessieVeranderd."""
    context = context_of(app.omgeving, sessie_map, stap)
    pad = concepten.path_of(
        app.omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad
    )
    with alone_with(pad, stap.plek.titel, "Ga daar verder, of sluit dat eerst."):
        app.toon(kaart(app.console, context))
        app.prompter.na_kaart()
        say_which(app, sessie_map, stap)
        if wensen.eerder and not stap.is_af:
            _show_earlier(app, sessie_map, stap)
        met_keuze = choose_versions(app, stap)
        concept, was_er = beginnen.start_concept(app.omgeving, pad, met_keuze, context)
        if stap.is_af and not was_er:
            ask_anew(stap, concept)
        if was_er:
            app.console.regel(beginnen.GAAT_VERDER, "groen")
        alleen = Hier(sessie_map, stap, context, concept)
        folder = sessie_map.sessie.map
        with (
            together(app, achtergrond, alleen) as hier,
            Scherm(app, folder, STEP) as scherm,
        ):
            hier.op_scherm = partial(_show, app, hier, scherm)
            try:
                gedaan = _fill_in_and_record(app, hier, wensen)
            except Onderbroken:
                hier.leave()
                raise
        # Recording removes the drafts of a step, but passes over this one: we hold its lock.
        is_over = gedaan.stap.status == OVERGESLAGEN
        if is_over or VAN_SLAAT_OVER in concept.antwoorden or concept.geweken:
            # What was typed before somebody passed over, or gave way, stands nowhere else.
            if resten.forget(concept, gedaan.stap):
                gedaan = gedaan._replace(is_opzij=True)
        else:
            concept.remove()
    app.report(gedaan)
    return gedaan.sessie_map


def _fill_in_and_record(
    app: App,
    hier: Hier,
    wensen: Leidwijze,
) -> Vastgelegd:
    """Let the person fill in the step and record it. Raises Onderbroken with how to go on."""
    stap, concept = hier.stap, hier.concept

    def record(document: Data) -> Vastgelegd:
        hier.before_recording()
        with locked(app.omgeving, app.wacht) as vastlegger:
            return record_step(
                vastlegger,
                app.omgeving,
                hier.sessie_map,
                hier.stap,
                document,
                opnieuw=stap.is_af,
                begonnen=datetime.fromisoformat(concept.begonnen),
            )

    verder = _verder(app, hier.sessie_map, stap)
    in_editor = f"{verder} --editor"
    with goes_on_with(verder):
        if wensen.editor:
            fill_in(app, hier.context, concept, in_editor)
        elif concept.form_path.exists():
            app.console.melding(
                f"In je editor staat nog tekst van deze stap. Openen? {in_editor}"
            )
        looks_over = stap.is_af or wensen.editor
        return until_recorded(app, hier, record, looks_over=looks_over)


def _show(
    app: App,
    hier: Hier,
    scherm: Scherm,
    vraag: Vraag | None,
    wacht_op: tuple[str, ...],
) -> None:
    scherm.toon(of_question(app.omgeving, hier, vraag, wacht_op))


def _verder(app: App, sessie_map: SessieMap, stap: StapBestand) -> str:
    step = typ_step(app.omgeving, sessie_map.sessie.map)
    if stap.is_af:
        return f"{step} {stap.plek.verwijzing} --opnieuw"
    return step


def _show_earlier(app: App, sessie_map: SessieMap, stap: StapBestand) -> None:
    """Where advice is asked, show what was advised on something like it, and what came of that."""
    ronde = stap.plek.ronde
    if not ronde or not stap.plek.stap.veld(ADVIEZEN):
        return
    from intervisie_cli.flows.terugblik.eerder import earlier_advice
    from intervisie_cli.tonen.casus import earlier

    gevonden = earlier_advice(app.omgeving, sessie_map, ronde)
    if gevonden:
        app.console.regel(
            "Hier lijkt het op (niet tonen: intervisie step --zonder-eerder)", "vet"
        )
    vraag = Zoekvraag(app.omgeving.vandaag)
    app.toon(earlier(app.console, app.omgeving.groep, vraag, gevonden))
