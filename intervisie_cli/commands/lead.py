"""Leads through steps at the terminal, for `intervisie step`."""

from typing import Any

from intervisie_cli import system
from intervisie_cli.commands.app import App
from intervisie_cli.commands.step import report_recorded
from intervisie_cli.flows import stap_vragen
from intervisie_cli.flows.antwoorden_lezen import read_answers
from intervisie_cli.flows.stap_kiezen import choose, context_of
from intervisie_cli.flows.stap_vastleggen import AntwoordenFout, record_step
from intervisie_cli.flows.vastleggen import locked
from intervisie_cli.groep import sessies
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.fouten import IntervisieError, Onderbroken
from intervisie_cli.model.vraag import JA_NEE, Vraag
from intervisie_cli.ui.editor import edit
from intervisie_cli.ui.kaart import kaart
from intervisie_cli.vragen import formulier

_BEWAARD = ("Gestopt. Wat je hebt ingevuld is bewaard.", "Ga verder met: intervisie step")


def lead(app: App, sessie: str | None, stap: str | None, *, opnieuw: bool, editor: bool) -> int:
    """Lead until the person stops or the sessie is done. Raises Onderbroken when interrupted."""
    try:
        return _lead(app, sessie, stap, opnieuw=opnieuw, editor=editor)
    except (KeyboardInterrupt, EOFError):
        raise Onderbroken(*_BEWAARD) from None
    except Onderbroken as fout:
        raise Onderbroken(*_BEWAARD, fout.exit_code) from None


def _lead(app: App, sessie: str | None, stap: str | None, *, opnieuw: bool, editor: bool) -> int:
    app.omgeving.repository.check_ready()
    app.ensure_name()
    with locked(app.omgeving, app.wacht):
        stap_vragen.drop_recorded(app.omgeving, sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag))
    while True:
        sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)
        gekozen = choose(sessie_map, stap, opnieuw=opnieuw)
        sessie_map = _lead_one(app, sessie_map, gekozen, editor=editor)
        sessie, stap, volgende = sessie_map.sessie.naam, None, sessie_map.volgende
        if not volgende:
            app.console.regel("De sessie is klaar. Kijk terug met: intervisie show", "vet")
            return 0
        if opnieuw or not _goes_on(app, volgende):
            app.console.regel(f"Straks verder met {volgende.plek.titel}: intervisie step")
            return 0


def _in_editor(app: App, context: Context, concept: Concept) -> dict[str, Any]:
    """Let the person fill in the answers document in an editor, until it can be read."""
    path = concept.formulier
    if not path.exists():
        system.write_durable(path, formulier.document(context, concept.antwoorden | concept.vorige).encode())
    while True:
        edit(path)
        try:
            documents = read_answers(path.read_bytes())
        except IntervisieError as fout:
            app.console.fout(fout.bericht)
            if not _again(app):
                raise KeyboardInterrupt from None
            continue
        return formulier.without_blanks(documents[0])


def _again(app: App) -> bool:
    return bool(app.ask(Vraag("weer", "ja-nee", "De editor weer openen?", keuzes=JA_NEE, standaard=True)))


def _goes_on(app: App, volgende: StapBestand) -> bool:
    vraag = Vraag("door", "ja-nee", f"Door met {volgende.plek.titel}?", keuzes=JA_NEE, standaard=True)
    return bool(app.ask(vraag))


def _lead_one(app: App, sessie_map: SessieMap, stap: StapBestand, *, editor: bool) -> SessieMap:
    context = context_of(app.omgeving, sessie_map, stap)
    concept, was_er = stap_vragen.start_concept(app.omgeving, sessie_map, stap, context)
    prompter = app.prompter
    try:
        with system.lock(concept.path.with_suffix(".lock"), timeout_s=0):
            for regel in kaart(app.console, context):
                app.console.ruw(regel)
            if was_er:
                app.console.regel("Je was hier al bezig; je gaat verder waar je was.", "groen")
            klok = stap_vragen.clock_of(sessie_map, stap, concept.begonnen)
            while True:
                if editor:
                    document = _in_editor(app, context, concept)
                else:
                    document = stap_vragen.ask_all(context, stap, concept, klok, prompter)
                try:
                    with locked(app.omgeving, app.wacht) as vastlegger:
                        gedaan = record_step(
                            vastlegger, app.omgeving, sessie_map, stap, document,
                            opnieuw=stap.is_af, begonnen=klok.begonnen,
                        )  # fmt: skip
                    break
                except AntwoordenFout as fout:
                    app.console.fout(fout.bericht, "Vul het aan; wat je al had staat er nog.")
                    if editor and not _again(app):
                        raise KeyboardInterrupt from None
            concept.remove()
    except system.Busy:
        raise IntervisieError(
            f"{stap.plek.titel} staat al open in een ander venster.", "Ga daar verder, of sluit dat eerst."
        ) from None
    report_recorded(app, gedaan)
    return gedaan.sessie_map
