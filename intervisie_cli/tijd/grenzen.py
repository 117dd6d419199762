"""Words before a date that bound it: 'vóór', 'uiterlijk', 't/m', 'vanaf', 'tussen … en …'."""

import re
from datetime import date

from intervisie_cli.tijd.kalender import Periode, later
from intervisie_cli.tijd.vondst import DATUM, DUUR, KLOK, Vondst, blank
from intervisie_cli.tijd.weekritmes import weekdagen

_TOT_DAN = "tussen nu en"
_VOOR = ("uiterlijk voor", "nog voor", "tot aan", "voor", "tot")
_TOT = (
    *_VOOR,
    "niet later dan",
    "tot uiterlijk",
    "ten laatste op",
    "ten laatste",
    "uiterlijk op",
    "uiterlijk",
    "tot en met",
    "tm",
    "tegen",
    _TOT_DAN,
)
_VANAF = ("per", "vanaf", "sinds", "na", "met ingang van", "ingaande")
# 'Ik begin 1 december' says from when; 'vrijdag begin ik' says when something is done.
_BEGINT = (
    "begin",
    "beginnen",
    "begint",
    "beginnend",
    "start",
    "start :",
    "starten",
    "startend",
)
_BEREIK = ("van", "tussen")
_ANDERS = ("en", "-", "rond", "op", "in")
# The bound right before a date, with small words and other dates between them.
_BAND = re.compile(
    rf"(?:^|~ | )({'|'.join(map(re.escape, (*_TOT, *_VANAF, *_BEGINT, *_BEREIK, *_ANDERS)))})"
    r"(?: (?:de|het|deze|dit|op|al|eind|einde|ongeveer|zo))*"
    r"(?: ~+)* $"
)
_VOOR_IETS = re.compile(
    r"(?:^|~ | )(?:voor|tot aan) (?:(?:de|het|mijn|ons|onze|zijn|haar|hun|ik) )?"
    r"(?!elke|elk|alle)[^ ~]+ (?:van|op|dd) (?:~+ )?$"
)
_VAN_NU = re.compile(r"(?:vandaag|vanavond|vanmiddag|vanochtend|morgen|overmorgen)")
# Behind a noun 'van' tells which one: 'de link van zaterdag'.
_BIJ_NAAMWOORD = re.compile(
    r"(?<! week)(?<! maand)(?<! eind)(?<! einde)(?<! begin)(?<! loop)(?<! rest)(?<! dag)"
    r" [a-z]{4,} van (?:~+ )?$"
)
_DAN = re.compile(r" dan (?:in |op )?$")
_BIJZIN = re.compile(
    r" (?:dat|omdat|want|zodat|die|waar|waarin|waarop|zoals|hoe|hoeveel|wanneer) "
)
_BEPAALD = re.compile(r"\d|volgende|deze")


def laatste_dag(
    vondsten: list[Vondst],
    tekst: str,
    *,
    is_ritme: bool,
) -> date | None:
    """The last day that counts of all that was found in *tekst*; with a rhythm only its bound."""
    masker = tekst
    for vondst in vondsten:
        masker = blank(masker, vondst)
    begrensd: list[date] = []
    genoemd: list[date] = []
    hierom: list[date] = []
    erbij: list[date] = []
    for vondst in vondsten:
        if vondst.soort not in (DATUM, DUUR) or not vondst.periode:
            continue
        ervoor, erna = masker[: vondst.van], masker[vondst.tot :]
        op_tijd = any(
            ander.soort == KLOK and ander.van == vondst.tot + 1 for ander in vondsten
        )
        woorden = tekst[vondst.van : vondst.tot]
        band = _band(ervoor)
        is_begin = band in _VANAF or band in _BEGINT
        if is_begin or (band in _BEREIK and _begint_bereik(woorden, erna)):
            continue
        # In 'ik zeg morgen dat ik kerstavond niet kan' only morgen says when.
        if genoemd and _BIJZIN.search(ervoor):
            continue
        is_los = band not in _TOT and band not in _ANDERS
        is_een_dag = vondst.periode.begin == vondst.periode.eind
        # What comes back has no one day: 'elke dag bespreken wat er morgen beter moet'.
        if is_ritme and band not in _TOT and _is_dag_van_ritme(woorden):
            continue
        if is_ritme and is_los and is_een_dag and not vondst.periode.is_vaag:
            continue
        dag = _met_band(band, vondst.periode, op_tijd=op_tijd)
        # 'het incident van zaterdag leg ik vanmiddag vast'
        if _VAN_NU.match(woorden) and band not in _TOT:
            hierom.append(dag)
        if _BIJ_NAAMWOORD.search(ervoor) or _DAN.search(ervoor):
            erbij.append(dag)
            continue
        genoemd.append(dag)
        if band in _TOT:
            begrensd.append(dag)
    # A bound says more than a day in passing, and 'today' more than what is of another day.
    if len(hierom) == 1 and not begrensd:
        return hierom[0]
    return _laatste(begrensd or genoemd or erbij)


def _laatste(dagen: list[date]) -> date | None:
    # Two days are a range or a choice, so the later one counts; more are steps, of which the last
    # is mentioned last.
    if len(dagen) > 2:
        return dagen[-1]
    return max(dagen, default=None)


def _is_dag_van_ritme(woorden: str) -> bool:
    """Whether a day says when it is repeated, not until when: 'elke week op vrijdag'."""
    if woorden == "het weekend":
        return True
    return bool(weekdagen(woorden)) and not _BEPAALD.search(woorden)


def _begint_bereik(woorden: str, erna: str) -> bool:
    """Whether 'van' or 'tussen' is followed by a first day only: another one ends the range."""
    is_heel_bereik = re.search(r"\d (?:en|tot|tm|-) ", woorden)
    if is_heel_bereik:
        return False
    return re.match(r"(?: [^ ]+){0,2} (?:tot|tm|en|-) (?:en met )?~", erna) is not None


def _band(ervoor: str) -> str:
    # What is done before the meeting of the 8th, is done on the 7th.
    if _VOOR_IETS.search(ervoor):
        return "voor"
    match = _BAND.search(ervoor)
    return match[1] if match else ""


def _met_band(band: str, periode: Periode, *, op_tijd: bool) -> date:
    """The last day of *periode* behind such a word; *op_tijd* when a time of the day follows."""
    if periode.is_vaag:
        return periode.eind
    is_een_dag = periode.begin == periode.eind
    # 'voor vrijdag 17:00' still is that Friday; 'voor vrijdag' is not.
    if is_een_dag and band in _VOOR and not op_tijd:
        return later(periode.eind, -1)
    if not is_een_dag and band in (*_VOOR, _TOT_DAN):
        return later(periode.begin, -1)
    return periode.eind
