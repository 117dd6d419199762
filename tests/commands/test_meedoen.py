"""Joining a group: a slip in one's own name makes no new member."""

from pathlib import Path

import pytest

from tests import lab
from tests.lab import git, must
from tests.prepared import Open


@pytest.fixture
def place(leeg: Path, tmp_path: Path) -> str:
    """A shared group of Mirthe, Kim and Tim."""
    plek = str(tmp_path / "stick/groep.git")
    must(leeg, "init", "--remote", plek, str(leeg))
    return plek


def handles(clone: Path) -> list[str]:
    rows = (clone / "groep.yaml").read_text().splitlines()
    return [row.split("id: ")[1] for row in rows if "id: " in row]


@pytest.mark.parametrize("typed", ["mirte", "timmy", "kimm"])
def test_who_types_almost_the_name_of_a_member_is_asked(
    place: str, tmp_path: Path, terminal: Open, typed: str
):
    clone = tmp_path / "eigen"
    window = terminal("init", "--van", place, "--als", typed, str(clone))
    window.until(lambda: "Ben jij" in window.question, "who it is")
    window.keys("\r")
    window.answer("Delen na elke stap?", "Nee")
    assert window.exit_code() == 0
    assert handles(clone) == ["mirthe", "kim", "tim"]


def test_who_is_new_says_so(place: str, tmp_path: Path, terminal: Open):
    clone = tmp_path / "eigen"
    window = terminal("init", "--van", place, "--als", "timo", str(clone))
    window.answer("Ben jij Tim, die al lid is?", "Nee, ik ben nieuw: Timo")
    window.answer("Delen na elke stap?", "Nee")
    assert window.exit_code() == 0
    assert handles(clone) == ["mirthe", "kim", "tim", "timo"]


def test_a_script_is_told_which_name_it_may_mean(place: str, tmp_path: Path):
    clone = tmp_path / "eigen"
    argv = ("init", "--van", place, "--als", "kimberly", str(clone))
    outcome = lab.intervisie(tmp_path, *argv)
    assert outcome.code == 2
    assert "'kimberly' lijkt op Kim, die al lid is." in outcome.err
    assert handles(clone) == ["mirthe", "kim", "tim"]
    must(clone, "lid", "erbij", "kimberly")
    assert handles(clone)[-1] == "kimberly"


@pytest.mark.parametrize(
    ("rights", "shared"), [(0o2770, 0o070), (0o700, 0), (0o777, 0)]
)
def test_a_place_in_a_folder_of_a_group_of_users_is_theirs_too(
    leeg: Path, tmp_path: Path, rights: int, shared: int
):
    disk = tmp_path / "gedeeld"
    disk.mkdir()
    disk.chmod(rights)
    if disk.stat().st_mode & 0o7777 != rights:
        pytest.skip("this disk keeps no rights")
    place = disk / "groep.git"
    must(leeg, "init", "--remote", str(place), str(leeg))
    for path in (place, place / "refs/heads", place / "objects"):
        assert path.stat().st_mode & 0o070 == shared, path
    assert (place / "refs/heads/main").stat().st_mode & 0o007 == 0
    must(leeg, *("new", "--kort", "--deelnemers", "kim,tim", "--geen-vragen"))
    must(leeg, "sync")
    for path in (place / "refs/heads/main", *(place / "objects").glob("??")):
        assert bool(path.stat().st_mode & 0o060) is bool(shared), path


def test_a_group_moves_to_another_place_and_the_others_are_told(
    place: str, leeg: Path, tmp_path: Path
):
    kim = tmp_path / "kim"
    must(tmp_path, "init", "--van", place, "--als", "kim", str(kim))
    nieuw = str(tmp_path / "ander/groep.git")
    must(leeg, "init", "--remote", nieuw, str(leeg))
    must(leeg, "new", "--kort", "--deelnemers", "mirthe,kim", "--geen-vragen")
    must(leeg, "sync")
    said = " ".join(lab.intervisie(kim, "sync").err.split())
    assert f"De groep is verhuisd naar {nieuw}." in said
    typ = f"intervisie init --remote {nieuw}"
    assert f"Ga mee met: {typ}" in said
    must(kim, *typ.split()[1:], str(kim))
    assert "verhuisd" not in lab.intervisie(kim, "sync").err
    assert (kim / "sessies").is_dir()
    assert lab.files_of(kim) == lab.files_of(leeg)


def test_who_reaches_the_new_place_by_another_path_went_along(
    place: str, leeg: Path, tmp_path: Path
):
    """A stick has another path on each laptop."""
    kim, noor = tmp_path / "kim", tmp_path / "noor"
    must(tmp_path, "init", "--van", place, "--als", "kim", str(kim))
    nieuw = tmp_path / "ander/groep.git"
    must(leeg, "init", "--remote", str(nieuw), str(leeg))
    hier = tmp_path / "bij-kim"
    hier.symlink_to(tmp_path / "ander")
    assert "verhuisd" in lab.intervisie(kim, "sync").err
    must(kim, "init", "--remote", str(hier / "groep.git"), str(kim))
    for clone in (kim, leeg):
        assert "verhuisd" not in lab.intervisie(clone, "sync").err
    assert str(nieuw) in (leeg / "groep.yaml").read_text()
    must(tmp_path, "init", "--van", place, "--als", "noor", str(noor))
    assert "verhuisd" in lab.intervisie(noor, "sync").err


def test_a_group_moves_back_and_the_others_are_told(
    place: str, leeg: Path, tmp_path: Path
):
    kim, nieuw = tmp_path / "kim", str(tmp_path / "ander/groep.git")
    must(leeg, "init", "--remote", nieuw, str(leeg))
    must(tmp_path, "init", "--van", nieuw, "--als", "kim", str(kim))
    assert "verhuisd" not in lab.intervisie(kim, "sync").err
    must(leeg, "init", "--remote", place, str(leeg))
    said = " ".join(lab.intervisie(kim, "sync").err.split())
    assert f"De groep is verhuisd naar {place}." in said


def test_a_move_that_cannot_be_leaves_the_group_where_it_stands(
    place: str, leeg: Path, tmp_path: Path
):
    vreemd = tmp_path / "vreemd"
    vreemd.mkdir()
    (vreemd / "brief.txt").write_text("Van iemand anders.")
    outcome = lab.intervisie(leeg, "init", "--remote", str(vreemd), str(leeg))
    assert outcome.code == 5
    assert (vreemd / "brief.txt").read_text() == "Van iemand anders."
    assert "plek:" not in (leeg / "groep.yaml").read_text()
    assert place in git(leeg, "remote", "get-url", "origin")
    assert must(leeg, "sync").code == 0


def test_a_place_that_a_forge_filled_with_a_readme_is_no_other_group(
    leeg: Path, tmp_path: Path
):
    place, werk = tmp_path / "forge.git", tmp_path / "werk"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(place))
    git(tmp_path, "init", "-q", "-b", "main", str(werk))
    (werk / "README.md").write_text("# groep\n")
    git(werk, "add", "README.md")
    git(werk, "commit", "-qm", "Initial commit")
    git(werk, "push", "-q", str(place), "main")
    outcome = lab.intervisie(leeg, "init", "--remote", str(place), str(leeg))
    assert outcome.code == 5
    assert "Op de gedeelde plek staat al iets anders: README.md." in outcome.err
    assert "vink geen README" in outcome.err
    assert git(leeg, "remote").strip() == ""
