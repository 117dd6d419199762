"""Who does what in a new sessie: deelnemers, inbrengers, begeleider and notulist."""

from typing import TYPE_CHECKING, NamedTuple

from intervisie_cli.flows.lezen import namen, tekst
from intervisie_cli.model.eender import eender
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
# From here on, a name is sooner a slip of the fingers than that of somebody else.
_LIJKT = 0.7


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
    naam = outside(groep, begeleider)
    if naam:
        begeleider = ""
    return Verdeling(
        aanwezig,
        _inbrengers(groep, aanwezig, opties.inbrengers or ""),
        _rol(groep, aanwezig, begeleider, "begeleider"),
        naam,
        _rol(groep, aanwezig, opties.notulist or "", NOTULIST),
    )


def _is_docent(getypt: str) -> bool:
    return getypt.partition(" ")[0].casefold() == DOCENT


def outside(groep: Groep, getypt: str) -> str:
    """The name of a begeleider who is no member, '' for one who is, and for nobody.

    Raises VerkeerdGebruik.

    Behind 'docent' it can be any name; alone, one that nobody types who means a member.
    """
    if _is_docent(getypt):
        naam = tekst(getypt[len(DOCENT) :], "Die naam")
        if not naam:
            raise VerkeerdGebruik(
                "Zeg ook hoe de docent heet.", 'Bijvoorbeeld: --begeleider "docent Els"'
            )
        return naam
    getypt = tekst(getypt, "Die naam")
    # Two names are no name: who reads members says so.
    if getypt in NIEMAND or "," in getypt or groep.find(getypt):
        return ""
    _check_no_member(groep, getypt)
    return getypt


def _check_no_member(groep: Groep, getypt: str) -> None:
    """Raise VerkeerdGebruik for a name that seems to mean a member."""
    import difflib

    klein = eender(getypt)
    for lid in groep.huidige_leden:
        for naam in (lid.id, eender(lid.naam)):
            if naam.startswith(klein):
                groep.member(getypt)
            if difflib.get_close_matches(klein, [naam], cutoff=_LIJKT):
                raise VerkeerdGebruik(
                    f"Bedoel je {lid.roepnaam}? Typ: --begeleider {lid.id}",
                    'Iemand van buiten de groep? Typ: --begeleider "docent NAAM"',
                )


def _inbrengers(
    groep: Groep,
    aanwezig: tuple[str, ...],
    gegeven: str,
) -> tuple[str, ...]:
    if gegeven.strip() in ("", LATER):
        return ()
    inbrengers = _handles(groep, gegeven)
    for lid in inbrengers:
        if lid not in aanwezig:
            raise VerkeerdGebruik(
                f"{groep.roepnaam(lid)} {GEEN_DEELNEMER}",
                "Noem eerst alle deelnemers, en daarna wie inbrengen.",
            )
    return inbrengers


def _handles(groep: Groep, getypt: str) -> tuple[str, ...]:
    """Read 'mirthe, Tim' as members of today, each once. Raises VerkeerdGebruik."""
    gevonden: list[str] = []
    for naam in namen(getypt):
        lid = groep.member(naam)
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


def _rol(
    groep: Groep,
    aanwezig: tuple[str, ...],
    gegeven: str,
    rol: str,
) -> str:
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
