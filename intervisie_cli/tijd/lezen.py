"""Reads all time of a sentence: the last day, the rhythm, and whether there is a moment at all."""

import re
from datetime import date
from typing import NamedTuple

from intervisie_cli.taal.kalendernamen import MAANDEN
from intervisie_cli.taal.woordsoorten import naamwoord
from intervisie_cli.taal.zin import Zin
from intervisie_cli.tijd.datums import DATUMS
from intervisie_cli.tijd.grenzen import eerste_dag, laatste_dag
from intervisie_cli.tijd.herhaling import Herhaling, met_dagen_erbij
from intervisie_cli.tijd.kalender import (
    NET_GEWEEST,
    Periode,
    later,
    maanden_later,
)
from intervisie_cli.tijd.klok import KLOKTIJDEN
from intervisie_cli.tijd.momenten import momenten, vage
from intervisie_cli.tijd.ritme import Ritme
from intervisie_cli.tijd.ritmes import RITMES
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

_ECHT = (DATUM, RITME, KLOK, MOMENT, DUUR)
# Without either there is no clock time, and its grammar is passed over.
_KAN_KLOK = re.compile(r"\d|middernacht| (?:[a-z]{2,5}en|enen)(?![^ ])")
# A day without a year: it may be one that was just past.
_WELKE = ("van", "over", "uit")
_ZONDER_JAAR = re.compile(
    rf"(?:de |{DAG} )*\d\d?e? {MAAND}(?: \.)?|(?:{DAG} )?\d\d?[-/.]\d\d?"
)


class Tijd(NamedTuple):
    """What a sentence says about time.

    *tot* is the last day that counts and *vanaf* the first, *rest* the sentence with all time
    expressions blanked out.
    """

    tot: date | None
    ritme: Ritme | None
    vondsten: tuple[Vondst, ...]
    rest: str
    vanaf: date | None = None

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
    vondsten = met_dagen_erbij(vondsten, zin.tekst)
    herhaling = Herhaling(vondsten, zin.tekst)
    ritme = herhaling.genoemd()
    tot = laatste_dag(vondsten, zin.tekst, is_ritme=ritme is not None)
    if not ritme:
        ritme, tot = herhaling.bedoeld(tot)
    if ritme and ritme.aantal:
        tot = tot or herhaling.laatste_keer()
    elif ritme:
        ritme = ritme._replace(tot=tot)
    vanaf = eerste_dag(vondsten, zin.tekst)
    return Tijd(tot, ritme, tuple(vondsten), rest, vanaf)


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


def _geweest(vondst: Vondst, kader: Kader) -> Vondst:
    if vondst.soort != DATUM or not vondst.periode:
        return vondst
    periode = vondst.periode
    if not kader.is_ver and _is_net_geweest(vondst, periode, kader):
        periode = _jaar_eerder(periode)
    if periode.eind >= kader.vandaag:
        return vondst
    return vondst._replace(soort=VERLEDEN, periode=periode)


def _is_net_geweest(vondst: Vondst, periode: Periode, kader: Kader) -> bool:
    """Whether '12 november', said on the 23rd, was this year: nobody looks so far ahead.

    Who means next year says so. Of a month only when it tells which one of something:
    'de bonnen van oktober'.
    """
    woorden = kader.tekst[vondst.van : vondst.tot]
    if not _ZONDER_JAAR.fullmatch(woorden) and not _is_van_maand(vondst, kader):
        return False
    return periode.eind > later(kader.vandaag, 365 - NET_GEWEEST)


def _is_van_maand(vondst: Vondst, kader: Kader) -> bool:
    if kader.tekst[vondst.van : vondst.tot] not in MAANDEN:
        return False
    ervoor = kader.tekst[: vondst.van].split()
    if not ervoor:
        return False
    laatste = ervoor[-1]
    return laatste in _WELKE or naamwoord(laatste) != ""


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
