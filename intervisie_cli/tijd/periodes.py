"""Stretches of more than a day: 'in week 48', 'eind deze maand', 'over twee weken', 'in mei'."""

import math
import re
from datetime import MAXYEAR, date

from intervisie_cli.taal.kalendernamen import MAANDEN
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.vondst import (
    DATUM,
    MAAND,
    MOMENT,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
    in_periode,
    op_dag,
)


def _weken(match: "re.Match[str]", kader: Kader) -> Vondst:
    jaar = kal.jaartal(match["jaar"])
    eerste = laatste = kal.week(int(match["eerste"]), kader.vandaag, jaar)
    if match["laatste"]:
        laatste = kal.week(int(match["laatste"]), kader.vandaag)
    if not eerste or not laatste:
        return in_periode(match, None)
    return in_periode(match, Periode(eerste.begin, laatste.eind))


def eenheid(wat: str, wanneer: str, vandaag: date) -> Periode:
    """This, the next or the coming week, weekend, month, quarter or year."""
    if wat == "week":
        return _week(wanneer, vandaag)
    if wat == "weekend":
        return _weekend(wanneer, vandaag)
    if wat == "maand":
        return _maand_vanaf_nu(wanneer, vandaag)
    if wat == "kwartaal":
        return _kwartaal(wanneer, vandaag)
    return _jaar(wanneer, vandaag)


def _week(wanneer: str, vandaag: date) -> Periode:
    dag = vandaag
    if wanneer == "volgende":
        dag = kal.later(vandaag, 7)
    elif wanneer == "komende":
        # From Wednesday on 'komende week' is no longer this week but the next one.
        dag = kal.later(vandaag, 5)
    zondag = kal.zondag(dag)
    return Periode(kal.later(zondag, -6), zondag)


def _weekend(wanneer: str, vandaag: date) -> Periode:
    if wanneer == "volgende":
        vandaag = kal.later(vandaag, 7)
    zondag = kal.zondag(vandaag)
    return Periode(kal.later(zondag, -1), zondag)


def _maand_vanaf_nu(wanneer: str, vandaag: date) -> Periode:
    eerste = vandaag.replace(day=1)
    if wanneer in ("volgende", "komende"):
        eerste = kal.maanden_later(eerste, 1)
    return Periode(eerste, kal.eind_van_maand(eerste.year, eerste.month))


def _kwartaal(wanneer: str, vandaag: date) -> Periode:
    maand = (vandaag.month - 1) // 3 * 3 + 1
    eerste = vandaag.replace(month=maand, day=1)
    if wanneer == "volgende":
        eerste = kal.maanden_later(eerste, 3)
    return Periode(eerste, kal.later(kal.maanden_later(eerste, 3), -1))


def _jaar(wanneer: str, vandaag: date) -> Periode:
    jaar = vandaag.year
    if wanneer in ("volgende", "komende"):
        jaar = min(jaar + 1, MAXYEAR)
    return Periode(date(jaar, 1, 1), date(jaar, 12, 31))


def _eenheid(match: "re.Match[str]", kader: Kader) -> Vondst:
    return in_periode(match, eenheid(match["wat"], match["wanneer"], kader.vandaag))


def _het_weekend(match: "re.Match[str]", kader: Kader) -> Vondst:
    """Give 'het weekend'; the word before it is a bound, which is read later on."""
    weekend = eenheid("weekend", "deze", kader.vandaag)
    return Vondst(DATUM, match.start("weekend"), match.end(), weekend)


def _fase(match: "re.Match[str]", kader: Kader) -> Vondst:
    """Give a part of a period, up to the last day that still counts as that part."""
    if match["maand"]:
        heel = _maand_met_fase(match, kader.vandaag)
    else:
        heel = eenheid(match["wat"], match["wanneer"] or "deze", kader.vandaag)
    eind = _eind_van_fase(match["fase"], heel)
    return in_periode(match, Periode(heel.begin, eind, is_vaag=True))


def _maand_met_fase(match: "re.Match[str]", vandaag: date) -> Periode:
    """Give the month in which that part is still to come."""
    maand = MAANDEN.index(match["maand"]) + 1
    jaar = kal.jaartal(match["jaar"])
    heel = kal.maand_periode(maand, vandaag, jaar)
    # Half December, said on the 20th, is that of next year.
    if not jaar and _eind_van_fase(match["fase"], heel) < vandaag:
        return kal.maand_periode(maand, vandaag, heel.begin.year + 1)
    return heel


