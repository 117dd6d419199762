"""The page of `new` at a terminal: all is filled in; Enter makes it, or one changes a line."""

from contextlib import suppress
from typing import Any

from intervisie_cli.commands.app import App
from intervisie_cli.commands.new.tonen import show
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.bladzijde import Bladregel, met, regels, voorstel
from intervisie_cli.flows.sessie.new import Opties, Voorbereid, bereid_voor
from intervisie_cli.flows.sessie.onaf import Onaf, unfinished
from intervisie_cli.flows.sessie.terugnemen import take_away
from intervisie_cli.flows.sessie.wijzig import Verandering, wijzig
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import voorbereiding
from intervisie_cli.model.fouten import IntervisieError, VerkeerdGebruik
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Terug, Vraag

_KLAAR, _NEE, _ONAF = "klaar", "nee", "onaf"


def fill_in(app: App, gegeven: Opties) -> Opties | None:
    """Let the person look at the page until it is right; None when they want no sessie now.

    What was chosen is kept, also when the window closes, until the sessie is made.
    """
    omgeving = app.omgeving
    private = omgeving.repository.private
    gegeven = _with_earlier(omgeving, gegeven, voorbereiding.load(private))
    half: dict[str, str] = {}
    while True:
        # What nobody chose is proposed anew each time: it can follow from what somebody did.
        opties = voorstel(omgeving, gegeven)
        voorbereid = bereid_voor(omgeving, opties)
        show(app, voorbereid)
        onaf = unfinished(omgeving)
        kan = list(regels(omgeving, voorbereid))
        gekozen = _choose(app, voorbereid, kan, onaf)
        if gekozen == _KLAAR:
            return opties
        if gekozen == _NEE:
            return None
        if gekozen == _ONAF and onaf:
            _settle(app, onaf)
            continue
        regel = next(regel for regel in kan if regel.naam == gekozen)
        gegeven = _changed(app, gegeven, regel, half)
        voorbereiding.save(private, gegeven._asdict())


def _with_earlier(
    omgeving: Omgeving,
    gegeven: Opties,
    eerder: dict[str, Any],
) -> Opties:
    """What was chosen before and still holds, below what is on the command line now."""
    if gegeven.draaiboek not in (None, eerder.get("draaiboek")):
        # Which steps are done once was chosen of another draaiboek.
        eerder = eerder | {"samen": None}
    for naam in Opties._fields:
        if getattr(gegeven, naam) in (None, False) and eerder.get(naam) is not None:
            # Somebody can have left since, or a draaiboek can be gone.
            with suppress(IntervisieError):
                nieuw = gegeven._replace(**{naam: eerder[naam]})
                bereid_voor(omgeving, voorstel(omgeving, nieuw))
                gegeven = nieuw
    return gegeven


def _choose(
    app: App,
    voorbereid: Voorbereid,
    kan: list[Bladregel],
    onaf: Onaf | None,
) -> str:
    keuzes = [Keuze(_KLAAR, "Ja, zo klaarzetten")]
    if onaf:
        keuzes.append(Keuze(_ONAF, f"Nog niet af: {onaf.in_woorden}"))
    keuzes += [Keuze(regel.naam, f"{regel.label}: {regel.waarde}") for regel in kan]
    keuzes.append(Keuze(_NEE, "Nee, nu geen sessie"))
    titel = voorbereid.draaiboek.titel.lower()
    vraag = Vraag(
        Sleutel("klaarzetten"),
        "keuze",
        f"De sessie ({titel}) zo klaarzetten?",
        keuzes=tuple(keuzes),
        standaard=_KLAAR,
    )
    return str(app.ask(vraag))


def _changed(
    app: App,
    gegeven: Opties,
    regel: Bladregel,
    half: dict[str, str],
) -> Opties:
    """Ask one line again, until it holds; the way back is the page, and *half* a text stays."""
    vraag = regel.vraag
    if regel.naam in half:
        vraag = vraag._replace(standaard=half.pop(regel.naam), is_getypt=True)
    while True:
        try:
            antwoord = app.prompter.los(vraag)
        except Terug as terug:
            if terug.half:
                half[regel.naam] = terug.half
            return gegeven
        if antwoord == regel.vraag.standaard:
            return gegeven
        nieuw = met(gegeven, regel.naam, antwoord)
        try:
            bereid_voor(app.omgeving, voorstel(app.omgeving, nieuw))
        except VerkeerdGebruik as fout:
            app.console.fout(fout.bericht, fout.hulp)
            vraag = vraag._replace(
                standaard=antwoord, is_getypt=isinstance(antwoord, str)
            )
        else:
            return nieuw


def _settle(app: App, onaf: Onaf) -> None:
    """End an earlier sessie that was not done, take it back, or leave it."""
    laten, afronden, weg = "laten", "afronden", "weg"
    keuzes = [Keuze(laten, "Laten zoals het is"), Keuze(afronden, "Afronden")]
    if onaf.is_leeg:
        keuzes.append(Keuze(weg, "Weghalen: er is nog niets vastgelegd"))
    vraag = Vraag(
        Sleutel("onaf"),
        "keuze",
        "Wat doen we daarmee?",
        keuzes=tuple(keuzes),
        standaard=laten,
    )
    gekozen = laten
    with suppress(Terug):
        gekozen = app.prompter.los(vraag)
    if gekozen == afronden:
        wijzig(app.omgeving, onaf.naam, Verandering(afronden=""), app.wacht)
    elif gekozen == weg:
        with locked(app.omgeving, app.wacht) as vastlegger:
            take_away(vastlegger, app.omgeving, onaf.naam)
