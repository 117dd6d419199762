"""Days told from today: 'morgen', 'volgende week vrijdag', 'tussen maandag en woensdag'."""

import re

from intervisie_cli.taal.kalendernamen import DAGEN
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.vondst import (
    DAG,
    DEEL,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
    in_periode,
    op_dag,
)

_DAGEN_VERDER = {
    "vandaag": 0,
    "heden": 0,
    "vanavond": 0,
    "vanmiddag": 0,
    "vanochtend": 0,
    "vannacht": 0,
    "morgen": 1,
    "overmorgen": 2,
}


def _relatief(match: "re.Match[str]", kader: Kader) -> Vondst:
    return op_dag(match, kal.later(kader.vandaag, _DAGEN_VERDER[match["dag"]]))


def _geweest(match: "re.Match[str]", kader: Kader) -> Vondst:
    """Give a day in the past; which one does not matter, that it is past does."""
    dagen_geleden = 1 if match[0].startswith("gisteren") else 7
    return op_dag(match, kal.later(kader.vandaag, -dagen_geleden))


def _tussen_dagen(match: "re.Match[str]", kader: Kader) -> Vondst:
    """Give 'tussen maandag en woensdag': the second is the first such day after the first."""
    begin = kal.volgende_dag(DAGEN.index(match["een"]), kader.vandaag)
    eind = kal.volgende_dag(DAGEN.index(match["twee"]), begin)
    return in_periode(match, Periode(begin, eind, is_vaag=True))


def _weekdag(match: "re.Match[str]", kader: Kader) -> Vondst:
    nummer, vandaag = DAGEN.index(match["dag"]), kader.vandaag
    wanneer = match["na"] or match["voor"] or ""
    if "volgende week" in wanneer:
        return op_dag(match, kal.later(kal.zondag(vandaag), nummer + 1))
    # A bare weekday is never today, for then people say so.
    komende = kal.volgende_dag(nummer, vandaag)
    if match["weken"]:
        weken = int(match["weken"].replace("een", "1"))
        # On a Monday 'maandag over een week' is the next one.
        if nummer == vandaag.weekday():
            komende = vandaag
        return op_dag(match, kal.later(komende, 7 * weken))
    if "deze week" in wanneer:
        maandag = kal.later(kal.zondag(vandaag), -6)
        return op_dag(match, kal.later(maandag, nummer))
    if "week " in wanneer:
        weeknummer = int(wanneer.split()[-1])
        week = kal.week(weeknummer, vandaag)
        if week:  # there is no week 60, but there is a Friday
            return op_dag(match, kal.later(week.begin, nummer))
    return op_dag(match, komende)


def _dag_van_week(match: "re.Match[str]", kader: Kader) -> Vondst:
    """Give 'week 50 dag 5', as schools count: Monday is the first."""
    week = kal.week(int(match["week"]), kader.vandaag)
    nummer = int(match["nummer"])
    dag = kal.later(week.begin, nummer - 1) if week else None
    return op_dag(match, dag)


WEEKDAGEN: Grammatica = (
    Vorm(
        "[overmorgenavond] bellen",
        r"(?P<dag>vandaag|vanavond|vanmiddag|vanochtend|vannacht|overmorgen|morgen"
        # 'tot op heden' is past.
        r"|(?<!op )(?<!tot )heden)"
        rf"(?: (?:{DEEL}(?: herhaald)?|nog))?",
        _relatief,
        # 'van' stands for vandaag, vanavond and the others: one look instead of five.
        nodig=("van", "morgen", "heden"),
    ),
    Vorm(
        "[vorige week] heb ik gebeld",
        rf"gisteren|eergisteren|vorige (?:week|maand|{DAG})(?: {DAG})?(?: {DEEL})?",
        _geweest,
        nodig=("gisteren", "vorige"),
    ),
    Vorm(
        "[tussen maandag en woensdag] bellen",
        rf"tussen (?P<een>{DAG}) en (?P<twee>{DAG})",
        _tussen_dagen,
        nodig=("tussen",),
    ),
    Vorm(
        "[week 50 dag 5] bellen",
        r"week (?P<week>\d\d?) ,? ?dag (?P<nummer>[1-7])",
        _dag_van_week,
        nodig=(" dag ",),
    ),
    Vorm(
        "[volgende week vrijdagmiddag] bellen",
        r"(?:(?P<voor>volgende week|deze week|in week \d\d?|week \d\d?"
        r"|komende|deze|volgende|eerste|op) )?"
        rf"(?:op )?(?P<dag>{DAG})(?: {DEEL})?"
        r"(?: (?P<na>(?:van )?volgende week|over (?P<weken>een|\d) week"
        r"|(?:in |van )?week \d\d?|(?:van )?deze week|komende))?",
        _weekdag,
        nodig=("dag",),
    ),
)
