"""Who does what in a new sessie: deelnemers, inbrengers, begeleider and notulist."""

from typing import TYPE_CHECKING, NamedTuple

from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.sessie import INDIVIDUEEL, NOTULIST, Groep
from intervisie_cli.vragen.lines.roles_line import DOCENT

if TYPE_CHECKING:
    from intervisie_cli.flows.sessie.new import Opties

GEEN_DEELNEMER = "doet niet mee aan deze sessie."
# What can stand where a role is given, and means nobody.
NIEMAND = ("", "geen", INDIVIDUEEL)
# What can stand where inbrengers are given: the group says it in the call.
LATER = "later"


class Verdeling(NamedTuple):
    """Who does what; begeleider and notulist are '' for nobody.

    *begeleider_naam* is that of a begeleider who is no member.
    """

    deelnemers: tuple[str, ...]
    inbrengers: tuple[str, ...]
    begeleider: str
    begeleider_naam: str
    notulist: str


def verdeel(groep: Groep, opties: "Opties") -> Verdeling:
    """Read who does what. Raises VerkeerdGebruik."""
    if opties.deelnemers is None:
        raise VerkeerdGebruik(
            "Er ontbreekt iets: wie doen er mee?", "Geef --deelnemers mee."
        )
    aanwezig = _handles(groep, opties.deelnemers)
    begeleider = opties.begeleider or ""
    naam = ""
    if begeleider.startswith(f"{DOCENT} "):
        begeleider, naam = "", begeleider.removeprefix(DOCENT).strip()
    return Verdeling(
        aanwezig,
        _inbrengers(groep, aanwezig, opties.inbrengers or ""),
        _rol(groep, aanwezig, begeleider, "begeleider"),
        naam,
        _rol(groep, aanwezig, opties.notulist or "", NOTULIST),
    )


def _inbrengers(
    groep: Groep, aanwezig: tuple[str, ...], gegeven: str
) -> tuple[str, ...]:
    if gegeven.strip() in ("", LATER):
        return ()
    inbrengers = _handles(groep, gegeven)
    for lid in inbrengers:
        if lid not in aanwezig:
            raise VerkeerdGebruik(
                f"{groep.roepnaam(lid)} {GEEN_DEELNEMER}",
                "Zet de inbrenger ook bij --deelnemers.",
            )
    return inbrengers


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


def _rol(groep: Groep, aanwezig: tuple[str, ...], gegeven: str, rol: str) -> str:
    """Who has this role, '' for nobody. Raises VerkeerdGebruik."""
    if gegeven in NIEMAND:
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
