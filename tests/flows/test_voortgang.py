"""Of something long it is shown how far it is; of something short nothing."""

import io
import time

import pytest

from intervisie_cli.flows import voortgang
from intervisie_cli.flows.voortgang import VEEL, Meter, gevolgd
from intervisie_cli.ui.console import Console


def test_of_many_each_percent_is_shown_once_and_the_line_goes_at_the_end():
    shown: list[str] = []
    assert list(gevolgd(shown.append, "Nakijken", range(VEEL))) == list(range(VEEL))
    assert shown[0] == "Nakijken… 0%"
    assert shown[-1] == ""
    assert len(shown) == 101


def test_of_few_nothing_is_shown():
    shown: list[str] = []
    list(gevolgd(shown.append, "Nakijken", range(VEEL - 1)))
    assert shown == [""]


def test_the_line_goes_also_when_it_stops_halfway():
    shown: list[str] = []
    dingen = gevolgd(shown.append, "Nakijken", range(VEEL))
    next(dingen)
    del dingen
    assert shown[-1] == ""


def test_after_a_moment_it_says_how_long_it_takes_still(
    monkeypatch: pytest.MonkeyPatch,
):
    now = iter([0.0, 30.0, 60.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    shown: list[str] = []
    voort = Meter(shown.append, "Ophalen")
    voort(250, 1000)
    voort(500, 1000)
    assert shown == ["Ophalen… 25%, nog 90 s", "Ophalen… 50%, nog 60 s"]
    assert voortgang.VEEL < 1000


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_printed_meanwhile_stands_on_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("TERM", "xterm")
    both = Terminal()
    console = Console(both, both)
    console.voortgang("Nakijken… 40%")
    console.regel("Dit is gevonden.")
    *_, printed = both.getvalue().split("\r\x1b[K")
    assert "40%" not in printed
    assert "Dit is gevonden." in printed
