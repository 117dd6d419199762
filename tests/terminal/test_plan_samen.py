"""The plan over three laptops: words that change while others say yes or no to them."""

from pathlib import Path

import pytest

from tests.prepared import Open, Prepare
from tests.terminal.drie import ADVISERING, HAALBAAR, PLAN, Evening, gives, line, share
from tests.terminal.terminal import CTRL_T, CTRL_U, ENTER, Terminal

pytestmark = pytest.mark.slow

KLEINER = "Maak dit kleiner of haalbaarder"
OUD, NIEUW = "Ik ga om 10 uur naar bed", "Ik leg elke avond mijn telefoon weg"


def to_the_plan(evening: Evening) -> tuple[Terminal, Terminal, Terminal]:
    """Windows of the three, with a plan of two acties before Tim, who leads."""
    mirthe = evening.window("mirthe", "mee", "--als", "mirthe")
    mirthe.wait("Enter = meer")
    kim = evening.window("kim", "mee")
    gives(kim, "Kim · advies", "Zet een wekker")
    kim.wait("aangevuld door Kim")
    tim = evening.window("tim", "step")
    gives(tim, "Tim · advies", "Ga vroeg naar bed")
    for _ in range(2):
        line(mirthe, "Mirthe · Kun je hier iets mee?", "ja")
    line(tim, "Actie 1", "mirthe: Ik wandel elke dag een half uur")
    line(tim, "Actie 2", f"mirthe: {OUD}, elke dag")
    line(tim, "Actie 3")
    tim.asks(f"Tim · {HAALBAAR}", None)
    return mirthe, kim, tim


def test_what_would_make_it_smaller_is_asked_of_the_words_that_stand(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("kort", 2), tmp_path, terminal)
    mirthe, kim, tim = to_the_plan(evening)
    line(mirthe, PLAN, "j")
    # Tim goes back and words the second actie anew; so Mirthe is asked again.
    tim.keys(CTRL_T)
    tim.asks("Actie 3", None)
    tim.keys(CTRL_T)
    tim.asks("Actie 2", None)
    tim.keys(CTRL_U, f"mirthe: {NIEUW}", ENTER)
    line(tim, "Actie 3")
    mirthe.wait(NIEUW)
    line(mirthe, PLAN, "j")
    line(kim, f"Kim · {HAALBAAR}", "nee, alles")
    line(tim, f"Tim · {HAALBAAR}", "j")
    tim.asks(KLEINER, None)
    tim.keys(CTRL_U, "Ik wandel elke maandag een half uur", ENTER)
    tim.wait(KLEINER, NIEUW[:20])
    tim.keys(ENTER)
    tim.asks(f"Tim · {HAALBAAR}", None)
    acties = evening.all_have(ADVISERING)["acties"]
    teksten = [actie["actie"] for actie in acties]
    assert teksten == ["Ik wandel elke maandag een half uur", NIEUW]
