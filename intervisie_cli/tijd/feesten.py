"""Feasts and Dutch school holidays: which days they are, and how a sentence names them.

The `holidays` library holds the school holidays that the ministry sets, per region, up to 2030;
later ones are unknown.
"""

import re
from datetime import MAXYEAR, date, timedelta
from functools import cache

from intervisie_cli.model.instellingen import REGIOS
from intervisie_cli.tijd.kalender import Periode, eerstvolgende, later
from intervisie_cli.tijd.vondst import Grammatica, Kader, Vondst, Vorm, in_periode

# Day and month.
VASTE_DAGEN = {
    "sinterklaasavond": (5, 12),
    "sinterklaas": (5, 12),
    "sint nicolaasavond": (5, 12),
    "sint nicolaas": (5, 12),
    "sinterklaasfeest": (5, 12),
    "pakjesavond": (5, 12),
    "kerstavond": (24, 12),
    "kerstmis": (25, 12),
    "kerst": (25, 12),
    "1e kerstdag": (25, 12),
    "2e kerstdag": (26, 12),
    "oudejaarsavond": (31, 12),
    "oudejaarsdag": (31, 12),
    "oudjaarsavond": (31, 12),
    "oudjaarsdag": (31, 12),
    "oudejaar": (31, 12),
    "oudjaar": (31, 12),
    "oud en nieuw": (31, 12),
    "oud & nieuw": (31, 12),
    "nieuwjaarsdag": (1, 1),
    "jaarwisseling": (1, 1),
    "nieuwjaar": (1, 1),
    "driekoningen": (6, 1),
    "valentijnsdag": (14, 2),
    "valentijn": (14, 2),
    "koningsdag": (27, 4),
    "dodenherdenking": (4, 5),
    "bevrijdingsdag": (5, 5),
    "dierendag": (4, 10),
    "halloween": (31, 10),
    "allerheiligen": (1, 11),
    "sint maarten": (11, 11),
    "sint-maarten": (11, 11),
    "wapenstilstand": (11, 11),
}
# Days from Easter Sunday.
VAN_PASEN = {
    "carnaval": -49,
    "aswoensdag": -46,
    "palmzondag": -7,
    "witte donderdag": -3,
    "goede vrijdag": -2,
    "1e paasdag": 0,
    "2e paasdag": 1,
    "paasmaandag": 1,
    "paaszondag": 0,
    "paasweekend": 1,
    "paasdag": 0,
    "pasen": 0,
    "hemelvaartsdag": 39,
    "hemelvaart": 39,
    "1e pinksterdag": 49,
    "2e pinksterdag": 50,
    "pinksteren": 49,
    "pinksterweekend": 50,
}
# Days from Christmas Day back to a Sunday, and on from there.
VAN_KERST = {
    "1e advent": -21,
    "2e advent": -14,
    "3e advent": -7,
    "4e advent": 0,
    "advent": -21,
}
# What people call a school holiday, and what the library does.
VAKANTIES = {
    "herfstvakantie": "Herfstvakantie",
    "kerstvakantie": "Kerstvakantie",
    "wintervakantie": "Kerstvakantie",
    "voorjaarsvakantie": "Voorjaarsvakantie",
    "krokusvakantie": "Voorjaarsvakantie",
    "carnavalsvakantie": "Voorjaarsvakantie",
    "meivakantie": "Meivakantie",
    "zomervakantie": "Zomervakantie",
    "grote vakantie": "Zomervakantie",
}


def feest(naam: str, vandaag: date) -> Periode | None:
    """The next time of a feast; None when it is further away than the calendar goes."""
    if naam in VASTE_DAGEN:
        dag = _vaste_dag(naam, vandaag)
    elif naam in VAN_KERST:
        dag = _dag_van_kerst(naam, vandaag)
    else:
        dag = _dag_van_pasen(naam, vandaag)
    return Periode(dag, dag) if dag else None


def _vaste_dag(naam: str, vandaag: date) -> date | None:
    dag, maand = VASTE_DAGEN[naam]
    return eerstvolgende(dag, maand, vandaag)


def _dag_van_kerst(naam: str, vandaag: date) -> date | None:
    for jaar in range(vandaag.year, min(vandaag.year + 2, MAXYEAR + 1)):
        kerst = date(jaar, 12, 25)
        zondag = later(kerst, -kerst.weekday() - 1)
        dag = later(zondag, VAN_KERST[naam])
        if dag >= vandaag:
            return dag
    return None


