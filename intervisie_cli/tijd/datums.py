"""Dates with a number in them, and the grammar of all dates and periods together."""

import re
from datetime import date

from intervisie_cli.taal.kalendernamen import DAGEN, MAANDEN
from intervisie_cli.tijd import kalender as kal
from intervisie_cli.tijd.benoemd import BENOEMD
from intervisie_cli.tijd.delen import Delen
from intervisie_cli.tijd.feesten import FEESTDAGEN
from intervisie_cli.tijd.hoeveel import telt_iets
from intervisie_cli.tijd.kalender import Periode
from intervisie_cli.tijd.maanddag import MAANDDAGEN
from intervisie_cli.tijd.periodes import EENHEDEN, PERIODES
from intervisie_cli.tijd.vondst import (
    DAG,
    DEEL,
    MAAND,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
    in_periode,
    op_dag,
    zoek,
)
from intervisie_cli.tijd.weekdagen import WEEKDAGEN


def _iso(match: "re.Match[str]", _kader: Kader) -> Vondst:
    jaar, maand, dag = map(int, match[0].split("-"))
    return op_dag(match, kal.dag_van(jaar, maand, dag))


def _met_maandnaam(match: "re.Match[str]", kader: Kader) -> Vondst:
    maand = MAANDEN.index(match["maand"]) + 1
    jaar = kal.jaartal(match["jaar"])
    if match["volgend"]:
        jaar = kader.vandaag.year + 1
    laatste = _datum(int(match["dag"]), maand, jaar, kader.vandaag)
    if not match["eerste"] or not laatste:
        return op_dag(match, laatste)
    eerste = kal.dag_van(laatste.year, maand, int(match["eerste"]))
    if not eerste:
        return in_periode(match, None)
    return in_periode(match, Periode(min(eerste, laatste), laatste))


def _datum(
    dag: int,
    maand: int,
    jaar: int | None,
    vandaag: date,
) -> date | None:
    """The day in that year, else the next such day; None when no calendar has it."""
    if maand > 12:
        return None
    if jaar is None:
        return kal.eerstvolgende(dag, maand, vandaag)
    return kal.dag_van(jaar, maand, dag)


_GETAL = re.compile(r"\d+")


