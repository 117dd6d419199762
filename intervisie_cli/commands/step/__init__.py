"""`intervisie step`: leads through a step and records it."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import App, need_terminal
from intervisie_cli.commands.opties import completion
from intervisie_cli.flows.stap.antwoordenbestand import read_answers, record_all
from intervisie_cli.flows.stap.kiezen import choose
from intervisie_cli.flows.stap.vastleggen import Vastgelegd
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import sessies
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.sessie import EERDER_TONEN, SYNC_NA_STAP
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.records.document import MAX_BESTAND

_TIP = "Geef --antwoorden BESTAND mee; een streepje (-) leest standaardinvoer."


def run(
    app: App,
    *,
    stap: Annotated[
        str | None,
        typer.Argument(
            help="Welke stap; standaard de volgende.",
            metavar="[STAP]",
            autocompletion=completion.stappen,
        ),
    ] = None,
    sessie: opties.SessieOptie = None,
    als: Annotated[
        str | None,
        typer.Option(
            "--als",
            help="Vul alleen in wat dit lid nog moet geven.",
            metavar="LID",
            autocompletion=completion.leden,
        ),
    ] = None,
    antwoorden: Annotated[
        str | None,
        typer.Option(
            "--antwoorden",
            help="Antwoorden uit een YAML-bestand; - is standaardinvoer.",
            metavar="BESTAND",
        ),
        opties.PAD,
    ] = None,
    overslaan: Annotated[
        bool, typer.Option("--overslaan", help="Sla een stap over die niet hoeft.")
    ] = False,
    reden: Annotated[
        str | None,
        typer.Option("--reden", help="Waarom je de stap overslaat; - leest standaardinvoer."),
        opties.LEEST,
    ] = None,
    opnieuw: Annotated[
        bool, typer.Option("--opnieuw", help="Open een stap die al is vastgelegd.")
    ] = False,
    editor: Annotated[
        bool, typer.Option("--editor", help="Vul de stap in je eigen editor in.")
    ] = False,
    zonder_eerder: Annotated[
        bool, typer.Option("--zonder-eerder", help="Laat geen advies uit eerdere rondes zien.")
    ] = False,
) -> int:
    """Record steps from a file, skip one, or lead through it at the terminal."""
    gekozen = {"--antwoorden": antwoorden is not None, "--overslaan": overslaan, "--editor": editor}
    samen = [vlag for vlag, is_gegeven in gekozen.items() if is_gegeven]
    if len(samen) > 1:
        raise VerkeerdGebruik(f"{' en '.join(samen)} gaan niet samen.", "Kies één van beide.")
    if overslaan and opnieuw:
        raise VerkeerdGebruik("--overslaan en --opnieuw gaan niet samen.", "Kies één van beide.")
    if reden is not None and not overslaan:
        raise VerkeerdGebruik(
            "--reden hoort bij --overslaan.", "Typ: intervisie step STAP --overslaan --reden …"
        )
    if als is not None:
        if vlag := next(
            (
                v
                for v, is_er in {**gekozen, "--opnieuw": opnieuw}.items()
                if is_er and v != "--antwoorden"
            ),
            "",
        ):
            raise VerkeerdGebruik(f"--als en {vlag} gaan niet samen.", "Laat één van beide weg.")
        from intervisie_cli.commands.step.bijdrage import contribute

        app.omgeving.repository.check_ready()
        documents = None if antwoorden is None else read_answers(_read(antwoorden))
        return contribute(app, als, sessie, stap, documents)
    if antwoorden is not None:
        app.omgeving.repository.check_ready()
        documents = read_answers(_read(antwoorden))
        return _record_documents(app, documents, sessie, stap, opnieuw=opnieuw)
    if overslaan:
        return _skip(app, sessie, stap, reden)
    choose(sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag), stap, opnieuw=opnieuw)
    need_terminal(app, _TIP)
    from intervisie_cli.commands.step.leiden import Wensen, lead

    eerder = not zonder_eerder and app.omgeving.groep.instellingen.eerder == EERDER_TONEN
    return lead(app, sessie, stap, Wensen(opnieuw, editor, eerder))


def _read(bron: str) -> bytes:
    if bron == "-":
        return sys.stdin.buffer.read(MAX_BESTAND + 1)
    try:
        with Path(bron).open("rb") as file:
            return file.read(MAX_BESTAND + 1)
    except OSError:
        raise VerkeerdGebruik(
            "Het bestand met antwoorden is er niet, of is niet te lezen.", _TIP
        ) from None


def _record_documents(
    app: App,
    documents: list[dict[str, Any]],
    sessie: str | None,
    stap: str | None,
    *,
    opnieuw: bool,
) -> int:
    with locked(app.omgeving, app.wacht) as vastlegger:
        for gedaan in record_all(
            vastlegger, app.omgeving, documents, sessie, stap, opnieuw=opnieuw
        ):
            report_recorded(app, gedaan)
    share_when_asked(app)
    return 0


def _skip(app: App, sessie: str | None, stap: str | None, reden: str | None) -> int:
    gekozen = choose(
        sessies.find(app.omgeving.root, sessie, app.omgeving.vandaag), stap, opnieuw=False
    )
    if not gekozen.plek.stap.optioneel:
        raise IntervisieError(
            f"{gekozen.plek.titel} hoort erbij; die kun je niet overslaan.", "Typ: intervisie step"
        )
    if not reden:
        need_terminal(app, 'Geef --reden mee, bijvoorbeeld: --reden "geen tijd"')
        tekst = f"{gekozen.plek.titel}: waarom slaan jullie deze stap over?"
        reden = str(app.ask(Vraag("reden", "tekst", tekst, verplicht=True)))
    return _record_documents(
        app, [{"status": "overgeslagen", "reden": reden}], sessie, stap, opnieuw=False
    )


def report_recorded(app: App, gedaan: Vastgelegd) -> None:
    """Say on one line what was recorded."""
    titel, naam = gedaan.stap.plek.titel, gedaan.sessie_map.sessie.naam
    wat = "overgeslagen" if gedaan.stap.status == "overgeslagen" else "vastgelegd"
    if not gedaan.is_nieuw:
        wat = f"stond al zo {wat}"
    app.console.regel(f"✓ {titel} {wat} ({naam})", "groen")
    if gedaan.heeft_handwerk:
        app.console.melding(
            "Wat iemand met de hand had veranderd, staat als eigen versie in de geschiedenis."
        )


def share_when_asked(app: App) -> None:
    """Share what was recorded, in a group that chose to do so after each step."""
    if app.omgeving.groep.instellingen.sync == SYNC_NA_STAP:
        from intervisie_cli.commands.app.delen import share_after

        share_after(app)
