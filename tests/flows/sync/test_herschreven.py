"""A place of which the history changed: nothing that was taken out goes back by itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import lab
from tests.flows.sync.test_sync import change
from tests.flows.test_doctor import found
from tests.lab import Templates, git, intervisie, must

WAT = "Hulpvraag definiëren (ronde 1) van ma 23 november"
GEHEIM = "Dit had hier niet moeten staan."


@pytest.fixture
def paar(templates: Templates, tmp_path: Path) -> tuple[Path, Path, Path]:
    """Mirthe and Kim with what should not be there, and the place."""
    mirthe, kim = templates.shared("een", tmp_path)
    change(mirthe, lab.HULPVRAAG, toelichting=GEHEIM)
    must(mirthe, "sync")
    must(kim, "sync")
    return mirthe, kim, tmp_path / lab.PLACE


def amended(kim: Path) -> None:
    """Kim takes the last commit back, as a page about git tells."""
    git(kim, "reset", "-q", "--hard", "HEAD^")
    change(kim, lab.HULPVRAAG, toelichting="Een andere toelichting.")
    git(kim, "commit", "-qam", "opnieuw")
    git(kim, "push", "-qf", "origin", "main")


def shortened(kim: Path) -> None:
    git(kim, "push", "-qf", "origin", "HEAD^:main")


def squashed(kim: Path) -> None:
    """The whole history becomes one commit, without the secret."""
    text = (kim / lab.HULPVRAAG).read_text().replace(GEHEIM, "Weg.")
    (kim / lab.HULPVRAAG).write_text(text)
    git(kim, "add", "-A")
    tree = git(kim, "write-tree").strip()
    commit = git(kim, "commit-tree", "-m", "begin", tree).strip()
    git(kim, "push", "-qf", "origin", f"{commit}:main")


@pytest.mark.parametrize(
    ("rewrite", "own"),
    [
        (amended, True),
        (shortened, False),
        pytest.param(amended, False, marks=pytest.mark.slow),
        pytest.param(shortened, True, marks=pytest.mark.slow),
        pytest.param(squashed, False, marks=pytest.mark.slow),
        pytest.param(squashed, True, marks=pytest.mark.slow),
    ],
)
def test_what_was_taken_out_does_not_go_back(
    paar: tuple[Path, Path, Path], rewrite: Callable[[Path], None], own: bool
):
    mirthe, kim, plek = paar
    rewrite(kim)
    daar = git(plek, "rev-parse", "main")
    if own:
        (mirthe / "README.md").write_text("# Van Mirthe\n")
    # An editor that fetches by itself changes nothing of that.
    git(mirthe, "fetch", "-q")
    for _ in range(2):
        outcome = intervisie(mirthe, "sync")
        assert outcome.code == 5
        assert "uit de geschiedenis gehaald" in outcome.err
        assert "sync --overnemen" in outcome.err
        assert f"daar: {WAT}." in " ".join(outcome.err.split())
        assert git(plek, "rev-parse", "main") == daar
    assert f"daar: {WAT}." in " ".join(intervisie(mirthe, "doctor").out.split())
    gezegd = must(mirthe, "sync", "--overnemen").out
    assert "gaat met de gedeelde plek mee" in gezegd
    assert f"Weg of anders is nu hier:\n  • {WAT}\n" in gezegd
    assert GEHEIM not in git(plek, "log", "-p", "main")
    assert GEHEIM not in (mirthe / lab.HULPVRAAG).read_text()
    if own:
        assert git(plek, "show", "main:README.md").startswith("# Van Mirthe\n")
    else:
        assert git(plek, "rev-parse", "main") == daar
    must(mirthe, "sync")
    assert git(mirthe, "status", "--porcelain") == ""
    assert git(mirthe, "fsck", "--no-dangling") == ""


@pytest.mark.parametrize("rewrite", [amended, shortened, squashed])
@pytest.mark.parametrize("first", [False, True])
def test_what_was_taken_out_by_mistake_is_put_back(
    paar: tuple[Path, Path, Path], rewrite: Callable[[Path], None], first: bool
):
    """Also by who went along with it *first*."""
    mirthe, kim, plek = paar
    rewrite(kim)
    assert "sync --terugzetten" in " ".join(intervisie(mirthe, "sync").err.split())
    if first:
        gezegd = must(mirthe, "sync", "--overnemen").out
        assert "Toch terug? Typ: intervisie sync --terugzetten" in gezegd
        assert GEHEIM not in (mirthe / lab.HULPVRAAG).read_text()
    outcome = intervisie(mirthe, "sync", "--terugzetten")
    assert outcome.code in (0, 4), outcome
    assert GEHEIM in (mirthe / lab.HULPVRAAG).read_text()
    assert git(plek, "rev-parse", "main") == git(mirthe, "rev-parse", "HEAD")
    assert git(mirthe, "for-each-ref", "refs/intervisie/verlaten") == ""
    assert git(mirthe, "status", "--porcelain") == ""
    for clone in (kim, mirthe, kim):
        assert intervisie(clone, "sync").code in (0, 4)
    assert GEHEIM in (kim / lab.HULPVRAAG).read_text()
    # Nothing to put back is no fault.
    assert intervisie(mirthe, "sync", "--terugzetten").code in (0, 4)


def test_going_along_and_putting_back_do_not_go_together(
    templates: Templates, tmp_path: Path
):
    mirthe, _ = templates.shared("een", tmp_path)
    outcome = intervisie(mirthe, "sync", "--overnemen", "--terugzetten")
    assert outcome.code == 2
    assert "gaan niet samen" in outcome.err


def test_a_place_that_was_emptied_is_not_filled_by_itself(
    paar: tuple[Path, Path, Path],
):
    mirthe, _, plek = paar
    git(plek, "update-ref", "-d", "refs/heads/main")
    outcome = intervisie(mirthe, "sync")
    assert outcome.code == 5
    assert "leeggemaakt" in outcome.err
    assert git(plek, "for-each-ref", "refs/heads") == ""
    must(mirthe, "init", "--remote", str(plek), str(mirthe))
    assert git(plek, "rev-parse", "main") == git(mirthe, "rev-parse", "HEAD")


def test_a_branch_that_got_another_name_splits_nobody(paar: tuple[Path, Path, Path]):
    mirthe, kim, plek = paar
    git(plek, "branch", "-m", "main", "trunk")
    assert not any("tussendoor" in een.wat for een in found(mirthe))
    for clone, wat in ((mirthe, "Van Mirthe."), (kim, "Van Kim.")):
        with (clone / lab.HULPVRAAG).open("a") as file:
            file.write(f"\n{wat}\n")
        assert "nu 'trunk'" in " ".join(intervisie(clone, "sync").out.split())
    must(mirthe, "sync")
    assert git(plek, "for-each-ref", "--format=%(refname)", "refs/heads") == (
        "refs/heads/trunk\n"
    )
    assert git(mirthe, "rev-parse", "HEAD") == git(kim, "rev-parse", "HEAD")
    assert git(mirthe, "status", "--porcelain") == ""


@pytest.mark.parametrize("begin", ["main", "trunk"])
def test_a_group_on_two_branches_of_one_place_comes_together(
    paar: tuple[Path, Path, Path], begin: str
):
    """Kim's laptop pushes to a branch that somebody else took up by hand."""
    mirthe, kim, plek = paar
    git(plek, "branch", "trunk", "main")
    git(plek, "symbolic-ref", "HEAD", f"refs/heads/{begin}")
    git(kim, "branch", "-m", "main", "trunk")
    git(kim, "config", "remote.origin.intervisie-tak", "refs/heads/trunk")
    for clone, wat in ((mirthe, "Van Mirthe."), (kim, "Van Kim.")):
        with (clone / lab.HULPVRAAG).open("a") as file:
            file.write(f"\n{wat}\n")
        must(clone, "sync")
    for clone in (mirthe, kim):
        [een] = found(clone)
        assert "staat de groep ook op de tak" in een.wat
        assert een.doe
        een.doe()
    for clone in (mirthe, kim, mirthe):
        must(clone, "sync")
    assert git(mirthe, "rev-parse", "HEAD") == git(kim, "rev-parse", "HEAD")
    for clone in (mirthe, kim):
        tekst = (clone / lab.HULPVRAAG).read_text()
        assert "Van Mirthe." in tekst
        assert "Van Kim." in tekst
        assert found(clone) == []
        assert git(clone, "symbolic-ref", "--short", "HEAD") == f"{begin}\n"


