"""Dates and periods: '3 december', 'volgende week vrijdag', 'eind deze maand', 'in week 48', 'over twee weken'."""

import math
import re
from datetime import date

from intervisie_cli.taal.werkwoorden import vormen
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.feesten import VAKANTIES, VAN_PASEN, VASTE_DAGEN, feest, vakantie
from intervisie_cli.tijd.kalender import DAGEN, MAANDEN, Periode
from intervisie_cli.tijd.vondst import (
    DAG,
    DATUM,
    DEEL,
    MAAND,
    MOMENT,
    ONMOGELIJK,
    Grammatica,
    Kader,
    Vondst,
    patroon,
)

_EENHEID = "(?:dag|week|maand|jaar|kwartaal)"
_FASE = "(?:begin|half|medio|midden|mid|eind|einde)"
_VAN = "(?:van )?(?:de )?"
_RELATIEF = {
    "vandaag": 0,
    "vanavond": 0,
    "vanmiddag": 0,
    "vanochtend": 0,
    "vannacht": 0,
    "morgen": 1,
    "overmorgen": 2,
}


def _vondst(match: "re.Match[str]", periode: Periode | None) -> Vondst:
    if periode is None:
        return Vondst(ONMOGELIJK, match.start(), match.end())
    return Vondst(DATUM, match.start(), match.end(), periode)


def _dag(match: "re.Match[str]", dag: date | None) -> Vondst:
    return _vondst(match, Periode(dag, dag) if dag else None)


def _jaar(getypt: str | None) -> int | None:
    if not getypt:
        return None
    return int(getypt) + (2000 if len(getypt) == 2 else 0)


def _datum(dag: int, maand: int, jaar: int | None, kader: Kader) -> date | None:
    return (
        kal.eerstvolgende(dag, maand, kader.vandaag)
        if jaar is None
        else kal.dag_van(jaar, maand, dag)
    )


def _iso(match: "re.Match[str]", _kader: Kader) -> Vondst:
    jaar, maand, dag = map(int, match[1].split("-"))
    return _dag(match, kal.dag_van(jaar, maand, dag))


def _met_maandnaam(match: "re.Match[str]", kader: Kader) -> Vondst:
    maand, jaar = MAANDEN.index(match["maand"]) + 1, _jaar(match["jaar"])
    eind = _datum(int(match["dag"]), maand, jaar, kader)
    if not match["eerste"] or not eind:
        return _dag(match, eind)
    begin = kal.dag_van(eind.year, maand, int(match["eerste"]))
    return _vondst(match, Periode(min(begin, eind), eind) if begin else None)


_NUMMER_UIT = re.compile(r"\d+")
_GEEN_DATUM_NA = re.compile(
    r" (?:uur|minuut|kwartier|keer|bladzijde|woord|woorden|euro|km|kilometer|kilo|kg|hoofdstuk|pogingen|mensen|personen"
    r"|opgaven|vragen|x|%|dag|week|maand|slides|dia's|zinnen|regels|glazen|stuks|stuk|rondes?|sets|reps|afleveringen|per)(?![^ ])"
)
_NUMMER_ERVOOR = re.compile(
    r"(?:bladzijde|hoofdstuk|opgave|opgaven|vraag|vragen|les|minimaal|maximaal|ongeveer|opdracht|nummer|paragraaf) $"
)
_KLOK_ERVOOR = re.compile(rf"(?:van|tussen|om|vanaf|rond|{DEEL}|herhaald) $")


