"""The end of a sessie: the plan on a card, and when the group meets again."""

from contextlib import suppress

from intervisie_cli.commands.app import App
from intervisie_cli.commands.step.los import ask_kept
from intervisie_cli.flows.sessie.new import Opties, bereid_voor, leg_klaar, samen_in
from intervisie_cli.flows.sessie.ritme import met_tijden
from intervisie_cli.flows.sessie.tijden import of_sessie, volgende_keer
from intervisie_cli.groep import draaiboeken, sessies
from intervisie_cli.groep.dagen import met_tijd
from intervisie_cli.groep.klad import WANNEER_WEER, SessieKlad
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.sessie import Sessie
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Terug, Vraag
from intervisie_cli.tijd.dag import dag_in_cijfers
from intervisie_cli.tonen.einde import regels


def was_cut_off(app: App, sessie_map: SessieMap) -> bool:
    """Whether the sessie is done, and somebody stopped at when the group meets again."""
    if sessie_map.volgende or not app.mag_vragen or _is_planned(app):
        return False
    return _klad(app, sessie_map.sessie).is_open


def round_off(app: App, sessie_map: SessieMap) -> None:
    """Show the plan, ask when the group meets again, and prepare that."""
    omgeving = app.omgeving
    app.toon(regels(app.console, omgeving.groep, sessie_map, omgeving.vandaag))
    if not _is_planned(app):
        # All is recorded: who stops here has nothing to go on with.
        with suppress(KeyboardInterrupt, EOFError):
            _plan(app, sessie_map.sessie)
    app.console.regel("De sessie is klaar. Teruglezen? intervisie show", "vet")


def _is_planned(app: App) -> bool:
    """Whether a sessie is still to come."""
    root = app.omgeving.root
    vandaag = app.omgeving.vandaag
    for folder in sessies.folders(root):
        with suppress(IntervisieError):  # doctor tells what is wrong with it
            return sessies.load_sessie(root, folder).datum > vandaag
    return False


def _klad(app: App, sessie: Sessie) -> SessieKlad:
    return SessieKlad(app.omgeving.repository.private, sessie, WANNEER_WEER)


def _plan(app: App, sessie: Sessie) -> None:
    """Ask until it is a day to plan, or later."""
    volgende = volgende_keer(sessie, app.omgeving.vandaag)
    vraag = Vraag(
        Sleutel("datum"),
        "datum",
        "Wanneer weer?",
        hulp="Zoals: volgende week maandag. Dan staat die sessie vast klaar.",
        leeg="Enter = later",
        standaard=dag_in_cijfers(volgende) if volgende else "",
    )
    klad = _klad(app, sessie)
    is_klaar = False
    while not is_klaar:
        with suppress(Terug):  # before this there is nothing to go back to
            getypt = ask_kept(app, vraag, klad)
            is_klaar = not getypt or _prepares(app, sessie, getypt)
    klad.weg()


def _prepares(app: App, sessie: Sessie, getypt: str) -> bool:
    """Prepare a sessie like this one on that day; say why not when that cannot be."""
    # Who left the group since takes part no more.
    nu_lid = [lid.id for lid in app.omgeving.groep.huidige_leden]
    deelnemers = [lid for lid in sessie.deelnemers if lid in nu_lid]
    # Not that of the sessie: there it is settled what is done once.
    boek = draaiboeken.load(app.omgeving.root, sessie.draaiboek)
    opties = Opties(
        draaiboek=sessie.draaiboek,
        deelnemers=",".join(deelnemers or nu_lid),
        datum=getypt,
        samen=samen_in(boek, sessie),
    )
    try:
        opties = met_tijden(opties, of_sessie(sessie))
        voorbereid = bereid_voor(app.omgeving, opties)
    except VerkeerdGebruik as fout:
        app.console.fout(fout.bericht, fout.hulp)
        return False
    if voorbereid.sessie.datum <= app.omgeving.vandaag:
        app.console.fout("Die dag is niet meer te plannen.", "Kies een latere dag.")
        return False
    nieuw = leg_klaar(app.omgeving, voorbereid, app.wacht)
    wanneer = met_tijd(nieuw, app.omgeving.vandaag)
    app.console.regel(f"✓ De sessie van {wanneer} staat klaar.", "groen")
    return True
