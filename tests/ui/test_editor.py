"""The editor on the answer to one question: nothing that was typed is lost."""

import stat
from pathlib import Path

import pytest

from tests.prepared import Open, Prepare
from tests.terminal.terminal import CTRL_C, CTRL_O, ENTER, script

STAP_1 = "sessies/2026/2026-11-23-kort/1-acclimatisering.md"
THEMA = "Wat is het thema van deze sessie?"


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


def left(group: Path) -> list[str]:
    """What still stands among the drafts."""
    return [
        path.name
        for path in (group / ".git/intervisie/drafts").iterdir()
        if path.suffix != ".lock"
    ]


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


def test_a_text_in_another_encoding_is_put_aside_and_said_to_be(
    kort: Path, terminal: Open, tmp_path: Path
):
    editor = script(tmp_path, "editor", "printf 'caf\\351' > \"$1\"")
    window = terminal("step", env={"EDITOR": editor})
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    window.keys("Half getypt", CTRL_O)
    window.shows("kies in je editor: opslaan als, codering UTF-8")
    window.asks(THEMA, "Half getypt")
    [aside] = [name for name in left(kort) if "opzij" in name]
    raw = (kort / ".git/intervisie/drafts" / aside).read_bytes()
    assert raw == b"caf\xe9"


def test_an_editor_that_comes_back_at_once_is_waited_for_before_reading(
    kort: Path, terminal: Open, tmp_path: Path
):
    opens = script(
        tmp_path,
        "code",
        f'echo "$1" > "{tmp_path}/waar"',
    )
    window = terminal("step", env={"EDITOR": opens})
    window.answer("Hebben jullie kennisgemaakt?", "Nee")
    window.asks(THEMA)
    window.keys("Eerst", CTRL_O)
    window.shows("Je editor kwam meteen terug.")
    Path((tmp_path / "waar").read_text().strip()).write_text("later bewaard")
    window.keys(ENTER)
    window.asks(THEMA, "later bewaard")
    assert kort
