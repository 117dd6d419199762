"""The first lines of a sessie: what it is, when, and who take part."""

from datetime import date

from intervisie_cli.groep.dagen import in_woorden
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.plaatsen import numbered
from intervisie_cli.model.sessie import INDIVIDUEEL, Groep, Plek, Sessie, plekken
from intervisie_cli.ui.console import Console


def kop(
    uit: Console,
    groep: Groep,
    sessie_map: SessieMap,
    vandaag: date,
) -> list[str]:
    """The first lines of a sessie that was read from its folder."""
    sessie, draaiboek = sessie_map.sessie, sessie_map.draaiboek
    regels = kop_zonder_map(uit, groep, draaiboek, sessie, vandaag)
    is_alles_gedaan = all(stap.is_held for stap in sessie_map.stappen)
    if sessie.is_afgerond and not is_alles_gedaan:
        waarom = f": {sessie.reden}" if sessie.reden else ""
        regels += uit.opgemaakt(f"voor het einde{waarom}", kop="Afgerond    ")
    return regels


def kop_zonder_map(
    uit: Console,
    groep: Groep,
    draaiboek: Draaiboek,
    sessie: Sessie,
    vandaag: date,
) -> list[str]:
    """The same lines of a sessie that has no folder yet."""
    titel = f"{draaiboek.titel} · {in_woorden(sessie, vandaag)}"
    regels = [
        *uit.opgemaakt(titel, "vet", "blauw"),
        *uit.opgemaakt(_deelnemers(groep, draaiboek, sessie), kop="Deelnemers  "),
    ]
    begeleider = begeleider_van(groep, sessie)
    if begeleider:
        regels += uit.opgemaakt(begeleider, kop="Begeleider  ")
    if sessie.notulist != INDIVIDUEEL:
        regels += uit.opgemaakt(groep.roepnaam(sessie.notulist), kop="Notulist    ")
    return regels


def begeleider_van(groep: Groep, sessie: Sessie) -> str:
    """The name of who leads, '' for nobody; somebody from outside is told apart."""
    if sessie.begeleider_naam:
        return f"{sessie.begeleider_naam} (van buiten de groep)"
    if not sessie.begeleider:
        return ""
    return groep.roepnaam(sessie.begeleider)


def _deelnemers(groep: Groep, draaiboek: Draaiboek, sessie: Sessie) -> str:
    """Who take part, with from when or up to when where that is not the whole sessie."""
    plaatsen = plekken(draaiboek, sessie.rondes, sessie.samen)
    nummers = numbered(plaatsen)
    namen = []
    for lid in sessie.deelnemers:
        naam = groep.roepnaam(lid)
        woorden = [
            f"{woord} {_stap(plaatsen[nummers[plek]])}"
            for keer in sessie.aanwezig
            if keer.lid == lid
            for woord, plek in (("vanaf", keer.van), ("tot", keer.tot))
            if plek in nummers
        ]
        if woorden:
            naam += f" ({', '.join(woorden)})"
        namen.append(naam)
    return ", ".join(namen)


def _stap(plek: Plek) -> str:
    """A place as people say it: 'advisering, ronde 1'."""
    titel = plek.stap.titel
    naam = titel[:1].lower() + titel[1:]
    if not plek.ronde:
        return naam
    return f"{naam}, ronde {plek.ronde.nummer}"
