"""Output suits where it goes: a pipe, a narrow or dumb terminal, a pager, the C locale."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Run
from tests.prepared import Open, Prepare, answers
from tests.terminal.terminal import (
    CTRL_C,
    ENTER,
    intervisie,
    script,
)

THEMA = "Wat is het thema van deze sessie?"
HOE_VERDER = "spatie verder, q terug"
LANG_WOORD = "https://voorbeeld.invalid/" + "a" * 120


@pytest.mark.usefixtures("kort")
def test_without_a_terminal_for_input_or_output_nothing_is_asked(terminal: Open):
    for redirected in ("< /dev/null", "| cat"):
        command = f'"$@" {redirected}; echo "einde"'
        window = terminal(argv=["/bin/sh", "-c", command, "sh", *intervisie("step")])
        window.exit_code()
        window.wait("Geef --antwoorden BESTAND mee", "einde")
        assert len(window.lines) == 3


@pytest.mark.usefixtures("kort")
def test_no_color_gives_no_colour(terminal: Open):
    plain = {"NO_COLOR": "1"}
    for command in ("status", "show", "overzicht"):
        window = terminal(command, env={**plain, "PAGER": "cat"})
        assert window.exit_code() == 0
        assert b"\x1b" not in window.raw
    window = terminal("step", env=plain)
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    assert _colours(window.raw) == set()
    window.keys(CTRL_C)
    window.exit_code()
    assert _colours(window.raw) == set()


@pytest.mark.usefixtures("kort")
def test_a_terminal_gets_colour(terminal: Open):
    window = terminal("status")
    assert window.exit_code() == 0
    assert _colours(window.raw)


@pytest.mark.usefixtures("kort")
def test_output_to_a_pipe_has_no_escape_codes_and_at_most_80_columns(program: Run):
    text = (
        (EXAMPLES / "kort.yaml")
        .read_text(encoding="utf-8")
        .replace("Motivatie\n", f"Motivatie {LANG_WOORD}\n")
    )
    text = text.replace(
        "Breng weer regelmaat in je dag.",
        f"Lees 中文中文 {LANG_WOORD} \\e[31m 😀😀".replace("\\e", "e"),
    )
    done = program("step", "--antwoorden", "-", stdin=text)
    assert done.code == 0, done.err
    wide = {"COLUMNS": "200", "TERM": "xterm-256color"}
    for command in (
        *(
            "status",
            "show",
            "log",
            "log --acties",
            "overzicht --lang",
            "doctor",
            "--help",
            "step --help",
            "new --help",
        ),
        "new --kort --deelnemers mirthe,kim,tim --inbrengers mirthe,kim,tim --tot 19:05",
        "step --antwoorden weg.yaml",
    ):
        outcome = program(*command.split(), env=wide)
        assert outcome.out + outcome.err
        assert "\x1b" not in outcome.out + outcome.err
        too_wide = [
            line
            for line in (outcome.out + outcome.err).splitlines()
            if _columns(line) > 80
        ]
        assert not too_wide, (command, too_wide)


@pytest.mark.parametrize("columns", [40, 60])
def test_a_narrow_terminal_gets_lines_that_fit(
    terminal: Open, columns: int, prepare: Prepare
):
    prepare("kort", 5)
    for command in ("status", "show", "log", "overzicht"):
        window = terminal(
            command, columns=columns, rows=10, env={"PAGER": "cat", "NO_COLOR": "1"}
        )
        assert window.exit_code() == 0
        shown = window.raw.decode().replace("\r\n", "\n")
        assert [
            line for line in shown.splitlines() if _columns(line) > columns
        ] == [], command


def test_the_c_locale_works(kort: Path, terminal: Open, program: Run):
    c = {"LC_ALL": "C", "LANG": "C"}
    done = program(
        "step",
        "--antwoorden",
        "-",
        stdin=answers("kort", 0).replace("Motivatie", "Eén café 😀"),
        env=c,
    )
    assert done.code == 0, done.err
    assert "Eén café 😀" in program("show", env=c).out
    window = terminal("step", env=c)
    window.asks("Mirthe · Wat is je hulpvraag?")
    window.keys("Hoe krijg ik één plan?", ENTER)
    window.asks("Mirthe · Wat moet de groep erover weten?")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    assert "Hulpvraag definiëren" in window.text
    drafts = "".join(
        path.read_text(encoding="utf-8")
        for path in (kort / ".git/intervisie/drafts").glob("*.json")
    )
    assert "Hoe krijg ik één plan?" in drafts


def test_an_ascii_terminal_loses_signs_but_no_answer(kort: Path, program: Run):
    ascii_only = {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "ascii",
        "PYTHONCOERCECLOCALE": "0",
    }
    done = program(
        "step",
        "--antwoorden",
        "-",
        stdin=answers("kort", 0).replace("Motivatie", "Eén café"),
        env=ascii_only,
    )
    assert done.code == 0, done.err
    assert program("show", env=ascii_only).code == 0
    text = (kort / "sessies/2026/2026-11-23-kort/1-acclimatisering.md").read_text(
        encoding="utf-8"
    )
    assert "thema: Eén café" in text


def test_long_output_goes_through_the_pager_and_short_output_does_not(
    terminal: Open, tmp_path: Path, prepare: Prepare
):
    kort = prepare("kort", 5)
    paged = tmp_path / "gelezen"
    own = script(tmp_path, "mijn pager", f'cat > "{paged}"; echo gelezen')
    pager = {"PAGER": f"'{own}'"}
    window = terminal("show", env=pager)
    assert window.exit_code() == 0
    assert window.lines == [HOE_VERDER, "gelezen"]
    assert "Hoe kan ik mezelf weer motiveren?" in paged.read_text(encoding="utf-8")
    assert (
        max(
            map(
                _columns,
                re.sub(
                    r"\x1b\[[0-9;]*m", "", paged.read_text(encoding="utf-8")
                ).splitlines(),
            )
        )
        <= 80
    )

    paged.unlink()
    window = terminal("status", env=pager)
    assert window.exit_code() == 0
    assert not paged.exists()
    assert "Eigen invulling" in window.text

    done = subprocess.run(
        intervisie("show"),
        cwd=kort,
        env=os.environ | pager,
        capture_output=True,
        check=True,
    )
    assert not paged.exists()
    assert b"motiveren" in done.stdout


def test_without_a_pager_of_their_own_people_can_scroll_back_three_screens(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 5)
    window = terminal("show", rows=60)
    assert window.exit_code() == 0
    assert "Hoe kan ik mezelf weer motiveren?" in window.all_text
    assert HOE_VERDER not in window.all_text


@pytest.mark.skipif(not shutil.which("less"), reason="there is no less here")
def test_what_is_longer_goes_through_less_which_says_how_to_leave(
    terminal: Open, prepare: Prepare
):
    prepare("kort", 5)
    window = terminal("show", rows=10)
    window.wait(HOE_VERDER)
    assert "Deelnemers" in window.text
    assert window.lines[-1] == HOE_VERDER
    assert "Hulpvraag definiëren" not in window.text
    window.keys(" ")
    window.wait("Hulpvraag definiëren (ronde 1)")
    window.keys("q")
    assert window.exit_code() == 0


def test_a_pager_that_is_left_early_is_no_mistake(
    terminal: Open, tmp_path: Path, prepare: Prepare
):
    prepare("kort", 5)
    window = terminal("show", env={"PAGER": script(tmp_path, "pager", "head -n 1")})
    assert window.exit_code() == 0
    assert len(window.lines) == 2, "how to go on, and the line that was read"


def test_what_a_record_holds_steers_no_terminal(kort: Path, terminal: Open):
    step = kort / "sessies/2026/2026-11-23-kort/1-acclimatisering.md"
    step.write_text(
        step.read_text(encoding="utf-8")
        + "\n\x1b[2J\x1b]0;weg\x07rood \u202eomgekeerd\n",
        encoding="utf-8",
    )
    for command in ("show", "status"):
        window = terminal(command, env={"NO_COLOR": "1", "PAGER": "cat"})
        assert window.exit_code() == 0
        assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", window.raw)
        assert "\u202e" not in window.raw.decode()


def _colours(raw: bytes) -> set[str]:
    """The numbers in escape codes that set a colour."""
    codes = {
        code
        for sgr in re.findall(r"\x1b\[([0-9;]*)m", raw.decode())
        for code in sgr.split(";")
    }
    return {
        code
        for code in codes
        if code and 30 <= int(code) <= 107 and code not in ("39", "49")
    }


def _columns(line: str) -> int:
    """Columns that a line takes, by another rule than the product's own."""
    from pyte.screens import wcwidth

    return sum(max(0, wcwidth(char)) for char in line)
