"""`new` at a terminal shows a page that is filled in: Enter makes it, a line can be changed."""

import re
from pathlib import Path

import pytest

from tests.conftest import git
from tests.lab import must
from tests.prepared import Open
from tests.terminal.terminal import CTRL_C, CTRL_U, ENTER, OMLAAG, SPATIE

KLAARZETTEN = "De sessie (korte variant) zo klaarzetten?"
LANG_KLAARZETTEN = "De sessie (lange variant) zo klaarzetten?"
AAN_HET_EIND = "Evaluatie: één keer, aan het eind"


def test_new_shows_what_it_fills_in_and_makes_it_on_enter(groep: Path, terminal: Open):
    before = git(groep, "rev-parse", "HEAD")
    window = terminal("new", rows=60)
    window.asks(KLAARZETTEN)
    assert "Ja, zo klaarzetten" in window.pointed
    assert "Deelnemers: Mirthe, Kim, Tim" in window.question
    for rol in ("Inbrengers", "Begeleider", "Notulist"):
        assert f"{rol}: kiezen jullie in de call" in window.question
    assert git(groep, "rev-parse", "HEAD") == before
    window.keys(ENTER)
    assert window.exit_code() == 0
    text = (groep / "sessies/2026/2026-11-23-kort/sessie.yaml").read_text(
        encoding="utf-8"
    )
    assert re.search(r"deelnemers:\n\s*- mirthe\n\s*- kim\n\s*- tim\n", text)
    assert "inbrenger" not in text


def test_each_line_of_the_page_can_be_changed_and_shows_the_plan_anew(
    groep: Path, terminal: Open
):
    window = terminal("new", rows=60)
    window.answer(KLAARZETTEN, "Deelnemers")
    window.asks("Wie doen er mee?")
    window.keys(OMLAAG, OMLAAG, SPATIE)
    window.until(lambda: "○ Tim" in window.question, "tim left out")
    window.keys(ENTER)
    window.answer(KLAARZETTEN, "Inbrengers")
    window.answer("Wie brengen in?", "kim")
    window.answer(KLAARZETTEN, "Begeleider")
    window.answer("Wie is begeleider?", "Mirthe")
    window.answer(KLAARZETTEN, "Thema")
    window.answer("Wat is het thema?", "Slaap & rust")
    window.answer(KLAARZETTEN, "Klaar om")
    window.answer("Hoe laat wil je klaar zijn?", "19:05")
    window.asks(KLAARZETTEN)
    assert "Let op: Dit past niet vóór 19:05" in window.text
    assert "Ronde 1: Kim" in window.text
    window.answer(KLAARZETTEN, "Ja, zo klaarzetten")
    assert window.exit_code() == 0
    text = (groep / "sessies/2026/2026-11-23-slaap-rust/sessie.yaml").read_text(
        encoding="utf-8"
    )
    assert re.search(r"deelnemers:\n\s*- mirthe\n\s*- kim\n(?!\s*- )", text)
    assert "begeleider: mirthe" in text
    assert "inbrenger: kim" in text
    assert "thema: Slaap & rust" in text
    english = re.search(r"done|selection|<|>|Use arrow", window.all_text)
    assert not english, english


def test_new_asks_a_line_again_and_can_be_refused_with_nothing_written(
    groep: Path, terminal: Open
):
    head = git(groep, "rev-parse", "HEAD")
    window = terminal("new", "--kort", "--deelnemers", "mirthe,kim")
    window.answer(KLAARZETTEN, "Dag")
    window.answer("Op welke dag?", "31 februari")
    window.shows("Schrijf een datum die bestaat")
    window.asks("Op welke dag?", None)
    window.keys(CTRL_U, ENTER)
    window.answer(KLAARZETTEN, "Klaar om")
    window.answer("Hoe laat wil je klaar zijn?", "25:99")
    window.wait("Dat tijdstip klopt niet.")
    window.asks("Hoe laat wil je klaar zijn?", "25:99")
    window.keys(CTRL_U, ENTER)
    window.answer(KLAARZETTEN, "Inbrengers")
    window.answer("Wie brengen in?", "kim")
    window.answer(KLAARZETTEN, "Nee, nu geen sessie")
    assert window.exit_code() == 0
    assert git(groep, "rev-parse", "HEAD") == head
    assert not (groep / "sessies").exists()


@pytest.mark.usefixtures("groep")
def test_what_was_filled_in_is_there_when_new_is_typed_again(terminal: Open):
    window = terminal("new")
    window.answer(KLAARZETTEN, "Inbrengers")
    window.answer("Wie brengen in?", "kim")
    window.answer(KLAARZETTEN, "Nee, nu geen sessie")
    assert window.exit_code() == 0
    window = terminal("new")
    window.asks(KLAARZETTEN)
    assert "Inbrengers: Kim" in window.question


@pytest.mark.usefixtures("groep")
def test_the_way_back_from_a_line_is_the_page_and_keeps_half_a_text(terminal: Open):
    window = terminal("new")
    window.answer(KLAARZETTEN, "Thema")
    window.asks("Wat is het thema?")
    window.keys("Slaap")
    window.asks("Wat is het thema?", "Slaap")
    window.back()
    window.asks(KLAARZETTEN)
    assert "Thema: –" in window.question
    window.answer(KLAARZETTEN, "Thema")
    window.asks("Wat is het thema?", "Slaap")


@pytest.mark.usefixtures("groep")
def test_two_take_part_at_least(terminal: Open):
    window = terminal("new", "--kort", "--inbrengers", "kim")
    window.answer(KLAARZETTEN, "Deelnemers")
    window.asks("Wie doen er mee?")
    window.keys(SPATIE, OMLAAG, OMLAAG, SPATIE, ENTER)
    window.wait("Kies er minstens twee.")
    window.keys(SPATIE)
    window.until(lambda: window.question.count("●") == 2, "two that take part")
    window.keys(ENTER)
    window.asks(KLAARZETTEN)


