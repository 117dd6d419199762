"""The first lines of a sessie: what it is, when, and who take part."""

from datetime import date

from intervisie_cli.groep.sessies import SessieMap, in_woorden
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.sessie import INDIVIDUEEL, Groep, Sessie
from intervisie_cli.ui.console import Console


def kop(uit: Console, groep: Groep, sessie_map: SessieMap, vandaag: date) -> list[str]:
    """The first lines of a sessie that was read from its folder."""
    sessie, draaiboek = sessie_map.sessie, sessie_map.draaiboek
    return kop_zonder_map(uit, groep, draaiboek, sessie, vandaag)


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
        *uit.opgemaakt(_deelnemers(groep, sessie), kop="Deelnemers  "),
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


def _deelnemers(groep: Groep, sessie: Sessie) -> str:
    """Who take part, with from when or up to when where that is not the whole sessie."""
    grenzen = {keer.lid: keer for keer in sessie.aanwezig}
    namen = []
    for lid in sessie.deelnemers:
        naam = groep.roepnaam(lid)
        keer = grenzen.get(lid)
        woorden = []
        if keer and keer.van:
            woorden.append(f"vanaf {_stap(keer.van)}")
        if keer and keer.tot:
            woorden.append(f"tot {_stap(keer.tot)}")
        if woorden:
            naam += f" ({', '.join(woorden)})"
        namen.append(naam)
    return ", ".join(namen)


def _stap(verwijzing: str) -> str:
    """'1/advisering' as people say it."""
    ronde, _, naam = verwijzing.rpartition("/")
    naam = naam.replace("-", " ")
    return f"{naam}, ronde {ronde}" if ronde else naam