def _dag_van_pasen(naam: str, vandaag: date) -> date | None:
    for jaar in (vandaag.year, vandaag.year + 1):
        pasen = _pasen(jaar)
        if not pasen:
            continue
        dag = later(pasen, VAN_PASEN[naam])
        if dag >= vandaag:
            return dag
    return None


def vakantie(naam: str, vandaag: date, regio: str) -> Periode | None:
    """The school holiday that is not over yet; None when the region or the year is not known.

    Without a region it is known when all regions have the same days.
    """
    if regio not in REGIOS:
        alle = {vakantie(naam, vandaag, bekend) for bekend in REGIOS}
        return alle.pop() if len(alle) == 1 else None
    # Last year's Christmas holiday may still go on.
    for jaar in (vandaag.year - 1, vandaag.year, vandaag.year + 1):
        dagen = _schooldagen(jaar, regio).get(VAKANTIES[naam], ())
        if dagen and dagen[-1] >= vandaag:
            return Periode(dagen[0], dagen[-1])
    return None


@cache
def _schooldagen(jaar: int, regio: str) -> dict[str, tuple[date, ...]]:
    """Per holiday that begins in *jaar* its days."""
    from holidays.countries.netherlands import Netherlands

    # A holiday around New Year begins in one year and ends in the next.
    kalender = Netherlands(
        years=(jaar, jaar + 1),
        categories=("school",),
        subdiv=regio.capitalize(),
        language="nl",
    )
    gevonden: dict[str, list[date]] = {}
    for dag, namen in sorted(kalender.items()):
        for naam in namen.split("; "):
            reeks = gevonden.setdefault(naam, [])
            sluit_aan = bool(reeks) and dag - reeks[-1] == timedelta(days=1)
            if sluit_aan:
                reeks.append(dag)
            elif dag.year == jaar:
                # What stood there was the end of last year's holiday, in January.
                gevonden[naam] = [dag]
    return {naam: tuple(reeks) for naam, reeks in gevonden.items()}


def _pasen(jaar: int) -> date | None:
    from dateutil.easter import easter

    try:
        dag: date = easter(jaar)
    except ValueError:  # Easter is only known for the years 1583 to 4099
        return None
    return dag


def _feest(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    naam = match["naam"]
    if naam in VAKANTIES:
        periode = vakantie(naam, kader.vandaag, kader.regio)
    else:
        periode = feest(naam, kader.vandaag)
    if not periode:
        return None
    if naam in ("kerst", "kerstmis") and (match["dagen"] or match["met"]):
        periode = Periode(periode.begin, later(periode.begin, 1))
    if match["ernaast"] == "na":
        periode = _een_dag(later(periode.eind, 1))
    elif match["ernaast"] == "voor":
        periode = _een_dag(later(periode.begin, -1))
    return in_periode(match, periode)


def _een_dag(dag: date) -> Periode:
    return Periode(dag, dag)


def _tussen_feesten(match: "re.Match[str]", kader: Kader) -> Vondst:
    kerst = feest("kerst", kader.vandaag)
    begin = kerst.begin if kerst else kader.vandaag
    return in_periode(match, Periode(begin, date(begin.year, 12, 31)))


# 'kerst vakantie' is the same.
VAKANTIES |= {
    naam.replace("vakantie", " vakantie"): wat
    for naam, wat in VAKANTIES.items()
    if " " not in naam
}
_ALLE_NAMEN = [*VASTE_DAGEN, *VAN_KERST, *VAN_PASEN, *VAKANTIES]
# The longest first: 'kerstavond' is more than 'kerst'.
_NAMEN = "|".join(sorted(_ALLE_NAMEN, key=len, reverse=True))
FEESTDAGEN: Grammatica = (
    Vorm(
        "[tussen kerst en oud en nieuw] opruimen",
        r"tussen (?:de )?kerst en (?:oud (?:en|&) nieuw|nieuwjaar|oudjaar)",
        _tussen_feesten,
        nodig=("kerst",),
    ),
    Vorm(
        "[de dag na 2e kerstdag] opruimen",
        rf"(?:de dag (?P<ernaast>na|voor) |(?P<met>(?<!en )met) )?(?:de )?"
        rf"(?P<naam>{_NAMEN})(?P<dagen> ?dag(?:en)?)?",
        _feest,
    ),
)
