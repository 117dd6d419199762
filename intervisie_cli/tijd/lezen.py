"""Reads all time of a sentence: the last day, the rhythm, and whether there is a moment at all."""

import re
from datetime import date
from typing import NamedTuple

from intervisie_cli.taal.zin import Zin
from intervisie_cli.tijd.datums import DATUMS
from intervisie_cli.tijd.grenzen import laatste_dag
from intervisie_cli.tijd.kalender import Periode, later, maanden_later
from intervisie_cli.tijd.klok import KLOKTIJDEN
from intervisie_cli.tijd.momenten import momenten, vage
from intervisie_cli.tijd.ritme import WEEKLY, Kloktijd, Ritme
from intervisie_cli.tijd.ritmes import RITMES, is_deel_van_de_dag
from intervisie_cli.tijd.vondst import (
    DAG,
    DATUM,
    DUUR,
    KLOK,
    MAAND,
    MOMENT,
    RITME,
    VERLEDEN,
    Grammatica,
    Kader,
    Vondst,
    zoek,
)
from intervisie_cli.tijd.weekritmes import weekdagen

_ECHT = (DATUM, RITME, KLOK, MOMENT, DUUR)
# Without either there is no clock time, and its grammar is passed over.
_KAN_KLOK = re.compile(r"\d|middernacht")
# 'volgende week vrijdag' is one day, not a day of every week.
_BEPAALD = re.compile(r"\d|volgende|komende|deze")
# Who names more times than this lists something else; then only the first is kept.
_MAX_TIJDEN = 3
# Who says so speaks of what is done each time.
_BEGINT = re.compile(r"\b(?:vanaf|per|met ingang van|ingaande|sinds) (?:op )?$")
_GEWOONTE = re.compile(
    r"\b(?:altijd|steeds|telkens|voortaan|alleen nog|nog alleen|nooit meer|met ingang van|vanaf"
    r"|per 1)\b"
)
# A day without a year, and how many days ago it may be and still be the one just past.
_ZONDER_JAAR = re.compile(
    rf"(?:de |{DAG} )*\d\d?e? {MAAND}(?: \.)?|(?:{DAG} )?\d\d?[-/.]\d\d?"
)
_NET_GEWEEST = 65


class Tijd(NamedTuple):
    """What a sentence says about time.

    *tot* is the last day that counts, *rest* the sentence with all time expressions blanked out.
    """

    tot: date | None
    ritme: Ritme | None
    vondsten: tuple[Vondst, ...]
    rest: str

    @property
    def heeft_moment(self) -> bool:
        """Whether there is a date, rhythm, time or moment that is real and still to come."""
        return any(vondst.soort in _ECHT for vondst in self.vondsten)

    def van_soort(self, *soorten: str) -> tuple[Vondst, ...]:
        """The expressions of these kinds."""
        return tuple(vondst for vondst in self.vondsten if vondst.soort in soorten)


def grammaticas(tekst: str) -> tuple[Grammatica, ...]:
    """The grammars to read *tekst* with, in order: what one reads, a later one does not see."""
    kloktijden = KLOKTIJDEN if _KAN_KLOK.search(tekst) else ()
    # Rhythms come before dates, for 'elke vrijdag' is no date; times after them, for '3-12' is one.
    return vage(), RITMES, DATUMS, kloktijden, momenten()


def lees_tijd(zin: Zin, kader: Kader) -> Tijd:
    """Read the time in *zin*; dates without a year come after the day of *kader*."""
    vondsten, rest = _vind(zin.tekst, kader)
    vondsten = _met_dagen_erbij(vondsten, zin.tekst)
    ritme = _ritme(vondsten, zin.tekst)
    tot = laatste_dag(vondsten, zin.tekst, is_ritme=ritme is not None)
    if not ritme:
        ritme, tot = _weken_lang(vondsten, zin.tekst, tot)
    if not ritme and _GEWOONTE.search(zin.tekst):
        ritme, tot = _elke_week(vondsten, zin.tekst, tot)
    if ritme and ritme.aantal:
        tot = tot or _dag_van_de_laatste_keer(vondsten)
    elif ritme:
        ritme = ritme._replace(tot=tot)
    return Tijd(tot, ritme, tuple(vondsten), rest)


