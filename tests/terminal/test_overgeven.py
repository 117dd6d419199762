"""Who led stops, and who passed over comes back: nothing that was typed stays behind."""

from pathlib import Path

import pytest

from tests.prepared import Open, Prepare
from tests.terminal.drie import KORT, Evening, line, share
from tests.terminal.terminal import CTRL_C, ENTER

pytestmark = pytest.mark.slow
EVALUATIE = f"{KORT}/4-evaluatie.md"


@pytest.fixture
def evening(prepare: Prepare, tmp_path: Path, terminal: Open) -> Evening:
    """A korte sessie of three laptops that has come to the evaluatie."""
    return share(prepare("kort", 3), tmp_path, terminal)


def test_what_who_led_typed_is_there_for_who_leads_next(evening: Evening):
    kim = evening.window("kim", "mee")
    kim.wait("Enter = meer")
    tim = evening.window("tim", "step")
    line(tim, "Brengt nog iemand een hulpvraag in?", "n")
    line(tim, "Mirthe · ervaring", "Goed")
    line(tim, "Tim · ervaring", "Leerzaam")
    line(kim, "Kim · ervaring", "Fijn")
    line(tim, "Afspraak 1", "Meer tijd voor de kern")
    tim.asks("Afspraak 2", None)
    tim.keys(CTRL_C)
    assert tim.exit_code() == 130
    kim.keys(CTRL_C)
    assert kim.exit_code() == 130
    kim = evening.window("kim", "step")
    kim.answer("Tim leidt deze stap", "Overnemen: ik leid verder")
    kim.asks("Afspraak 2", None)
    # At home Tim is not asked again what he said while he led.
    tim = evening.window("tim", "mee")
    tim.wait("Kim leidt", "Enter = meer")


def test_who_passed_over_can_come_back_from_mee(evening: Evening):
    kim = evening.window("kim", "mee")
    kim.wait("Enter = meer")
    mirthe = evening.window("mirthe", "mee", "--als", "mirthe")
    mirthe.wait("Enter = meer")
    tim = evening.window("tim", "step")
    line(tim, "Brengt nog iemand een hulpvraag in?", "n")
    line(mirthe, "Mirthe · ervaring", "Goed")
    pad = evening.mirthe / EVALUATIE
    for keuze, is_over in (
        ("Ik sla deze stap over", True),
        ("Ik doe toch mee in deze stap", False),
    ):
        mirthe.wait("Enter = meer")
        mirthe.keys(ENTER)
        mirthe.answer("Wat wil je doen?", keuze)
        mirthe.until(
            lambda over=is_over: ("slaat_over" in pad.read_text()) is over, keuze
        )
