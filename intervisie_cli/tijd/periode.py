"""A stretch of days as people name it when they look back: a month, last week, so many weeks."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from intervisie_cli.tijd.dag import lees_datum, maand_nummer

_DAGEN = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_MAANDEN = {"maand": 1, "maanden": 1, "jaar": 12, "jaren": 12}
_MAX = 9999


class Periode(NamedTuple):
    """From *van* up to and including *tot*."""

    van: date
    tot: date


def lees_periode(text: str, vandaag: date) -> Periode | None:
    """Read `2026-10`, `2026`, `oktober`, `vorige maand`, `deze week`, `2 weken`, or one day, which is both ends.

    A number of days, weeks, months or years is the day so long ago.
    """
    text = " ".join(text.lower().split()).removesuffix(" geleden")
    if match := re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?", text):
        return _maanden(int(match[1]), int(match[2] or 1), 1 if match[2] else 12)
    if match := re.fullmatch(r"(deze|dit|vorige|vorig|afgelopen) (week|maand|jaar)", text):
        return _genoemd(match[2], vandaag, terug=match[1] not in ("deze", "dit"))
    if match := re.fullmatch(r"(\d{1,4}|een|één) ([a-z]+)", text):
        dag = _zo_lang_geleden(int(match[1]) if match[1].isdigit() else 1, match[2], vandaag)
        if dag:
            return Periode(dag, dag)
    if match := re.fullmatch(r"([a-z]{3,9})(?: (\d{4}))?", text):
        maand = maand_nummer(match[1])
        jaar = int(match[2]) if match[2] else vandaag.year - (maand > vandaag.month)
        return _maanden(jaar, maand, 1) if maand else None
    dag = lees_datum(text, vandaag, terug=True)
    return Periode(dag, dag) if dag else None


def _genoemd(wat: str, vandaag: date, *, terug: bool) -> Periode | None:
    if wat == "week":
        maandag = vandaag - timedelta(days=vandaag.weekday() + 7 * terug)
        return Periode(maandag, maandag + timedelta(days=6))
    if wat == "jaar":
        return _maanden(vandaag.year - terug, 1, 12)
    eerste = vandaag.replace(day=1)
    if terug:
        eerste = (eerste - timedelta(days=1)).replace(day=1)
    return _maanden(eerste.year, eerste.month, 1)


def _maanden(jaar: int, maand: int, aantal: int) -> Periode | None:
    """So many months from the first of *maand*."""
    if not (1 <= maand <= 12 and 1 <= jaar < _MAX):
        return None
    na = jaar * 12 + maand - 1 + aantal
    return Periode(date(jaar, maand, 1), date(na // 12, na % 12 + 1, 1) - timedelta(days=1))


def _zo_lang_geleden(aantal: int, eenheid: str, vandaag: date) -> date | None:
    if eenheid in _DAGEN:
        return vandaag - timedelta(days=aantal * _DAGEN[eenheid])
    if eenheid not in _MAANDEN:
        return None
    maand = vandaag.year * 12 + vandaag.month - 1 - aantal * _MAANDEN[eenheid]
    if maand < 12:
        return None
    # 31 March less one month is the last of February.
    eerste = date(maand // 12, maand % 12 + 1, 1)
    laatste = (eerste + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return eerste.replace(day=min(vandaag.day, laatste.day))
