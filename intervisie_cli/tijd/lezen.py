"""Reads all time of a sentence: the last day, the rhythm, and whether there is a moment at all."""

import re
from datetime import date
from typing import NamedTuple

from intervisie_cli.taal.zin import Zin, lees
from intervisie_cli.tijd.datums import DATUMS
from intervisie_cli.tijd.grenzen import laatste_dag
from intervisie_cli.tijd.klok import KLOKTIJDEN
from intervisie_cli.tijd.momenten import momenten, vage
from intervisie_cli.tijd.ritme import WEEKLY, Ritme
from intervisie_cli.tijd.ritmes import RITMES, is_deel_van_de_dag, weekdagen
from intervisie_cli.tijd.vondst import (
    DATUM,
    DUUR,
    KLOK,
    MOMENT,
    RITME,
    VERLEDEN,
    Kader,
    Vondst,
    zoek,
)

_BIJ_EEN_DAG = frozenset(
    [
        "voor",
        "uiterlijk",
        "op",
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
    ]
)
_KAN_KLOK = re.compile(r"\d|middernacht")


class Tijd(NamedTuple):
    """What a sentence says about time. *tot* is the last day that counts, *rest* is what is left."""

    tot: date | None
    ritme: Ritme | None
    vondsten: tuple[Vondst, ...]
    rest: str

    @property
    def heeft_moment(self) -> bool:
        """Whether there is a deadline, date, moment, period or rhythm that is real and still to come."""
        return any(v.soort in (DATUM, RITME, KLOK, MOMENT, DUUR) for v in self.vondsten)

    def van_soort(self, *soorten: str) -> tuple[Vondst, ...]:
        """The expressions of these kinds."""
        return tuple(v for v in self.vondsten if v.soort in soorten)


def lees_tijd(zin: Zin, kader: Kader) -> Tijd:
    """Read the time in *zin*; dates without a year come after the day of *kader*."""
    vondsten: list[Vondst] = []
    tekst = zin.tekst
    kader = kader._replace(tekst=tekst)
    kloktijden = KLOKTIJDEN if _KAN_KLOK.search(tekst) else ()
    for grammatica in (vage(), RITMES, DATUMS, kloktijden, momenten()):
        gevonden, tekst = zoek(tekst, grammatica, kader)
        vondsten += gevonden
    vondsten = [_geweest(v, kader) for v in sorted(vondsten, key=lambda v: v.van)]
    if len(vondsten) > 1 and (bijzin := re.search(r", (?:die|dat|wat) ", zin.tekst)):
        # What a clause tells about a noun is not when this is done.
        hoofd = [
            v
            for v in vondsten
            if v.van < bijzin.start() or zin.tekst.find(" , ", bijzin.end()) in range(v.van)
        ]
        vondsten = hoofd or vondsten
    ritme = _ritme(vondsten, zin.tekst)
    eind = laatste_dag(vondsten, zin.tekst, is_ritme=ritme is not None)
    if ritme and eind and not ritme.aantal:
        ritme = ritme._replace(tot=eind)
    if ritme and ritme.aantal and not eind:
        eind = next((v.periode.eind for v in vondsten if v.ritme and v.periode), None)
    return Tijd(eind, ritme, tuple(vondsten), tekst)


def alleen_een_dag(tekst: str, vandaag: date) -> date | None:
    """The last day that *tekst* means when it is a time expression and nothing more: 'uiterlijk eind volgende week'."""
    tijd = lees_tijd(lees(tekst), Kader(vandaag))
    is_al = all(set(woord) == {"~"} or woord in _BIJ_EEN_DAG for woord in tijd.rest.split())
    return tijd.tot if is_al and all(v.soort == DATUM for v in tijd.vondsten) else None


def _geweest(vondst: Vondst, kader: Kader) -> Vondst:
    is_geweest = vondst.soort == DATUM and vondst.periode and vondst.periode.eind < kader.vandaag
    return vondst._replace(soort=VERLEDEN) if is_geweest else vondst


def _ritme(vondsten: list[Vondst], tekst: str) -> Ritme | None:
    """One recurrence of all that is said: the first, with the days and times of the others."""
    heeft_klok = any(v.klok for v in vondsten)
    ritmes = [
        v.ritme for v in vondsten if v.ritme and (heeft_klok or not is_deel_van_de_dag(tekst, v))
    ]
    if not ritmes:
        return None
    # Of 'elke week' and 'op ma en do', the days say more.
    ritme = max(
        ritmes,
        key=lambda r: (
            bool(r.dagen and r.freq == WEEKLY) and ritmes[0].freq == WEEKLY,
            r.interval > 1,
        ),
    )
    if ritme.freq == WEEKLY and not ritme.dagen:
        met_dagen = next((r.dagen for r in ritmes if r.dagen and r.freq == WEEKLY), ())
        los = [
            tekst[v.van : v.tot]
            for v in vondsten
            if v.soort == DATUM and v.periode and weekdagen(tekst[v.van : v.tot])
        ]
        los = [deel for deel in los if not re.search(r"\d|volgende|komende|deze", deel)]
        ritme = ritme._replace(
            dagen=met_dagen or (weekdagen(" ".join(los)) if len(los) == 1 else ())
        )
    uren = tuple(v.klok for v in vondsten if v.klok and not _is_grens(tekst, v))
    return ritme.op_tijden(uren if len(uren) <= 3 else uren[:1])


def _is_grens(tekst: str, vondst: Vondst) -> bool:
    """Whether a time says before or after when, not when: 'elke dag na 15u geen koffie'."""
    return tekst[vondst.van : vondst.tot].startswith(("na ", "tot ", "tm "))
