"""A sessie before it is there: who does what, what is needed, and how it fits in time."""

from collections.abc import Iterator
from datetime import date

from intervisie_cli.flows.sessie.new import Voorbereid
from intervisie_cli.flows.terugblik.acties import Acties
from intervisie_cli.model.sessie import Groep, Plek
from intervisie_cli.tonen import actie
from intervisie_cli.tonen.sessie import kop_zonder_map
from intervisie_cli.ui.console import Console, vul

# Columns for the titles of steps, before their minutes.
_TITELS = 26


def regels(
    uit: Console,
    groep: Groep,
    voorbereid: Voorbereid,
    acties: Acties,
    vandaag: date,
) -> Iterator[str]:
    """The page of `new`; *acties* are the open ones of those who take part."""
    sessie, draaiboek = voorbereid.sessie, voorbereid.draaiboek
    yield from kop_zonder_map(uit, groep, draaiboek, sessie, vandaag)
    if sessie.is_prive:
        # Said before anybody speaks: it may decide what people dare to bring in.
        belofte = "wat hier gezegd wordt, komt later niet terug als voorbeeld"
        yield from uit.opgemaakt(belofte, kop="Privé       ")
    yield from _acties(uit, groep, acties, vandaag)
    yield uit.stijl("Nodig", "vet")
    for ding in draaiboek.benodigdheden:
        yield from uit.opgemaakt(ding, kop="[ ] ", inspringen=2)
    yield uit.stijl("Tijdplan", "vet")
    yield from _plan(uit, groep, voorbereid)
    for waarschuwing in _waarschuwingen(voorbereid):
        yield from uit.opgemaakt(waarschuwing, "geel", kop="Let op: ")


def _acties(
    uit: Console,
    groep: Groep,
    acties: Acties,
    vandaag: date,
) -> Iterator[str]:
    """What is still open of those who take part: the sessie begins with it."""
    if not acties.totaal:
        return
    yield uit.stijl("Open acties, voor de terugblik", "vet")
    yield from actie.regels(uit, groep, acties, vandaag, inspringen=2)
    rest = acties.totaal - len(acties.treffers)
    if rest:
        yield uit.stijl(f"  en nog {rest}; kijk met: intervisie actie", "dof")


def _plan(uit: Console, groep: Groep, voorbereid: Voorbereid) -> Iterator[str]:
    plan = voorbereid.plan
    nummer = 0
    for plek, minuten in plan.regels:
        ronde = plek.ronde
        if ronde and ronde.nummer != nummer:
            nummer = ronde.nummer
            kop, wie = f"Ronde {nummer}: ", groep.roepnaam(ronde.inbrenger)
            if not ronde.inbrenger:
                kop, wie = "Elke ronde: ", "wie inbrengt, kiezen jullie in de call"
            yield from uit.opgemaakt(wie, kop=kop, inspringen=2)
        yield uit.stijl(_stap(plek, minuten))
    samen = f"  {vul('Samen', _TITELS - 2)}{plan.totaal:>3} min"
    if plan.eind:
        om = voorbereid.sessie.om
        begin = f"om {om}" if om else "nu"
        samen += f", klaar om {plan.eind:%H:%M} als je {begin} begint"
    yield uit.stijl(samen, "vet")


def _stap(plek: Plek, minuten: int) -> str:
    marge = "  "
    if plek.ronde:
        marge = "    "
    titel = vul(plek.stap.titel, _TITELS - len(marge))
    # As wide as a number with 'min', so that the column stays straight.
    duur = "   vrij"
    if minuten:
        duur = f"{minuten:>3} min"
    regel = f"{marge}{titel}{duur}"
    if plek.stap.optioneel:
        regel += ", mag worden overgeslagen"
    return regel


def _waarschuwingen(voorbereid: Voorbereid) -> Iterator[str]:
    hoogstens = voorbereid.draaiboek.leden_max
    if len(voorbereid.sessie.deelnemers) > hoogstens:
        yield f"Dit draaiboek is voor hoogstens {hoogstens} deelnemers."
    yield from voorbereid.plan.waarschuwingen
