"""The plan at a real terminal: one question to each side, and what a no brings."""

from pathlib import Path

import pytest

from tests.conftest import git
from tests.prepared import Open, Prepare
from tests.terminal.terminal import CTRL_C, CTRL_U, ENTER, NOG_IEMAND, Terminal

ADVISERING = "sessies/2026/2026-11-23-kort/ronde-1-mirthe/3-advisering.md"
OP = "Ik sta t/m 7 december elke dag om 9 uur op"
END, LEFT, RIGHT = "\x1b[F", "\x1b[D", "\x1b[C"
BEL = "Ik bel Mirthe elke maandag om 10 uur"
KLEINER = "Maak dit kleiner of haalbaarder"
AKKOORD = "Mirthe · Sta je achter dit plan?"
HAALBAAR = "Twijfelt iemand of dit plan haalbaar is?"


@pytest.fixture
def plan(prepare: Prepare, terminal: Open) -> Terminal:
    """A window in which two acties were named, and the plan is asked."""
    prepare("kort", 2)
    window = terminal("step")
    window.play(f"""
        Kim · advies | Slaap
        Tim · advies | Plan
        Kim · nog een advies | -
        Mirthe · Kun je hier iets mee? | j
        Mirthe · Kun je hier iets mee? | j
        Actie 1 | {OP}
        Actie 2 | tim: {BEL}
        Actie 3 | -
    """)
    window.wait(f"1. {OP}", f"2. Tim: {BEL}")
    window.asks(AKKOORD)
    return window


def recorded(tmp_path: Path) -> str:
    return (tmp_path / "groep" / ADVISERING).read_text(encoding="utf-8")


def test_the_whole_plan_is_agreed_on_with_two_letters(plan: Terminal, tmp_path: Path):
    plan.answer(AKKOORD, "j")
    plan.answer(HAALBAAR, "n")
    plan.asks(NOG_IEMAND)
    assert recorded(tmp_path).count("akkoord: true") == 2 + 6


def test_an_empty_line_is_no_agreement(plan: Terminal):
    plan.keys(ENTER)
    plan.wait("Typ a als het voor alles geldt, of wat niet, zoals: 2")
    plan.keys("  ", ENTER)
    plan.asks(AKKOORD, None)
    plan.keys(CTRL_U, "a", ENTER)
    plan.asks(HAALBAAR)
    plan.keys(ENTER)
    plan.wait("Typ nee als niemand twijfelt, of wie, zoals: tim 2")
    plan.keys("kim", ENTER)
    plan.wait("Welke?")
    plan.keys(CTRL_U, "2", ENTER)
    plan.wait("Wie?")
    plan.keys(CTRL_U, "a", ENTER)
    plan.asks(NOG_IEMAND)


def test_a_no_opens_the_actie_and_another_wording_asks_the_plan_again(
    plan: Terminal, tmp_path: Path
):
    plan.answer(AKKOORD, "1")
    plan.asks(KLEINER, OP)
    plan.keys(CTRL_U, "Ik sta t/m 7 december elke dag om 10 uur op", ENTER)
    plan.asks(AKKOORD)
    # The other actie was agreed on, and is not asked again.
    asked = plan.text.rpartition(KLEINER)[2]
    assert "\n  Ik sta t/m 7 december elke dag om 10 uur op\n" in asked
    assert BEL not in asked
    plan.answer(AKKOORD, "j")
    plan.answer(HAALBAAR, "a")
    plan.asks(NOG_IEMAND)
    raw = recorded(tmp_path)
    assert raw.count("akkoord: true") == 2 + 6
    assert "ritme: elke dag om 10 uur" in raw
    assert "9 uur" not in raw


def test_a_doubt_that_stays_is_recorded_as_it_is(plan: Terminal, tmp_path: Path):
    plan.answer(AKKOORD, "j")
    plan.answer(HAALBAAR, "kim 2")
    plan.agree(KLEINER, BEL)
    plan.asks(NOG_IEMAND)
    raw = recorded(tmp_path)
    assert raw.count("akkoord: false") == 1
    assert "lid: kim\n        akkoord: false" in raw
    assert f"actie: {BEL}\n    wie: tim" in raw


def test_what_may_be_left_open_is_left_open_with_a_dash(plan: Terminal, tmp_path: Path):
    plan.answer(AKKOORD, "-")
    plan.answer(HAALBAAR, "-")
    plan.asks(NOG_IEMAND)
    assert "akkoord" not in recorded(tmp_path)


def test_ctrl_c_at_the_smaller_wording_keeps_the_no_and_what_was_typed(
    plan: Terminal, terminal: Open, tmp_path: Path
):
    plan.answer(AKKOORD, "2")
    plan.asks(KLEINER, BEL)
    plan.keys(CTRL_U, "Ik bel", CTRL_C)
    assert plan.exit_code() == 130
    again = terminal("step")
    again.asks(KLEINER, "Ik bel")
    again.keys(" Mirthe elke maandag om 11 uur", ENTER)
    again.answer(AKKOORD, "j")
    again.answer(HAALBAAR, "a")
    again.asks(NOG_IEMAND)
    raw = recorded(tmp_path)
    assert "actie: Ik bel Mirthe elke maandag om 11 uur\n    wie: tim" in raw
    assert git(tmp_path / "groep", "status", "--porcelain") == ""


def test_what_is_typed_at_a_doubt_stands_behind_the_sentence_and_not_in_its_place(
    plan: Terminal,
):
    plan.answer(AKKOORD, "2")
    plan.asks(KLEINER, BEL)
    plan.keys(" precies")
    plan.asks(KLEINER, f"{BEL} precies")


def test_emptying_the_line_takes_an_actie_out_of_the_plan(plan: Terminal):
    plan.answer(AKKOORD, "2")
    plan.asks(KLEINER, BEL)
    plan.keys(CTRL_U, ENTER)
    plan.asks(HAALBAAR)
    asked = plan.text.rpartition(KLEINER)[2]
    assert f"\n  {OP}\n" in asked
    assert BEL not in asked


HULPVRAAG = "Mirthe · Hoe luidt je hulpvraag nu?"
EERST = "Hoe kom ik op gang?"


@pytest.fixture
def proposal(prepare: Prepare, terminal: Open) -> Terminal:
    """A window at a question to which an answer is proposed."""
    prepare("kort", 1)
    window = terminal("step")
    window.play(f"""
        Mirthe · Wat is je hulpvraag? | {EERST}
        Mirthe · Wat moet de groep erover weten? | -
        Kim · vraag | Wat houdt je tegen?
        Mirthe · Wat is je antwoord? | Slaap.
        Tim · vraag | -
    """)
    window.asks(HULPVRAAG, EERST)
    return window


@pytest.mark.parametrize("key", [END, LEFT + RIGHT])
def test_a_proposal_is_kept_by_who_moves_first(proposal: Terminal, key: str):
    proposal.keys(key, " Nu")
    proposal.asks(HULPVRAAG, f"{EERST} Nu")


def test_a_paste_takes_the_place_of_a_proposal_too(proposal: Terminal):
    proposal.paste("Hoe slaap ik?")
    proposal.asks(HULPVRAAG, "Hoe slaap ik?")
