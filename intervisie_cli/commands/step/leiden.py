"""Leads through steps at the terminal, for `intervisie step`."""

from contextlib import suppress
from typing import NamedTuple

from intervisie_cli import system
from intervisie_cli.commands.app import App
from intervisie_cli.commands.app.delen import Achtergrond
from intervisie_cli.commands.step.wachten import samen_wachten
from intervisie_cli.flows.stap import gesprek
from intervisie_cli.flows.stap.antwoordenbestand import read_answers
from intervisie_cli.flows.stap.kiezen import choose, context_of
from intervisie_cli.flows.stap.vastleggen import (
    AntwoordenFout,
    Vastgelegd,
    check_answers,
    record_step,
)
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import sessies
from intervisie_cli.groep.botsingen import in_data
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.merge.conflicts import chosen, value_at
from intervisie_cli.model.context import Context
from intervisie_cli.model.draaiboek import NOTULEN
from intervisie_cli.model.fouten import ONDERBROKEN, IntervisieError, Onderbroken
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.verslag import ADVIEZEN, Zoekvraag
from intervisie_cli.model.vraag import JA_NEE, Antwoorden, Keuze, Vraag
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.ui.editor import edit
from intervisie_cli.vragen import formulier
from intervisie_cli.vragen.opbouw import naar_antwoorden
from intervisie_cli.vragen.tijdplan import Klok


class Wensen(NamedTuple):
    """How somebody wants to be led: through a step again, in the editor, with earlier advice."""

    opnieuw: bool
    editor: bool
    eerder: bool


def lead(app: App, sessie: str | None, stap: str | None, wensen: Wensen) -> int:
    """Lead until the person stops or the sessie is done. Raises Onderbroken when interrupted."""
    try:
        return _lead(app, sessie, stap, wensen)
    except (KeyboardInterrupt, EOFError):
        raise _gestopt("intervisie step") from None
    except Onderbroken as fout:
        raise fout if fout.hulp else _gestopt("intervisie step", fout.exit_code) from None


def _gestopt(verder: str, exit_code: int = ONDERBROKEN) -> Onderbroken:
    return Onderbroken(
        "Gestopt. Wat je hebt ingevuld is bewaard.", f"Ga verder met: {verder}", exit_code
    )


def _lead(app: App, sessie: str | None, stap: str | None, wensen: Wensen) -> int:
    app.omgeving.repository.check_ready()
    app.ensure_name()
    with locked(app.omgeving, app.wacht):
        gesprek.drop_recorded(
            app.omgeving, sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)
        )
    achtergrond = Achtergrond(app)
    try:
        return _lead_on(app, achtergrond, sessie, stap, wensen)
    finally:
        achtergrond.finish()


def _lead_on(
    app: App, achtergrond: Achtergrond, sessie: str | None, stap: str | None, wensen: Wensen
) -> int:
    while True:
        sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)
        gekozen = choose(sessie_map, stap, opnieuw=wensen.opnieuw)
        was_open = not gekozen.is_af
        sessie_map, gekozen = samen_wachten(app, sessie_map, gekozen)
        if was_open and gekozen.is_af:
            app.console.regel(
                f"✓ {gekozen.plek.titel} is op een andere laptop vastgelegd.", "groen"
            )
            stap = None
            continue
        sessie_map = _lead_one(app, sessie_map, gekozen, wensen)
        achtergrond.start()
        sessie, stap, volgende = sessie_map.sessie.naam, None, sessie_map.volgende
        if not volgende:
            app.console.regel("De sessie is klaar. Kijk terug met: intervisie show", "vet")
            return 0
        if wensen.opnieuw or not _goes_on(app, volgende):
            app.console.regel(f"Straks verder met {volgende.plek.titel}: intervisie step")
            return 0


def _fill_in(app: App, context: Context, concept: Concept) -> None:
    """Let the person fill in all answers with an editor, until what stands there can be taken over.

    What they left open is asked afterwards. The form stays as long as it was not taken over.
    """
    path = concept.formulier
    if not concept.is_form_newest():
        eerder = concept.read_formulier()
        nieuw = formulier.document(
            context, concept.vorige | concept.antwoorden, eerder.decode("utf-8", "replace")
        )
        system.write_durable(path, nieuw.encode())
    while True:
        edit(path)
        try:
            concept.antwoorden = _read_form(app, context, concept.read_formulier())
        except IntervisieError as fout:
            app.console.fout(fout.bericht, "Wat je in de editor schreef is bewaard.")
            if not app.ask(
                Vraag(
                    Sleutel("weer"),
                    "ja-nee",
                    "De editor weer openen?",
                    keuzes=JA_NEE,
                    standaard=True,
                )
            ):
                raise _gestopt("intervisie step --editor") from None
            continue
        concept.save()
        system.remove_durable(path)
        return


