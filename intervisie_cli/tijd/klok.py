"""Clock times: 'half 11', 'kwart voor 9', '15u', '20.00 uur', "'s avonds om 9"."""

import re

from intervisie_cli.taal.woordsoorten import naamwoord
from intervisie_cli.tijd.dagdeel import is_na_de_middag
from intervisie_cli.tijd.vondst import (
    DAG,
    DEEL,
    KLOK,
    MAAND,
    Grammatica,
    Kader,
    Vondst,
    Vorm,
)

_OM = (
    r"(?:om|rond|vanaf|voor|na|tot|tm|tegen|van|uiterlijk|stipt|precies"
    r"|tussen|sinds|klokslag|pas)"
)
_TIJD = r"(?:\d\d?:\d\d|\d\d?\.\d\d)"
_PRECIES = r"(?: uur)?(?: (?:precies|stipt|exact))?"

_UREN = (
    "enen",
    "tweeen",
    "drieen",
    "vieren",
    "vijven",
    "zessen",
    "zevenen",
    "achten",
    "negenen",
    "tienen",
    "elven",
    "twaalven",
)

# Who gets up, begins or stops does so at a time, not for so long.
_OP_TIJD = re.compile(
    r"(?:^| )(?:"
    r"opstaan|opgestaan|op|wekker|wakker|bed|uit"
    r"|begin|beginnen|start|starten|stop|stoppen|dicht|weg|klaar"
    r"|thuis|aanwezig|ontbijt|ontbijten|lunchen|eten|bellen|afspraak|afgesproken"
    r")(?= |$)"
)
_IK_DOE_LANG = re.compile(
    r"(?<![^ ])(?:studeer|leer|werk|lees|game|slaap|schrijf|oefen|sport|besteed)(?![^ ])"
)
_PER_WEEK = re.compile(r" (?:per|in de) (?:week|maand)")
_DUURT = re.compile(
    r" (?:lang )?(?:"
    r"studeren|leren|werken|lezen|gamen|slapen|schrijven|oefenen|sporten|stage"
    r"|per |in de week|aan |slaap|scherm|schermtijd|netflix)"
)


def _vondst(
    match: "re.Match[str]",
    kader: Kader,
    uur: int,
    minuut: int,
) -> Vondst | None:
    if is_na_de_middag(match, kader, uur):
        uur += 12
    if not (0 <= uur <= 24 and 0 <= minuut < 60):
        return None
    klok = (uur % 24, minuut)
    return Vondst(KLOK, match.start(), match.end(), klok=klok)


