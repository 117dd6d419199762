"""What a group is reminded of before a sessie: when and how, and no word of what it is about."""

from contextlib import suppress
from datetime import date
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.tijden import of_sessie
from intervisie_cli.flows.terugblik.acties import some_acties
from intervisie_cli.groep import sessies
from intervisie_cli.groep.gepland import planned_min
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.actie import Actievraag
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.sessie import Groep, Sessie

_NIEUW = "Typ: intervisie new"


class Herinnering(NamedTuple):
    """What a message says of a sessie that comes; of all that is not known it says nothing.

    *om* and *tot* are 'HH:MM' or ''; *begeleider* and *notulist* are names or ''; *inbrengers* are
    the names of those who were chosen to be it. *open_acties* is how many the group has; *fouten*
    say which sessies were passed over in that.
    """

    datum: date
    om: str
    tot: str
    variant: str
    minuten: int
    begeleider: str
    notulist: str
    inbrengers: tuple[str, ...]
    open_acties: int
    fouten: tuple[str, ...] = ()


def coming(omgeving: Omgeving, gevraagd: str | None) -> SessieMap:
    """The sessie that *gevraagd* names, else the first to come. Raises IntervisieError."""
    if gevraagd:
        return _named(omgeving, gevraagd)
    komend = sorted(_from_today(omgeving), key=lambda sessie: (sessie.datum, sessie.om))
    for sessie in komend:
        sessie_map = sessies.load_readable(omgeving.root, sessie.map)
        if sessie_map.volgende:
            return sessie_map
    raise IntervisieError("Er staat geen sessie klaar die nog komt.", _NIEUW)


def _named(omgeving: Omgeving, gevraagd: str) -> SessieMap:
    vandaag = omgeving.vandaag
    sessie_map = sessies.find(omgeving.root, gevraagd, vandaag, sessies.load_readable)
    if sessie_map.sessie.datum < vandaag or not sessie_map.volgende:
        raise IntervisieError("Die sessie is al geweest.", _NIEUW)
    return sessie_map


def _from_today(omgeving: Omgeving) -> list[Sessie]:
    gevonden = []
    # One that was moved to another day keeps its folder, so all are looked at.
    for folder in sessies.folders(omgeving.root):
        with suppress(IntervisieError):  # doctor tells what is wrong with it
            gevonden.append(sessies.load_sessie(omgeving.root, folder))
    return [sessie for sessie in gevonden if sessie.datum >= omgeving.vandaag]


def herinner(omgeving: Omgeving, sessie_map: SessieMap) -> Herinnering:
    """Gather what the message says."""
    sessie, groep = sessie_map.sessie, omgeving.groep
    tijden = of_sessie(sessie)
    acties = some_acties(omgeving, Actievraag(), 1)
    inbrengers = [
        _member(groep, ronde.inbrenger)
        for ronde in sessie.rondes
        if not ronde.is_vervallen
    ]
    return Herinnering(
        datum=sessie.datum,
        om=tijden.om,
        tot=tijden.tot,
        variant=sessie_map.draaiboek.titel,
        minuten=planned_min(sessie_map),
        begeleider=sessie.begeleider_naam or _member(groep, sessie.begeleider),
        notulist=_member(groep, sessie.notulist),
        inbrengers=tuple(filter(None, inbrengers)),
        open_acties=acties.totaal,
        fouten=acties.fouten,
    )


def _member(groep: Groep, handle: str) -> str:
    """The name of a member, '' for anything else that a hand may have written there."""
    return groep.roepnaam(handle) if groep.lid(handle) else ""
