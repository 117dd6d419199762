"""`intervisie step`: leads through a step and records it."""

import sys
from pathlib import Path
from typing import Any

from intervisie_cli import system
from intervisie_cli.commands.app import App, need_terminal
from intervisie_cli.flows import stap_vragen
from intervisie_cli.flows.antwoorden_lezen import read_answers, record_all
from intervisie_cli.flows.stap_kiezen import choose, context_of
from intervisie_cli.flows.stap_vastleggen import AntwoordenFout, Vastgelegd, record_step
from intervisie_cli.flows.vastleggen import locked
from intervisie_cli.groep import sessies
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.fouten import IntervisieError, Onderbroken, VerkeerdGebruik
from intervisie_cli.model.vraag import JA_NEE, Vraag
from intervisie_cli.records.document import MAX_BESTAND
from intervisie_cli.ui.editor import edit
from intervisie_cli.ui.kaart import kaart
from intervisie_cli.vragen import formulier

_BEWAARD = ("Gestopt. Wat je hebt ingevuld is bewaard.", "Ga verder met: intervisie step")
_TIP = "Geef --antwoorden BESTAND mee; een streepje (-) leest standaardinvoer."


def run(
    app: App,
    *,
    stap: str | None,
    sessie: str | None,
    antwoorden: str | None,
    overslaan: bool,
    reden: str | None,
    opnieuw: bool,
    editor: bool,
) -> int:
    """Record steps from a file, skip one, or lead through it at the terminal."""
    if antwoorden is not None and (overslaan or editor):
        raise VerkeerdGebruik("--antwoorden gaat niet samen met --overslaan of --editor.", "Kies één van de drie.")
    if antwoorden is not None:
        documents = read_answers(_read(antwoorden))
        return _record_documents(app, documents, sessie, stap, opnieuw=opnieuw)
    if overslaan:
        return _skip(app, sessie, stap, reden)
    need_terminal(app, _TIP)
    try:
        return _lead(app, sessie, stap, opnieuw=opnieuw, editor=editor)
    except (KeyboardInterrupt, EOFError):
        raise Onderbroken(*_BEWAARD) from None
    except Onderbroken as fout:
        raise Onderbroken(*_BEWAARD, fout.exit_code) from None


def _read(bron: str) -> bytes:
    if bron == "-":
        return sys.stdin.buffer.read(MAX_BESTAND + 1)
    try:
        with Path(bron).open("rb") as file:
            return file.read(MAX_BESTAND + 1)
    except OSError:
        raise VerkeerdGebruik("Het bestand met antwoorden is er niet, of is niet te lezen.", _TIP) from None


def _record_documents(
    app: App, documents: list[dict[str, Any]], sessie: str | None, stap: str | None, *, opnieuw: bool
) -> int:
    with locked(app.omgeving, app.wacht) as vastlegger:
        for gedaan in record_all(vastlegger, app.omgeving, documents, sessie, stap, opnieuw=opnieuw):
            _report(app, gedaan)
    return 0


def _skip(app: App, sessie: str | None, stap: str | None, reden: str | None) -> int:
    gekozen = choose(sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag), stap, opnieuw=False)
    if not gekozen.plek.stap.optioneel:
        raise IntervisieError(f"{gekozen.plek.titel} hoort erbij en kun je niet overslaan.", "Typ: intervisie step")
    if not reden:
        need_terminal(app, 'Geef --reden mee, bijvoorbeeld: --reden "geen tijd"')
        tekst = f"{gekozen.plek.titel}: waarom slaan jullie deze stap over?"
        reden = str(app.ask(Vraag("reden", "tekst", tekst, verplicht=True)))
    return _record_documents(app, [{"status": "overgeslagen", "reden": reden}], sessie, stap, opnieuw=False)


def _report(app: App, gedaan: Vastgelegd) -> None:
    titel, naam = gedaan.stap.plek.titel, gedaan.sessie_map.sessie.naam
    wat = "overgeslagen" if gedaan.stap.status == "overgeslagen" else "vastgelegd"
    if not gedaan.is_nieuw:
        wat = f"stond al zo {wat}"
    app.console.regel(f"✓ {titel} {wat} ({naam})", "groen")
    if gedaan.heeft_handwerk:
        app.console.melding("Wat iemand met de hand had veranderd, staat als eigen versie in de geschiedenis.")


def _lead(app: App, sessie: str | None, stap: str | None, *, opnieuw: bool, editor: bool) -> int:
    """Lead through steps until the person stops or the sessie is done."""
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
    path = _editor_file(concept)
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


def _editor_file(concept: Concept) -> Path:
    return concept.path.with_suffix(".yaml")


def _again(app: App) -> bool:
    return bool(app.ask(Vraag("weer", "ja-nee", "De editor weer openen?", keuzes=JA_NEE, standaard=True)))


def _goes_on(app: App, volgende: StapBestand) -> bool:
    vraag = Vraag("door", "ja-nee", f"Door met {volgende.plek.titel}?", keuzes=JA_NEE, standaard=True)
    return bool(app.ask(vraag))


def _lead_one(app: App, sessie_map: SessieMap, stap: StapBestand, *, editor: bool) -> SessieMap:
    context = context_of(app.omgeving, sessie_map, stap)
    concept, was_er = stap_vragen.start_concept(app.omgeving, sessie_map, stap, context)
    prompter = app.prompter()
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
            system.remove_durable(_editor_file(concept))
    except system.Busy:
        raise IntervisieError(
            f"{stap.plek.titel} staat al open in een ander venster.", "Ga daar verder, of sluit dat eerst."
        ) from None
    _report(app, gedaan)
    return gedaan.sessie_map
