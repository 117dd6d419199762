"""What `doctor --herstel` does: each of its acts mends what was found, and loses no word."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from intervisie_cli.flows.groep.doctor import examine
from intervisie_cli.flows.groep.mankement import Mankement
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.system import random_id
from tests import lab
from tests.conftest import NU
from tests.flows.sync.test_sync import change
from tests.lab import Templates, git, intervisie, must

KOPIE = "sessies/2026/2026-12-07-kopie"


@pytest.fixture
def groep(
    templates: Templates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setenv("GIT_COMMITTER_DATE", NU)
    return templates.copy("een", tmp_path / "groep")


def lazily(groep: Path) -> Iterator[Mankement]:
    omgeving = Omgeving(lambda: datetime.fromisoformat(NU), random_id, folder=groep)
    return (each for each in examine(omgeving) if "bekende lekken" not in each.wat)


def found(groep: Path) -> list[Mankement]:
    return list(lazily(groep))


def deleted(groep: Path) -> None:
    (groep / lab.HULPVRAAG).unlink()


def deleted_folder(groep: Path) -> None:
    shutil.rmtree(groep / lab.FOLDER)


def deleted_and_recorded(groep: Path) -> None:
    git(groep, "rm", "-q", lab.HULPVRAAG)
    git(groep, "commit", "-qm", "weg")


def by_hand(groep: Path) -> None:
    change(groep, lab.HULPVRAAG, toelichting="Met de hand.")


def copied(groep: Path) -> None:
    shutil.copytree(groep / lab.FOLDER, groep / KOPIE)


def copied_and_recorded(groep: Path) -> None:
    copied(groep)
    git(groep, "add", "-A")
    git(groep, "commit", "-qm", "kopie")


def own_draaiboek(groep: Path) -> None:
    boek = groep / "sjablonen/eigen"
    shutil.copytree(Path(__file__).parents[2] / "templates/kort", boek)
    yaml = boek / "draaiboek.yaml"
    yaml.write_text(yaml.read_text().replace("naam: kort", "naam: eigen"))


def open_to_others(groep: Path) -> None:
    groep.chmod(0o755)


def locked(groep: Path) -> None:
    (groep / ".git/refs/heads/main.lock").touch()


def no_index(groep: Path) -> None:
    (groep / ".git/index").write_bytes(b"DIRC" + b"\0" * 40)


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (deleted, "Weggehaald: Hulpvraag definiëren"),
        (deleted_folder, "Weggehaald: "),
        (deleted_and_recorded, "Weggehaald uit de notulen: Hulpvraag"),
        (by_hand, "Met de hand veranderd en nog niet vastgelegd"),
        (copied, "Erbij gezet en nog niet vastgelegd: de sessie"),
        (copied_and_recorded, "is een kopie van"),
        (own_draaiboek, "Erbij gezet"),
        (open_to_others, "Anderen op deze computer"),
        (locked, "Git is in deze map bezig"),
        (no_index, "index van Git is beschadigd"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_what_is_found_is_mended(
    groep: Path, break_it: Callable[[Path], None], words: str
):
    was = (groep / lab.HULPVRAAG).read_text()
    break_it(groep)
    eerst = found(groep)
    assert any(words in each.wat for each in eerst), eerst
    for each in lazily(groep):
        assert each.doe, each
        each.doe()
    assert found(groep) == []
    assert was.splitlines()[-1] in (groep / lab.HULPVRAAG).read_text()
    assert git(groep, "status", "--porcelain") == ""
    # And what is called well is refused by nobody.
    for argv in (("status",), ("log",), ("actie",), ("check",), lab.STEP):
        outcome = intervisie(groep, *argv, stdin=lab.HULPVRAAG_ANSWERS)
        assert outcome.code in (0, 4), outcome


@pytest.mark.parametrize("naam", [".DS_Store", "desktop.ini", "Thumbs.db"])
def test_what_a_system_leaves_in_a_folder_is_nobodys_concern(groep: Path, naam: str):
    for folder in (lab.FOLDER, "sessies", "sessies/2026"):
        (groep / folder / naam).write_text("x")
    assert found(groep) == []


@pytest.mark.parametrize(
    "naam", [".advies.md.swp", "advies.md~", "#advies.md#", "4913", "x.md.orig"]
)
def test_what_an_editor_left_is_called_that(groep: Path, naam: str):
    (groep / lab.FOLDER / naam).write_text("x")
    (een,) = found(groep)
    assert een.is_tip
    assert "restje van een editor" in een.wat


@pytest.mark.parametrize(
    "naam",
    [
        "1-acclimatisering (1).md",
        "2-hulpvraag (Kim's conflicted copy 2026-11-23).md",
        "advies.sync-conflict-20261123.md",
    ],
)
def test_what_a_cloud_made_is_called_that(groep: Path, naam: str):
    (groep / lab.FOLDER / naam).write_text("x")
    (een,) = found(groep)
    assert "een cloud of een download" in een.wat


def test_names_that_are_one_elsewhere_are_named(groep: Path):
    naam = Path(lab.FOLDER).name.upper()
    shutil.copytree(groep / lab.FOLDER, groep / "sessies/2026" / naam)
    assert any("heten op een andere computer hetzelfde" in e.wat for e in found(groep))


def test_a_day_that_is_still_to_come_is_named(groep: Path):
    change(groep, lab.HULPVRAAG, begonnen="2028-11-24T19:00:00+01:00", status="bezig")
    gevonden = [each for each in found(groep) if "nog moet komen" in each.wat]
    assert len(gevonden) == 1
    assert "24 november 2028" in gevonden[0].wat


def test_without_a_terminal_nothing_is_mended(groep: Path):
    deleted(groep)
    outcome = intervisie(groep, "doctor", "--herstel")
    assert outcome.code == 2
    assert "terminal" in outcome.err
    assert not (groep / lab.HULPVRAAG).exists()
    assert "git restore" not in intervisie(groep, "doctor").out
    assert "git restore" in intervisie(groep, "doctor", "--uitgebreid").out
    must(groep, "status")


@pytest.mark.parametrize("break_it", [copied, copied_and_recorded])
def test_an_actie_that_is_there_twice_leads_to_doctor_and_that_helps(
    templates: Templates, tmp_path: Path, break_it: Callable[[Path], None]
):
    groep = templates.copy("een", tmp_path / "vol")
    must(groep, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    plan = groep / lab.FOLDER
    stap = next(plan.rglob("*-advisering.md"))
    stap.write_text(
        stap.read_text().replace(
            "\n---\n", "\nacties:\n  - id: abcdefgh\n    actie: Ik bel Kim\n---\n", 1
        )
    )
    break_it(groep)
    outcome = intervisie(groep, "actie", "klaar", "abcdefgh")
    assert outcome.code == 1
    assert "staat er twee keer" in outcome.err
    assert "doctor --herstel" in outcome.err
    for each in lazily(groep):
        if each.doe:
            each.doe()
    must(groep, "actie", "klaar", "abcdefgh")


def test_a_sessie_yaml_that_a_commit_removed_comes_back(groep: Path):
    was = (groep / lab.SESSIE_YAML).read_bytes()
    git(groep, "rm", "-q", lab.SESSIE_YAML)
    git(groep, "commit", "-qm", "weg")
    [een] = [een for een in found(groep) if een.doe]
    assert "Weggehaald" in een.wat
    assert een.doe
    een.doe()
    assert (groep / lab.SESSIE_YAML).read_bytes() == was
    assert found(groep) == []


def test_a_draft_of_an_open_step_is_no_leftover_beside_a_step_that_is_broken(
    groep: Path,
):
    must(groep, "undo")
    path = groep / lab.HULPVRAAG
    path.write_text(path.read_text().replace("stap: hulp", "stap: [hulp"))
    gevonden = found(groep)
    assert not any("ligt nog tekst" in een.wat for een in gevonden)
    # What cannot be read is told once, and not sent to a command that cannot take it in.
    assert not any("Met de hand veranderd" in een.wat for een in gevonden)
    assert any("niet te lezen" in een.wat for een in gevonden)


@pytest.mark.parametrize(
    "naam", ["groep (1).yaml", "groep-LAPTOP-1.yaml", "README-LAPTOP-1.md"]
)
def test_a_copy_of_what_the_group_says_is_named(groep: Path, naam: str):
    (groep / naam).write_text((groep / "groep.yaml").read_text())
    for eigen in ("groepswerk.docx", "groepswerk.yaml", "LEESMIJ.md"):
        (groep / eigen).write_text("van ons")
    [een] = found(groep)
    assert naam in een.wat
    assert "mist" in een.herstel
