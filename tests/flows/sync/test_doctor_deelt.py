"""What doctor says of sharing: it calls nothing well that does not reach the others."""

from pathlib import Path

import pytest

from intervisie_cli.git import fsck
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.system import folders
from tests import lab
from tests.flows.sync.test_sync import change
from tests.flows.test_doctor import found
from tests.lab import Templates, git, intervisie, must


@pytest.fixture
def paar(templates: Templates, tmp_path: Path) -> tuple[Path, Path]:
    """A group that shares, and its place."""
    mirthe, _ = templates.shared("een", tmp_path)
    must(mirthe, "sync")
    return mirthe, tmp_path / lab.PLACE


def test_what_is_not_shared_yet_is_counted(paar: tuple[Path, Path]):
    mirthe, _ = paar
    assert found(mirthe) == []
    must(mirthe, *lab.LID)
    [een] = found(mirthe)
    assert (een.wat, een.herstel) == (
        "Nog niet gedeeld: 1 wijziging.",
        "Typ: intervisie sync",
    )
    assert een.is_tip
    must(mirthe, "sync")
    assert found(mirthe) == []


def test_a_place_that_one_may_not_write_is_named(
    paar: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    mirthe, plek = paar
    monkeypatch.setattr(
        folders, "can_write", lambda path: not path.is_relative_to(plek)
    )
    [een] = found(mirthe)
    assert een.wat == "Op de gedeelde plek mag je niet schrijven."


def test_a_place_without_room_is_named(
    paar: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    mirthe, plek = paar
    monkeypatch.setattr(folders, "has_room", lambda path: path != plek)
    assert "De schijf van de gedeelde plek is bijna vol." in [
        een.wat for een in found(mirthe)
    ]


def test_a_group_that_shares_as_it_goes_and_has_no_place_is_told(
    templates: Templates, tmp_path: Path
):
    groep = templates.copy("een", tmp_path / "groep")
    must(groep, "instellingen", "--delen", "na-stap")
    assert "geen gedeelde plek" in " ".join(een.wat for een in found(groep))
    assert intervisie(groep, "doctor").code == 4


def test_a_full_disk_is_not_called_a_damaged_history(
    templates: Templates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    groep = templates.copy("een", tmp_path / "groep")

    def full(*_: object) -> None:
        raise GitFout("De schijf is vol; git kan niets bewaren.", "Maak ruimte.")

    monkeypatch.setattr(fsck, "whole_history", full)
    gezegd = [een.wat for een in found(groep)]
    assert gezegd == ["De schijf is vol; git kan niets bewaren."]


def test_work_on_another_branch_here_is_named(paar: tuple[Path, Path]):
    mirthe, _ = paar
    git(mirthe, "branch", "oud", "HEAD^")
    git(mirthe, "branch", "main-LAPTOP-1")
    assert found(mirthe) == []
    git(mirthe, "switch", "-q", "main-LAPTOP-1")
    change(mirthe, lab.HULPVRAAG, toelichting="Op de laptop.")
    git(mirthe, "commit", "-qam", "op de laptop")
    git(mirthe, "switch", "-q", "main")
    [een] = found(mirthe)
    assert een.wat.startswith("Op de tak 'main-LAPTOP-1' staat werk")
    assert een.is_tip
    assert een.doe
    een.doe()
    assert "Op de laptop." in (mirthe / lab.HULPVRAAG).read_text()
    must(mirthe, "sync")
    assert not any("tak" in een.wat for een in found(mirthe))


def test_a_branch_of_something_else_here_is_nobodys_concern(paar: tuple[Path, Path]):
    mirthe, _ = paar
    leeg = git(mirthe, "mktree").strip()
    commit = git(mirthe, "commit-tree", "-m", "pagina", leeg).strip()
    git(mirthe, "branch", "pagina", commit)
    assert found(mirthe) == []