def _read_form(app: App, context: Context, raw: bytes) -> Antwoorden:
    """Read the form as answers of the questions. Raises IntervisieError."""
    if regel := formulier.lost_at(raw.decode("utf-8", "replace")):
        raise IntervisieError(
            f"In regel {regel} valt weg wat achter # staat. Zet de tekst tussen aanhalingstekens."
        )
    documents = read_answers(raw)
    if len(documents) != 1:
        raise IntervisieError("Er staat een regel met alleen --- in; haal die weg.")
    data = check_answers(
        app.omgeving, formulier.nothing_owed(context), {}, formulier.without_blanks(documents[0])
    )
    return naar_antwoorden(context, data, data.get(NOTULEN, ""))


def _goes_on(app: App, volgende: StapBestand) -> bool:
    vraag = Vraag(
        Sleutel("door"), "ja-nee", f"Door met {volgende.plek.titel}?", keuzes=JA_NEE, standaard=True
    )
    return bool(app.ask(vraag))


def _lead_one(app: App, sessie_map: SessieMap, stap: StapBestand, wensen: Wensen) -> SessieMap:
    context = context_of(app.omgeving, sessie_map, stap)
    pad = concepten.path_of(app.omgeving.repository.private, sessie_map.sessie.id, stap.plek.pad)
    try:
        with system.lock(pad.with_suffix(".lock"), timeout_s=0):
            for regel in kaart(app.console, context):
                app.console.ruw(regel)
            if wensen.eerder and not stap.is_af:
                _show_earlier(app, sessie_map, stap)
            concept, was_er = gesprek.start_concept(
                app.omgeving, pad, _choose_versions(app, stap), context
            )
            if was_er:
                app.console.regel("Je was hier al bezig; je gaat verder waar je was.", "groen")
            klok = gesprek.clock_of(sessie_map, stap, concept.begonnen)
            gedaan = _until_recorded(
                app, sessie_map, stap, context, concept, klok, editor=wensen.editor
            )
            concept.remove()
    except system.Busy:
        raise IntervisieError(
            f"{stap.plek.titel} staat al open in een ander venster.",
            "Ga daar verder, of sluit dat eerst.",
        ) from None
    app.report(gedaan)
    return gedaan.sessie_map


def _show_earlier(app: App, sessie_map: SessieMap, stap: StapBestand) -> None:
    """Where advice is asked, show what was advised on something like it, and what came of that."""
    ronde = stap.plek.ronde
    if not ronde or not stap.plek.stap.veld(ADVIEZEN):
        return
    from intervisie_cli.flows.terugblik.eerder import earlier_advice
    from intervisie_cli.tonen.verslag import earlier

    gevonden = earlier_advice(app.omgeving, sessie_map, ronde)
    if gevonden:
        app.console.regel("Hier lijkt het op (niet tonen: intervisie step --zonder-eerder)", "vet")
    vraag = Zoekvraag(app.omgeving.vandaag)
    app.toon(earlier(app.console, app.omgeving.groep, vraag, gevonden))


def _choose_versions(app: App, stap: StapBestand) -> StapBestand:
    """Of values that clashed in a merge, let the person choose which one holds."""
    for nummer, botsing in enumerate(in_data(stap.pad, stap.data) if stap.is_af else ()):
        nu = value_at(stap.data, botsing.pad)
        keuzes = (Keuze(False, str(nu)), Keuze(True, str(botsing.waarde)))
        tekst = f"Er zijn twee versies van {botsing.veld}. Welke geldt?"
        if nu is None or not app.ask(
            Vraag(Sleutel("versie", nummer=nummer), "keuze", tekst, keuzes=keuzes, standaard=False)
        ):
            continue
        data = chosen(stap.data, botsing.pad, botsing.waarde)
        if data and stap.document:
            with suppress(ValueError):
                stap = stap._replace(document=stap.document.with_data(data))
    return stap


def _until_recorded(
    app: App,
    sessie_map: SessieMap,
    stap: StapBestand,
    context: Context,
    concept: Concept,
    klok: Klok,
    *,
    editor: bool,
) -> Vastgelegd:
    """Ask, let review, and record; ask on when the answers do not hold. Raises Onderbroken with how to go on."""
    try:
        if editor:
            _fill_in(app, context, concept)
        elif concept.formulier.exists():
            app.console.melding(
                "In je editor staat nog tekst van deze stap. Openen? intervisie step --editor"
            )
        while True:
            document = gesprek.ask_all(context, stap, concept, klok, app.prompter)
            try:
                with locked(app.omgeving, app.wacht) as vastlegger:
                    return record_step(
                        vastlegger, app.omgeving, sessie_map, stap, document,
                        opnieuw=stap.is_af, begonnen=klok.begonnen,
                    )  # fmt: skip
            except AntwoordenFout as fout:
                app.console.fout(fout.bericht, "Vul het aan; wat je al had staat er nog.")
    except (KeyboardInterrupt, EOFError):
        raise _gestopt(_verder(stap)) from None
    except Onderbroken as fout:
        raise fout if fout.hulp else _gestopt(_verder(stap), fout.exit_code) from None


def _verder(stap: StapBestand) -> str:
    return f"intervisie step {stap.plek.verwijzing} --opnieuw" if stap.is_af else "intervisie step"
