"""Lists at a real terminal: a line that comes back, a name before it, an end without a question."""

from pathlib import Path

import pytest

from tests.conftest import git
from tests.prepared import Open, Prepare
from tests.terminal.terminal import (
    CTRL_A,
    CTRL_C,
    CTRL_U,
    ENTER,
    NOG_IEMAND,
    TAB,
    Terminal,
)

RONDE = "sessies/2026/2026-11-23-kort/ronde-1-mirthe"
ADVISERING = f"{RONDE}/3-advisering.md"


@pytest.fixture
def advisering(prepare: Prepare) -> Path:
    """A korte sessie that is about to hear advice."""
    return prepare("kort", 2)


def to_more_advice(window: Terminal) -> None:
    """Give the advice that is owed."""
    window.answer("Kim · advies", "Slaap")
    window.answer("Tim · advies", "Plan")
    window.asks("Kim · nog een advies")


def to_the_end(window: Terminal, adviezen: int) -> None:
    """Answer the rest of the step, with *adviezen* to react to, and one actie."""
    for _ in range(adviezen):
        window.answer("Mirthe · Kun je hier iets mee?", "j")
    window.play("""
        Actie 1 | Ik sta t/m 7 december elke dag om 9 uur op
        Actie 2 | -
        Mirthe · Sta je achter dit plan? | j
        Twijfelt iemand of dit plan haalbaar is? | a
    """)
    window.asks(NOG_IEMAND)


def adviezen(group: Path) -> list[tuple[str, str]]:
    """Who gave which advice, as it is recorded."""
    lines = (group / ADVISERING).read_text(encoding="utf-8").splitlines()
    leden = [line.split(": ")[1] for line in lines if line.startswith("    lid: ")]
    teksten = [line.split(": ")[1] for line in lines if line.startswith("    advies: ")]
    return list(zip(leden, teksten, strict=True))


def test_a_name_in_front_puts_a_line_under_that_member_and_the_turn_stays(
    advisering: Path, terminal: Open
):
    window = terminal("step")
    window.answer("Kim · advies", "tim: Plan")
    window.answer("Kim · advies", "Slaap")
    window.answer("Kim · nog een advies", "ti: Wandel")
    window.answer("Kim · nog een advies", "")
    to_the_end(window, 3)
    assert adviezen(advisering) == [
        ("kim", "Slaap"),
        ("tim", "Plan"),
        ("tim", "Wandel"),
    ]


def test_the_turn_goes_to_who_gave_least(advisering: Path, terminal: Open):
    window = terminal("step")
    to_more_advice(window)
    window.answer("Kim · nog een advies", "Wandel")
    window.answer("Tim · nog een advies", "Lees")
    window.answer("Kim · nog een advies", "")
    to_the_end(window, 4)
    assert [tekst for _, tekst in adviezen(advisering)] == [
        "Slaap",
        "Wandel",
        "Plan",
        "Lees",
    ]


@pytest.mark.usefixtures("advisering")
def test_a_name_with_nothing_behind_it_and_one_who_gives_nothing_are_refused(
    terminal: Open,
):
    window = terminal("step")
    window.answer("Kim · advies", "tim:")
    window.wait("Zet er ook bij: advies.")
    window.keys(CTRL_U, "mirthe: Slaap", ENTER)
    window.wait("Mirthe is de inbrenger en geeft dit zelf niet.")
    window.keys(CTRL_U, "Let op: slaap", ENTER)
    window.asks("Tim · advies")


@pytest.mark.usefixtures("advisering")
def test_tab_completes_a_name(terminal: Open):
    window = terminal("step")
    window.asks("Kim · advies")
    window.keys("ti", TAB)
    window.asks("Kim · advies", "tim:")
    window.keys("Plan", ENTER)
    window.asks("Kim · advies")
    window.keys("Slaap", ENTER)
    window.asks("Kim · nog een advies")


def test_an_empty_line_ends_a_list_and_adds_nothing(advisering: Path, terminal: Open):
    window = terminal("step")
    to_more_advice(window)
    window.keys("   ", ENTER)
    to_the_end(window, 2)
    assert len(adviezen(advisering)) == 2


def back_at_what_was_put_under_tim(window: Terminal) -> None:
    to_more_advice(window)
    window.answer("Kim · nog een advies", "tim: Wandel")
    window.asks("Kim · nog een advies")
    window.back()
    window.asks("Tim · advies 2", "Wandel")


def test_going_back_opens_a_line_that_was_put_under_another_member(
    advisering: Path, terminal: Open
):
    window = terminal("step")
    back_at_what_was_put_under_tim(window)
    # Enter keeps what stands there, so that is not what takes it away.
    window.wait("Tim · advies 2 (leeg = weg) Wandel")
    window.keys(" buiten", ENTER)
    window.answer("Kim · nog een advies", "")
    to_the_end(window, 3)
    assert ("tim", "Wandel buiten") in adviezen(advisering)


def test_a_line_that_was_opened_again_is_still_there_after_ctrl_c(
    terminal: Open, advisering: Path
):
    window = terminal("step")
    back_at_what_was_put_under_tim(window)
    window.keys(" of fiets", CTRL_C)
    assert window.exit_code() == 130
    again = terminal("step")
    again.asks("Tim · advies 2", "Wandel of fiets")
    assert git(advisering, "status", "--porcelain") == ""


def test_going_back_from_what_follows_opens_the_line_that_ended_the_list(
    advisering: Path, terminal: Open
):
    window = terminal("step")
    to_more_advice(window)
    window.answer("Kim · nog een advies", "")
    window.asks("Mirthe · Kun je hier iets mee?")
    window.back()
    window.answer("Kim · nog een advies", "Wandel")
    window.answer("Tim · nog een advies", "")
    to_the_end(window, 3)
    assert adviezen(advisering)[1] == ("kim", "Wandel")


