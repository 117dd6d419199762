"""A page that is drawn over itself touches only what changed, and nothing above it."""

import io
import os

import pyte
import pytest

from intervisie_cli.ui.console import Console
from intervisie_cli.ui.doek import Doek


class Screen:
    """A terminal of 40 by 8, with what was written to it since it was asked last."""

    def __init__(self) -> None:
        self.out = io.StringIO()
        self.doek = Doek(Console(self.out, io.StringIO()))
        self._screen = pyte.Screen(40, 8)
        self._stream = pyte.Stream(self._screen)

    def draw(self, *lines: str) -> str:
        self.doek.teken(list(lines))
        return self.see()

    def see(self, text: str = "") -> str:
        written = self.out.getvalue() or text
        self.out.seek(0)
        self.out.truncate()
        self._stream.feed(written.replace("\n", "\r\n"))
        return written

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((40, 8)))
    return Screen()


def test_only_lines_that_changed_are_written(screen: Screen):
    screen.see("eerder\n")
    screen.draw("een", "twee", "drie")
    written = screen.draw("een", "anders", "drie")
    assert "een" not in written
    assert screen.lines[:4] == ["eerder", "een", "anders", "drie"]


def test_the_same_page_writes_nothing(screen: Screen):
    screen.draw("een", "twee")
    assert screen.draw("een", "twee") == ""


def test_a_shorter_and_a_longer_page_stand_where_the_first_stood(screen: Screen):
    screen.see("eerder\n")
    screen.draw("een", "twee", "drie")
    screen.draw("een", "klaar")
    assert screen.lines[:4] == ["eerder", "een", "klaar", ""]
    screen.draw("een", "klaar", "nog", "meer")
    assert screen.lines[:5] == ["eerder", "een", "klaar", "nog", "meer"]


def test_a_page_is_cut_at_the_height_of_the_terminal(screen: Screen):
    screen.draw(*map(str, range(20)))
    assert screen.lines[:7] == [*"0123456"]
