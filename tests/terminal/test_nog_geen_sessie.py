"""Who is early: a sessie that another prepares is waited for, or fetched."""

from pathlib import Path

import pytest

from tests.lab import must
from tests.prepared import Open, Prepare
from tests.terminal.drie import share
from tests.terminal.terminal import CTRL_C, ENTER

pytestmark = pytest.mark.slow
NEW = ("new", "--kort", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "mirthe")


def test_mee_waits_for_a_sessie_and_step_fetches_it(
    leeg: Path, tmp_path: Path, terminal: Open
):
    evening = share(leeg, tmp_path, terminal)
    kim = evening.window("kim", "mee")
    kim.wait("Er staat nog geen sessie klaar", "Ctrl-C = stoppen")
    kim.keys(ENTER)
    kim.wait("Ctrl-C = stoppen")
    must(leeg, *NEW, "--geen-vragen")
    must(leeg, "sync")
    tim = evening.window("tim", "step")
    tim.asks("Hebben jullie kennisgemaakt?", None)
    kim.wait("Acclimatisering", "Tim leidt")
    for window in (kim, tim):
        window.keys(CTRL_C)
        assert window.exit_code() == 130


def test_who_stops_waiting_hears_how_to_go_on(
    leeg: Path, tmp_path: Path, terminal: Open
):
    evening = share(leeg, tmp_path, terminal)
    kim = evening.window("kim", "mee")
    kim.wait("Ctrl-C = stoppen")
    kim.keys(CTRL_C)
    kim.wait("Ga verder met: intervisie mee")
    assert kim.exit_code() == 130


def test_a_step_that_is_opened_again_is_of_the_sessie_that_was_done(
    prepare: Prepare, terminal: Open
):
    group = prepare("kort", 5)
    must(group, *NEW, "--datum", "2026-11-30", "--geen-vragen")
    window = terminal("step", "1/advisering", "--opnieuw", cwd=group)
    window.wait("Klopt het zo?")
    window.keys(CTRL_C)
    assert window.exit_code() == 130
