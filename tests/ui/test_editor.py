"""The editor, for a text and for a whole step as a form: nothing that was typed is lost."""

import stat
from pathlib import Path

import pytest

from tests.prepared import Open, Prepare
from tests.terminal.terminal import CTRL_C, CTRL_O, script

STAP_1 = "sessies/2026/2026-11-23-kort/1-acclimatisering.md"
THEMA = "Wat is het thema van deze sessie?"
HULPVRAAG = "Mirthe · Wat is je hulpvraag?"


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
    window.asks(HULPVRAAG)
    text = (kort / STAP_1).read_text(encoding="utf-8")
    assert 'thema: "Vak #3: rust"' in text
    assert text.endswith("## Notulen\n\nEén.\n")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
    assert not [name for name in left(kort) if "acclimatisering" in name]


def left(group: Path) -> list[str]:
    """What still stands among the drafts."""
    return [
        path.name
        for path in (group / ".git/intervisie/drafts").iterdir()
        if path.suffix != ".lock"
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
        "step",
        "--editor",
        env={"EDITOR": script(tmp_path, "kijk", f'cp "$1" "{seen}"')},
    )
    window.asks("Klopt het zo?")
    assert "\nkennismaking: nee\n" in seen.read_text(), (
        "what was answered since is in it"
    )
    assert "\n# notulen: lang verhaal\n" in seen.read_text(), (
        "and so is what was not taken over"
    )
    window.keys(CTRL_C)
    window.exit_code()
    mends = script(
        tmp_path,
        "herstel",
        "printf 'thema: hersteld\\nkennismaking: nee\\n' > \"$1\"",
    )
    window = terminal("step", "--editor", env={"EDITOR": mends})
    window.answer("Klopt het zo?", "Vastleggen")
    window.asks(HULPVRAAG)
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
        "step",
        "--editor",
        env={"EDITOR": script(tmp_path, "kijk", f'cp "$1" "{seen}"')},
    )
    window.answer("Klopt het zo?", "Vastleggen")
    window.asks(HULPVRAAG)
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
        tmp_path,
        "editor",
        f'echo "Lang verhaal" > "$1"; touch "{started}"; exec sleep 60',
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