def _in_cijfers(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    getallen = [int(getal) for getal in _NUMMER_UIT.findall(match["datum"])]
    dag, maand = getallen[:2]
    if len(getallen) == 3:
        return _dag(
            match, _datum(dag, maand, _jaar(str(getallen[2])), kader) if maand <= 12 else None
        )
    if _is_geen_datum(match, dag, maand):
        return None
    datum = _datum(dag, maand, None, kader) if maand <= 12 else None
    if (
        datum
        and match["dagnaam"]
        and "-" in match["datum"]
        and maand > dag
        and DAGEN[datum.weekday()] != match["dagnaam"]
    ):
        return None  # 'ma 9-11' is a time
    return _dag(match, datum)


def _is_geen_datum(match: "re.Match[str]", dag: int, maand: int) -> bool:
    """Whether two numbers are a range, a fraction, a time or a decimal: '2-3 opdrachten', '1/2', '9-11 uur', '1.5'."""
    voor, na, tekst = match.string[: match.start()], match.string[match.end() :], match["datum"]
    if (
        _GEEN_DATUM_NA.match(na)
        or _KLOK_ERVOOR.search(voor)
        or _NUMMER_ERVOOR.search(voor)
        or maand == 0
    ):
        return True
    if (maand > 12 and dag > 12) or (maand > 12 and dag < maand and not match["dagnaam"]):
        return True
    if "." in tekst and not match["dagnaam"]:
        return not re.search(r"(?:op|voor|tm|uiterlijk|tot|tegen|vanaf|per) $", voor)
    meervoud = re.match(r" ([a-z]{3,}(?:en|s))(?![^ ])", na)
    is_bereik = meervoud is not None and dag < maand and meervoud[1] not in vormen()
    return is_bereik or (tekst in ("1/2", "1/3", "1/4", "2/3", "3/4") and not match["dagnaam"])


def _tussen_dagen(match: "re.Match[str]", kader: Kader) -> Vondst:
    """'tussen maandag en woensdag': the second is the first such day after the first."""
    begin = kal.volgende_dag(DAGEN.index(match["een"]), kader.vandaag)
    return _vondst(
        match, Periode(begin, kal.volgende_dag(DAGEN.index(match["twee"]), begin), is_vaag=True)
    )


def _dag_van_de_maand(match: "re.Match[str]", kader: Kader) -> Vondst:
    dag, vandaag = int(match["dag"]), kader.vandaag
    for maanden in range(1 if match["volgende"] else 0, 3):
        maand = kal.maanden_later(vandaag.replace(day=1), maanden)
        datum = kal.dag_van(maand.year, maand.month, dag)
        if datum and datum >= vandaag:
            # The word before it bounds it, and is no part of it.
            return Vondst(
                DATUM, match.start("dag") - len("de "), match.end(), Periode(datum, datum)
            )
    return _dag(match, None)


def _relatief(match: "re.Match[str]", kader: Kader) -> Vondst:
    return _dag(match, kal.later(kader.vandaag, _RELATIEF[match[1]]))


def _geweest(match: "re.Match[str]", kader: Kader) -> Vondst:
    return _dag(match, kal.later(kader.vandaag, -1 if match[0].startswith("gisteren") else -7))


def _weekdag(match: "re.Match[str]", kader: Kader) -> Vondst:
    nummer, wanneer = DAGEN.index(match["dag"]), match["voor"] or match["na"] or ""
    if "volgende week" in wanneer:
        return _dag(match, kal.later(kal.zondag(kader.vandaag), nummer + 1))
    if "over een week" in wanneer or "over 1 week" in wanneer:
        return _dag(match, kal.later(kal.volgende_dag(nummer, kader.vandaag), 7))
    if "week " in wanneer and (in_week := kal.week(int(wanneer.split()[-1]), kader.vandaag)):
        return _dag(match, kal.later(in_week.begin, nummer))
    if "deze week" in wanneer:
        return _dag(match, kal.later(kal.zondag(kader.vandaag), nummer - 6))
    return _dag(match, kal.volgende_dag(nummer, kader.vandaag))


def _weken(match: "re.Match[str]", kader: Kader) -> Vondst:
    eerste = kal.week(int(match[1]), kader.vandaag, _jaar(match["jaar"]))
    laatste = kal.week(int(match[2]), kader.vandaag) if match[2] else eerste
    return _vondst(match, Periode(eerste.begin, laatste.eind) if eerste and laatste else None)


def eenheid(wat: str, wanneer: str, vandaag: date) -> Periode:
    """This, the next or the coming day, week, weekend, month, quarter or year."""
    n = 1 if wanneer == "volgende" else 0
    if wat == "week":
        # Late in the week 'komende week' is the next one.
        zondag = (
            kal.zondag(kal.later(vandaag, 5)) if wanneer == "komende" else kal.zondag(vandaag, n)
        )
        return Periode(kal.later(zondag, -6), zondag)
    if wat == "weekend":
        zondag = kal.zondag(vandaag, n)
        return Periode(kal.later(zondag, -1), zondag)
    if wat == "maand":
        eerste = kal.maanden_later(
            vandaag.replace(day=1), 1 if wanneer in ("volgende", "komende") else 0
        )
        return Periode(eerste, kal.eind_van_maand(eerste.year, eerste.month))
    if wat == "kwartaal":
        eerste = kal.maanden_later(
            vandaag.replace(month=(vandaag.month - 1) // 3 * 3 + 1, day=1), 3 * n
        )
        return Periode(eerste, kal.later(kal.maanden_later(eerste, 3), -1))
    if wat == "jaar":
        jaar = min(vandaag.year + (wanneer in ("volgende", "komende")), 9999)
        return Periode(date(jaar, 1, 1), date(jaar, 12, 31))
    return Periode(vandaag, kal.later(vandaag, n))


def _eenheid(match: "re.Match[str]", kader: Kader) -> Vondst:
    return _vondst(match, eenheid(match["wat"], match["wanneer"] or "deze", kader.vandaag))


def _het_weekend(match: "re.Match[str]", kader: Kader) -> Vondst:
    """'voor het weekend': the word before it bounds it, and is no part of it."""
    return Vondst(
        DATUM,
        match.start("wat") - len("het "),
        match.end(),
        eenheid("weekend", "deze", kader.vandaag),
    )


def _fase(match: "re.Match[str]", kader: Kader) -> Vondst:
    """'begin december', 'half januari', 'eind van de week': the last day that counts of that part."""
    if match["maand"]:
        heel = kal.maand_periode(
            MAANDEN.index(match["maand"]) + 1, kader.vandaag, _jaar(match["jaar"])
        )
        if match["fase"] in ("half", "medio", "midden", "mid", "begin"):
            dag = 10 if match["fase"] == "begin" else 15
            if heel.begin.replace(day=dag) < kader.vandaag and not match["jaar"]:
                heel = kal.maand_periode(heel.begin.month, kader.vandaag, heel.begin.year + 1)
    else:
        heel = eenheid(match["wat"], match["wanneer"] or "deze", kader.vandaag)
    lengte = (heel.eind - heel.begin).days
    if match["fase"].startswith("eind"):
        eind = heel.eind
    elif lengte <= 7:
        eind = kal.later(heel.begin, 2 if match["fase"] != "begin" else 1)
    elif lengte <= 31:
        eind = heel.begin.replace(day=10 if match["fase"] == "begin" else 15)
    else:
        eind = kal.later(heel.begin, lengte // (6 if match["fase"] == "begin" else 2))
    return _vondst(match, Periode(heel.begin, eind, is_vaag=True))


def _maand(match: "re.Match[str]", kader: Kader) -> Vondst:
    return _vondst(
        match,
        kal.maand_periode(MAANDEN.index(match["maand"]) + 1, kader.vandaag, _jaar(match["jaar"])),
    )


def _heel_jaar(match: "re.Match[str]", _kader: Kader) -> Vondst:
    jaar = int(match["jaar"])
    eind = date(jaar, 12, 31)
    if match[0].startswith("begin"):
        eind = date(jaar, 2, 28)
    if match[0].startswith(("voor", "tot")):
        eind = date(jaar - 1, 12, 31)
    if match[0].startswith(("per", "vanaf")):
        return Vondst(MOMENT, match.start(), match.end())
    return _vondst(match, Periode(date(jaar, 1, 1), eind, is_vaag=True))


def _over(match: "re.Match[str]", kader: Kader) -> Vondst:
    aantal, wat = 1.0 if match["n"] == "een" else float(match["n"].replace(",", ".")), match["wat"]
    if wat in ("maand", "jaar", "kwartaal"):
        dag = kal.maanden_later(
            kader.vandaag, round(aantal * {"maand": 1, "kwartaal": 3, "jaar": 12}[wat])
        )
    else:
        dag = kal.later(kader.vandaag, math.ceil(aantal * {"dag": 1, "week": 7}[wat]))
    is_over = match["hoe"] == "over" or match["hoe"] == "na"
    return _vondst(match, Periode(dag if is_over else kader.vandaag, dag, is_vaag=not is_over))


def _feest(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    naam = match["naam"]
    periode = (
        vakantie(naam, kader.vandaag, kader.regio)
        if naam in VAKANTIES
        else feest(naam, kader.vandaag)
    )
    if not periode:
        return None
    if naam == "kerst" and match["dagen"]:
        periode = Periode(periode.begin, kal.later(periode.begin, 1))
    if match["ernaast"]:
        naast = (
            kal.later(periode.eind, 1) if match["ernaast"] == "na" else kal.later(periode.begin, -1)
        )
        periode = Periode(naast, naast)
    return _vondst(match, periode)


def _tussen_feesten(match: "re.Match[str]", kader: Kader) -> Vondst:
    kerst = feest("kerst", kader.vandaag)
    begin = kerst.begin if kerst else kader.vandaag
    return _vondst(match, Periode(begin, date(begin.year, 12, 31)))


_NAMEN = "|".join(sorted([*VASTE_DAGEN, *VAN_PASEN, *VAKANTIES], key=len, reverse=True))
_BIJDAG = rf"(?: (?:{DEEL}(?: herhaald)?|nog))?"
DATUMS: Grammatica = (
    (patroon(r"(\d{4}-\d\d?-\d\d?)", "-"), _iso),
    (patroon(rf"(?:{DAG},? )?(?:de )?(?:(?P<eerste>\d\d?)e? (?:en|of|,|-|tm|tot) )?(?:{DAG} )?(?P<dag>\d\d?)e? (?P<maand>{MAAND})(?: (?P<jaar>20\d\d))?", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"), _met_maandnaam),
    (patroon(rf"(?:(?P<dagnaam>{DAG}),? )?(?P<datum>\d\d?[-/.]\d\d?(?:[-/.]\d{{2,4}})?)", "-", "/", "."), _in_cijfers),
    (patroon(rf"(?:op|voor|tm|uiterlijk|tegen|vanaf|tot)(?: en met)? de (?P<dag>\d\d?)e(?! (?:{DAG}|{_EENHEID}|keer|versie|les))(?: (?:van )?(?:deze|(?P<volgende>volgende)) maand)?(?: van de maand)?", " de "), _dag_van_de_maand),
    (patroon(r"de (?P<dag>\d\d?)e(?P<volgende>)(?= (?:ik|we|wij|betaal|lever|moet|ga|heb|is|stuur|bel|mail)|$| ,| \.)", "de "), _dag_van_de_maand),
    (patroon(rf"(vandaag|vanavond|vanmiddag|vanochtend|vannacht|overmorgen|morgen){_BIJDAG}", "van", "morgen"), _relatief),
    (patroon(rf"gisteren|eergisteren|vorige (?:week|maand|{DAG})", "gisteren", "vorige"), _geweest),
    (patroon(rf"tussen (?P<een>{DAG}) en (?P<twee>{DAG})", "tussen"), _tussen_dagen),
    (patroon(r"tussen (?:de )?kerst en (?:oud (?:en|&) nieuw|nieuwjaar|oudjaar)", "kerst"), _tussen_feesten),
    (patroon(rf"(?:de dag (?P<ernaast>na|voor) )?(?P<naam>{_NAMEN})(?P<dagen> ?dag(?:en)?)?"), _feest),
    (patroon(rf"(?:(?P<voor>volgende week|deze week|in week \d\d?|week \d\d?|komende|deze|volgende|eerste|op) )?(?:op )?(?P<dag>{DAG})(?: {DEEL})?(?: (?P<na>volgende week|over (?:een|1) week|in week \d\d?|deze week))?", "dag"), _weekdag),
    (patroon(r"(?<!\d )(?<!volgende )(?<!deze )(?<!komende )(?<!per )(?<!elke )week (\d\d?)(?: (?:en|tm|tot|-|of|,)(?: en met)? (?:week )?(\d\d?))?(?: (?P<jaar>20\d\d))?", "week"), _weken),
    (patroon(rf"(?P<fase>{_FASE}) {_VAN}(?:(?P<maand>{MAAND})(?: (?P<jaar>20\d\d))?|(?:(?P<wanneer>deze|dit|volgende|komende|het) )?(?P<wat>week|weekend|maand|jaar|kwartaal))", "begin", "half", "medio", "mid", "eind"), _fase),
    (patroon(rf"(?P<hoe>over|binnen|gedurende|de komende|komende|de volgende|de eerste|in|na) (?:nu en |de komende |de |ongeveer |maximaal |uiterlijk )?(?P<n>\d+(?:,\d)?|een) (?P<wat>{_EENHEID})(?! of)(?: tijd)?", "dag", "week", "maand", "jaar", "kwartaal"), _over),
    (patroon(r"(?:de |het )?(?:nog )?(?P<wanneer>deze|dit|volgende|komende) (?:hele )?(?P<wat>week|weekend|maand|kwartaal|jaar)", "deze", "dit", "volgende", "komende"), _eenheid),
    (patroon(r"(?:in|voor|na|tegen|tot|tm|over) het (?P<wat>weekend)", "weekend"), _het_weekend),
    (patroon(r"(?:in|voor|tot|per|vanaf|eind|begin) (?P<jaar>20\d\d)", " 20"), _heel_jaar),
    (patroon(rf"(?:de |heel |hele maand )?(?P<maand>{MAAND})(?: (?P<jaar>20\d\d))?", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"), _maand),
)  # fmt: skip
