"""`intervisie step --als LID`: asks one member what they owe in the step at hand, on a laptop of their own."""

from intervisie_cli import system
from intervisie_cli.commands.app import App, need_terminal
from intervisie_cli.commands.app.delen import share_after
from intervisie_cli.flows.stap import bijdrage, gesprek
from intervisie_cli.flows.stap.vastleggen import Answers, AntwoordenFout, Vastgelegd
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import concept as concepten
from intervisie_cli.groep import sessies
from intervisie_cli.groep.concept import Concept
from intervisie_cli.groep.sessies import SessieMap, StapBestand
from intervisie_cli.model.context import Context
from intervisie_cli.model.fouten import ONDERBROKEN, IntervisieError, Onderbroken, VerkeerdGebruik
from intervisie_cli.model.sessie import Lid
from intervisie_cli.tonen.kaart import regels as kaart
from intervisie_cli.tonen.stap import aangevuld
from intervisie_cli.vragen.script import vragen

_TIP = "Geef --antwoorden BESTAND mee; een streepje (-) leest standaardinvoer."


def contribute(
    app: App, als: str, sessie: str | None, stap: str | None, documents: list[Answers] | None
) -> int:
    """Record what the member gives, from *documents* or asked, and share it."""
    share_after(app, is_quiet=True)
    sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag)
    lid = bijdrage.member(app.omgeving, sessie_map, als)
    if documents is None:
        need_terminal(app, _TIP)
        gekozen = bijdrage.choose_for(sessie_map, stap)
        _ask(app, sessie_map, gekozen, lid)
    else:
        if len(documents) != 1:
            raise VerkeerdGebruik(
                "Met --als geef je één stap tegelijk.", "Zet één document in het bestand."
            )
        gekozen = bijdrage.choose_for(sessie_map, stap or documents[0].get("stap"))
        context = bijdrage.context_for(app.omgeving, sessie_map, gekozen, lid)
        document = bijdrage.beside(context, gekozen.data, documents[0])
        _report(app, lid, _record(app, sessie_map, gekozen, lid, document))
    share_after(app)
    return 0


def _ask(app: App, sessie_map: SessieMap, stap: StapBestand, lid: Lid) -> None:
    app.ensure_name()
    context = bijdrage.context_for(app.omgeving, sessie_map, stap, lid)
    pad = concepten.path_of(
        app.omgeving.repository.private, sessie_map.sessie.id, f"{stap.plek.pad}--{lid.id}"
    )
    try:
        with system.lock(pad.with_suffix(".lock"), timeout_s=0):
            concept, _ = gesprek.start_concept(
                app.omgeving, pad, stap._replace(document=None), context
            )
            concept.antwoorden = bijdrage.given(context, stap.data) | concept.antwoorden
            if not list(vragen(context, concept.antwoorden)):
                app.console.regel(f"In {stap.plek.titel} hoeft {lid.roepnaam} nu niets te geven.")
                return
            for regel in kaart(app.console, context):
                app.console.ruw(regel)
            gedaan = _until_recorded(app, sessie_map, stap, context, concept, lid)
            concept.remove()
    except system.Busy:
        raise IntervisieError(
            f"{stap.plek.titel} staat al open in een ander venster.", "Ga daar verder."
        ) from None
    _report(app, lid, gedaan)


def _until_recorded(
    app: App, sessie_map: SessieMap, stap: StapBestand, context: Context, concept: Concept, lid: Lid
) -> Vastgelegd:
    klok = gesprek.clock_of(sessie_map, stap, concept.begonnen)
    verder = f"intervisie step --als {lid.id}"
    try:
        while True:
            gesprek.ask_all(context, stap, concept, klok, app.prompter)
            try:
                return _record(
                    app, sessie_map, stap, lid, bijdrage.as_document(context, concept.antwoorden)
                )
            except AntwoordenFout as fout:
                app.console.fout(fout.bericht, "Vul het aan; wat je al had staat er nog.")
    except (KeyboardInterrupt, EOFError):
        raise Onderbroken(
            "Gestopt. Wat je hebt ingevuld is bewaard.", f"Ga verder met: {verder}", ONDERBROKEN
        ) from None
    except Onderbroken as fout:
        bewaard = Onderbroken(
            "Gestopt. Wat je hebt ingevuld is bewaard.", f"Ga verder met: {verder}", fout.exit_code
        )
        raise fout if fout.hulp else bewaard from None


def _record(
    app: App, sessie_map: SessieMap, stap: StapBestand, lid: Lid, document: Answers
) -> Vastgelegd:
    with locked(app.omgeving, app.wacht) as vastlegger:
        return bijdrage.record(vastlegger, app.omgeving, sessie_map, stap, lid, document)


def _report(app: App, lid: Lid, gedaan: Vastgelegd) -> None:
    app.console.ruw(aangevuld(app.console, gedaan, lid))