def _vind(tekst: str, kader: Kader) -> tuple[list[Vondst], str]:
    """Give the expressions in *tekst* from left to right, and the text with them blanked out."""
    kader = kader._replace(tekst=tekst)
    vondsten: list[Vondst] = []
    rest = tekst
    for grammatica in grammaticas(tekst):
        gevonden, rest = zoek(rest, grammatica, kader)
        vondsten += gevonden
    vondsten = [_geweest(vondst, kader) for vondst in vondsten]
    vondsten.sort(key=lambda vondst: vondst.van)
    return _buiten_bijzin(vondsten, tekst), rest


def _met_dagen_erbij(vondsten: list[Vondst], tekst: str) -> list[Vondst]:
    """Read the bare day in 'elke maandag om 9 uur en donderdag om 10 uur' as one of every week."""
    gelezen: list[Vondst] = []
    is_wekelijks = False
    einde = 0
    for vondst in vondsten:
        tussen = tekst[einde : vondst.van].strip()
        dagen: tuple[int, ...] = ()
        if is_wekelijks and tussen in ("en", ","):
            dagen = _losse_dag(vondst, tekst)
        if dagen:
            ritme = Ritme(WEEKLY, dagen=dagen)
            gelezen.append(vondst._replace(soort=RITME, ritme=ritme, periode=None))
        else:
            gelezen.append(vondst)
        ritme_hier = gelezen[-1].ritme
        if ritme_hier:
            is_wekelijks = ritme_hier.freq == WEEKLY and bool(ritme_hier.dagen)
        elif vondst.soort != KLOK:
            is_wekelijks = False
        einde = vondst.tot
    return gelezen


def _losse_dag(vondst: Vondst, tekst: str) -> tuple[int, ...]:
    """The weekday of 'donderdag' alone; () for any other date, and for no date."""
    woorden = tekst[vondst.van : vondst.tot]
    if vondst.soort != DATUM or _BEPAALD.search(woorden):
        return ()
    return weekdagen(woorden)


def _geweest(vondst: Vondst, kader: Kader) -> Vondst:
    if vondst.soort != DATUM or not vondst.periode:
        return vondst
    periode = vondst.periode
    woorden = kader.tekst[vondst.van : vondst.tot]
    if not kader.is_ver and _is_net_geweest(woorden, periode, kader.vandaag):
        periode = _jaar_eerder(periode)
    if periode.eind >= kader.vandaag:
        return vondst
    return vondst._replace(soort=VERLEDEN, periode=periode)


def _is_net_geweest(woorden: str, periode: Periode, vandaag: date) -> bool:
    """Whether '12 november', said on the 23rd, was this year: nobody looks so far ahead.

    Who means next year says so.
    """
    if not _ZONDER_JAAR.fullmatch(woorden):
        return False
    return periode.eind > later(vandaag, 365 - _NET_GEWEEST)


def _jaar_eerder(periode: Periode) -> Periode:
    begin = maanden_later(periode.begin, -12)
    return Periode(begin, maanden_later(periode.eind, -12))


def _buiten_bijzin(vondsten: list[Vondst], tekst: str) -> list[Vondst]:
    """Leave out what a clause tells about a noun: that is not when this is done.

    When all stands in the clause, it is kept.
    """
    if len(vondsten) < 2:
        return vondsten
    bijzin = re.search(r", (?:die|dat|wat) ", tekst)
    if not bijzin:
        return vondsten
    einde_bijzin = tekst.find(" , ", bijzin.end())
    if einde_bijzin < 0:
        einde_bijzin = len(tekst)
    erbuiten = [
        vondst
        for vondst in vondsten
        if vondst.van < bijzin.start() or vondst.van > einde_bijzin
    ]
    return erbuiten or vondsten


def _weken_lang(
    vondsten: list[Vondst], tekst: str, tot: date | None
) -> tuple[Ritme | None, date | None]:
    """Read 'zes weken lang op maandag' as six Mondays; else no rhythm, and *tot* as it is."""
    duren = [v.periode for v in vondsten if v.soort == DUUR and v.periode]
    dagen = [v for v in vondsten if _losse_dag(v, tekst)]
    if len(duren) != 1 or len(dagen) != 1 or not dagen[0].periode:
        return None, tot
    duur = duren[0]
    keren = ((duur.eind - duur.begin).days + 1) // 7
    if not keren:
        return None, tot
    dag = dagen[0].periode.eind
    ritme = Ritme(WEEKLY, dagen=(dag.weekday(),), aantal=keren)
    return ritme, later(dag, 7 * (keren - 1))


