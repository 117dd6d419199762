"""Who wants plain lines gets them, on every way to the terminal; nobody else pays for it."""

import io
import sys
from pathlib import Path

import platformdirs.unix
import pytest

from intervisie_cli import system
from intervisie_cli.ui import toegankelijk, tussenregel
from intervisie_cli.ui.console import Console
from intervisie_cli.ui.doek import Doek
from intervisie_cli.ui.tussenregel import Bijgeschreven
from tests.cli.test_start_up import TRACE
from tests.conftest import Run
from tests.prepared import Open


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("accessible", "term", "setting", "is_on"),
    [
        (None, "xterm", False, False),
        ("", "xterm", False, False),
        ("0", "xterm", False, False),
        ("1", "xterm", False, True),
        ("ja", "xterm", False, True),
        (None, "dumb", False, True),
        ("0", "dumb", False, True),
        (None, "xterm", True, True),
        ("", "xterm", True, True),
        # Once not.
        ("0", "xterm", True, False),
    ],
)
def test_what_turns_it_on(
    monkeypatch: pytest.MonkeyPatch,
    accessible: str | None,
    term: str,
    setting: bool,
    is_on: bool,
):
    monkeypatch.setenv("TERM", term)
    if accessible is not None:
        monkeypatch.setenv("ACCESSIBLE", accessible)
    toegankelijk.choose(setting)
    assert toegankelijk.is_on() == is_on


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is asked")
@pytest.mark.parametrize("base", [None, "", "~/elders", "/ergens"])
def test_the_folder_of_settings_is_the_one_that_platformdirs_gives(
    monkeypatch: pytest.MonkeyPatch, base: str | None
):
    monkeypatch.delenv("XDG_CONFIG_HOME")
    if base is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", base)
    theirs = platformdirs.unix.Unix("intervisie", appauthor=False).user_config_path
    assert system.user_config_folder() == theirs


def test_nothing_that_is_written_steers_the_terminal(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ACCESSIBLE", "1")
    out = _Tty()
    console = Console(out, out)
    console.regel("Vet", "vet", "rood")
    console.voortgang("Ophalen… 1%")
    console.fout("Mis", "Typ iets.")
    console.stand("wachten op Kim")
    console.gepagineerd(["een"] * 200)
    Doek(console).teken(["een", "twee"])
    assert "\x1b" not in out.getvalue()
    assert "\r" not in out.getvalue()


def test_a_page_adds_what_is_new_and_a_clock_that_ticks_is_not(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("ACCESSIBLE", "1")
    out = _Tty()
    doek = Doek(Console(out, out))
    doek.teken(["Advisering · nog 3:20", "Kim 0/1, Tim 1/1"])
    doek.teken(["Advisering · nog 3:19", "Kim 0/1, Tim 1/1"])
    doek.teken(["Advisering · nog 3:18", "Kim 1/1, Tim 1/1"])
    doek.teken(["Advisering · nog 2:10 uitloop", "Kim 1/1, Tim 1/1"])
    assert out.getvalue().splitlines() == [
        "Advisering · nog 3:20",
        "Kim 0/1, Tim 1/1",
        "Kim 1/1, Tim 1/1",
        "Advisering · nog 2:10 uitloop",
    ]


def test_progress_is_told_at_once_and_then_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
):
    said: list[str] = []
    nu = [0.0]
    monkeypatch.setattr(tussenregel.time, "monotonic", lambda: nu[0])
    regel = Bijgeschreven(said.append)
    for percent in range(40):
        nu[0] += 0.5
        regel.voortgang(f"Ophalen… {percent}%")
    regel.voortgang("")
    assert said == ["Ophalen… 0%", "Ophalen… 20%"]


def test_who_waits_hears_anew_how_it_stands_after_something_else(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("ACCESSIBLE", "1")
    out = _Tty()
    console = Console(out, out)
    for text in ("nog 3:20 · wachten op Kim", "nog 3:19 · wachten op Kim"):
        console.stand(text)
    console.regel("Kim gaf advies.")
    console.stand("nog 3:00 · wachten op Kim")
    assert out.getvalue().splitlines() == [
        "nog 3:20 · wachten op Kim",
        "Kim gaf advies.",
        "nog 3:00 · wachten op Kim",
    ]


@pytest.mark.parametrize("command", ["log", "status", "--help"])
def test_who_does_not_use_it_loads_nothing_for_it(
    groep: Path, run: Run, terminal: Open, tmp_path: Path, command: str
):
    assert run("new", "--kort", "--deelnemers", "mirthe,kim").code == 0
    found = tmp_path / "modules.json"
    window = terminal(argv=[sys.executable, "-c", TRACE, str(found), command])
    assert window.exit_code() == 0
    assert groep.is_dir()
    modules = found.read_text()
    for heavy in (
        "platformdirs",
        "questionary",
        "regelvrager",
        "tussenregel",
        "termios",
    ):
        assert heavy not in modules


def test_who_uses_it_loads_nothing_that_draws(
    groep: Path, run: Run, terminal: Open, tmp_path: Path
):
    who = ("--deelnemers", "mirthe,kim", "--inbrengers", "mirthe")
    assert run("new", "--kort", *who).code == 0
    found = tmp_path / "modules.json"
    argv = [sys.executable, "-c", TRACE, str(found), "step"]
    window = terminal(argv=argv, env={"ACCESSIBLE": "1"})
    window.wait("Hebben jullie kennisgemaakt? (j of n, Enter = nee)\n>")
    window.keys(".stop\r")
    assert window.exit_code() == 0
    assert groep.is_dir()
    modules = found.read_text()
    assert "regelvrager" in modules
    assert "prompt_toolkit" not in modules
