"""Words before a date that bound it: 'vóór', 'uiterlijk', 't/m', 'vanaf', 'tussen … en …'."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

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
    r"(?:^| )(?:voor|tot aan) (?:(?:de|het|mijn|ons|onze|zijn|haar|hun|ik) )?"
    r"(?!elke|elk|alle)[a-z-]+ (?:van|op|dd) $"
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
_MAAND = 27
_DEZE = ("deze week", "deze maand", "dit kwartaal", "dit jaar")
_BEPAALD = re.compile(r"\d|volgende|deze")


class _Plek(NamedTuple):
    """A day or a stretch in a sentence: its words, what bounds it, and what stands around it."""

    vondst: Vondst
    periode: Periode
    woorden: str
    ervoor: str
    erna: str
    band: str

    @property
    def is_begin(self) -> bool:
        """Whether it says from when, and not until when."""
        if self.band in _VANAF or self.band in _BEGINT:
            return True
        return self.band in _BEREIK and _begint_bereik(self.woorden, self.erna)

    @property
    def is_dag_van_ritme(self) -> bool:
        """Whether it says when something comes back, and not until when.

        'elke week op vrijdag', 'elke dag bespreken wat er morgen beter moet'
        """
        if self.band in _TOT:
            return False
        is_een_dag = self.periode.begin == self.periode.eind
        is_los = self.band not in _ANDERS and not self.periode.is_vaag
        return (is_een_dag and is_los) or _is_weekdag(self.woorden)

    @property
    def is_ruim(self) -> bool:
        """Whether it is a month or more, beside which a day says more."""
        return (self.periode.eind - self.periode.begin).days >= _MAAND

    @property
    def hoort_bij_iets(self) -> bool:
        """Whether it tells which one of something: 'de link van zaterdag', 'dan in mei'."""
        return bool(_BIJ_NAAMWOORD.search(self.ervoor) or _DAN.search(self.ervoor))


def laatste_dag(
    vondsten: list[Vondst],
    tekst: str,
    *,
    is_ritme: bool,
) -> date | None:
    """The last day that counts of all that was found in *tekst*; with a rhythm only its bound."""
    begrensd: list[date] = []
    genoemd: list[date] = []
    ruim: list[date] = []
    erbij: list[date] = []
    van_nu: list[date] = []
    for plek in _plekken(vondsten, tekst):
        if plek.is_begin or (is_ritme and plek.is_dag_van_ritme):
            continue
        # In 'ik zeg morgen dat ik kerstavond niet kan' only morgen says when.
        if genoemd and _BIJZIN.search(plek.ervoor):
            continue
        dag = _met_band(plek, vondsten)
        if plek.hoort_bij_iets:
            erbij.append(dag)
            continue
        # 'woensdag praten over wat er dit jaar misging'
        if plek.is_ruim and plek.band not in _TOT:
            ruim.append(dag)
            continue
        genoemd.append(dag)
        if plek.band in _TOT:
            begrensd.append(dag)
        elif _VAN_NU.match(plek.woorden):
            van_nu.append(dag)
    # A bound says more than a day in passing, and 'today' more than any other day.
    if len(van_nu) == 1 and not begrensd:
        return van_nu[0]
    return _laatste(begrensd or genoemd or ruim or erbij)


def eerste_dag(vondsten: list[Vondst], tekst: str) -> date | None:
    """The day on which something begins: 'vanaf 1 december', 'in de kerstvakantie elke dag'."""
    for plek in _plekken(vondsten, tekst):
        if plek.band == "na":
            return later(plek.periode.eind, 1)
        is_stuk = plek.periode.begin < plek.periode.eind
        if plek.is_begin or (is_stuk and plek.band not in _TOT):
            return plek.periode.begin
    return None


def _plekken(vondsten: list[Vondst], tekst: str) -> Iterator[_Plek]:
    masker = tekst
    for vondst in vondsten:
        masker = blank(masker, vondst)
    for vondst in vondsten:
        if vondst.soort in (DATUM, DUUR) and vondst.periode:
            ervoor = masker[: vondst.van]
            woorden = tekst[vondst.van : vondst.tot]
            erna = masker[vondst.tot :]
            # What is done before the meeting of the 8th, is done on the 7th.
            voor_iets = _VOOR_IETS.search(tekst[: vondst.van])
            band = "voor" if voor_iets else _band(ervoor)
            yield _Plek(vondst, vondst.periode, woorden, ervoor, erna, band)


def _laatste(dagen: list[date]) -> date | None:
    # Two days are a range or a choice, so the later one counts; more are steps, of which the last
    # is mentioned last.
    if len(dagen) > 2:
        return dagen[-1]
    return max(dagen, default=None)


def _is_weekdag(woorden: str) -> bool:
    """Whether it is a day of the week, or the weekend, of no week in particular."""
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
    match = _BAND.search(ervoor)
    return match[1] if match else ""


def _met_band(plek: _Plek, vondsten: list[Vondst]) -> date:
    """The last day that counts behind such a word."""
    periode = plek.periode
    if periode.is_vaag:
        return periode.eind
    if periode.begin < periode.eind:
        # 'voor deze week' is within it.
        is_ervoor = plek.band in (*_VOOR, _TOT_DAN) and plek.woorden not in _DEZE
        return later(periode.begin, -1) if is_ervoor else periode.eind
    # 'voor vrijdag 17:00' still is that Friday; 'voor vrijdag' is not.
    op_tijd = any(
        ander.soort == KLOK and ander.van == plek.vondst.tot + 1 for ander in vondsten
    )
    is_ervoor = plek.band in _VOOR and not op_tijd
    return later(periode.eind, -1) if is_ervoor else periode.eind
