"""Rhythms of weekdays: 'elke ma en do', 'ma t/m vr', 'elke eerste maandag van de maand'."""

import re

from intervisie_cli.taal.kalendernamen import DAGEN
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.ritme import LAATSTE, MONTHLY, WEEKLY, Ritme
from intervisie_cli.tijd.vondst import (
    DAG,
    DEEL,
    MAAND,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
    in_ritme,
)

_TUSSEN = r"(?: (?:,|en|of|/|\+|&|-|, en|en op|,? op|en elke))?"
# 'ma', 'maandagavond', "ma en do", 'ma, wo en vr'.
WEEKDAGEN = (
    rf"{DAG}(?: {DEEL})?(?: herhaald)?(?:{_TUSSEN} {DAG}(?: {DEEL})?(?: herhaald)?)*"
)


_GRENS_ERVOOR = re.compile(
    r"(?:voor|uiterlijk|tegen|vanaf|laatste|tot|tm|met|per|van|ingaande|dan) (?:op )?$"
)


def weekdagen(tekst: str) -> tuple[int, ...]:
    """The numbers of the days that are named, in the order of the week."""
    return tuple(nummer for nummer, dag in enumerate(DAGEN) if dag in tekst)


def _op_dagen(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return in_ritme(match, Ritme(WEEKLY, dagen=weekdagen(match["dagen"])))


def _om_de_week(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return in_ritme(match, Ritme(WEEKLY, 2, weekdagen(match["dag"])))


def _reeks(match: "re.Match[str]", _kader: Kader) -> Vondst:
    eerste, laatste = DAGEN.index(match["eerste"]), DAGEN.index(match["laatste"])
    if laatste < eerste:  # 'zondag t/m donderdag' goes on in the next week
        laatste += 7
    dagen = sorted(dag % 7 for dag in range(eerste, laatste + 1))
    return in_ritme(match, Ritme(WEEKLY, dagen=tuple(dagen)))


def _komende_dagen(match: "re.Match[str]", kader: Kader) -> Vondst:
    """Give 'de komende vier woensdagen': so many times, and the day of the last."""
    aantal, dag = int(match["n"]), DAGEN.index(match["dag"])
    eerste = kal.volgende_dag(dag, kader.vandaag)
    laatste = kal.later(eerste, 7 * (aantal - 1))
    ritme = Ritme(WEEKLY, dagen=(dag,), aantal=aantal)
    return in_ritme(match, ritme, Periode(kader.vandaag, laatste))


def _in_de_maand(match: "re.Match[str]", _kader: Kader) -> Vondst:
    dag, plaats = DAGEN.index(match["dag"]), _zoveelste(match["plaats"])
    return in_ritme(match, Ritme(MONTHLY, dagen=(dag,), plaats=plaats))


def _maanddag(match: "re.Match[str]", _kader: Kader) -> Vondst | None:
    dag = _zoveelste(match["dag"])
    # 'voor de 15e van de maand' is a deadline, once.
    if dag > 31 or _GRENS_ERVOOR.search(match.string[: match.start()]):
        return None
    return in_ritme(match, Ritme(MONTHLY, maanddag=dag))


def _zoveelste(getypt: str) -> int:
    if getypt == "laatste":
        return LAATSTE
    return int(getypt.rstrip("e"))


IN_DE_MAAND: Grammatica = (
    Vorm(
        "[op de 1e maandagavond van elke maand] bellen",
        rf"(?:op )?(?:de |elke )?(?P<plaats>[1-5]e|laatste) (?P<dag>{DAG})(?: {DEEL})? "
        r"(?:van|in|per) (?:de|elke|een)?(?: )?maand",
        _in_de_maand,
        nodig=("maand",),
    ),
    Vorm(
        "[elke maand op de laatste vrijdag] bellen",
        r"(?:elke maand|maandelijks|(?:1 keer|eens) (?:in de|per) maand)(?: ,)? "
        rf"(?:op )?(?:de )?(?P<plaats>[1-5]e|laatste) (?P<dag>{DAG})(?: {DEEL})?",
        _in_de_maand,
        nodig=("maand",),
    ),
    Vorm(
        "[elke maand rond de 25e] sparen",
        r"elke maand (?:op|rond|voor|uiterlijk) (?:de )?(?P<dag>\d\d?)e",
        _maanddag,
        nodig=("elke maand",),
    ),
    Vorm(
        "[op de 15e van elke maand] overmaken",
        r"(?:op )?(?:de |elke )(?P<dag>\d\d?|laatste)(?:e| dag) van (?:de|elke) maand",
        _maanddag,
        nodig=("maand",),
    ),
    Vorm(
        "[elke 20e] sparen",
        r"(?:elke|telkens op de|steeds op de) (?P<dag>\d\d?)e"
        r"(?! (?:dag|week|maand|keer|jaar|kwartaal|maandag|dinsdag|woensdag|donderdag|vrijdag"
        r"|zaterdag|zondag))",
        _maanddag,
        nodig=("elke", "telkens", "steeds"),
    ),
)
REEKSEN: Grammatica = (
    Vorm(
        "[de komende vier woensdagen] bellen",
        rf"(?:de )?(?:komende|volgende|eerste) (?P<n>\d+) (?P<dag>{DAG})"
        rf"(?: {DEEL})?(?: herhaald)?",
        _komende_dagen,
        nodig=("komende", "volgende", "eerste"),
    ),
    Vorm(
        "[van maandag t/m vrijdag] lezen",
        rf"(?:elke (?:week )?)?(?:van )?(?P<eerste>{DAG})(?: herhaald)? "
        r"(?:tm|tot|-)(?: en met)? "
        rf"(?P<laatste>{DAG})(?: {DEEL})?(?: herhaald)?",
        _reeks,
        nodig=("dag",),
    ),
)
ELKE_WEEKDAG: Grammatica = (
    Vorm(
        "[elke andere dinsdagavond] bellen",
        rf"(?:1 keer )?elke (?:andere|2e) (?P<dag>{DAG})(?: {DEEL})?",
        _om_de_week,
        nodig=("elke",),
    ),
    Vorm(
        "[elke week op ma en do] lezen",
        rf"elke (?:(?:week|hele|vrije|vroege) )?(?:op )?(?P<dagen>{WEEKDAGEN})",
        _op_dagen,
        nodig=("elke",),
    ),
)
# What stands without 'elke'; only after all that does.
LOSSE_WEEKDAGEN: Grammatica = (
    Vorm(
        "[maandags en donderdags] lezen",
        rf"(?:op )?(?P<dagen>{DAG}(?: {DEEL})? herhaald"
        rf"(?:{_TUSSEN} {DAG}(?: {DEEL})?(?: herhaald)?)*)",
        _op_dagen,
        nodig=("herhaald",),
    ),
    Vorm(
        "[op ma en do] lezen",
        # Of one week it is a date, as is 'ma en di 4 december'.
        r"(?<!tussen )(?<!volgende week )(?<!deze week )(?<!komende )"
        rf"(?:op )?(?P<dagen>{DAG}(?: {DEEL})?(?:{_TUSSEN} {DAG}(?: {DEEL})?)+)"
        rf"(?! (?:volgende week|deze week|\d\d? {MAAND}|\d\d?[-/]))",
        _op_dagen,
        nodig=("dag",),
    ),
)
