"""Leads a group through steps at the terminal, one after the other."""

from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.alleen import alone_with
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.step.editor import fill_in
from intervisie_cli.commands.step.einde import round_off
from intervisie_cli.commands.step.rondes import ask_for_another, can_ask
from intervisie_cli.commands.step.stoppen import goes_on_with
from intervisie_cli.commands.step.toetsen import SessieVeranderd
from intervisie_cli.commands.step.tot_vastgelegd import until_recorded
from intervisie_cli.commands.step.versies import (
    ask_anew,
    choose_versions,
    say_which,
)
from intervisie_cli.commands.step.wachten import samen_wachten
from intervisie_cli.commands.step.welke_dag import ask_day
from intervisie_cli.flows.sessie.wijzig import scaffold
from intervisie_cli.flows.stap import beginnen
from intervisie_cli.flows.stap.heropend import choose_or_go_on
from intervisie_cli.flows.stap.kiezen import context_of
from intervisie_cli.flows.stap.vastleggen import Vastgelegd, record_step
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.flows.waar import typ_step
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import resten, sessies
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.gestopt import has_words
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.groep.stapbestand import StapBestand
from intervisie_cli.model.casus import ADVIEZEN, Zoekvraag
from intervisie_cli.model.context import Context
from intervisie_cli.model.plain import Data
from intervisie_cli.model.sessie import OVERGESLAGEN
from intervisie_cli.model.vraag import Terug
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.vragen.invulling import VAN_SLAAT_OVER


class Leidwijze(NamedTuple):
    """How somebody wants to be led: through a step again, in the editor, with earlier advice."""

    opnieuw: bool
    editor: bool
    eerder: bool


def lead(
    app: App,
    sessie: str | None,
    stap: str | None,
    wensen: Leidwijze,
) -> int:
    """Lead until the person stops or the sessie is done. Raises Onderbroken when interrupted."""
    folder = sessies.find_folder(app.omgeving.root, sessie, app.omgeving.vandaag)
    with goes_on_with(typ_step(app.omgeving, folder)):
        app.omgeving.repository.check_ready()
        app.ensure_name()
        with locked(app.omgeving, app.wacht) as vastlegger:
            sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)
            sessie_map = scaffold(vastlegger, app.omgeving, sessie_map)
            beginnen.drop_recorded(app.omgeving, sessie_map)
        say_which(app, sessie_map)
        ask_day(app, sessie_map)
        achtergrond = Achtergrond(app)
        try:
            return _step_by_step(app, achtergrond, sessie, stap, wensen)
        finally:
            achtergrond.finish()


def _step_by_step(
    app: App,
    achtergrond: Achtergrond,
    sessie: str | None,
    stap: str | None,
    wensen: Leidwijze,
) -> int:
    gedaan: list[str] = []
    is_terug = False
    while True:
        sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)
        gekozen = choose_or_go_on(
            app.omgeving, sessie_map, stap, opnieuw=wensen.opnieuw
        )
        was_open = not gekozen.is_af
        sessie_map, gekozen = samen_wachten(app, sessie_map, gekozen)
        if was_open and gekozen.is_af:
            elders = f"✓ {gekozen.plek.titel} is op een andere laptop vastgelegd."
            app.console.regel(elders, "groen")
            stap = None
            continue
        sessie = sessie_map.sessie.naam
        try:
            is_vraag = _asks_for_another(app, sessie_map, gekozen, is_terug=is_terug)
            is_terug = False
            if is_vraag and _another_ronde(app, sessie_map, gekozen, gedaan, wensen):
                stap = None
                continue
            sessie_map = _one_step(app, sessie_map, gekozen, wensen)
        except SessieVeranderd:
            # What was opened again goes on where it was, also when all is done.
            blijft = gekozen.is_vastgelegd and wensen.opnieuw
            stap = gekozen.plek.vaste_verwijzing if blijft else None
            if not gekozen.is_vastgelegd and _is_over(app, sessie):
                return 0
            continue
        except Terug:
            # There is no question before this one, so the step before it opens.
            is_terug = can_ask(sessie_map, gekozen)
            if gedaan and not is_terug:
                _open_again(app, sessie_map, gedaan.pop(), wensen)
            continue
        gedaan.append(gekozen.pad)
        # The editor was asked for this step; the next one begins with its card.
        wensen = wensen._replace(editor=False)
        # What was recorded goes to the others while the group reads the next card.
        achtergrond.start()
        stap = None
        if wensen.opnieuw or not sessie_map.volgende:
            _end(app, sessie_map, is_over=was_open)
            return 0


