"""Feasts and Dutch school holidays: fixed days as data, moving ones from Easter, holidays from the `holidays` library.

The library holds the school holidays that the ministry sets, per region, up to 2030; later ones are unknown.
"""

from datetime import date, timedelta
from functools import cache

from intervisie_cli.model.sessie import REGIOS
from intervisie_cli.tijd.kalender import Periode, eerstvolgende, later

VASTE_DAGEN = {
    "sinterklaasavond": (5, 12), "sinterklaas": (5, 12), "pakjesavond": (5, 12), "kerstavond": (24, 12), "kerstmis": (25, 12), "kerst": (25, 12),
    "1e kerstdag": (25, 12), "2e kerstdag": (26, 12), "oudejaarsavond": (31, 12), "oudejaar": (31, 12), "oudjaar": (31, 12),
    "oud en nieuw": (31, 12), "oud & nieuw": (31, 12), "nieuwjaarsdag": (1, 1), "nieuwjaar": (1, 1), "driekoningen": (6, 1),
    "valentijnsdag": (14, 2), "valentijn": (14, 2), "koningsdag": (27, 4), "dodenherdenking": (4, 5), "bevrijdingsdag": (5, 5),
    "dierendag": (4, 10), "halloween": (31, 10), "allerheiligen": (1, 11), "sint maarten": (11, 11), "sint-maarten": (11, 11),
    "wapenstilstand": (11, 11),
}  # fmt: skip
# Days from Easter Sunday.
VAN_PASEN = {
    "carnaval": -49, "aswoensdag": -46, "palmzondag": -7, "witte donderdag": -3, "goede vrijdag": -2,
    "1e paasdag": 0, "2e paasdag": 1, "paasmaandag": 1, "paaszondag": 0, "paasweekend": 1, "paasdag": 0, "pasen": 0,
    "hemelvaartsdag": 39, "hemelvaart": 39, "1e pinksterdag": 49, "2e pinksterdag": 50, "pinksteren": 49, "pinksterweekend": 50,
}  # fmt: skip
VAKANTIES = {
    "herfstvakantie": "Herfstvakantie", "kerstvakantie": "Kerstvakantie", "wintervakantie": "Kerstvakantie",
    "voorjaarsvakantie": "Voorjaarsvakantie", "krokusvakantie": "Voorjaarsvakantie", "carnavalsvakantie": "Voorjaarsvakantie",
    "meivakantie": "Meivakantie", "zomervakantie": "Zomervakantie", "grote vakantie": "Zomervakantie",
}  # fmt: skip


def feest(naam: str, vandaag: date) -> Periode | None:
    """The next time of a feast; several days when people mean several ('kerst' is one day here)."""
    if naam in VASTE_DAGEN:
        dag = eerstvolgende(*VASTE_DAGEN[naam], vandaag)
    else:
        pasen = (_pasen(vandaag.year + n) for n in (0, 1))
        dagen = (later(dag, VAN_PASEN[naam]) for dag in pasen if dag)
        dag = next((dag for dag in dagen if dag >= vandaag), None)
    return Periode(dag, dag) if dag else None


def vakantie(naam: str, vandaag: date, regio: str) -> Periode | None:
    """The school holiday that is not over yet; None when the region or the year is not known."""
    if regio not in REGIOS:
        return None
    for jaar in (vandaag.year - 1, vandaag.year, vandaag.year + 1):
        dagen = _schooldagen(jaar, regio).get(VAKANTIES[naam], ())
        if dagen and dagen[-1] >= vandaag:
            return Periode(dagen[0], dagen[-1])
    return None


@cache
def _schooldagen(jaar: int, regio: str) -> dict[str, tuple[date, ...]]:
    """Per holiday that begins in *jaar* its days."""
    from holidays.countries.netherlands import Netherlands

    kalender = Netherlands(
        years=(jaar, jaar + 1), categories=("school",), subdiv=regio.capitalize(), language="nl"
    )
    gevonden: dict[str, list[date]] = {}
    for dag, namen in sorted(kalender.items()):
        for naam in namen.split("; "):
            reeks = gevonden.setdefault(naam, [])
            if (not reeks and dag.year == jaar) or (reeks and dag - reeks[-1] == timedelta(days=1)):
                reeks.append(dag)
            elif reeks and dag.year == jaar:  # the January part of last year's holiday came first
                gevonden[naam] = [dag]
    return {naam: tuple(reeks) for naam, reeks in gevonden.items()}


def _pasen(jaar: int) -> date | None:
    from dateutil.easter import easter

    try:
        dag: date = easter(jaar)
    except ValueError:  # before the calendar that we have, or more than two thousand years from now
        return None
    return dag
