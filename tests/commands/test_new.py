"""`new` at a terminal asks for what was not given, and shows the plan first."""

import re
from pathlib import Path

import pytest

from tests.conftest import git
from tests.prepared import Open
from tests.terminal.terminal import CTRL_U, ENTER, OMLAAG, SPATIE


def test_new_asks_for_what_was_not_given_and_shows_the_plan_first(
    groep: Path, terminal: Open
):
    before = git(groep, "rev-parse", "HEAD")
    window = terminal("new", rows=60)
    window.answer("Welke variant doen jullie?", "Korte variant")
    window.asks("Wie doen er mee?")
    window.keys(OMLAAG, OMLAAG, SPATIE)
    window.until(lambda: "○ Tim" in window.question, "tim left out")
    window.keys(ENTER)
    window.wait("Mirthe, Kim")
    window.answer("Wie brengt als eerste een hulpvraag in?", "Kim")
    window.answer("Wie brengt daarna een hulpvraag in?", "Niemand meer")
    window.answer("Wie is begeleider?", "Mirthe")
    window.answer("Wie is notulist?", "Ieder voor zich")
    window.answer("Wat is het thema?", "Slaap & rust")
    window.agree("Op welke dag is de sessie?")
    window.answer("Hoe laat willen jullie klaar zijn?", "19:05")
    window.asks("De sessie zo klaarzetten?")
    assert "Let op: Dit past niet vóór 19:05" in window.text
    assert "Ronde 1: Kim" in window.text
    assert git(groep, "rev-parse", "HEAD") == before
    window.answer("De sessie zo klaarzetten?", "Ja")
    assert window.exit_code() == 0
    text = (groep / "sessies/2026/2026-11-23-slaap-rust/sessie.yaml").read_text(
        encoding="utf-8"
    )
    assert re.search(r"deelnemers:\n\s*- mirthe\n\s*- kim\n(?!\s*- )", text)
    assert "begeleider: mirthe" in text
    assert "thema: Slaap & rust" in text
    english = re.search(r"done|selection|<|>|Use arrow", window.all_text)
    assert not english, english


def test_new_goes_back_and_can_be_refused_with_nothing_written(
    groep: Path, terminal: Open
):
    head = git(groep, "rev-parse", "HEAD")
    window = terminal("new", "--kort", "--deelnemers", "mirthe,kim")
    window.answer("Wie brengt als eerste een hulpvraag in?", "Kim")
    window.asks("Wie brengt daarna een hulpvraag in?")
    window.back()
    window.answer("Wie brengt als eerste een hulpvraag in?", "Mirthe")
    window.answer("Wie brengt daarna een hulpvraag in?", "Niemand meer")
    window.agree("Wie is begeleider?")
    window.agree("Wie is notulist?")
    window.answer("Wat is het thema?", "Rust")
    window.answer("Op welke dag is de sessie?", "31 februari")
    window.wait("Schrijf een datum die bestaat")
    window.asks("Op welke dag is de sessie?", None)
    window.keys(CTRL_U, "volgende week ma", ENTER)
    window.wait("→ ma 30 november. Klopt dat niet? ^T")
    window.answer("Hoe laat willen jullie klaar zijn?", "25:99")
    window.wait("Dat tijdstip klopt niet.")
    window.asks("Hoe laat willen jullie klaar zijn?", None)
    window.keys("\x15", ENTER)
    window.answer("De sessie zo klaarzetten?", "Nee")
    assert window.exit_code() == 0
    assert git(groep, "rev-parse", "HEAD") == head
    assert not (groep / "sessies").exists()


@pytest.mark.usefixtures("groep")
def test_two_take_part_at_least(terminal: Open):
    window = terminal("new", "--kort", "--inbrengers", "kim")
    window.asks("Wie doen er mee?")
    window.keys(SPATIE, OMLAAG, OMLAAG, SPATIE, ENTER)
    window.wait("Kies er minstens twee.")
    window.keys(SPATIE)
    window.until(lambda: window.question.count("●") == 2, "two that take part")
    window.keys(ENTER)
    window.asks("Wie is begeleider?")
