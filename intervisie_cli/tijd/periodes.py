"""Stretches of more than a day: 'in week 48', 'eind deze maand', 'over twee weken', 'in mei'."""

import re
from datetime import MAXYEAR, date

from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.hoeveel import AANTAL, EENHEID, aantal_van, verder
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.vondst import (
    DATUM,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
    in_periode,
    op_dag,
)


def _weken(match: "re.Match[str]", kader: Kader) -> Vondst:
    jaar = kal.jaartal(match["jaar"])
    if match["nieuw"]:
        jaar = kader.vandaag.year + 1
    eerste = laatste = _week_nummer(int(match["eerste"]), jaar, kader)
    if match["laatste"]:
        laatste = _week_nummer(int(match["laatste"]), None, kader)
    if not eerste or not laatste:
        return in_periode(match, None)
    return in_periode(match, Periode(eerste.begin, laatste.eind))


def _week_nummer(nummer: int, jaar: int | None, kader: Kader) -> Periode | None:
    """The week with that number: the next one, or the one that was just past."""
    komende = kal.week(nummer, kader.vandaag, jaar)
    if jaar or kader.is_ver:
        return komende
    vorige = kal.week(nummer, kal.later(kader.vandaag, -kal.NET_GEWEEST))
    is_geweest = vorige is not None and vorige.eind < kader.vandaag
    return vorige if is_geweest else komende


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
    if wanneer in ("volgende", "komende"):
        eerste = kal.maanden_later(eerste, 3)
    return Periode(eerste, kal.later(kal.maanden_later(eerste, 3), -1))


def _jaar(wanneer: str, vandaag: date) -> Periode:
    jaar = vandaag.year
    if wanneer in ("volgende", "komende"):
        jaar = min(jaar + 1, MAXYEAR)
    return Periode(date(jaar, 1, 1), date(jaar, 12, 31))


def _eenheid(match: "re.Match[str]", kader: Kader) -> Vondst:
    return in_periode(match, eenheid(match["wat"], match["wanneer"], kader.vandaag))


def _deze(match: "re.Match[str]", kader: Kader) -> Vondst:
    return in_periode(match, eenheid(match["wat"], "deze", kader.vandaag))


def _van_de_week(match: "re.Match[str]", kader: Kader) -> Vondst:
    return in_periode(match, eenheid("week", "deze", kader.vandaag))


def _het_weekend(match: "re.Match[str]", kader: Kader) -> Vondst:
    """Give 'het weekend'; the word before it is a bound, which is read later on."""
    weekend = eenheid("weekend", "deze", kader.vandaag)
    return Vondst(DATUM, match.start("weekend"), match.end(), weekend)


def _over(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    # 'na 22 uur' is a time of the day.
    if match["hoe"] == "na" and match["wat"] == "uur":
        return None
    dag = verder(kader.vandaag, aantal_van(match["n"]), match["wat"])
    # 'Over een week' is that day; 'binnen een week' any day until then.
    if match["hoe"].endswith(("over", "na")):
        return op_dag(match, dag)
    # Of the coming four weeks today is the first day.
    if match["hoe"].endswith(("komende", "eerste", "volgende", "gedurende")):
        dag = kal.later(dag, -1)
    return in_periode(match, Periode(kader.vandaag, dag, is_vaag=True))


def _tijd_later(match: "re.Match[str]", kader: Kader) -> Vondst:
    dag = verder(kader.vandaag, aantal_van(match["n"]), match["wat"])
    return in_periode(match, Periode(kader.vandaag, dag, is_vaag=True))


PERIODES: Grammatica = (
    Vorm(
        "in [week 48 of 49] bellen",
        # 'volgende week 3 hoofdstukken' and '2 keer per week 3 uur' have no week 3.
        r"(?<!\d )(?<!volgende )(?<!deze )(?<!komende )(?<!per )(?<!elke )"
        r"week (?P<eerste>\d\d?)"
        r"(?:(?: (?:en|tm|tot|-|of|,|/)(?: en met)? (?:week )?|[-/])(?P<laatste>\d\d?)(?! keer))?"
        r"(?: (?P<jaar>20\d\d)|(?P<nieuw> (?:van|in) het nieuwe jaar))?"
        # 'week 3 van het schema' is no week of the year.
        r"(?! van (?:het|de|mijn|ons|onze) )",
        _weken,
        nodig=("week",),
    ),
    Vorm(
        "[over ongeveer 2,5 week] bellen",
        r"(?P<hoe>uiterlijk over|over|binnen|gedurende|de komende|het komende|komende|de volgende"
        r"|de eerste|in|na) "
        r"(?:nu en |(?:een |de )?(?:periode|termijn|tijd|tijdsbestek|tijdspanne) van )?"
        r"(?:de komende |de |het |ongeveer |maximaal |uiterlijk |precies |exact |ruim |krap"
        r" |zo'n )?"
        # Of 'twee à drie' the last counts.
        rf"(?:\d\d?(?:-| (?:a|of|tot|tm|,) ))?(?P<n>{AANTAL}) (?P<wat>{EENHEID})"
        # 'over een week of wat' is vague, and 'in 2 uur per dag' a measure.
        r"(?! (?:of|per|/|extra))(?: tijd)?",
        _over,
        nodig=("dag", "week", "maand", "jaar", "kwartaal", "uur"),
    ),
    Vorm(
        "[over een week of 3] bellen",
        r"(?P<hoe>over|binnen|in) een (?P<wat>dag|week|maand) of (?P<n>\d\d?)",
        _over,
        nodig=(" of ",),
    ),
    Vorm(
        "klaar [3 weken na nu]",
        rf"(?P<n>{AANTAL}) (?P<wat>dag|week|maand) (?:na nu|vanaf nu)",
        _tijd_later,
        nodig=(" nu",),
    ),
    Vorm(
        "[nog 2 weken] volhouden",
        rf"nog (?:maar |zeker |minimaal )?(?P<n>{AANTAL}) (?P<wat>dag|week|maand)"
        # 'nog 2 weken tot de toets' is what is left.
        r"(?! (?:per|tot|voor|te|over|vanaf|na|extra))",
        _tijd_later,
        nodig=("nog ",),
    ),
    Vorm(
        "[nog deze hele maand] oefenen",
        r"(?:de |het )?(?:nog )?(?P<wanneer>deze|dit|volgende|komende) (?:hele |nieuwe )?"
        r"(?P<wat>week|weekend|maand|kwartaal|jaar)",
        _eenheid,
        nodig=("deze", "dit", "volgende", "komende"),
    ),
    Vorm(
        "[van de week] bellen",
        r"van de week",
        _van_de_week,
        nodig=("van de week",),
    ),
    Vorm(
        "voor [het weekend] bellen",
        r"(?:^|(?:in|voor|na|tegen|tot|tm|over) )(?P<weekend>het weekend)",
        _het_weekend,
        nodig=("weekend",),
    ),
)
# What stands behind 'eind van' alone.
EENHEDEN: Grammatica = (
    Vorm(
        "eind van [de maand] bellen",
        r"(?:(?:de|het) )?(?P<wat>week(?! \d)|weekend|maand|kwartaal|jaar)",
        _deze,
        nodig=("week", "maand", "kwartaal", "jaar"),
    ),
)
