"""A dead line: what was typed for Kim elsewhere, and sent by her later, is offered as one."""

from pathlib import Path

import pytest

from tests.prepared import Open, Prepare
from tests.terminal.drie import ADVISERING, gives, line, share
from tests.terminal.terminal import ENTER

pytestmark = pytest.mark.slow


def test_what_was_typed_for_kim_and_sent_by_her_becomes_one(
    prepare: Prepare, tmp_path: Path, terminal: Open
):
    evening = share(prepare("kort", 2), tmp_path, terminal)
    kim = evening.window("kim", "mee")
    kim.asks("Kim · advies", None)
    tim = evening.window("tim", "step")
    gives(tim, "Tim · advies", "Ga vroeg naar bed")
    tim.wait("wachten op Kim")

    stick = tmp_path / "stick"
    stick.rename(tmp_path / "weg")
    gives(kim, "Kim · advies", "Zet een wekker")
    kim.wait("geen verbinding sinds")
    tim.keys(ENTER)
    tim.answer("Wat nu?", "Kim antwoordt hier, op deze laptop")
    line(tim, "Kim · advies", "zet een wekker")
    tim.asks("Mirthe · Kun je hier iets mee?", None)
    (tmp_path / "weg").rename(stick)

    line(tim, "Van Kim staat dit er twee keer. Eén laten staan? (j/n)")
    for _ in range(2):
        line(tim, "Mirthe · Kun je hier iets mee?", "ja")
    line(tim, "Actie 1", "mirthe: Ik zet elke dag om 9 uur de wekker")
    line(tim, "Actie 2")
    line(tim, "Mirthe · Sta je achter dit plan?", "j")
    line(tim, "Twijfelt iemand of dit plan haalbaar is?", "nee")
    tim.wait("Advisering (ronde 1) vastgelegd")
    adviezen = evening.all_have(ADVISERING)["adviezen"]
    assert [item["lid"] for item in adviezen] == ["kim", "tim"]
