"""A stretch of days as people name it when they look back: a month, last week, so many weeks."""

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from intervisie_cli.tijd.dag import lees_datum, maand_nummer
from intervisie_cli.tijd.kalender import maanden_later

_DAGEN = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_MAANDEN = {"maand": 1, "maanden": 1, "jaar": 12, "jaren": 12}

_JAAR_OF_MAAND = r"(?P<jaar>\d{4})(?:-(?P<maand>\d{1,2}))?"
_DEZE_OF_VORIGE = r"(?P<welke>deze|dit|vorige|vorig|afgelopen) (?P<wat>week|maand|jaar)"
_ZO_LANG_GELEDEN = r"(?P<aantal>\d{1,4}|een|één) (?P<eenheid>[a-z]+)"
_MAANDNAAM = r"(?P<maand>[a-z]{3,9})(?: (?P<jaar>\d{4}))?"


class Tijdvak(NamedTuple):
    """From *van* up to and including *tot*."""

    van: date
    tot: date


def lees_periode(text: str, vandaag: date) -> Tijdvak | None:
    """Read `2026-10`, `2026`, `oktober`, `vorige maand`, `deze week`, `2 weken`, or a day.

    One day is both ends; a number of days, weeks, months or years is the day so long ago.
    """
    text = " ".join(text.lower().split()).removesuffix(" geleden")
    if match := re.fullmatch(_JAAR_OF_MAAND, text):
        return _jaar_of_maand(match)
    if match := re.fullmatch(_DEZE_OF_VORIGE, text):
        return _genoemd(
            match["wat"], vandaag, terug=match["welke"] not in ("deze", "dit")
        )
    if match := re.fullmatch(_ZO_LANG_GELEDEN, text):
        dag = _zo_lang_geleden(_aantal(match["aantal"]), match["eenheid"], vandaag)
        if dag:  # else it may be a date: `1 december`
            return Tijdvak(dag, dag)
    match = re.fullmatch(_MAANDNAAM, text)
    if match and maand_nummer(match["maand"]):
        return _maand(match, vandaag)
    dag = lees_datum(text, vandaag, terug=True)
    return Tijdvak(dag, dag) if dag else None


def _jaar_of_maand(match: "re.Match[str]") -> Tijdvak | None:
    jaar = int(match["jaar"])
    if match["maand"]:
        return _maanden(jaar, int(match["maand"]), 1)
    return _maanden(jaar, 1, 12)


def _maand(match: "re.Match[str]", vandaag: date) -> Tijdvak | None:
    """Give a month by its name; without a year the last one that has begun."""
    maand = maand_nummer(match["maand"])
    if match["jaar"]:
        return _maanden(int(match["jaar"]), maand, 1)
    jaar = vandaag.year
    if maand > vandaag.month:
        jaar -= 1
    return _maanden(jaar, maand, 1)


def _genoemd(wat: str, vandaag: date, *, terug: bool) -> Tijdvak | None:
    """Give this week, month or year; with *terug* the one before it."""
    if wat == "week":
        maandag = vandaag - timedelta(days=vandaag.weekday())
        if terug:
            maandag -= timedelta(days=7)
        return Tijdvak(maandag, maandag + timedelta(days=6))
    if wat == "jaar":
        jaar = vandaag.year
        if terug:
            jaar -= 1
        return _maanden(jaar, 1, 12)
    eerste = vandaag.replace(day=1)
    if terug:
        # The day before the first of a month lies in the month before it.
        eerste = (eerste - timedelta(days=1)).replace(day=1)
    return _maanden(eerste.year, eerste.month, 1)


def _maanden(jaar: int, maand: int, aantal: int) -> Tijdvak | None:
    """Give so many months from the first of *maand*; None when the calendar does not have them."""
    # The day after the period must exist too, so the last year of the calendar is left out.
    if not (1 <= maand <= 12 and MINYEAR <= jaar < MAXYEAR):
        return None
    eerste = date(jaar, maand, 1)
    erna = maanden_later(eerste, aantal)
    return Tijdvak(eerste, erna - timedelta(days=1))


def _aantal(getypt: str) -> int:
    return int(getypt) if getypt.isdigit() else 1


def _zo_lang_geleden(aantal: int, eenheid: str, vandaag: date) -> date | None:
    if eenheid in _DAGEN:
        return vandaag - timedelta(days=aantal * _DAGEN[eenheid])
    if eenheid not in _MAANDEN:
        return None
    maanden = aantal * _MAANDEN[eenheid]
    if vandaag.year * 12 + vandaag.month - maanden <= 12:  # before the year 1
        return None
    return maanden_later(vandaag, -maanden)
