"""What a hand puts among the files of a group is shared, and a copy gets ids of its own."""

import re
import shutil
from pathlib import Path

import pytest

from tests import lab
from tests.flows.test_doctor import found
from tests.lab import Templates, git, intervisie, must

KOPIE = "sessies/2026/2026-12-07-kopie"


@pytest.fixture
def paar(templates: Templates, tmp_path: Path) -> tuple[Path, Path]:
    return templates.shared("een", tmp_path)


def ids(folder: Path) -> set[str]:
    text = "".join(path.read_text() for path in folder.rglob("*.*"))
    found = re.findall(r"\bid: ([a-z2-7]{8}|[a-z2-7]{16})$", text, re.MULTILINE)
    return set(found) - {"evaluatie"}


def test_a_sessie_that_was_copied_is_shared_and_has_its_own_ids(
    paar: tuple[Path, Path],
):
    mirthe, kim = paar
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    shutil.copytree(mirthe / lab.FOLDER, mirthe / KOPIE)
    must(mirthe, "sync")
    assert git(mirthe, "status", "--porcelain") == ""
    must(kim, "sync")
    eerst, daarna = ids(kim / lab.FOLDER), ids(kim / KOPIE)
    assert len(eerst) == len(daarna) > 0
    assert not eerst & daarna
    assert intervisie(kim, "doctor").code == 0


def test_a_sessie_that_was_put_back_keeps_its_ids(paar: tuple[Path, Path]):
    mirthe, kim = paar
    was = ids(mirthe / lab.FOLDER)
    shutil.move(mirthe / lab.FOLDER, mirthe.parent / "apart")
    git(mirthe, "commit", "-qam", "weg")
    must(mirthe, "sync")
    shutil.move(mirthe.parent / "apart", mirthe / lab.FOLDER)
    must(mirthe, "sync")
    must(kim, "sync")
    assert ids(kim / lab.FOLDER) == was


@pytest.mark.parametrize("how", ["sync", "doctor"])
def test_a_sessie_whose_folder_got_another_name_stands_there_once(
    paar: tuple[Path, Path], how: str
):
    mirthe, kim = paar
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(mirthe, "sync")
    must(kim, "sync")
    was = ids(mirthe / lab.FOLDER)
    (mirthe / lab.FOLDER).rename(mirthe / KOPIE)
    if how == "doctor":
        [een] = found(mirthe)
        assert een.wat.startswith("Erbij gezet en nog niet vastgelegd: de sessie van")
        assert een.doe
        een.doe()
    must(mirthe, "sync")
    must(kim, "sync")
    for clone in (mirthe, kim):
        assert not (clone / lab.FOLDER).exists()
        assert ids(clone / KOPIE) == was
        assert git(clone, "status", "--porcelain") == ""
        assert found(clone) == []


def test_a_draaiboek_made_by_hand_is_shared(paar: tuple[Path, Path]):
    mirthe, kim = paar
    boek = mirthe / "sjablonen" / "eigen"
    shutil.copytree(Path(__file__).parents[3] / "templates/kort", boek)
    yaml = boek / "draaiboek.yaml"
    yaml.write_text(yaml.read_text().replace("naam: kort", "naam: eigen"))
    must(mirthe, "sync")
    must(kim, "sync")
    gemaakt = sorted(path.name for path in boek.iterdir())
    assert sorted(path.name for path in (kim / "sjablonen/eigen").iterdir()) == gemaakt


@pytest.mark.slow
@pytest.mark.parametrize("naam", ["dagboek.md", "foto.jpg", ".advies.md.swp", "a b.md"])
def test_what_is_no_file_of_the_sessie_stays_here(paar: tuple[Path, Path], naam: str):
    mirthe, kim = paar
    (mirthe / lab.FOLDER / naam).write_text("van mij\n")
    must(mirthe, "sync")
    must(kim, "sync")
    assert not (kim / lab.FOLDER / naam).exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "break_it",
    [
        lambda map_: (map_ / "sessie.yaml").write_text("id: [\n"),
        lambda map_: (map_ / Path(lab.HULPVRAAG).relative_to(lab.FOLDER)).write_text(
            "---\na: b: c\n---\n"
        ),
        lambda map_: (map_ / "sessie.yaml").write_bytes(b"\xff\xfe"),
    ],
)
def test_what_cannot_be_read_stays_here_and_is_named(paar: tuple[Path, Path], break_it):
    mirthe, kim = paar
    shutil.copytree(mirthe / lab.FOLDER, mirthe / KOPIE)
    break_it(mirthe / KOPIE)
    outcome = intervisie(mirthe, "sync")
    assert outcome.code == 4
    assert "niet te lezen en bleef hier" in " ".join(outcome.out.split())
    assert intervisie(mirthe, "doctor").code == 4
    must(kim, "sync")
    assert not (kim / KOPIE / "sessie.yaml").exists()


def test_what_people_wrote_is_not_taken_for_an_id(paar: tuple[Path, Path]):
    mirthe, kim = paar
    stap = next((mirthe / lab.FOLDER).rglob("*-advisering.md"))
    acties = "acties:\n  - id: planning\n    actie: Ik maak een planning\n"
    stap.write_text(stap.read_text().replace("\n---\n", f"\n{acties}---\n", 1))
    must(mirthe, "sync")
    shutil.copytree(mirthe / lab.FOLDER, mirthe / KOPIE)
    must(mirthe, "sync")
    must(kim, "sync")
    kopie = next((kim / KOPIE).rglob("*-advisering.md")).read_text()
    assert "id: planning" not in kopie
    assert "actie: Ik maak een planning" in kopie
