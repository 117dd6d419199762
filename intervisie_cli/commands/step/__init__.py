"""`intervisie step`: leads through a step and records it."""

from contextlib import suppress
from typing import Annotated

import typer

from intervisie_cli.commands import opties
from intervisie_cli.commands.app import GEEF_ANTWOORDEN, App, need_terminal
from intervisie_cli.commands.opties import completion
from intervisie_cli.flows.stap.heropend import choose_or_go_on
from intervisie_cli.flows.stap.kiezen import choose
from intervisie_cli.groep import sessies
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.draaiboek import REDEN, STATUS
from intervisie_cli.model.fouten import IntervisieError, NogGeenSessie, VerkeerdGebruik
from intervisie_cli.model.instellingen import EERDER_TONEN
from intervisie_cli.model.sessie import OVERGESLAGEN
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Vraag


def run(
    ctx: typer.Context,
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
        opties.lid("--als", "Vul alleen in wat dit lid nog moet geven."),
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
        typer.Option(
            "--reden", help="Waarom je de stap overslaat; - leest standaardinvoer."
        ),
        opties.LEEST,
    ] = None,
    opnieuw: Annotated[
        bool, typer.Option("--opnieuw", help="Open een stap die al is vastgelegd.")
    ] = False,
    editor: Annotated[
        bool, typer.Option("--editor", help="Vul de stap in je eigen editor in.")
    ] = False,
    zonder_eerder: Annotated[
        bool,
        typer.Option(
            "--zonder-eerder", help="Laat geen advies uit eerdere rondes zien."
        ),
    ] = False,
) -> int:
    """Record steps from a file, skip one, or lead through it at the terminal."""
    app: App = ctx.obj
    gekozen = {
        "--antwoorden": antwoorden is not None,
        "--overslaan": overslaan,
        "--editor": editor,
        "--opnieuw": opnieuw,
    }
    _check_flags(
        [vlag for vlag, is_gegeven in gekozen.items() if is_gegeven], als, reden
    )
    if overslaan:
        return _skip(app, sessie, stap, reden)
    if als is not None or antwoorden is not None:
        app.omgeving.repository.check_ready()
    documents = None
    if antwoorden is not None:
        # Who is asked does not wait for what records from a file.
        from intervisie_cli.commands.step import uit_bestand

        documents = uit_bestand.documents_in(antwoorden)
    if als is not None:
        from intervisie_cli.commands.step.bijdrage import contribute

        return contribute(app, als, sessie, stap, documents)
    if documents is not None:
        return uit_bestand.record(app, documents, sessie, stap, opnieuw=opnieuw)
    sessie_map = _find(app, sessie)
    if not stap and not opnieuw and _ends(app, sessie_map):
        return 0
    if opnieuw and not sessie and not sessies.is_begun(sessie_map):
        # What is opened again was done before: not in the sessie that is to come.
        sessie_map = sessies.latest_begun(app.omgeving.root) or sessie_map
        sessie = sessie_map.sessie.naam
    # Whether the step can be done is said before it is asked whether somebody is there.
    choose_or_go_on(app.omgeving, sessie_map, stap, opnieuw=opnieuw)
    need_terminal(app, GEEF_ANTWOORDEN)
    from intervisie_cli.commands.step.een_stap import Leidwijze
    from intervisie_cli.commands.step.leiden import lead

    eerder = (
        not zonder_eerder and app.omgeving.groep.instellingen.eerder == EERDER_TONEN
    )
    return lead(app, sessie, stap, Leidwijze(opnieuw, editor, eerder))


def _find(app: App, sessie: str | None) -> SessieMap:
    """Find the sessie, with what others shared when there is none here. Raises IntervisieError."""
    root, vandaag = app.omgeving.root, app.omgeving.avond
    with suppress(NogGeenSessie):
        return sessies.find(root, sessie, vandaag)
    from intervisie_cli.commands.app.delen import share_after, shares

    if shares(app):
        share_after(app, is_quiet=True)
    return sessies.find(root, sessie, vandaag)


def _ends(app: App, sessie_map: SessieMap) -> bool:
    """Ask when the group meets again, where somebody stopped at that; give whether it was so."""
    if sessie_map.volgende:
        return False
    from intervisie_cli.commands.step.einde import round_off, was_cut_off
    from intervisie_cli.commands.step.stoppen import goes_on_with

    if not was_cut_off(app, sessie_map):
        return False
    with goes_on_with("intervisie step"):
        round_off(app, sessie_map)
    return True


def _check_flags(vlaggen: list[str], als: str | None, reden: str | None) -> None:
    """See that the flags that were given go together. Raises VerkeerdGebruik."""
    manieren = [vlag for vlag in vlaggen if vlag != "--opnieuw"]
    if len(manieren) > 1:
        raise VerkeerdGebruik(
            f"{' en '.join(manieren)} gaan niet samen.", "Kies één van beide."
        )
    if "--overslaan" in vlaggen and "--opnieuw" in vlaggen:
        raise VerkeerdGebruik(
            "--overslaan en --opnieuw gaan niet samen.", "Kies één van beide."
        )
    if reden is not None and "--overslaan" not in vlaggen:
        raise VerkeerdGebruik(
            "--reden hoort bij --overslaan.",
            "Typ: intervisie step STAP --overslaan --reden …",
        )
    # Who corrects what they gave opens the step again for themselves.
    samen = ("--antwoorden", "--opnieuw")
    niet_alleen = [vlag for vlag in vlaggen if vlag not in samen]
    if als is not None and niet_alleen:
        raise VerkeerdGebruik(
            f"--als en {niet_alleen[0]} gaan niet samen.", "Laat één van beide weg."
        )


def _skip(
    app: App,
    sessie: str | None,
    stap: str | None,
    reden: str | None,
) -> int:
    sessie_map = sessies.find(app.omgeving.root, sessie, app.omgeving.avond)
    gekozen = choose(sessie_map, stap, opnieuw=False, overslaan=True)
    if not gekozen.plek.stap.optioneel:
        raise IntervisieError(
            f"{gekozen.plek.titel} hoort erbij; die kun je niet overslaan.",
            "Typ: intervisie step",
        )
    if not reden:
        need_terminal(app, 'Geef --reden mee, bijvoorbeeld: --reden "geen tijd"')
        tekst = f"{gekozen.plek.titel}: waarom slaan jullie deze stap over?"
        vraag = Vraag(Sleutel("reden"), "tekst", tekst, verplicht=True)
        reden = str(app.ask(vraag))
    from intervisie_cli.commands.step import uit_bestand

    document = {STATUS: OVERGESLAGEN, REDEN: reden}
    return uit_bestand.record(app, [document], sessie, stap, opnieuw=False)