def _eind_van_fase(fase: str, heel: Periode) -> date:
    """The last day of the beginning or of the first half; of the end the last day of all."""
    if fase.startswith("eind"):
        return heel.eind
    dagen = (heel.eind - heel.begin).days
    if dagen <= 7:  # of a week Tuesday and Wednesday
        begin = kal.later(heel.begin, 1)
        helft = kal.later(heel.begin, 2)
    elif dagen <= 31:
        begin = heel.begin.replace(day=10)
        helft = heel.begin.replace(day=15)
    else:
        begin = kal.later(heel.begin, dagen // 6)
        helft = kal.later(heel.begin, dagen // 2)
    return begin if fase == "begin" else helft


def _maand(match: "re.Match[str]", kader: Kader) -> Vondst:
    maand = MAANDEN.index(match["maand"]) + 1
    jaar = kal.jaartal(match["jaar"])
    return in_periode(match, kal.maand_periode(maand, kader.vandaag, jaar))


def _heel_jaar(match: "re.Match[str]", _kader: Kader) -> Vondst:
    jaar, hoe = int(match["jaar"]), match["hoe"]
    if hoe in ("per", "vanaf"):
        return Vondst(MOMENT, match.start(), match.end())
    eind = date(jaar, 12, 31)
    if hoe == "begin":
        eind = date(jaar, 2, 28)
    elif hoe in ("voor", "tot"):
        eind = date(jaar - 1, 12, 31)
    return in_periode(match, Periode(date(jaar, 1, 1), eind, is_vaag=True))


_MAANDEN_PER = {"maand": 1, "kwartaal": 3, "jaar": 12}
_DAGEN_PER = {"dag": 1, "week": 7}


def _over(match: "re.Match[str]", kader: Kader) -> Vondst:
    aantal = float(match["n"].replace("een", "1").replace(",", "."))
    wat, vandaag = match["wat"], kader.vandaag
    if wat in _MAANDEN_PER:
        dag = kal.maanden_later(vandaag, round(aantal * _MAANDEN_PER[wat]))
    else:
        dag = kal.later(vandaag, math.ceil(aantal * _DAGEN_PER[wat]))
    # 'Over een week' is that day; 'binnen een week' any day until then.
    if match["hoe"] in ("over", "na"):
        return op_dag(match, dag)
    return in_periode(match, Periode(vandaag, dag, is_vaag=True))


PERIODES: Grammatica = (
    Vorm(
        "in [week 48 of 49] bellen",
        # 'volgende week 3 hoofdstukken' and '2 keer per week 3 uur' have no week 3.
        r"(?<!\d )(?<!volgende )(?<!deze )(?<!komende )(?<!per )(?<!elke )"
        r"week (?P<eerste>\d\d?)"
        r"(?: (?:en|tm|tot|-|of|,)(?: en met)? (?:week )?(?P<laatste>\d\d?))?"
        r"(?: (?P<jaar>20\d\d))?",
        _weken,
        nodig=("week",),
    ),
    Vorm(
        "[eind van de maand] inleveren",
        r"(?P<fase>begin|half|medio|midden|mid|eind|einde) (?:van )?(?:de )?"
        rf"(?:(?P<maand>{MAAND})(?: (?P<jaar>20\d\d))?"
        r"|(?:(?P<wanneer>deze|dit|volgende|komende|het) )?"
        r"(?P<wat>week|weekend|maand|jaar|kwartaal))",
        _fase,
        nodig=("begin", "half", "medio", "mid", "eind"),
    ),
    Vorm(
        "[over ongeveer 2,5 week] bellen",
        r"(?P<hoe>over|binnen|gedurende|de komende|komende|de volgende|de eerste|in|na) "
        r"(?:nu en |de komende |de |ongeveer |maximaal |uiterlijk )?"
        r"(?P<n>\d{1,12}(?:,\d)?|een) (?P<wat>dag|week|maand|jaar|kwartaal)"
        # 'over een week of wat' is vague.
        r"(?! of)(?: tijd)?",
        _over,
        nodig=("dag", "week", "maand", "jaar", "kwartaal"),
    ),
    Vorm(
        "[nog deze hele maand] oefenen",
        r"(?:de |het )?(?:nog )?(?P<wanneer>deze|dit|volgende|komende) (?:hele )?"
        r"(?P<wat>week|weekend|maand|kwartaal|jaar)",
        _eenheid,
        nodig=("deze", "dit", "volgende", "komende"),
    ),
    Vorm(
        "voor [het weekend] bellen",
        r"(?:^|(?:in|voor|na|tegen|tot|tm|over) )(?P<weekend>het weekend)",
        _het_weekend,
        nodig=("weekend",),
    ),
    Vorm(
        "[begin 2027] ben ik klaar",
        r"(?P<hoe>in|voor|tot|per|vanaf|eind|begin) (?P<jaar>20\d\d)",
        _heel_jaar,
        # Other centuries are no deadlines.
        nodig=(" 20",),
    ),
    Vorm(
        "[heel januari] lezen",
        rf"(?:de |heel |hele maand )?(?P<maand>{MAAND})(?: (?P<jaar>20\d\d))?",
        _maand,
        nodig=MAANDEN,
    ),
)
