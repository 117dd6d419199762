"""`init` at a terminal asks for what was not given."""

import os
from pathlib import Path

from tests.conftest import git
from tests.prepared import Open
from tests.terminal.terminal import (
    CTRL_C,
    CTRL_O,
    ENTER,
    script,
)


def test_init_asks_for_what_was_not_given(tmp_path: Path, terminal: Open):
    window = terminal("init", "groep")
    window.answer("Hoe heet je groep?", "Studiegroep dinsdag")
    window.answer("Wie zitten er in je groep?", "mirthe, Tim, kim=Kim de Boer")
    assert window.exit_code() == 0
    window.wait("De groep staat klaar in", "Typ nu: intervisie new --kort")
    text = (tmp_path / "groep/groep.yaml").read_text(encoding="utf-8")
    assert "naam: Studiegroep dinsdag" in text
    assert [line.split(": ")[1] for line in text.splitlines() if "id: " in line] == [
        "mirthe",
        "tim",
        "kim",
    ]
    assert "naam: Kim de Boer" in text


def test_init_asks_again_when_an_answer_cannot_be_right_and_goes_back(
    tmp_path: Path, terminal: Open
):
    window = terminal("init", "groep")
    window.asks("Hoe heet je groep?")
    window.keys("Dins")
    window.asks("Hoe heet je groep?", "Dins")
    window.back()
    window.asks("Hoe heet je groep?", "Dins")  # half a name is kept too
    window.keys("dag", ENTER)
    window.answer("Wie zitten er in je groep?", "tim, kim, tim")
    window.wait("Het lid 'tim' staat er twee keer.")
    window.asks("Wie zitten er in je groep?", "tim, kim, tim")
    window.back()
    window.asks("Hoe heet je groep?", "Dinsdag")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    assert not (tmp_path / "groep").exists()
    assert "bewaard" not in window.text


def test_init_asks_once_for_a_name_that_git_does_not_know(
    tmp_path: Path, terminal: Open
):
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "EMAIL": None}
    window = terminal("init", "groep", "--naam", "G", "--leden", "tim,kim", env=nobody)
    window.asks("Hoe heet je?")
    assert "Git" not in window.all_text
    window.keys("Mirthe de Vries", ENTER)
    assert window.exit_code() == 0
    assert (
        git(tmp_path / "groep", "log", "-1", "--format=%an").strip()
        == "Mirthe de Vries"
    )


def test_the_editor_for_a_name_touches_no_file_of_the_user(
    tmp_path: Path, terminal: Open
):
    own = tmp_path / "antwoord.md"
    own.write_text("van mij", encoding="utf-8")
    window = terminal(
        "init",
        "groep",
        env={"EDITOR": script(tmp_path, "editor", 'echo "Uit de editor" > "$1"')},
    )
    window.asks("Hoe heet je groep?")
    window.keys(CTRL_O)
    window.asks("Hoe heet je groep?", "Uit de editor")
    assert own.read_text(encoding="utf-8") == "van mij"
