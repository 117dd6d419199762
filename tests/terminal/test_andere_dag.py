"""A sessie that is held on another day than it was planned for, at a real terminal."""

from pathlib import Path

from tests import lab
from tests.lab import must, subjects
from tests.prepared import Open
from tests.terminal.terminal import Terminal

STOND = "Deze sessie stond op ma 23 november. Houden jullie hem vandaag, ma 7 december?"
KENNIS = "Hebben jullie kennisgemaakt?"
WEEK_LATER = {"INTERVISIE_NU": "2026-12-07T19:30:00+01:00"}


def begin(terminal: Open, choice: str) -> Terminal:
    """Begin two weeks later, and say which day holds."""
    window = terminal("step", env=WEEK_LATER)
    window.answer(STOND, choice)
    window.asks(KENNIS)
    return window


def datum(group: Path) -> str:
    lines = (group / lab.SESSIE_YAML).read_text().splitlines()
    return next(line for line in lines if line.startswith("datum"))


def test_a_sessie_that_is_held_later_gets_that_day_before_its_first_step(
    klaar: Path, terminal: Open
):
    before = len(subjects(klaar))
    begin(terminal, "Ja, vandaag")
    assert datum(klaar) == "datum: 2026-12-07"
    assert subjects(klaar)[0] == f"Sessie gewijzigd ({lab.SESSIE})"
    assert len(subjects(klaar)) == before + 1
    assert list(lab.untidy(klaar)) == []


def test_the_day_that_was_planned_can_stay(klaar: Path, terminal: Open):
    begin(terminal, "Nee, die dag blijft")
    assert datum(klaar) == "datum: 2026-11-23"


def test_a_sessie_that_was_begun_keeps_its_day_unasked(een: Path, terminal: Open):
    window = terminal("step", env=WEEK_LATER)
    window.asks("Mirthe · Wat is je hulpvraag?")
    assert "Houden jullie hem" not in window.all_text
    assert datum(een) == "datum: 2026-11-23"


def test_answers_from_a_file_ask_and_change_no_day(klaar: Path):
    must(klaar, "wijzig", "--datum", "30-11-2026")
    must(klaar, *lab.STEP, stdin=lab.ACCLIMATISERING_ANSWERS)
    assert datum(klaar) == "datum: 2026-11-30"


def test_who_looks_ahead_does_not_move_the_sessie_with_enter(
    klaar: Path, terminal: Open
):
    must(klaar, "wijzig", "--datum", "30-11-2026")
    window = terminal("step")
    window.asks("Deze sessie stond op ma 30 november. Houden jullie hem vandaag")
    assert "Nee, die dag blijft" in window.pointed
