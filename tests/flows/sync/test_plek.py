"""Connecting a group to a place, and joining there, where the place is not what people think."""

from pathlib import Path

import pytest

from tests.lab import Templates, git, intervisie, must


@pytest.fixture
def groep(templates: Templates, tmp_path: Path) -> Path:
    return templates.copy("een", tmp_path / "groep")


def bare(folder: Path, head: str = "main") -> Path:
    git(folder.parent, "init", "-q", "--bare", "-b", head, str(folder))
    return folder


def fill(plek: Path, branch: str, *namen: str) -> None:
    """Put files on a branch there, as a host does that makes a place with a README."""
    work = plek.with_suffix(".werk")
    git(plek.parent, "clone", "-q", str(plek), str(work))
    for naam in namen:
        (work / naam).parent.mkdir(parents=True, exist_ok=True)
        (work / naam).write_text("# Welkom\n")
    git(work, "add", ".")
    git(work, "commit", "-qm", "Initial commit")
    git(work, "push", "-q", "origin", f"HEAD:{branch}")


@pytest.mark.parametrize("getypt", ["plek.git", "./sub/plek.git", "sessies/plek"])
def test_no_place_is_made_inside_the_group(groep: Path, getypt: str):
    before = sorted(groep.rglob("*"))
    outcome = intervisie(groep, "init", "--remote", getypt)
    assert outcome.code == 2
    assert "niet in de map van de groep zelf" in outcome.err
    assert sorted(groep.rglob("*")) == before


def test_nor_in_a_group_that_would_be_new(tmp_path: Path):
    nieuw = tmp_path / "nieuw"
    argv = ("init", "nieuw", "--naam", "x", "--leden", "kim,tim", "--remote", "nieuw/p")
    outcome = intervisie(tmp_path, *argv)
    assert outcome.code == 2
    assert not nieuw.exists()


@pytest.mark.parametrize(
    "adres", ["https://plek.invalid/groep.git", "ssh://kim@plek.invalid/groep.git"]
)
def test_what_to_do_when_it_did_not_go_well_can_be_done(
    groep: Path, tmp_path: Path, adres: str
):
    for argv in (
        ("init", "--remote", adres, str(groep)),
        ("init", "--van", adres, "kim", "--als", "kim"),
    ):
        outcome = intervisie(tmp_path, *argv)
        assert outcome.code == 5
        assert " met dezelfde opdracht." in " ".join(outcome.err.split())
        assert "intervisie sync" not in outcome.err
    assert not (tmp_path / "kim").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("namen", "wat"),
    [
        (("README.md",), "README.md."),
        (("README.md", "LICENSE"), "LICENSE en README.md."),
        (("a", "b", "c/d", "e", "f"), "a, b, c en nog 2."),
    ],
)
def test_a_place_that_is_not_empty_says_what_it_holds(
    groep: Path, tmp_path: Path, namen: tuple[str, ...], wat: str
):
    plek = bare(tmp_path / "p.git")
    fill(plek, "main", *namen)
    outcome = intervisie(groep, "init", "--remote", str(plek), str(groep))
    assert outcome.code == 5
    assert f"staat al iets anders: {wat}" in " ".join(outcome.err.split())
    assert "NIEUW-ADRES" in outcome.err
    outcome = intervisie(tmp_path, "init", "--van", str(plek), "kim", "--als", "kim")
    assert outcome.code == 1
    assert f"geen groep, wel: {wat}" in " ".join(outcome.err.split())
    assert not (tmp_path / "kim").exists()
    # And what is advised helps.
    nieuw = bare(tmp_path / "nieuw.git")
    must(groep, "init", "--remote", str(nieuw), str(groep))
    must(tmp_path, "init", "--van", str(nieuw), "kim", "--als", "kim")


def test_a_place_without_anything_says_so(tmp_path: Path):
    plek = bare(tmp_path / "p.git")
    outcome = intervisie(tmp_path, "init", "--van", str(plek), "kim", "--als", "kim")
    assert "Op dat adres staat nog niets." in outcome.err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("head", "ander"), [("master", "master"), ("trunk", "trunk"), ("main", "gh-pages")]
)
def test_one_joins_on_the_branch_that_holds_the_group(
    groep: Path, tmp_path: Path, head: str, ander: str
):
    plek = bare(tmp_path / "p.git", head)
    fill(plek, ander, "README.md")
    must(groep, "init", "--remote", str(plek), str(groep))
    must(tmp_path, "init", "--van", str(plek), "kim", "--als", "kim")
    assert "refs/heads/main" in git(tmp_path / "kim", "symbolic-ref", "HEAD")
    assert git(tmp_path / "kim", "rev-parse", "HEAD") == git(plek, "rev-parse", "main")
    assert intervisie(tmp_path / "kim", "doctor").code == 0


def test_a_place_told_from_the_group_is_found_from_anywhere(
    groep: Path, tmp_path: Path
):
    plek = tmp_path / "p.git"
    must(groep, "init", "--remote", str(plek), str(groep))
    git(groep, "remote", "set-url", "origin", "../p.git")
    for folder in (groep, groep / "sessies"):
        must(folder, "sync")
        assert "gedeelde plek" not in intervisie(folder, "doctor").out


@pytest.mark.slow
@pytest.mark.parametrize("cloud", ["Dropbox", "iCloudDrive", "OneDrive - School"])
def test_who_begins_in_a_cloud_is_told(groep: Path, tmp_path: Path, cloud: str):
    (tmp_path / cloud).mkdir()
    plek = tmp_path / cloud / "groep.git"
    outcome = must(groep, "init", "--remote", str(plek), str(groep))
    assert "de gedeelde plek staat in" in outcome.err
    leden = ("--naam", "x", "--leden", "kim,tim")
    outcome = must(tmp_path / cloud, "init", "nieuw", *leden)
    assert "de groep staat in" in outcome.err
    outcome = must(tmp_path / cloud, "init", "--van", str(plek), "kim", "--als", "kim")
    assert "de groep staat in" in outcome.err
    assert "De gedeelde plek staat in" in intervisie(groep, "doctor").out
