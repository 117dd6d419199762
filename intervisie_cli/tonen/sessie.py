"""The first lines of a sessie: what it is, when, and who take part."""

from collections.abc import Iterator
from datetime import date

from intervisie_cli.groep.dagen import in_woorden
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.draaiboek import Draaiboek
from intervisie_cli.model.plaatsen import numbered
from intervisie_cli.model.sessie import INDIVIDUEEL, Groep, Plek, Sessie, plekken
from intervisie_cli.tonen.blokken import Feiten, Titel
from intervisie_cli.tonen.vormen import tekst
from intervisie_cli.ui.console import Console


def kop(
    uit: Console,
    groep: Groep,
    sessie_map: SessieMap,
    vandaag: date,
) -> list[str]:
    """The first lines of a sessie that was read from its folder."""
    return list(tekst.regels(uit, bovenaan(groep, sessie_map, vandaag)))


def kop_zonder_map(
    uit: Console,
    groep: Groep,
    draaiboek: Draaiboek,
    sessie: Sessie,
    vandaag: date,
) -> list[str]:
    """The same lines of a sessie that has no folder yet."""
    titel = _titel(draaiboek, sessie, vandaag)
    feiten = Feiten(tuple(_feiten(groep, draaiboek, sessie)))
    return list(tekst.regels(uit, [titel, feiten]))


def bovenaan(
    groep: Groep,
    sessie_map: SessieMap,
    vandaag: date,
) -> tuple[Titel, Feiten]:
    """The title of a sessie, and the facts of it."""
    sessie, draaiboek = sessie_map.sessie, sessie_map.draaiboek
    feiten = list(_feiten(groep, draaiboek, sessie))
    is_alles_gedaan = all(stap.is_held for stap in sessie_map.stappen)
    if sessie.is_afgerond and not is_alles_gedaan:
        waarom = f": {sessie.reden}" if sessie.reden else ""
        feiten.append(("Afgerond", f"voor het einde{waarom}"))
    return _titel(draaiboek, sessie, vandaag), Feiten(tuple(feiten))


def _titel(
    draaiboek: Draaiboek,
    sessie: Sessie,
    vandaag: date,
) -> Titel:
    return Titel(f"{draaiboek.titel} · {in_woorden(sessie, vandaag)}")


def _feiten(
    groep: Groep,
    draaiboek: Draaiboek,
    sessie: Sessie,
) -> Iterator[tuple[str, str]]:
    yield "Deelnemers", _deelnemers(groep, draaiboek, sessie)
    if begeleider := begeleider_van(groep, sessie):
        yield "Begeleider", begeleider
    if sessie.notulist != INDIVIDUEEL:
        yield "Notulist", groep.roepnaam(sessie.notulist)


def begeleider_van(groep: Groep, sessie: Sessie) -> str:
    """The name of who leads, '' for nobody; somebody from outside is told apart."""
    if sessie.begeleider_naam:
        return f"{sessie.begeleider_naam} (van buiten de groep)"
    if not sessie.begeleider:
        return ""
    return groep.roepnaam(sessie.begeleider)


def _deelnemers(
    groep: Groep,
    draaiboek: Draaiboek,
    sessie: Sessie,
) -> str:
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