def test_enter_on_a_line_leaves_what_stands_there(groep: Path, terminal: Open):
    gegeven = ("--begeleider", "docent Els", "--thema", "Rust", "--datum", "1-12-2027")
    window = terminal("new", *gegeven, "--tot", "20:30", "--inbrengers", "kim", rows=60)
    for label, vraag, waarde in (
        ("Inbrengers", "Wie brengen in?", "kim"),
        ("Begeleider", "Wie is begeleider?", "docent Els"),
        ("Thema", "Wat is het thema?", "Rust"),
        ("Dag", "Op welke dag?", "1-12-2027"),
        ("Klaar om", "Hoe laat wil je klaar zijn?", "20:30"),
    ):
        window.answer(KLAARZETTEN, label)
        window.asks(vraag, waarde)
        window.keys(ENTER)
    window.answer(KLAARZETTEN, "Ja, zo klaarzetten")
    assert window.exit_code() == 0
    path = groep / "sessies/2027/2027-12-01-rust/sessie.yaml"
    text = path.read_text(encoding="utf-8")
    for regel in ("naam: Els", "thema: Rust", "20:30", "inbrenger: kim"):
        assert regel in text


@pytest.mark.usefixtures("groep")
def test_somebody_from_outside_can_lead_and_an_emptied_line_names_nobody(
    terminal: Open,
):
    window = terminal("new", rows=60)
    window.answer(KLAARZETTEN, "Begeleider")
    window.answer("Wie is begeleider?", "docent Els")
    window.asks(KLAARZETTEN)
    assert "Begeleider: Els" in window.question
    window.answer(KLAARZETTEN, "Begeleider")
    window.asks("Wie is begeleider?", "docent Els")
    window.keys(CTRL_U, ENTER)
    window.asks(KLAARZETTEN)
    assert "Begeleider: kiezen jullie in de call" in window.question


@pytest.mark.usefixtures("groep")
def test_another_variant_brings_its_own_proposal(terminal: Open):
    window = terminal("new", "--lang", rows=60)
    window.asks(LANG_KLAARZETTEN)
    assert AAN_HET_EIND in window.question
    window.answer(LANG_KLAARZETTEN, "Evaluatie")
    window.answer("Wanneer doen jullie de evaluatie?", "Na elke ronde")
    window.answer(LANG_KLAARZETTEN, "Variant")
    window.answer("Welke variant doen jullie?", "Korte")
    window.answer(KLAARZETTEN, "Variant")
    window.answer("Welke variant doen jullie?", "Lange")
    window.asks(LANG_KLAARZETTEN)
    assert AAN_HET_EIND in window.question


@pytest.mark.usefixtures("groep")
def test_what_was_chosen_for_one_variant_stays_as_far_as_it_holds(terminal: Open):
    window = terminal("new", "--lang", rows=60)
    window.answer(LANG_KLAARZETTEN, "Inbrengers")
    window.answer("Wie brengen in?", "kim")
    window.until(lambda: "Inbrengers: Kim" in window.question, "the page again")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    window = terminal("new", "--kort", rows=60)
    window.asks(KLAARZETTEN)
    assert "Inbrengers: Kim" in window.question
    assert "één keer samen" not in window.all_text


def test_a_member_who_left_since_takes_nothing_else_along(groep: Path, terminal: Open):
    window = terminal("new", rows=60)
    for label, vraag, getypt in (
        ("Inbrengers", "Wie brengen in?", "tim"),
        ("Thema", "Wat is het thema?", "Rust"),
    ):
        window.answer(KLAARZETTEN, label)
        window.answer(vraag, getypt)
    window.answer(KLAARZETTEN, "Nee, nu geen sessie")
    assert window.exit_code() == 0
    must(groep, "lid", "weg", "tim")
    window = terminal("new", rows=60)
    window.asks(KLAARZETTEN)
    assert "Deelnemers: Mirthe, Kim" in window.question
    assert "Inbrengers: kiezen jullie in de call" in window.question
    assert "Thema: Rust" in window.question


def test_the_page_has_the_rhythm_of_the_group_and_its_next_day(
    groep: Path, terminal: Open
):
    wie = ("--kort", "--deelnemers", "mirthe,kim", "--geen-vragen")
    must(groep, "new", *wie, "--om", "19:00", "--elke", "2 weken")
    window = terminal("new", rows=60)
    window.asks(KLAARZETTEN)
    for regel in ("Dag: ma 7 december", "Begin om: 19:00", "Ritme: elke 2 weken"):
        assert regel in window.question
    window.answer(KLAARZETTEN, "Ritme")
    window.asks("In welk ritme komen jullie bij elkaar?", "2 weken")
    window.keys(CTRL_U, "als het uitkomt", ENTER)
    window.wait("Dat ritme klopt niet.")
    window.asks("In welk ritme komen jullie bij elkaar?", "als het uitkomt")
    window.keys(CTRL_U, "donderdag", ENTER)
    window.answer(KLAARZETTEN, "Begin om")
    window.asks("Hoe laat beginnen jullie?", "19:00")
    window.keys(CTRL_U, "half 8", ENTER)
    window.asks(KLAARZETTEN)
    assert "Dag: do 26 november" in window.question
    window.answer(KLAARZETTEN, "Ja, zo klaarzetten")
    assert window.exit_code() == 0
    text = (groep / "sessies/2026/2026-11-26-kort/sessie.yaml").read_text("utf-8")
    assert 'om: "19:30"\nelke: donderdag\n' in text
