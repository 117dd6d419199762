"""Who does what in a new sessie: deelnemers, inbrengers, begeleider and notulist."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from intervisie_cli.flows.sessie.beurten import Beurten
from intervisie_cli.flows.vragenronde import VraagSteller
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.sessie import (
    BEGELEIDER,
    INBRENGER,
    INDIVIDUEEL,
    NOTULIST,
    Groep,
)
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import MEER, Keuze, Vraag

if TYPE_CHECKING:
    from intervisie_cli.flows.sessie.new import Opties

_GEEN = {BEGELEIDER: "Zonder begeleider", NOTULIST: "Ieder voor zich"}
GEEN_DEELNEMER = "doet niet mee aan deze sessie."


class Verdeling(NamedTuple):
    """Who does what; begeleider and notulist are '' for nobody."""

    inbrengers: tuple[str, ...]
    begeleider: str
    notulist: str


def deelnemers(
    groep: Groep, gegeven: str | None, vraag: VraagSteller
) -> tuple[str, ...]:
    """Who takes part. Raises VerkeerdGebruik."""
    if gegeven is not None:
        return _handles(groep, gegeven)
    leden = groep.huidige_leden
    gekozen = vraag(
        Vraag(
            Sleutel("deelnemers"),
            MEER,
            "Wie doen er mee?",
            keuzes=tuple(Keuze(lid.id, lid.roepnaam) for lid in leden),
            standaard=[lid.id for lid in leden],
            verplicht=True,
        )
    )
    return tuple(gekozen)


def verdeel(
    groep: Groep,
    beurten: Beurten,
    aanwezig: tuple[str, ...],
    opties: "Opties",
    vraag: VraagSteller,
) -> Verdeling:
    """Say who of those that are there does what. Raises VerkeerdGebruik."""
    if opties.inbrengers is None:
        inbrengers = _kies_inbrengers(groep, beurten, aanwezig, vraag)
    else:
        inbrengers = _read_inbrengers(groep, aanwezig, opties.inbrengers)
    # The proposal is somebody without a rol yet, as long as there is anybody: who brings in a
    # hulpvraag should not have to lead or to write as well.
    vrij = [lid for lid in aanwezig if lid not in inbrengers] or list(aanwezig)
    tip = _turn(groep, beurten, BEGELEIDER, vrij)
    begeleider = _rol(groep, aanwezig, opties.begeleider, BEGELEIDER, tip, vraag)
    vrij = [lid for lid in vrij if lid != begeleider] or vrij
    tip = _turn(groep, beurten, NOTULIST, vrij)
    notulist = _rol(groep, aanwezig, opties.notulist, NOTULIST, tip, vraag)
    return Verdeling(inbrengers, begeleider, notulist)


def _read_inbrengers(
    groep: Groep, aanwezig: tuple[str, ...], gegeven: str
) -> tuple[str, ...]:
    inbrengers = _handles(groep, gegeven)
    for lid in inbrengers:
        if lid not in aanwezig:
            raise VerkeerdGebruik(
                f"{groep.roepnaam(lid)} {GEEN_DEELNEMER}",
                "Zet de inbrenger ook bij --deelnemers.",
            )
    if not inbrengers:
        raise VerkeerdGebruik(
            "Er is geen inbrenger.",
            "Geef --inbrengers mee, bijvoorbeeld: --inbrengers mirthe",
        )
    return inbrengers


def _kies_inbrengers(
    groep: Groep,
    beurten: Beurten,
    aanwezig: tuple[str, ...],
    vraag: VraagSteller,
) -> tuple[str, ...]:
    """Ask for one inbrenger after the other, until nobody is left or wanted."""
    gekozen: list[str] = []
    rest = beurten.order(INBRENGER, aanwezig)
    while rest:
        keuzes = [Keuze(lid, groep.roepnaam(lid)) for lid in rest]
        sleutel = Sleutel("inbrengers", nummer=len(gekozen))
        if gekozen:
            nu = Vraag(
                sleutel,
                "keuze",
                "Wie brengt daarna een hulpvraag in?",
                keuzes=(Keuze("", "Niemand meer"), *keuzes),
                standaard="",
            )
        else:
            nu = Vraag(
                sleutel,
                "keuze",
                "Wie brengt als eerste een hulpvraag in?",
                hulp=_turn(groep, beurten, INBRENGER, rest),
                keuzes=tuple(keuzes),
                standaard=rest[0],
                verplicht=True,
            )
        lid = vraag(nu)
        if not lid:
            break
        gekozen.append(lid)
        rest.remove(lid)
    return tuple(gekozen)


def _handles(groep: Groep, tekst: str) -> tuple[str, ...]:
    """Read 'mirthe, Tim' as members of today, each once. Raises VerkeerdGebruik."""
    gevonden: list[str] = []
    for deel in (deel.strip() for deel in tekst.split(",")):
        if not deel:
            continue
        lid = groep.member(deel)
        if lid.weg:
            raise VerkeerdGebruik(
                f"{lid.roepnaam} is weg uit de groep.",
                f"Doet {lid.roepnaam} weer mee? Typ: intervisie lid erbij {lid.id}",
            )
        if lid.id in gevonden:
            raise VerkeerdGebruik(
                f"'{lid.id}' staat er twee keer.", "Noem ieder lid één keer."
            )
        gevonden.append(lid.id)
    return tuple(gevonden)


def _turn(groep: Groep, beurten: Beurten, rol: str, leden: Iterable[str]) -> str:
    """Who had this rol least often, or longest ago; '' in a group that only begins."""
    # Where nobody had a turn yet, anybody could be first.
    if not beurten.van:
        return ""
    eerste = beurten.order(rol, leden)[0]
    return f"Aan de beurt: {groep.roepnaam(eerste)}."


def _rol(
    groep: Groep,
    aanwezig: tuple[str, ...],
    gegeven: str | None,
    rol: str,
    tip: str,
    vraag: VraagSteller,
) -> str:
    """Who has this rol, '' for nobody. Raises VerkeerdGebruik."""
    if gegeven is not None:
        return _read_rol(groep, aanwezig, gegeven, rol)
    keuzes = (
        Keuze("", _GEEN[rol]),
        *(Keuze(lid, groep.roepnaam(lid)) for lid in aanwezig),
    )
    return str(
        vraag(
            Vraag(
                Sleutel(rol),
                "keuze",
                f"Wie is {rol}?",
                hulp=tip,
                keuzes=keuzes,
                standaard="",
            )
        )
    )


def _read_rol(groep: Groep, aanwezig: tuple[str, ...], gegeven: str, rol: str) -> str:
    if gegeven in ("", "geen", INDIVIDUEEL):
        return ""
    handles = _handles(groep, gegeven)
    if len(handles) != 1:
        raise VerkeerdGebruik(
            f"Er is precies één {rol}, of geen.",
            f"Noem één lid bij --{rol}, of laat het weg.",
        )
    handle = handles[0]
    if handle not in aanwezig:
        raise VerkeerdGebruik(
            f"{groep.roepnaam(handle)} {GEEN_DEELNEMER}",
            f"Kies een deelnemer als {rol}.",
        )
    return handle