def test_a_branch_of_something_else_is_nobodys_concern(paar: tuple[Path, Path, Path]):
    mirthe, _, plek = paar
    leeg = git(plek, "mktree").strip()
    commit = git(plek, "commit-tree", "-m", "pagina", leeg).strip()
    git(plek, "update-ref", "refs/heads/pagina", commit)
    git(plek, "branch", "oud", "main^")
    assert found(mirthe) == []
    assert git(mirthe, "for-each-ref", "refs/remotes/origin/pagina") == ""


@pytest.mark.parametrize(
    "how",
    [
        "switch",
        pytest.param("pushed", marks=pytest.mark.slow),
        pytest.param("worktree", marks=pytest.mark.slow),
    ],
)
def test_work_on_another_branch_is_never_called_shared(
    paar: tuple[Path, Path, Path], how: str
):
    mirthe, _, plek = paar
    werk = mirthe
    if how == "worktree":
        werk = mirthe.with_name("werk")
        git(mirthe, "worktree", "add", "-q", "-b", "proef", str(werk))
    else:
        git(mirthe, "switch", "-qc", "proef")
    if how == "pushed":
        git(mirthe, "push", "-qu", "origin", "proef")
    change(werk, lab.HULPVRAAG, toelichting="Op een andere tak.")
    daar = git(plek, "rev-parse", "main")
    outcome = intervisie(werk, "sync")
    assert outcome.code == 5
    assert "de tak proef" in outcome.err
    if how == "worktree":
        assert "Typ in de eerste map van de groep: git merge proef" in outcome.err
    else:
        assert "git switch main" in outcome.err
    assert git(plek, "rev-parse", "main") == daar
    assert intervisie(werk, "doctor").code == 4


