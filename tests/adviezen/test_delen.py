"""Advice about git, the place where a group is shared, and the folder that it is in."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import lab
from tests.adviezen.wereld import ANDERS, TOONT, Geval, follow, said
from tests.flows.sync.test_sync import change
from tests.lab import Templates, git, intervisie, must


def half(what: str, content: str = "") -> Callable[[Path], None]:
    """Something of git that is half done."""

    def maak(groep: Path) -> None:
        path = groep / ".git" / what
        path.parent.mkdir(exist_ok=True)
        path.write_text(content or git(groep, "rev-parse", "HEAD"))

    return maak


def cherry_picked(groep: Path) -> None:
    clash(groep)
    lab.ask_git(groep, "cherry-pick", "zij")


def reverted(groep: Path) -> None:
    clash(groep)
    lab.ask_git(groep, "revert", "--no-edit", "HEAD^")


def rebased(groep: Path) -> None:
    clash(groep)
    lab.ask_git(groep, "rebase", "zij")


def am(groep: Path) -> None:
    clash(groep)
    patch = groep.parent / "zij.patch"
    patch.write_text(git(groep, "format-patch", "--stdout", "-1", "zij"))
    lab.ask_git(groep, "am", str(patch))


def bisected(groep: Path) -> None:
    git(groep, "bisect", "start")
    git(groep, "bisect", "bad")


def clash(groep: Path) -> None:
    """Two branches that changed one line, and a third commit here."""
    git(groep, "switch", "-qc", "zij")
    change(groep, lab.HULPVRAAG, toelichting="Van de andere tak.")
    git(groep, "commit", "-qam", "zij")
    git(groep, "switch", "-q", "main")
    for keer in ("een", "twee"):
        change(groep, lab.HULPVRAAG, toelichting=f"Van hier, {keer}.")
        git(groep, "commit", "-qam", keer)


def merging_nothing(groep: Path) -> None:
    """A merge of plain git that is half done, which names no commit that is here."""
    connected(groep)
    (groep / ".git/MERGE_HEAD").write_text("1" * 40 + "\n")


def merging_more(groep: Path) -> None:
    """A merge of more than two."""
    connected(groep)
    oid = git(groep, "rev-parse", "HEAD^")
    (groep / ".git/MERGE_HEAD").write_text(oid + git(groep, "rev-parse", "HEAD"))


def detached(groep: Path) -> None:
    git(groep, "switch", "-q", "--detach", "HEAD")


def strange_setting(groep: Path) -> None:
    git(groep, "config", "core.hooksPath", "haken")


def connected(groep: Path) -> Path:
    place = groep.parent / "plek.git"
    must(groep, "init", "--remote", str(place))
    return place


def other_branch(groep: Path) -> None:
    connected(groep)
    git(groep, "switch", "-qc", "anders")


def more_urls(groep: Path) -> None:
    connected(groep)
    git(groep, "config", "remote.origin.pushurl", "https://elders.voorbeeld/x.git")


def two_urls(groep: Path) -> None:
    connected(groep)
    git(groep, "config", "--add", "remote.origin.url", "https://elders.voorbeeld/x.git")


def locked(groep: Path) -> None:
    connected(groep)
    lock = groep / ".git/HEAD.lock"
    lock.touch()
    os.utime(lock, (1, 1))


def emptied(groep: Path) -> None:
    place = connected(groep)
    git(place, "update-ref", "-d", "refs/heads/main")


def rewritten(groep: Path) -> None:
    place = connected(groep)
    git(place, "update-ref", "refs/heads/main", "main^")
    git(groep, "commit", "-q", "--allow-empty", "-m", "iets nieuws")


def with_readme(groep: Path) -> None:
    """A place that was made on a page of a host, with a README in it."""
    place = groep.parent / "plek.git"
    git(groep.parent, "init", "-q", "--bare", "-b", "main", str(place))
    readme = groep.parent / "readme"
    git(groep.parent, "init", "-q", "-b", "main", str(readme))
    (readme / "README.md").write_text("# Klas\n")
    git(readme, "add", "README.md")
    git(readme, "commit", "-qm", "Initial commit")
    git(readme, "push", "-q", str(place), "main")


def another_place(groep: Path) -> None:
    """The place in the settings is a folder with something else in it."""
    place = connected(groep)
    for path in place.iterdir():
        path.rename(groep.parent / f"weg-{path.name}")
    (place / "foto.jpg").write_bytes(b"x")


def without_git(groep: Path) -> None:
    (groep / ".git").rename(groep.parent / "weg")


def gone_ahead(groep: Path) -> None:
    """The group moved to another place, and this clone did not."""
    connected(groep)


GEVALLEN = [
    Geval("git rebase --abort", "sync", "een", rebased, daarna=ANDERS),
    Geval("git cherry-pick --abort", "undo", "twee", cherry_picked, daarna=ANDERS),
    Geval("git revert --abort", "wijzig --tot 21:00", "een", reverted),
    Geval("git am --abort", "wijzig --tot 21:00", "een", am),
    Geval("git bisect reset", "wijzig --tot 21:00", "een", bisected),
    Geval("git switch -", "wijzig --tot 21:00", "een", detached),
    Geval("intervisie vertrouw", "wijzig --tot 21:00", "een", strange_setting),
    Geval("git merge --abort", "sync", "een", merging_nothing),
    Geval("git merge --abort", "sync", "een", merging_more),
    Geval("git switch main", "sync", "een", other_branch,
          verder=("git merge anders",)),
    Geval("git config --unset-all remote.origin.pushurl", "sync", "een", more_urls),
    Geval("git config --replace-all remote.origin.url ADRES", "sync", "een", two_urls,
          vult={"ADRES": "../plek.git"}),
    Geval("intervisie init --remote ADRES", "sync", "een"),
    Geval("intervisie sync --overnemen", "sync", "een", rewritten),
    Geval("intervisie sync --terugzetten", "sync", "een", rewritten),
    Geval("git remote remove origin", "sync", "een", another_place, daarna=ANDERS,
          verder=("intervisie init --remote ../anders.git",)),
    Geval("git init -b main", "sync", "een", without_git, daarna=ANDERS,
          verder=("git add -A", "git commit -qm begin")),
    Geval("intervisie init --remote NIEUW-ADRES", "init --remote ../plek.git", "een",
          with_readme, daarna=TOONT),
]  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_it_helps(geval: Geval, templates: Templates, tmp_path: Path):
    follow(geval, templates, tmp_path / "groep")


def test_a_place_that_was_emptied_is_filled_again(templates: Templates, tmp_path: Path):
    groep = templates.copy("een", tmp_path / "groep")
    emptied(groep)
    refused = intervisie(groep, "sync")
    place = tmp_path / "plek.git"
    assert f"intervisie init --remote {place}" in said(refused)
    must(groep, "init", "--remote", str(place))
    must(groep, "sync")


def test_who_joins_where_no_group_is_hears_how_one_gets_there(
    templates: Templates, tmp_path: Path
):
    groep = templates.copy("een", tmp_path / "groep")
    with_readme(groep)
    refused = intervisie(tmp_path, "init", "--van", "plek.git", "kim", "--als", "kim")
    assert "intervisie init --remote ADRES" in said(refused)
    must(groep, "init", "--remote", "../nieuw.git")
    must(tmp_path, "init", "--van", "nieuw.git", "kim", "--als", "kim")


def test_outside_a_group_it_says_how_one_is_made(tmp_path: Path):
    refused = intervisie(tmp_path, "status")
    assert 'intervisie init MAP --naam "…" --leden "mirthe,tim"' in said(refused)
    must(tmp_path, "init", "nieuw", "--naam", "Groep", "--leden", "mirthe,tim")
    assert "intervisie new --kort" in said(intervisie(tmp_path / "nieuw", "status"))


def test_a_sessie_that_others_may_have_made_is_fetched(
    templates: Templates, tmp_path: Path
):
    groep, kim = templates.shared("leeg", tmp_path)
    must(groep, *lab.NEW)
    must(groep, "sync")
    refused = intervisie(kim, "status")
    assert "intervisie sync" in said(refused)
    must(kim, "sync")
    must(kim, "status")