def _cijfers(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    uur, minuut = re.split("[:.]", match["tijd"])
    return _vondst(match, kader, int(uur), int(minuut))


def _na_dag(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    """Read 'zondagavond 20.00' as a time; '20.00' anywhere else is an amount."""
    ervoor = kader.tekst[: match.start()]
    if not re.search(rf"(?:{DAG}|{DEEL}|herhaald|morgen|vandaag) $", ervoor):
        return None
    return _cijfers(match, kader)


def _eind(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    """Read the end of a range: a time, but not one at which something begins.

    Behind 'en' only when 'van' or 'tussen' stands before it: 'om 9:00 en 16:00' has two beginnings.
    """
    vondst = _cijfers(match, kader)
    begin = rf"{_TIJD}(?: uur)? $"
    if match[0].startswith("en"):
        begin = rf"(?:van|tussen) {begin}"
    is_eind = re.search(begin, kader.tekst[: match.start()]) is not None
    return vondst._replace(klok=None) if vondst and is_eind else vondst


_MINUTEN_ERBIJ = {"kwart voor": -15, "kwart over": 15, "half": -30}


def _half(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    return _rond_uur(match, kader, _MINUTEN_ERBIJ[match["half"]])


def _minuten_voor_of_over(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    minuten = int(match["minuten"])
    if match["kant"] == "voor":
        minuten = -minuten
    if match["half"]:
        minuten -= 30
    return _rond_uur(match, kader, minuten)


def _rond_uur(match: "re.Match[str]", kader: Kader, minuten: int) -> Vondst | None:
    """Give the time so many minutes after the hour that is named; before it when negative."""
    genoemd = int(match["uur"])
    if not 1 <= genoemd <= 24:
        return None
    uur, minuut = divmod(genoemd * 60 + minuten, 60)
    return _vondst(match, kader, uur, minuut)


def _uur(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    erna = kader.tekst[match.end() :]
    # 'om zestien uur per week' says how much, 'om 1 dienst te ruilen' what for.
    if _PER_WEEK.match(erna):
        return None
    if (
        match["uur"] == "1"
        and "uur" not in match[0]
        and naamwoord(erna.strip().split(" ")[0])
    ):
        return None
    return _vondst(match, kader, int(match["uur"]), 0)


def _los_uur(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    """Read 'elke dag 9 uur opstaan' as a time; 'elke dag 2 uur lezen' is a length."""
    uur, erna = int(match["uur"]), match.string[match.end() :]
    # Few things are done at five in the morning, many for five hours.
    if not 6 <= uur <= 24:
        return None
    # 'per week' was read before, and is blanked out there.
    if _DUURT.match(kader.tekst[match.end() :]):
        return None
    if _IK_DOE_LANG.search(kader.tekst):
        return None
    # From one in the afternoon on it is a time: nobody does something for thirteen hours.
    if uur >= 13 or _OP_TIJD.search(match.string):
        return _uur(match, kader)
    gaat_verder = re.match(r" (?:-|tot) \d| (?:en|,|\+|&) (?:\d|~)", erna)
    ervoor = kader.tekst[: match.start()]
    na_dag = re.search(rf"(?:{DAG}|{DEEL}|morgen|vandaag|{MAAND}|herhaald) $", ervoor)
    return _uur(match, kader) if gaat_verder or na_dag else None


def _bereik(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    begin, eind = map(int, match["uren"].split("-"))
    if not begin < eind <= 24:
        return None
    return _vondst(match, kader, begin, 0)


def _bij_naam(match: "re.Match[str]", kader: Kader) -> Vondst | None:
    return _vondst(match, kader, _UREN.index(match["naam"]) + 1, 0)


def _middernacht(match: "re.Match[str]", _kader: Kader) -> Vondst:
    return Vondst(KLOK, match.start(), match.end(), klok=(0, 0))


KLOKTIJDEN: Grammatica = (
    Vorm(
        "zondagavond [20.00] bellen",
        # With 'uur' behind it, it is a time anywhere: see below.
        r"(?P<tijd>\d\d?\.\d\d)(?! uur)",
        _na_dag,
        nodig=(".",),
    ),
    Vorm(
        "[15.00] - 17.00 lezen",
        r"(?P<tijd>\d\d?\.\d\d)(?= (?:-|tot|tm) \d\d?\.\d\d)",
        _cijfers,
        nodig=(".",),
    ),
    Vorm(
        "elke dag [tot 16:30 uur] lezen",
        rf"(?:tot|tm|-|en) (?P<tijd>{_TIJD}){_PRECIES}",
        _eind,
        nodig=(":", "."),
    ),
    Vorm(
        "[om 18u30 precies] bellen",
        # 'van 4:55 naar 4:40' and '5 km in 19:45' say how fast.
        rf"(?:{_OM} )?(?<!in )(?<!naar )(?<!onder )(?<!sub )"
        rf"(?P<tijd>\d\d?:\d\d){_PRECIES}(?! naar)",
        _cijfers,
        nodig=(":",),
    ),
    Vorm(
        "[om 20.15] bellen",
        rf"{_OM} (?P<tijd>\d\d?\.\d\d){_PRECIES}",
        _cijfers,
        nodig=(".",),
    ),
    Vorm(
        "elke dag [20.15 uur] bellen",
        r"(?P<tijd>\d\d?\.\d\d) uur",
        _cijfers,
        nodig=(".",),
    ),
    Vorm(
        "[om 5 minuten voor half 9] bellen",
        rf"(?:{_OM} )?(?P<minuten>\d\d?) (?:minuut )?(?P<kant>voor|over) "
        r"(?P<half>half )?(?P<uur>\d\d?)"
        # '10 minuten voor 2 weken' speaks of an amount.
        r"(?! (?:minuut|keer|dag|week|euro|uur \w+en))(?: uur)?",
        _minuten_voor_of_over,
        nodig=("voor ", "over "),
    ),
    Vorm(
        "[om kwart voor 9] bellen",
        rf"(?:{_OM} )?(?P<half>kwart voor|kwart over|half) (?P<uur>\d\d?)"
        # 'half 3 december' is a date.
        rf"(?! {MAAND})(?: uur)?",
        _half,
        nodig=("half", "kwart"),
    ),
    Vorm(
        "[van 9 tot 11] lezen",
        r"(?:van|tussen) (?P<uur>\d\d?)(?: uur)? (?:tot|en|tm|-) \d\d?(?: uur)?"
        rf"(?! (?:minuut|keer|week|dag|{MAAND}))",
        _uur,
        nodig=("van ", "tussen "),
    ),
    Vorm(
        "[9-11 uur] lezen",
        # The end is left out: only the beginning says when.
        r"(?P<uren>\d\d?-\d\d?) uur",
        _bereik,
        nodig=("uur",),
    ),
    Vorm(
        "[9 uur tot 11 uur] lezen",
        r"(?P<uur>\d\d?) uur (?:-|tot|tm) \d\d?(?: uur)?",
        _uur,
        nodig=("uur",),
    ),
    Vorm(
        "[om 9] bellen",
        r"(?:om|rond|klokslag|tegen) (?P<uur>\d\d?)(?: uur)?"
        rf"(?! (?:keer|minuut|dag|week|maand|euro|{MAAND}))",
        _uur,
        nodig=("om ", "rond", "klokslag", "tegen"),
    ),
    Vorm(
        "[vanaf 9 uur] bellen",
        rf"{_OM} (?P<uur>\d\d?) uur",
        _uur,
        nodig=("uur",),
    ),
    Vorm(
        "in de [avond 9-11] lezen",
        rf"(?:{DAG}|{DEEL}|herhaald|elke dag) (?P<uren>\d\d?-\d\d?)",
        _bereik,
        nodig=("-",),
    ),
    Vorm(
        "elke dag om 8:15 [en 20 uur] bellen",
        r"(?:en|,|\+|&) (?P<uur>\d\d?) uur(?= |$)",
        _los_uur,
        nodig=("uur",),
    ),
    Vorm(
        "elke dag [9 uur stipt] opstaan",
        r"(?P<uur>\d\d?) uur(?: precies| stipt)?",
        _los_uur,
        nodig=("uur",),
    ),
    Vorm(
        "[na tienen] bellen",
        rf"(?:voor|na|tegen|tot|vanaf|rond) (?P<naam>{'|'.join(_UREN)})",
        _bij_naam,
        nodig=("en",),
    ),
    Vorm(
        "elke dag [middernacht] naar bed",
        r"middernacht",
        _middernacht,
        nodig=("middernacht",),
    ),
)