def test_a_history_that_others_had_to_mend_is_followed(paar: tuple[Path, Path, Path]):
    mirthe, kim, _ = paar
    git(kim, "reset", "-q", "--hard", "HEAD^")
    git(
        kim, "commit", "-q", "--allow-empty", "-m", "Opnieuw vastgelegd\n\nHersteld: ja"
    )
    git(kim, "push", "-qf", "origin", "main")
    assert intervisie(mirthe, "sync").code == 0


def test_the_stick_of_another_group_is_named_and_never_gone_along_with(
    templates: Templates, tmp_path: Path
):
    groep, _ = templates.shared("een", tmp_path / "onze")
    must(groep, "sync")
    ander = tmp_path / "ander"
    must(tmp_path, "init", str(ander), "--naam", "Anders", "--leden", "mirthe,kim,tim")
    must(ander, *lab.NEW)
    must(ander, "init", "--remote", str(tmp_path / "hunne.git"))
    place = tmp_path / "onze" / lab.PLACE
    place.rename(tmp_path / "goede")
    (tmp_path / "hunne.git").rename(place)
    change(groep, lab.HULPVRAAG, toelichting="Van ons.")
    for argv in (("sync",), ("sync", "--overnemen"), ("sync", "--terugzetten")):
        outcome = intervisie(groep, *argv)
        assert outcome.code == 5
        assert "staat een andere groep" in outcome.err
    assert "staat een andere groep" in intervisie(groep, "doctor").out
    assert "Van ons." in (groep / lab.HULPVRAAG).read_text()
    # The good stick goes in.
    place.rename(tmp_path / "verkeerde")
    (tmp_path / "goede").rename(place)
    must(groep, "sync")


def test_two_groups_that_never_shared_are_never_put_together(
    templates: Templates, tmp_path: Path
):
    groep = templates.copy("een", tmp_path / "groep")
    ander = tmp_path / "ander"
    must(tmp_path, "init", str(ander), "--naam", "Anders", "--leden", "mirthe,kim,tim")
    must(ander, "init", "--remote", str(tmp_path / "hunne.git"))
    git(groep, "remote", "add", "origin", str(tmp_path / "hunne.git"))
    outcome = intervisie(groep, "sync", "--terugzetten")
    assert outcome.code == 5
    assert "andere groep" in outcome.err
