"""The page of `new` at a terminal: all is filled in; Enter makes it, or one changes a line."""

from contextlib import suppress

from intervisie_cli.commands.app import App
from intervisie_cli.commands.new.tonen import show
from intervisie_cli.flows.sessie.bladzijde import Bladregel, met, regels, voorstel
from intervisie_cli.flows.sessie.new import Opties, Voorbereid, bereid_voor
from intervisie_cli.flows.sessie.onaf import Onaf, unfinished
from intervisie_cli.flows.sessie.terugnemen import take_away
from intervisie_cli.flows.sessie.wijzig import Verandering, wijzig
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.groep import voorbereiding
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Keuze, Terug, Vraag

_KLAAR, _NEE, _ONAF = "klaar", "nee", "onaf"


def fill_in(app: App, gegeven: Opties) -> Opties | None:
    """Let the person look at the page until it is right; None when they want no sessie now.

    What was chosen is kept, also when the window closes, until the sessie is made.
    """
    private = app.omgeving.repository.private
    opties = _with_earlier(gegeven, voorbereiding.load(private))
    opties = voorstel(app.omgeving, opties)
    half: dict[str, str] = {}
    while True:
        try:
            voorbereid = bereid_voor(app.omgeving, opties)
        except VerkeerdGebruik as fout:
            # What was given before holds; the last choice does not.
            app.console.fout(fout.bericht, fout.hulp)
            opties = voorstel(app.omgeving, gegeven)
            voorbereid = bereid_voor(app.omgeving, opties)
        show(app, voorbereid)
        onaf = unfinished(app.omgeving)
        kan = list(regels(app.omgeving, voorbereid))
        gekozen = _choose(app, voorbereid, kan, onaf)
        if gekozen == _KLAAR:
            return opties
        if gekozen == _NEE:
            return None
        if gekozen == _ONAF and onaf:
            _settle(app, onaf)
            continue
        regel = next(regel for regel in kan if regel.naam == gekozen)
        opties = _changed(app, opties, regel, half)
        voorbereiding.save(private, opties._asdict())


def _with_earlier(gegeven: Opties, eerder: dict[str, str]) -> Opties:
    """What was filled in before, below what is on the command line now."""
    for naam in Opties._fields:
        if getattr(gegeven, naam) in (None, False) and naam in eerder:
            gegeven = met(gegeven, naam, eerder[naam])
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
    opties: Opties,
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
            return opties
        nieuw = met(opties, regel.naam, antwoord)
        try:
            bereid_voor(app.omgeving, nieuw)
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
        Sleutel("onaf"), "keuze", "Wat doen we daarmee?", keuzes=tuple(keuzes)
    )
    gekozen = laten
    with suppress(Terug):
        gekozen = app.prompter.los(vraag)
    if gekozen == afronden:
        wijzig(app.omgeving, onaf.naam, Verandering(afronden=""), app.wacht)
    elif gekozen == weg:
        with locked(app.omgeving, app.wacht) as vastlegger:
            take_away(vastlegger, app.omgeving, onaf.naam)
