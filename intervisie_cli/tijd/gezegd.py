"""A day as people say it, when a text says nothing else: 'volgende week ma', 'eind oktober'."""

import re
from datetime import date, timedelta

from intervisie_cli.taal.kalendernamen import DAGEN
from intervisie_cli.taal.zin import lees
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.lezen import lees_tijd
from intervisie_cli.tijd.ritme import HOURLY, Kloktijd, Ritme
from intervisie_cli.tijd.vondst import DATUM, KLOK, RITME, Kader, Vondst

_BIJ_EEN_DAG = frozenset(
    [
        "voor",
        "uiterlijk",
        "op",
        "om",
        "in",
        "tegen",
        "tm",
        "tot",
        "en",
        "met",
        "de",
        "het",
        "nog",
        "ten",
        "laatste",
        "'",
        ".",
        ",",
    ]
)
# In a sentence 'ma' and 'zo' mostly are words; at the edge of a day they are days.
_KORTE_DAG = re.compile(r"(?:^|(?<= ))(ma|di|wo|do|vr|za|zo)\b\.?(?=$|[ ,])")
_WEEKDAG = re.compile(rf"(?:(?:afgelopen|vorige|laatste|op) )?({'|'.join(DAGEN)})")
_TERUG = re.compile(r"\b(?:vorige?|afgelopen) (week|maand|jaar)\b")
_GELEDEN = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}
# Nobody waits for more days, weeks or months than this.
_MAX_INTERVAL = 99
# From one time to another is not one.
_VAN_TOT = re.compile(r"\d.* (?:tot|tm|en|-) \d")
# Seen from today, whichever way somebody looks.
_VANAF_NU = re.compile(
    r"\b(?:van\w+|\w*morgen\w*|volgende?|komende?|aanstaande|deze|dit|over|binnen)\b"
)


def gezegde_dag(tekst: str, vandaag: date) -> date | None:
    """The last day that counts of what *tekst* names: the next one when it names no year."""
    tijd = lees_tijd(lees(_met_lange_dagen(tekst)), Kader(vandaag, is_ver=True))
    # 'Vrijdag om 10 uur' is a day; a time alone is none.
    if any(vondst.soort not in (DATUM, KLOK) for vondst in tijd.vondsten):
        return None
    for woord in tijd.rest.split():
        is_gelezen = set(woord) == {"~"}
        if not is_gelezen and woord not in _BIJ_EEN_DAG:
            return None
    return tijd.tot


def kloktijden(tekst: str, vandaag: date) -> tuple[Vondst, ...]:
    """The times of day that *tekst* names."""
    tijd = lees_tijd(lees(_met_lange_dagen(tekst)), Kader(vandaag))
    return tijd.van_soort(KLOK)


def gezegde_tijd(tekst: str) -> Kloktijd | None:
    """The time that *tekst* says and nothing else: 'half 8', in the evening unless it says when."""
    zin = lees(f"vanavond {tekst.lower().removeprefix('vanavond ')}")
    # Which day it is makes no difference.
    tijd = lees_tijd(zin, Kader(date.min))
    if _VAN_TOT.search(zin.tekst) or set(tijd.rest) - {"~", " "}:
        return None
    klok = tijd.van_soort(KLOK)
    if len(klok) != 1 or len(tijd.van_soort(DATUM)) > 1:
        return None
    return klok[0].klok


def gezegd_ritme(tekst: str) -> Ritme | None:
    """The rhythm of days that *tekst* says and nothing else: '2 weken', 'elke maandag'."""
    for zin in (f"elke {tekst}", tekst):
        # From which day on makes no difference.
        tijd = lees_tijd(lees(zin.lower()), Kader(date.min))
        is_alles = not set(tijd.rest) - {"~", " "}
        if is_alles and len(tijd.vondsten) == len(tijd.van_soort(RITME)):
            return _of_days(tijd.ritme)
    return None


def _of_days(ritme: Ritme | None) -> Ritme | None:
    """The same when it goes on without an end, on days that a group can plan."""
    if not ritme or ritme.freq == HOURLY or ritme.uren:
        return None
    if ritme.aantal or not 0 < ritme.interval <= _MAX_INTERVAL:
        return None
    return ritme


def geweest(tekst: str, vandaag: date) -> date | None:
    """The same for who looks back: the last such day, unless the words are seen from today."""
    tekst = _met_lange_dagen(tekst)
    if tekst in _GELEDEN:
        return vandaag - timedelta(days=_GELEDEN[tekst])
    if weekdag := _WEEKDAG.fullmatch(tekst):
        # As when looking ahead a bare weekday is never today.
        verder = kal.volgende_dag(DAGEN.index(weekdag[1]), vandaag)
        if verder - vandaag < timedelta(days=7):
            return verder - timedelta(days=7)
        return vandaag - timedelta(days=7)
    if vorige := _TERUG.search(tekst):
        deze = "deze" if vorige[1] != "jaar" else "dit"
        toen = _TERUG.sub(rf"{deze} \1", tekst)
        return gezegde_dag(toen, _begin_van_vorige(vorige[1], vandaag))
    if _VANAF_NU.search(tekst):
        return gezegde_dag(tekst, vandaag)
    # Whatever it names comes once in the year up to today.
    return gezegde_dag(tekst, kal.maanden_later(vandaag, -12) + timedelta(days=1))


def _met_lange_dagen(tekst: str) -> str:
    def lang(match: "re.Match[str]") -> str:
        return next(dag for dag in DAGEN if dag.startswith(match[1]))

    return _KORTE_DAG.sub(lang, tekst)


def _begin_van_vorige(wat: str, vandaag: date) -> date:
    if wat == "week":
        return kal.later(kal.zondag(vandaag), -13)
    if wat == "maand":
        return kal.maanden_later(vandaag.replace(day=1), -1)
    return date(max(vandaag.year - 1, date.min.year), 1, 1)
