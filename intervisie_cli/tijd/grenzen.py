"""The words before a date that make it a bound or a beginning: 'vóór', 'uiterlijk', 't/m', 'vanaf', 'tussen … en …'."""

import re
from datetime import date

from intervisie_cli.tijd.kalender import Periode, later
from intervisie_cli.tijd.ritmes import weekdagen
from intervisie_cli.tijd.vondst import DATUM, DUUR, Vondst

_VOOR = ("uiterlijk voor", "voor")
_TOT = (
    *_VOOR,
    "ten laatste op",
    "ten laatste",
    "uiterlijk op",
    "uiterlijk",
    "tot en met",
    "tm",
    "tot",
    "tegen",
)
_VANAF = ("per", "vanaf", "sinds", "na", "met ingang van", "ingaande", "m.i.v.")
_BEREIK = ("van", "tussen")
_ANDERS = ("en", "-", "rond", "op", "in")
_BAND = re.compile(
    rf"(?:^|~ | )({'|'.join(map(re.escape, (*_TOT, *_VANAF, *_BEREIK, *_ANDERS)))})"
    r"(?: (?:de|het|deze|dit|op|al|eind|einde|ongeveer|zo))*(?: ~+)* $"
)
# What is told in a clause is not when the main thing is done.
_BIJZIN = re.compile(r" (?:dat|omdat|want|zodat|die|waar|waarin|waarop|zoals|hoe|hoeveel|wanneer) ")
_BEPAALD = re.compile(r"\d|volgende|deze")


def laatste_dag(vondsten: list[Vondst], tekst: str, *, is_ritme: bool) -> date | None:
    """The last day that counts of all that was found in *tekst*; with a rhythm only what bounds it."""
    masker = tekst
    for v in vondsten:
        masker = masker[: v.van] + "~" * (v.tot - v.van) + masker[v.tot :]
    einden: list[tuple[bool, date]] = []
    for v in vondsten:
        if v.soort not in (DATUM, DUUR) or not v.periode:
            continue
        band = _band(masker, v.van)
        if band in _VANAF or (band in _BEREIK and not _is_heel_bereik(tekst, masker, v)):
            continue  # 'vanaf 1 december' is a beginning
        if einden and _BIJZIN.search(masker[: v.van]):
            continue  # 'ik zeg morgen dat ik kerstavond niet kan'
        is_begrensd = band in _TOT
        if is_ritme and not is_begrensd and _is_dag_van_ritme(tekst[v.van : v.tot]):
            continue
        einden.append((is_begrensd, _met_band(band, v.periode, masker[v.tot :])))
    # A bound says more than a day in passing.
    dagen = [dag for is_begrensd, dag in einden if is_begrensd] or [dag for _, dag in einden]
    return max(dagen[-2:], default=None) if len(dagen) < 3 else dagen[-1]


def _is_dag_van_ritme(woorden: str) -> bool:
    """Whether a day says when it is repeated, not until when: 'elke week op vrijdag', 'ook in het weekend'."""
    return woorden == "het weekend" or (bool(weekdagen(woorden)) and not _BEPAALD.search(woorden))


def _is_heel_bereik(tekst: str, masker: str, vondst: Vondst) -> bool:
    """Whether 'van' or 'tussen' belongs to a range that this expression ends, or to no range at all."""
    if re.search(r"\d (?:en|tot|tm|-) ", tekst[vondst.van : vondst.tot]):
        return True
    return not re.match(r"(?: [^ ]+){0,2} (?:tot|tm|en|-) (?:en met )?~", masker[vondst.tot :])


def _band(masker: str, plek: int) -> str:
    match = _BAND.search(masker[:plek])
    return match[1] if match else ""


def _met_band(band: str, periode: Periode, erna: str) -> date:
    """The last day of *periode* behind such a word; *erna* is what follows it."""
    is_een_dag = periode.begin == periode.eind
    if band in _VOOR and not periode.is_vaag:
        # 'voor vrijdag 17:00' still is that Friday.
        return periode.eind if is_een_dag and erna.startswith(" ~") else later(periode.begin, -1)
    if band == "tot" and not is_een_dag and not periode.is_vaag:
        return later(periode.begin, -1)
    return periode.eind
