"""An evening that goes on past midnight: the sessie at hand is the one that is being held."""

from pathlib import Path

import pytest

from tests import lab
from tests.lab import Templates, intervisie, must

MORGEN = (
    "new",
    "--kort",
    "--datum",
    "2026-11-24",
    "--thema",
    "morgen",
    "--deelnemers",
    "mirthe,kim,tim",
    "--inbrengers",
    "kim",
)


def at(tijd: str) -> dict[str, str]:
    return {"INTERVISIE_NU": f"2026-11-{tijd}:00+01:00"}


@pytest.fixture
def groep(templates: Templates, tmp_path: Path) -> Path:
    """A sessie of the 23rd that was begun, and one that is prepared for the 24th."""
    groep = templates.copy("een", tmp_path / "groep")
    must(groep, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS, env=at("23T23:50"))
    must(groep, *MORGEN, env=at("23T18:00"))
    return groep


@pytest.mark.parametrize(
    ("tijd", "dag"),
    [
        ("23T23:59", "ma 23 november"),
        ("24T00:05", "ma 23 november"),
        ("24T03:30", "ma 23 november"),
        ("24T09:00", "di 24 november"),
        ("24T19:00", "di 24 november"),
    ],
)
def test_the_sessie_at_hand_around_midnight_is_the_open_one(
    groep: Path, tijd: str, dag: str
):
    assert dag in must(groep, "status", env=at(tijd)).out.splitlines()[0]


def test_in_the_night_a_sessie_that_nobody_began_is_not_of_the_evening_before(
    templates: Templates, tmp_path: Path
):
    groep = templates.copy("leeg", tmp_path / "groep")
    gisteren = tuple(deel.replace("2026-11-24", "2026-11-23") for deel in MORGEN)
    must(groep, *gisteren, env=at("22T18:00"))
    must(groep, *MORGEN, env=at("22T18:00"))
    assert "di 24 november" in must(groep, "status", env=at("24T00:10")).out


def test_a_sessie_that_cannot_be_read_stops_no_night(groep: Path):
    (groep / lab.SESSIE_YAML).write_text("id: [\n")
    assert "di 24 november" in intervisie(groep, "status", env=at("24T00:10")).out