def _end(app: App, sessie_map: SessieMap, *, is_over: bool) -> None:
    """Say how to go on, or end the sessie when it *is_over* just now and not long ago."""
    volgende = sessie_map.volgende
    if volgende:
        step = typ_step(app.omgeving, sessie_map.sessie.map)
        app.console.regel(f"Straks verder met {volgende.plek.titel}: {step}")
    elif is_over:
        round_off(app, sessie_map)


def _asks_for_another(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    *,
    is_terug: bool,
) -> bool:
    """Whether a ronde can come before the step: nobody went on to it, or they go back from it."""
    if not can_ask(sessie_map, stap):
        return False
    private = app.omgeving.repository.private
    return is_terug or not has_words(private, sessie_map.sessie, stap)


def _another_ronde(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    gedaan: list[str],
    wensen: Leidwijze,
) -> bool:
    """Ask for another ronde, or open the step before; give whether the sessie is another now."""
    try:
        return ask_for_another(app, sessie_map, stap)
    except Terug:
        nummer = sessie_map.stappen.index(stap)
        voor = [
            ander.pad for ander in sessie_map.stappen[:nummer] if ander.is_vastgelegd
        ]
        # Before the first step there is nothing to go back to.
        for pad in [gedaan.pop()] if gedaan else voor[-1:]:
            _open_again(app, sessie_map, pad, wensen)
        return True


def _is_over(app: App, sessie: str) -> bool:
    """Whether a change left nothing to do; then the sessie is rounded off."""
    sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)
    if sessie_map.volgende:
        return False
    round_off(app, sessie_map)
    return True


def _open_again(
    app: App,
    sessie_map: SessieMap,
    pad: str,
    wensen: Leidwijze,
) -> None:
    """Let the person change what was recorded a moment ago."""
    vorige = next(stap for stap in sessie_map.stappen if stap.pad == pad)
    # The editor was asked for the step that they came from.
    weer = wensen._replace(opnieuw=True, editor=False)
    try:
        with suppress(Terug):
            _one_step(app, sessie_map, vorige, weer)
    except SessieVeranderd:
        # It goes on where it was, in the sessie as it is now.
        nu = sessies.load(app.omgeving.root, sessie_map.sessie.map)
        _open_again(app, nu, pad, wensen)


def _one_step(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    wensen: Leidwijze,
) -> SessieMap:
    context = context_of(app.omgeving, sessie_map, stap)
    pad = concepten.path_of(
        app.omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad
    )
    with alone_with(pad, stap.plek.titel, "Ga daar verder, of sluit dat eerst."):
        app.toon(kaart(app.console, context))
        if wensen.eerder and not stap.is_af:
            _show_earlier(app, sessie_map, stap)
        met_keuze = choose_versions(app, stap)
        concept, was_er = beginnen.start_concept(app.omgeving, pad, met_keuze, context)
        if stap.is_af and not was_er:
            ask_anew(stap, concept)
        if was_er:
            app.console.regel(
                "Je was hier al bezig; je gaat verder waar je was.", "groen"
            )
        gedaan = _fill_in_and_record(app, sessie_map, stap, context, concept, wensen)
        # Recording removes the drafts of a step, but passes over this one: we hold its lock.
        is_over = gedaan.stap.status == OVERGESLAGEN
        if is_over or VAN_SLAAT_OVER in concept.antwoorden or concept.geweken:
            # What was typed before somebody passed over, or gave way, stands nowhere else.
            resten.forget(concept, gedaan.stap)
        else:
            concept.remove()
    app.report(gedaan)
    return gedaan.sessie_map


def _fill_in_and_record(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    context: Context,
    concept: Concept,
    wensen: Leidwijze,
) -> Vastgelegd:
    """Let the person fill in the step and record it. Raises Onderbroken with how to go on."""

    def record(document: Data) -> Vastgelegd:
        with locked(app.omgeving, app.wacht) as vastlegger:
            return record_step(
                vastlegger,
                app.omgeving,
                sessie_map,
                stap,
                document,
                opnieuw=stap.is_af,
                begonnen=datetime.fromisoformat(concept.begonnen),
            )

    verder = _verder(app, sessie_map, stap)
    in_editor = f"{verder} --editor"
    with goes_on_with(verder):
        if wensen.editor:
            fill_in(app, context, concept, in_editor)
        elif concept.form_path.exists():
            app.console.melding(
                f"In je editor staat nog tekst van deze stap. Openen? {in_editor}"
            )
        looks_over = stap.is_af or wensen.editor
        return until_recorded(
            app, sessie_map, stap, context, concept, record, looks_over=looks_over
        )


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
