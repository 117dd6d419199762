"""A sessie that `step` does not take by itself is named in each command that is proposed for it."""

import shlex
from pathlib import Path

import pytest

from tests import lab
from tests.flows.sync.test_sync import change
from tests.lab import intervisie, must
from tests.prepared import Prepare

NEW = ("new", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "kim")
ANDERS = {"id": "0123456789abcdef", "pad": "hulpvraag", "waarde": "Anders?"}

STAP = "ronde-1-mirthe/hulpvraag-definieren"


@pytest.fixture
def groep(prepare: Prepare) -> Path:
    """A group with two versions of a hulpvraag in a sessie that is done; the next stands ready."""
    group = prepare("kort", 5)
    change(group, lab.HULPVRAAG, conflicten=[ANDERS])
    must(group, *NEW, "--lang", "--datum", "volgende week")
    return group


def test_the_command_that_check_proposes_finds_its_step(groep: Path):
    said = " ".join(intervisie(groep, "check", lab.SESSIE).out.split())
    typ = f"intervisie step --sessie {lab.SESSIE} 1/hulpvraag-definieren --opnieuw"
    assert f"Typ: {typ}" in said
    typed = (*shlex.split(typ)[1:], "--antwoorden", "-")
    must(groep, *typed, stdin="hulpvraag: Hoe houd ik vol?\n")
    assert "twee versies" not in intervisie(groep, "check", lab.SESSIE).out


def test_status_names_the_sessie_where_two_versions_are_and_where_a_step_is_to_do(
    groep: Path,
):
    said = must(groep, "status", "--sessie", lab.SESSIE).out
    assert f"Kies met: intervisie step --sessie {lab.SESSIE} {STAP} --opnieuw" in said
    assert "Typ: intervisie step\n" in must(groep, "status").out
    must(groep, *NEW, "--kort", "--datum", "over 3 weken")
    later = "2026-12-14-kort"
    typ = f"Typ: intervisie step --sessie {later}"
    assert typ in must(groep, "status", "--sessie", later).out
    assert typ in must(groep, "show", later).out


def test_sync_names_the_sessie_in_which_two_versions_came_in(
    groep: Path, tmp_path: Path
):
    place, kim = str(tmp_path / "stick/groep.git"), tmp_path / "kim"
    must(groep, "init", "--remote", place, str(groep))
    must(tmp_path, "init", "--van", place, "--als", "kim", str(kim))
    for clone, text in ((groep, "Van Mirthe."), (kim, "Van Kim.")):
        change(clone, lab.HULPVRAAG, toelichting=text)
    must(groep, "sync")
    said = intervisie(kim, "sync").out
    assert f"Kies met: intervisie step --sessie {lab.SESSIE} {STAP} --opnieuw" in said


def test_two_that_were_prepared_for_one_day_are_told_and_one_goes(
    leeg: Path, tmp_path: Path
):
    place, kim = str(tmp_path / "stick/groep.git"), tmp_path / "kim"
    must(leeg, "init", "--remote", place, str(leeg))
    must(tmp_path, "init", "--van", place, "--als", "kim", str(kim))
    for clone in (leeg, kim):
        must(clone, *NEW, "--kort", "--thema", "Dinsdag", "--datum", "2026-12-01")
    for clone in (leeg, kim, leeg):
        must(clone, "sync")
    [een, twee] = sorted(path.name for path in (leeg / "sessies/2026").iterdir())
    said = " ".join(must(leeg, "status", "--sessie", een).out.split())
    typ = f"intervisie undo --sessie {twee}"
    assert f"nog een sessie klaar: {twee}. Eén te veel? Typ: {typ}" in said
    must(leeg, *typ.split()[1:])
    assert "nog een sessie klaar" not in must(leeg, "status").out
