"""Questions before a sessie, the editor, and output that suits where it goes."""

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Run, git
from tests.prepared import Open, Prepare, answers
from tests.terminal.terminal import CTRL_C, CTRL_O, CTRL_U, ENTER, OMLAAG, SPATIE, intervisie

STAP_1 = "sessies/2026/2026-11-23-kort/1-acclimatisering.md"

THEMA = "Wat is het thema van deze sessie?"
LANG_WOORD = "https://voorbeeld.invalid/" + "a" * 120


def script(folder: Path, name: str, body: str) -> str:
    """A program of our own, such as an editor or a pager."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


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


def test_init_asks_once_for_a_name_that_git_does_not_know(tmp_path: Path, terminal: Open):
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "EMAIL": None}
    window = terminal("init", "groep", "--naam", "G", "--leden", "tim,kim", env=nobody)
    window.until(lambda: "naam" in window.question, "a question for the name")
    window.keys("Mirthe de Vries", ENTER)
    assert window.exit_code() == 0
    assert git(tmp_path / "groep", "log", "-1", "--format=%an").strip() == "Mirthe de Vries"


def test_the_editor_for_a_name_touches_no_file_of_the_user(tmp_path: Path, terminal: Open):
    own = tmp_path / "antwoord.md"
    own.write_text("van mij", encoding="utf-8")
    window = terminal(
        "init", "groep", env={"EDITOR": script(tmp_path, "editor", 'echo "Uit de editor" > "$1"')}
    )
    window.asks("Hoe heet je groep?")
    window.keys(CTRL_O)
    window.asks("Hoe heet je groep?", "Uit de editor")
    assert own.read_text(encoding="utf-8") == "van mij"


def test_new_asks_for_what_was_not_given_and_shows_the_plan_first(groep: Path, terminal: Open):
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
    text = (groep / "sessies/2026/2026-11-23-slaap-rust/sessie.yaml").read_text(encoding="utf-8")
    assert re.search(r"deelnemers:\n\s*- mirthe\n\s*- kim\n(?!\s*- )", text)
    assert "begeleider: mirthe" in text
    assert "thema: Slaap & rust" in text
    english = re.search(r"done|selection|<|>|Use arrow", window.all_text)
    assert not english, english


def test_new_goes_back_and_can_be_refused_with_nothing_written(groep: Path, terminal: Open):
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
    window.wait("Die datum bestaat niet.")
    window.asks("Op welke dag is de sessie?", None)
    window.keys(CTRL_U, ENTER)
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


def test_the_editor_opens_on_what_was_typed_and_gives_it_back(
    terminal: Open, tmp_path: Path, prepare: Prepare
):
    kort = prepare("kort", 1)
    seen = tmp_path / "gezien"
    editor = script(
        tmp_path,
        "mijn editor",
        f'cp "$2" "{seen}"; stat -c %a "$2" > "{seen}.mode"; printf "één\\n\\n**twee**\\n" >> "$2"',
    )
    window = terminal("step", env={"EDITOR": f"'{editor}' --wacht"})
    window.answer("Mirthe · Wat is je hulpvraag?", "Hoe dan?")
    window.asks("Mirthe · Wat moet de groep erover weten?", None)
    window.keys("Eerst getypt")
    window.wait("Eerst getypt")
    window.keys(CTRL_O)
    window.wait("**twee**", "één")
    assert seen.read_text(encoding="utf-8") == "Eerst getypt\n"
    assert (
        not Path(f"{seen}.mode").read_text()
        or stat.S_IMODE(int(Path(f"{seen}.mode").read_text(), 8)) == 0o600
    )
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    assert window.text.count("Wat moet de groep erover weten?") == 1
    drafts = "".join(
        path.read_text(encoding="utf-8")
        for path in (kort / ".git/intervisie/drafts").glob("*.json")
    )
    assert '"Eerst getypt\\néén\\n\\n**twee**"' in drafts


@pytest.mark.usefixtures("kort")
def test_an_editor_that_fails_or_is_not_there_loses_nothing(terminal: Open):
    window = terminal("step", env={"EDITOR": "/bestaat/niet"})
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    window.keys("Half getypt", CTRL_O)
    window.wait("Er is geen editor gevonden.")
    window.asks(THEMA, "Half getypt")


def test_a_whole_step_can_be_filled_in_in_the_editor_and_is_reviewed(
    kort: Path, terminal: Open, tmp_path: Path
):
    editor = script(
        tmp_path,
        "editor",
        """sed -i 's/^thema: .*/thema: "Vak #3: rust"/' "$1"; echo "  Eén." >> "$1" """,
    )
    window = terminal("step", "--editor", env={"EDITOR": editor})
    window.answer("Klopt het zo?", "Vastleggen")
    window.answer("Door met Hulpvraag definiëren", "Nee")
    assert window.exit_code() == 0
    text = (kort / STAP_1).read_text(encoding="utf-8")
    assert 'thema: "Vak #3: rust"' in text
    assert text.endswith("## Notulen\n\nEén.\n")
    assert left(kort) == []


def left(group: Path) -> list[str]:
    """What still stands among the drafts."""
    return [
        path.name for path in (group / ".git/intervisie/drafts").iterdir() if path.suffix != ".lock"
    ]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("thema: Vak #3 en meer", "valt weg wat achter # staat"),
        ("thema: [", "geen geldige YAML"),
        ("them: x", "deze sleutel is onbekend"),
        ("---\nthema: x", "regel met alleen ---"),
    ],
    ids=["hash", "broken", "unknown", "two"],
)
def test_a_form_that_cannot_be_taken_over_is_kept_and_opened_again(
    kort: Path, terminal: Open, tmp_path: Path, typed: str, line: str
):
    spoils = script(
        tmp_path, "bederf", f"printf '%s\\n' 'notulen: lang verhaal' '{typed}' > \"$1\""
    )
    window = terminal("step", "--editor", env={"EDITOR": spoils})
    window.shows(line)
    window.answer("De editor weer openen?", "Nee")
    assert window.exit_code() == 130
    window.shows("Ga verder met: intervisie step --editor")
    # At the prompts the form is not forgotten, and what stood in it stays also after recording.
    window = terminal("step")
    window.wait("intervisie step --editor")
    window.keys(CTRL_C)
    window.exit_code()
    seen = tmp_path / "gezien"
    window = terminal("step")
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.keys(CTRL_C)
    window.exit_code()
    window = terminal(
        "step", "--editor", env={"EDITOR": script(tmp_path, "kijk", f'cp "$1" "{seen}"')}
    )
    window.asks("Klopt het zo?")
    assert "\nkennismaking: nee\n" in seen.read_text(), "what was answered since is in it"
    assert "\n# notulen: lang verhaal\n" in seen.read_text(), "and so is what was not taken over"
    window.keys(CTRL_C)
    window.exit_code()
    mends = script(
        tmp_path,
        "herstel",
        "printf 'thema: hersteld\\nkennismaking: nee\\nopname: nee\\n' > \"$1\"",
    )
    window = terminal("step", "--editor", env={"EDITOR": mends})
    window.answer("Klopt het zo?", "Vastleggen")
    window.answer("Door met", "Nee")
    assert "thema: hersteld" in (kort / STAP_1).read_text(encoding="utf-8")


def test_what_was_answered_at_the_prompts_stands_in_the_form(
    kort: Path, terminal: Open, tmp_path: Path
):
    window = terminal("step")
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    window.keys("Half #1 getypt")
    window.wait("Half #1 getypt")
    window.keys(CTRL_C)
    window.exit_code()
    seen = tmp_path / "gezien"
    window = terminal(
        "step", "--editor", env={"EDITOR": script(tmp_path, "kijk", f'cp "$1" "{seen}"')}
    )
    window.answer("Klopt het zo?", "Vastleggen")
    window.answer("Door met", "Nee")
    assert "kennismaking: nee\n" in seen.read_text()
    assert 'thema: "Half #1 getypt"\n' in seen.read_text()
    text = (kort / STAP_1).read_text(encoding="utf-8")
    assert "kennismaking: false\n" in text
    assert "Half #1 getypt" in text


def test_text_that_stands_in_an_editor_when_the_window_closes_comes_back(
    kort: Path, terminal: Open, tmp_path: Path
):
    started = tmp_path / "begonnen"
    editor = script(
        tmp_path, "editor", f'echo "Lang verhaal" > "$1"; touch "{started}"; exec sleep 60'
    )
    window = terminal("step", env={"EDITOR": editor})
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    window.keys(CTRL_O)
    window.until(started.exists, "editor")
    window.hang_up()
    window.exit_code()
    window = terminal("step")
    window.asks(THEMA, "Lang verhaal")
    assert not [name for name in left(kort) if name.endswith(".md")]


@pytest.mark.parametrize(
    ("args", "flag"),
    [(["step"], "--antwoorden"), (["new"], "--kort"), (["init", "nieuw"], "--naam")],
    ids=["step", "new", "init"],
)
@pytest.mark.usefixtures("kort")
def test_a_dumb_terminal_asks_nothing_and_names_the_flag(
    terminal: Open, args: list[str], flag: str
):
    window = terminal(*args, env={"TERM": "dumb"})
    assert window.exit_code() == 2
    assert 1 <= len(window.lines) <= 2
    assert flag in window.text
    assert b"\x1b" not in window.raw


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
def test_output_to_a_pipe_has_no_escape_codes_and_at_most_80_columns(run: Run):
    text = (
        (EXAMPLES / "kort.yaml")
        .read_text(encoding="utf-8")
        .replace("Motivatie\n", f"Motivatie {LANG_WOORD}\n")
    )
    text = text.replace(
        "Breng weer regelmaat in je dag.",
        f"Lees 中文中文 {LANG_WOORD} \\e[31m 😀😀".replace("\\e", "e"),
    )
    done = run("step", "--antwoorden", "-", stdin=text)
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
        outcome = run(*command.split(), env=wide)
        assert outcome.out + outcome.err
        assert "\x1b" not in outcome.out + outcome.err
        too_wide = [
            line for line in (outcome.out + outcome.err).splitlines() if _columns(line) > 80
        ]
        assert not too_wide, (command, too_wide)


@pytest.mark.parametrize("columns", [40, 60])
def test_a_narrow_terminal_gets_lines_that_fit(terminal: Open, columns: int, prepare: Prepare):
    prepare("kort", 5)
    for command in ("status", "show", "log", "overzicht"):
        window = terminal(command, columns=columns, rows=10, env={"PAGER": "cat", "NO_COLOR": "1"})
        assert window.exit_code() == 0
        shown = window.raw.decode().replace("\r\n", "\n")
        assert [line for line in shown.splitlines() if _columns(line) > columns] == [], command


def test_the_c_locale_works(kort: Path, terminal: Open, run: Run):
    c = {"LC_ALL": "C", "LANG": "C"}
    done = run(
        "step",
        "--antwoorden",
        "-",
        stdin=answers("kort", 0).replace("Motivatie", "Eén café 😀"),
        env=c,
    )
    assert done.code == 0, done.err
    assert "Eén café 😀" in run("show", env=c).out
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


def test_an_ascii_terminal_loses_signs_but_no_answer(kort: Path, run: Run):
    ascii_only = {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "ascii",
        "PYTHONCOERCECLOCALE": "0",
    }
    done = run(
        "step",
        "--antwoorden",
        "-",
        stdin=answers("kort", 0).replace("Motivatie", "Eén café"),
        env=ascii_only,
    )
    assert done.code == 0, done.err
    assert run("show", env=ascii_only).code == 0
    text = (kort / "sessies/2026/2026-11-23-kort/1-acclimatisering.md").read_text(encoding="utf-8")
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
    assert window.text == "gelezen"
    assert "Hoe kan ik mezelf weer motiveren?" in paged.read_text(encoding="utf-8")
    assert (
        max(
            map(
                _columns,
                re.sub(r"\x1b\[[0-9;]*m", "", paged.read_text(encoding="utf-8")).splitlines(),
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
        intervisie("show"), cwd=kort, env=os.environ | pager, capture_output=True, check=True
    )
    assert not paged.exists()
    assert b"motiveren" in done.stdout


def test_a_pager_that_is_left_early_is_no_mistake(terminal: Open, tmp_path: Path, prepare: Prepare):
    prepare("kort", 5)
    window = terminal("show", env={"PAGER": script(tmp_path, "pager", "head -n 1")})
    assert window.exit_code() == 0
    assert len(window.lines) == 1


def test_what_a_record_holds_steers_no_terminal(kort: Path, terminal: Open):
    step = kort / "sessies/2026/2026-11-23-kort/1-acclimatisering.md"
    step.write_text(
        step.read_text(encoding="utf-8") + "\n\x1b[2J\x1b]0;weg\x07rood \u202eomgekeerd\n",
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
        code for sgr in re.findall(r"\x1b\[([0-9;]*)m", raw.decode()) for code in sgr.split(";")
    }
    return {code for code in codes if code and 30 <= int(code) <= 107 and code not in ("39", "49")}


def _columns(line: str) -> int:
    """Columns that a line takes, by another rule than the product's own."""
    from pyte.screens import wcwidth

    return sum(max(0, wcwidth(char)) for char in line)
