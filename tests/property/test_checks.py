"""The rules hold for any text: none raises or points outside,
and how a text is encoded or cased changes no verdict.
"""

import random
import unicodedata
from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from intervisie_cli.checks.oordeel import beoordeel_actie, beoordeel_vraag
from intervisie_cli.checks.regel import Groepstekst
from intervisie_cli.checks.register import PRIVACY
from intervisie_cli.checks.smart.actie import Velden
from intervisie_cli.checks.vraag.alternatief import alternatief
from intervisie_cli.checks.vraag.ontleding import OPEN
from intervisie_cli.checks.vraag.vraagzin import lees_vraag
from tests.bulk import sampled
from tests.checks.cases import REGIO, VANDAAG, load
from tests.property.odd_texts import odd_texts

TEKSTEN = [
    case["tekst"] for naam in ("acties", "vragen", "tijden") for case in load(naam)
]


def look_at(tekst: str) -> None:
    """Judge a text in every way; check what comes out."""
    actie, vraag = (
        beoordeel_actie(tekst, VANDAAG, Velden(ritme=tekst[:40])),
        beoordeel_vraag(tekst),
    )
    for bevinding in (*actie.bevindingen, *vraag.bevindingen):
        assert 0 <= bevinding.van <= bevinding.tot <= len(tekst)
        assert bevinding.bericht
    for regel in PRIVACY:
        for bevinding in regel.pas_toe(Groepstekst(tekst)):
            assert 0 <= bevinding.van < bevinding.tot <= len(tekst)
    gezegd = {
        bevinding.regel.split("-")[1]
        for bevinding in actie.bevindingen
        if bevinding.ernst == "fout"
    }
    if "leeg" not in gezegd:
        # A letter is missing just when a rule says so.
        letters = {
            "specifiek": actie.actie.is_specifiek,
            "meetbaar": actie.actie.is_meetbaar,
        }
        letters["tijdgebonden"] = actie.actie.is_tijdgebonden
        for naam, is_er in letters.items():
            assert is_er or naam in gezegd, (naam, tekst)
        assert (vraag.soort == OPEN) == (
            not any(b.ernst == "fout" for b in vraag.bevindingen)
        )
    anders = alternatief(tekst)
    assert anders == "" or lees_vraag(anders).soort == OPEN


@pytest.mark.parametrize("deel", sampled(range(10)))
def test_no_odd_text_makes_a_rule_raise_or_point_outside(deel: int):
    for tekst in odd_texts(random.Random(deel), 1_000, TEKSTEN):
        look_at(tekst)


@given(st.text(max_size=300))
def test_no_text_at_all_makes_a_rule_raise_or_point_outside(tekst: str):
    look_at(tekst)


def verdict(tekst: str) -> tuple[object, ...]:
    a = beoordeel_actie(tekst, VANDAAG).actie
    return (
        a.is_specifiek,
        a.is_meetbaar,
        a.is_tijdgebonden,
        a.tot,
        a.ritme,
        beoordeel_vraag(tekst).soort,
    )


@pytest.mark.parametrize("deel", range(4))
def test_case_space_and_normal_form_change_no_verdict(deel: int):
    for tekst in TEKSTEN[deel::4]:
        wanted = verdict(tekst)
        for anders in (tekst.upper(), tekst.lower(), f"  {tekst}\t \n"):
            if anders.lower().strip() == tekst.lower().strip():
                assert verdict(anders) == wanted, anders
        for vorm in ("NFC", "NFD"):
            assert verdict(unicodedata.normalize(vorm, tekst)) == wanted, tekst


def test_every_rhythm_is_one_that_other_programs_read():
    for tekst in TEKSTEN:
        if ritme := beoordeel_actie(tekst, VANDAAG).actie.ritme:
            begin = datetime(2026, 11, 23)  # noqa: DTZ001 - an UNTIL has no zone, so no start may
            regel = rrulestr(ritme.as_rrule(), dtstart=begin)
            assert next(iter(regel), None) is not None, (tekst, ritme)


@given(st.dates(date(1990, 1, 1), date(9990, 1, 1)), st.sampled_from(TEKSTEN))
def test_on_any_day_a_deadline_lies_on_it_or_after(vandaag: date, tekst: str):
    actie = beoordeel_actie(tekst, vandaag).actie
    # What is told as done, is done on a day that was.
    gedaan = actie.ontleding.gedaan_op
    if (
        actie.tot
        and not gedaan
        and not any(
            deel.isdigit() and len(deel) == 4
            for deel in tekst.replace("-", " ").split()
        )
    ):
        assert (
            actie.tot >= vandaag
            or "voor" in tekst.lower()
            or "vóór" in tekst.lower()
            or "tot" in tekst.lower()
        )


def test_school_holidays_of_an_unknown_region_give_a_moment_without_a_day():
    zin = "voor de voorjaarsvakantie lever ik hoofdstuk 2 in"
    voor = beoordeel_actie(zin, VANDAAG)
    assert (voor.actie.is_tijdgebonden, voor.actie.tot) == (True, None)
    from intervisie_cli.checks.smart.actie import Afspraken

    met = beoordeel_actie(zin, VANDAAG, None, Afspraken(REGIO))
    assert met.actie.tot == date(2027, 2, 19)


def test_a_holiday_that_all_regions_have_at_once_needs_no_region():
    voor = beoordeel_actie("voor de kerstvakantie lever ik hoofdstuk 2 in", VANDAAG)
    assert voor.actie.tot == date(2026, 12, 18)
