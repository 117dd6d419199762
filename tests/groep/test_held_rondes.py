"""A ronde that was dropped or left open counts as held when something of it was recorded."""

import json
from pathlib import Path

import pytest

from tests import lab
from tests.lab import must


@pytest.fixture
def begun(twee: Path) -> Path:
    """A sessie with the hulpvraag of Mirthe recorded, and a ronde of Tim to come."""
    must(twee, "wijzig", "--ronde-erbij", "tim")
    return twee


def log(group: Path, *argv: str) -> list[tuple[str, bool]]:
    """Whose rondes the log has, and which of these are done."""
    found = json.loads(must(group, "log", "--json", *argv).out)["rondes"]
    return [(ronde["inbrenger"], ronde["klaar"]) for ronde in found]


def turns(group: Path) -> dict[str, int]:
    """How often each member was inbrenger."""
    found = json.loads(must(group, "status", "--beurten", "--json").out)["leden"]
    return {row["lid"]: row["inbrenger"]["aantal"] for row in found}


def counted(group: Path) -> dict[str, int]:
    """The rondes of each member in the statistics."""
    out = must(group, "log", "--statistiek", "--json").out
    rondes: dict[str, int] = json.loads(out)["rondes"]
    return rondes


def test_a_ronde_that_comes_counts_and_is_not_done(begun: Path):
    assert log(begun) == [("mirthe", False), ("tim", False)]
    assert turns(begun) == {"mirthe": 1, "kim": 0, "tim": 1}
    assert counted(begun) == {"mirthe": 1, "tim": 1}


@pytest.mark.parametrize("how", [("--ronde-weg", "2"), ("--afronden", "geen tijd")])
def test_a_ronde_of_which_nothing_was_recorded_was_never_held(
    begun: Path, how: tuple[str, str]
):
    must(begun, "wijzig", *how)
    assert log(begun) == [("mirthe", False)]
    assert turns(begun) == {"mirthe": 1, "kim": 0, "tim": 0}
    assert counted(begun) == {"mirthe": 1}
    assert "nog geen hulpvraag" not in must(begun, "log", "--kort").out


def test_a_ronde_that_stopped_halfway_was_held_and_is_not_done(begun: Path):
    must(begun, "wijzig", "--ronde-weg", "1")
    assert log(begun) == [("mirthe", False), ("tim", False)]
    assert turns(begun)["mirthe"] == 1


def test_a_ronde_of_which_all_is_recorded_is_done_whatever_was_left_after_it(
    begun: Path,
):
    must(begun, *lab.STEP, stdin=lab.ADVISERING_ANSWERS)
    must(begun, "wijzig", "--afronden", "geen tijd")
    assert log(begun) == [("mirthe", True)]


def test_what_was_noted_at_a_ronde_that_was_not_held_is_found_at_the_others(
    begun: Path,
):
    must(begun, "notitie", "zwemmen", "--als", "kim", "--stap", "2/advisering")
    must(begun, "wijzig", "--ronde-weg", "2")
    assert log(begun, "--zoek", "zwemmen") == [("mirthe", False)]
