"""`intervisie` alone at a real terminal: what can be done now."""

import pytest

from tests.conftest import Run
from tests.prepared import Open, Prepare, good
from tests.terminal.terminal import ENTER, Terminal

WAT_NU = "Wat nu?"
PAS = "De sessie is pas op ma 30 november. Nu al beginnen?"


@pytest.fixture
def later(prepare: Prepare, terminal: Open, run: Run) -> Terminal:
    """`intervisie` in a group whose next sessie is a week from now."""
    prepare("leeg")
    leden = ("--deelnemers", "mirthe,kim", "--inbrengers", "kim")
    good(run("new", "--kort", *leden, "--datum", "30-11", "--geen-vragen"))
    return terminal()


def test_the_step_stands_first_whenever_the_sessie_is(later: Terminal):
    later.asks(WAT_NU)
    assert "Beginnen met Acclimatisering" in later.pointed


def test_a_step_of_a_later_day_is_begun_only_on_purpose(later: Terminal):
    later.answer(WAT_NU, "Beginnen met")
    later.asks(PAS)
    later.keys(ENTER)
    assert later.exit_code() == 0
    assert "Hebben jullie kennisgemaakt?" not in later.all_text


def test_a_step_of_a_later_day_can_be_begun(later: Terminal):
    later.answer(WAT_NU, "Beginnen met")
    later.answer(PAS, "Ja")
    later.answer("Deze sessie stond op ma 30 november.", "Ja, vandaag")
    later.asks("Hebben jullie kennisgemaakt?")


@pytest.mark.usefixtures("kort")
def test_a_step_of_today_begins_at_once(terminal: Open):
    window = terminal()
    window.asks(WAT_NU)
    assert "Beginnen met Acclimatisering" in window.pointed
    window.keys(ENTER)
    window.asks("Hebben jullie kennisgemaakt?")