def change(window: Terminal, what: str) -> None:
    """Choose what to change in the review."""
    window.answer("Klopt het zo?", "Eerst iets veranderen")
    window.answer("Wat wil je veranderen?", what)


def test_an_empty_line_in_the_review_takes_an_item_away_and_loses_no_other(
    advisering: Path, terminal: Open
):
    window = terminal("step")
    to_more_advice(window)
    window.play("""
        Kim · nog een advies | Wandel
        Tim · nog een advies | -
        Mirthe · Kun je hier iets mee? | n slaap genoeg
        Mirthe · Kun je hier iets mee? | deels, soms
        Mirthe · Kun je hier iets mee? | ja doe ik
        Actie 1 | Ik sta t/m 7 december elke dag om 9 uur op
        Actie 2 | tim: Ik bel maandag 30 november om 10 uur met Mirthe
        Actie 3 | -
        Mirthe · Sta je achter dit plan? | a
        Twijfelt iemand of dit plan haalbaar is? | kim 2
    """)
    window.agree("Maak dit kleiner of haalbaarder")
    window.asks(NOG_IEMAND)
    window.back()
    change(window, "Kim · advies Slaap")
    window.asks("Kim · advies", "Slaap")
    window.keys(CTRL_U, ENTER)
    change(window, "Actie 1")
    window.asks("Actie 1", None)
    window.keys(CTRL_U, ENTER)
    window.answer("Klopt het zo?", "Vastleggen")
    window.asks(NOG_IEMAND)
    assert adviezen(advisering) == [("kim", "Wandel"), ("tim", "Plan")]
    raw = (advisering / ADVISERING).read_text(encoding="utf-8")
    assert "slaap genoeg" not in raw
    assert raw.index("advies: Wandel") < raw.index("reactie: soms")
    assert raw.index("advies: Plan") < raw.index("reactie: doe ik")
    assert raw.count("actie: Ik") == 1
    assert "wie: tim" in raw
    assert "lid: kim\n        akkoord: false" in raw


def test_an_item_that_is_owed_cannot_be_taken_away(advisering: Path, terminal: Open):
    window = terminal("step")
    to_more_advice(window)
    window.answer("Kim · nog een advies", "")
    to_the_end(window, 2)
    window.back()
    change(window, "Tim · advies")
    window.asks("Tim · advies", "Plan")
    window.keys(CTRL_U, ENTER)
    window.wait("Hier hoort een antwoord.")
    window.keys("Plan samen", ENTER)
    window.answer("Klopt het zo?", "Vastleggen")
    window.asks(NOG_IEMAND)
    assert adviezen(advisering)[1] == ("tim", "Plan samen")


def test_a_line_can_be_put_under_another_member_in_the_review(
    advisering: Path, terminal: Open
):
    window = terminal("step")
    to_more_advice(window)
    window.answer("Kim · nog een advies", "Wandel")
    window.answer("Tim · nog een advies", "")
    to_the_end(window, 3)
    window.back()
    change(window, "Kim · advies Slaap")
    window.asks("Kim · advies", "Slaap")
    window.keys(CTRL_A, "tim: ", ENTER)
    # What Mirthe said of it goes along.
    window.answer("Klopt het zo?", "Vastleggen")
    window.asks(NOG_IEMAND)
    assert adviezen(advisering) == [
        ("kim", "Wandel"),
        ("tim", "Plan"),
        ("tim", "Slaap"),
    ]
    raw = (advisering / ADVISERING).read_text(encoding="utf-8")
    assert raw.count("toepasbaar: ja") == 3


def test_names_in_front_of_an_actie_say_who_does_it(advisering: Path, terminal: Open):
    window = terminal("step")
    to_more_advice(window)
    window.play("""
        Kim · nog een advies | -
        Mirthe · Kun je hier iets mee? | j
        Mirthe · Kun je hier iets mee? | j
        Actie 1 | kim en tim: Wij bellen Mirthe elke maandag om 10 uur
        Actie 2 | samen: We koken elke vrijdag om 18 uur
        Actie 3 | Ik sta t/m 7 december elke dag om 9 uur op
        Actie 4 | -
        Mirthe · Sta je achter dit plan? | a
        Twijfelt iemand of dit plan haalbaar is? | a
    """)
    window.asks(NOG_IEMAND)
    raw = (advisering / ADVISERING).read_text(encoding="utf-8")
    assert (
        "actie: Wij bellen Mirthe elke maandag om 10 uur\n    wie:\n      - kim\n      - tim\n"
        in raw
    )
    assert "actie: We koken elke vrijdag om 18 uur\n    wie: samen\n" in raw
    assert raw.count("    wie:") == 2


@pytest.mark.usefixtures("advisering")
def test_a_reaction_stands_behind_its_verdict(terminal: Open):
    window = terminal("step")
    to_more_advice(window)
    window.answer("Kim · nog een advies", "")
    window.answer("Mirthe · Kun je hier iets mee?", "misschien wel")
    window.wait("Begin met ja, deels of nee; daarachter mag je iets zeggen.")
    window.keys(CTRL_U, "D, niet op maandag", ENTER)
    window.wait("Tim: Plan")
    window.answer("Mirthe · Kun je hier iets mee?", "")
    window.asks("Actie 1")
    window.back()
    window.asks("Mirthe · Kun je hier iets mee?")
    window.back()
    window.asks("Mirthe · Kun je hier iets mee?", "deels, niet op maandag")