def _in_cijfers(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    getallen = _GETAL.findall(match["datum"])
    dag, maand = int(getallen[0]), int(getallen[1])
    if len(getallen) == 3:
        jaar = kal.jaartal(getallen[2])
        return op_dag(match, _datum(dag, maand, jaar, kader.vandaag))
    datum = _datum(dag, maand, None, kader.vandaag)
    # 'do 3/12 brainstormen': nothing else is a Thursday.
    is_die_dag = datum is not None and DAGEN[datum.weekday()] == match["dagnaam"]
    if not is_die_dag and _is_geen_datum(match, dag, maand):
        return None
    if datum and _is_kloktijd(match, datum):
        return None
    return op_dag(match, datum)


def _is_kloktijd(match: "re.Match[str]", datum: date) -> bool:
    """Whether it is 'ma 9-11', from nine to eleven: *datum* would fall on another weekday."""
    is_oplopend = "-" in match["datum"] and datum.month > datum.day
    return (
        bool(match["dagnaam"])
        and is_oplopend
        and DAGEN[datum.weekday()] != match["dagnaam"]
    )


_GETELD_ERNA = re.compile(
    r" (?:uur|minuut|kwartier|dag|week|maand|keer|x|%|per"
    r"|bladzijde|woord|woorden|hoofdstuk|opgaven|vragen|slides|dia's|zinnen|regels|afleveringen"
    r"|euro|km|kilometer|kilo|kg|glazen|stuks|stuk|pogingen|mensen|personen|rondes?|sets|reps"
    r")(?![^ ])"
)
_GENUMMERD_ERVOOR = re.compile(
    r"(?:bladzijde|hoofdstuk|paragraaf|opgave|opgaven|opdracht|vraag|vragen|les|nummer"
    r"|minimaal|maximaal|ongeveer) $"
)
_KLOK_ERVOOR = re.compile(rf"(?:van|tussen|om|rond|{DEEL}|herhaald) $")
_DATUM_ERVOOR = r"(?:op|voor|tm|uiterlijk|tot|tegen|vanaf|per) $"
_LANGSTE_REEKS = 6
_VOOR_DATUM = (
    "op",
    "voor",
    "tm",
    "uiterlijk",
    "tot",
    "tegen",
    "vanaf",
    "per",
    "en",
    "met",
    "laatste",
    "na",
    ":",
    "~",
    "streefdatum",
    "deadline",
    "datum",
)
_BREUKEN = ("1/2", "1/3", "1/4", "2/3", "3/4")


def _is_geen_datum(match: "re.Match[str]", dag: int, maand: int) -> bool:
    """Whether two numbers mean something else.

    A range ('2-3 opdrachten'), a fraction ('1/2'), a time ('9-11 uur') or a decimal ('1.5').
    """
    voor = match.string[: match.start()]
    na = match.string[match.end() :]
    tekst, met_dagnaam = match["datum"], match["dagnaam"] is not None
    if (
        _GETELD_ERNA.match(na)
        or (
            "-" in tekst
            and _KLOK_ERVOOR.search(voor)
            and not voor.endswith("ingang van ")
        )
        or _GENUMMERD_ERVOOR.search(voor)
    ):
        return True
    if maand == 0:
        return True
    if maand > 12 and (dag > 12 or not met_dagnaam):
        return True
    if "." in tekst and not met_dagnaam:
        return not re.search(_DATUM_ERVOOR, voor)
    if dag < maand and (telt_iets(na) or _is_reeks(match, dag, maand)):
        return True
    return tekst in _BREUKEN and not met_dagnaam


def _is_reeks(match: "re.Match[str]", dag: int, maand: int) -> bool:
    """Whether '5-8' behind a noun numbers things: as a date it would be far away."""
    is_los = "-" in match["datum"] and not match["dagnaam"]
    voor = match.string[: match.start()].split()
    return (
        is_los
        and maand - dag <= _LANGSTE_REEKS
        and bool(voor)
        and voor[-1] not in _VOOR_DATUM
    )


_MET_GETAL: Grammatica = (
    Vorm(
        "inleveren op [2026-12-13]",
        r"\d{4}-\d\d?-\d\d?",
        _iso,
        nodig=("-",),
    ),
    Vorm(
        "inleveren op [donderdag 3 en 4 december 2026]",
        rf"(?:(?:deze|volgende) week )?(?:{DAG}(?: {DEEL})?(?: [,.])? )?(?:de )?"
        # '14-18 december' is one word and a month.
        r"(?:(?P<eerste>\d\d?)(?:e? (?:en|of|,|-|tm|tot|tot en met) |[-/]))?"
        rf"(?:{DAG}(?: \.)? )?"
        rf"(?P<dag>\d\d?)e? (?P<maand>{MAAND})"
        r"(?: (?P<jaar>20\d\d)| (?P<volgend>(?:van )?volgende jaar))?(?: komende)?",
        _met_maandnaam,
        nodig=MAANDEN,
    ),
    Vorm(
        "uiterlijk [vr 4/12] af",
        rf"(?:(?P<dagnaam>{DAG})(?: [,.])? )?"
        r"(?P<datum>\d\d?[-/.]\d\d?(?:[-/.]\d{2,4})?)",
        _in_cijfers,
        nodig=("-", "/", "."),
    ),
    *MAANDDAGEN,
)

_KALENDERDAG = (
    rf"(?:{DAG}(?: [,.])? )?"
    rf"(?:\d\d?e? {MAAND}(?: 20\d\d)?|\d\d?[-/]\d\d?(?:[-/]\d{{2,4}})?)"
)


def _bereik(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    """Give '30 nov t/m 4 dec': each end is read as a day of its own."""
    begin = _kalenderdag(match["eerste"], kader)
    eind = _kalenderdag(match["laatste"], kader)
    if not begin or not eind or eind < begin:
        return None
    return in_periode(match, Periode(begin, eind))


def _kalenderdag(tekst: str, kader: Kader) -> date | None:
    gevonden, _ = zoek(tekst, _MET_GETAL, kader)
    if len(gevonden) != 1 or not gevonden[0].periode:
        return None
    return gevonden[0].periode.eind


_BEREIK: Grammatica = (
    Vorm(
        "van [30 nov t/m 4 dec] lezen",
        rf"(?P<eerste>{_KALENDERDAG}) (?:tm|tot en met|-) (?P<laatste>{_KALENDERDAG})",
        _bereik,
        nodig=(" tm ", " tot en met ", " - "),
    ),
)
# What a part can be of.
_NAMEN: Grammatica = (
    *_MET_GETAL[:3],
    *FEESTDAGEN,
    *BENOEMD,
    *PERIODES,
    *EENHEDEN,
)
# Feasts come before weekdays: 'goede vrijdag' is no vrijdag.
DATUMS: Grammatica = (
    *Delen(_NAMEN).grammatica(),
    *_BEREIK,
    *_MET_GETAL,
    *FEESTDAGEN,
    *WEEKDAGEN,
    *BENOEMD,
    *PERIODES,
)
