"""Who works here is asked once in each clone, and only where git knows no name."""

import os
from pathlib import Path

import pytest

from intervisie_cli.groep.vinden import read_lid
from tests.conftest import git
from tests.prepared import Open, Prepare
from tests.terminal.terminal import CTRL_C, ENTER

NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "EMAIL": None}


def name_in(group: Path) -> str:
    return git(group, "log", "-1", "--format=%an").strip()


def test_a_member_is_chosen_from_the_list_and_known_from_then_on(
    terminal: Open, prepare: Prepare
):
    group = prepare("kort", 3)
    window = terminal("undo", env=NOBODY)
    window.answer("Wie ben jij?", "Kim")
    assert window.exit_code() == 0
    assert "Git" not in window.all_text
    assert name_in(group) == "Kim"
    assert read_lid(group / ".git/intervisie") == "kim"
    window = terminal("step", env=NOBODY)
    window.asks("Klopt het zo?")
    assert "Wie ben jij?" not in window.all_text


def test_somebody_else_types_a_name_and_is_no_member(terminal: Open, prepare: Prepare):
    group = prepare("kort", 3)
    window = terminal("undo", env=NOBODY)
    window.answer("Wie ben jij?", "Iemand anders")
    window.answer("Hoe heet je?", "Ans de Wit")
    assert window.exit_code() == 0
    assert name_in(group) == "Ans de Wit"
    assert read_lid(group / ".git/intervisie") == ""
    assert "ans" not in (group / "groep.yaml").read_text(encoding="utf-8").lower()


def test_what_becomes_of_an_actie_is_said_by_who_was_just_chosen(
    terminal: Open, prepare: Prepare
):
    group = prepare("kort", 3)
    window = terminal("actie", "klaar", "planning", env=NOBODY)
    window.answer("Wie ben jij?", "Tim")
    window.asks("Wil je er nog iets over zeggen?")
    window.keys(ENTER)
    assert window.exit_code() == 0
    advies = next(group.rglob("3-advisering.md")).read_text(encoding="utf-8")
    assert "lid: tim" in advies[advies.index("opvolging:") :]


@pytest.mark.usefixtures("kort")
def test_ctrl_c_at_the_question_notes_nobody_and_stops(kort: Path, terminal: Open):
    window = terminal("step", env=NOBODY)
    window.asks("Wie ben jij?", None)
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    assert read_lid(kort / ".git/intervisie") == ""


def test_a_group_that_cannot_be_read_asks_for_a_name(kort: Path, terminal: Open):
    (kort / "groep.yaml").write_text("leden: [", encoding="utf-8")
    window = terminal("undo", env=NOBODY)
    window.asks("Hoe heet je?")