def _elke_week(
    vondsten: list[Vondst], tekst: str, tot: date | None
) -> tuple[Ritme | None, date | None]:
    """Read the one bare day of 'alleen nog op zondag' as one of every week."""
    dagen = [
        vondst
        for vondst in vondsten
        if _losse_dag(vondst, tekst) and not _BEGINT.search(tekst[: vondst.van])
    ]
    if len(dagen) != 1 or not dagen[0].periode:
        return None, tot
    dag = dagen[0].periode.eind
    eind = tot if tot != dag else None
    return Ritme(WEEKLY, dagen=(dag.weekday(),)), eind


def _dag_van_de_laatste_keer(vondsten: list[Vondst]) -> date | None:
    for vondst in vondsten:
        if vondst.ritme and vondst.periode:
            return vondst.periode.eind
    return None


def _ritme(vondsten: list[Vondst], tekst: str) -> Ritme | None:
    """Make one recurrence of all that is said: the best one, with the days and times of others."""
    ritmes = _genoemde_ritmes(vondsten, tekst)
    if not ritmes:
        return None
    ritme = _zegt_het_meest(ritmes)
    # 'elke week bellen, op vrijdag' is every Friday.
    if ritme.freq == WEEKLY and not ritme.dagen:
        ritme = ritme._replace(dagen=_weekdagen_elders(ritmes, vondsten, tekst))
    tijden = _kloktijden(vondsten, tekst)
    samen = _alle_dagen(ritme, ritmes)
    if samen != ritme.dagen:
        # Each day can have a time of its own, which one recurrence cannot say.
        ritme = ritme._replace(dagen=samen)
        tijden = tijden if len(set(tijden)) == 1 else []
    if len(tijden) > _MAX_TIJDEN:
        tijden = tijden[:1]
    return ritme.op_tijden(tijden)


def _genoemde_ritmes(vondsten: list[Vondst], tekst: str) -> list[Ritme]:
    """The rhythms that are named; "'s avonds" is none beside a day or another rhythm."""
    met_ritme = [vondst for vondst in vondsten if vondst.ritme]
    heel = [vondst for vondst in met_ritme if not is_deel_van_de_dag(tekst, vondst)]
    heeft_dag = any(vondst.soort == DATUM for vondst in vondsten)
    if heel or heeft_dag:
        met_ritme = heel
    return [vondst.ritme for vondst in met_ritme if vondst.ritme]


def _zegt_het_meest(ritmes: list[Ritme]) -> Ritme:
    """Prefer days over 'elke week' alone, then 'om de week' over 'elke week', then the first."""
    is_per_week = ritmes[0].freq == WEEKLY

    def voorkeur(ritme: Ritme) -> tuple[bool, bool]:
        noemt_weekdagen = is_per_week and ritme.freq == WEEKLY and bool(ritme.dagen)
        return noemt_weekdagen, ritme.interval > 1

    return max(ritmes, key=voorkeur)


def _alle_dagen(ritme: Ritme, ritmes: list[Ritme]) -> tuple[int, ...]:
    """The days of a weekly rhythm, with those of others that come as often."""
    if ritme.freq != WEEKLY or not ritme.dagen:
        return ritme.dagen
    dagen = set(ritme.dagen)
    for ander in ritmes:
        if (ander.freq, ander.interval) == (WEEKLY, ritme.interval):
            dagen |= set(ander.dagen)
    return tuple(sorted(dagen))


def _weekdagen_elders(
    ritmes: list[Ritme], vondsten: list[Vondst], tekst: str
) -> tuple[int, ...]:
    """The weekdays of another rhythm, else that of the one bare day: 'elke week, op vrijdag'."""
    for ritme in ritmes:
        if ritme.dagen and ritme.freq == WEEKLY:
            return ritme.dagen
    losse = [_losse_dag(vondst, tekst) for vondst in vondsten if vondst.periode]
    losse = [dagen for dagen in losse if dagen]
    return losse[0] if len(losse) == 1 else ()


def _kloktijden(vondsten: list[Vondst], tekst: str) -> list[Kloktijd]:
    return [v.klok for v in vondsten if v.klok and not _is_grens(tekst, v)]


def _is_grens(tekst: str, vondst: Vondst) -> bool:
    """Whether a time bounds when, and does not say it: 'elke dag na 15u geen koffie'."""
    return tekst[vondst.van : vondst.tot].startswith(("na ", "tot ", "tm "))
