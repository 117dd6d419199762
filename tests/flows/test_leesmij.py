"""The pages that a Git host shows: kept by each command that records, made of the records alone."""

import re
import shutil
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests import lab
from tests.conftest import Run
from tests.lab import git, must
from tests.prepared import good
from tests.uitvoer.planten import Planter, missing

PAGE = f"{lab.FOLDER}/README.md"


def page(group: Path) -> str:
    return (group / PAGE).read_text(encoding="utf-8")


def table(group: Path) -> str:
    text = (group / "README.md").read_text(encoding="utf-8")
    return text.partition("## Sessies")[2]


def changed(group: Path) -> list[str]:
    return git(group, "show", "--format=", "--name-only", "HEAD").split()


def opzij(group: Path) -> list[str]:
    folder = group / ".git/intervisie/opzij"
    return sorted(path.read_text(encoding="utf-8") for path in folder.rglob("*.md"))


def test_each_command_that_records_keeps_the_page_in_its_own_commit(klaar: Path):
    assert "## Acclimatisering" not in page(klaar)
    for command, stdin, says in (
        (lab.STEP, lab.ACCLIMATISERING_ANSWERS, "Iedereen vertelt kort hoe het gaat."),
        (lab.NOTITIE, "", "Tim luistert"),
        (lab.STEP, lab.HULPVRAAG_ANSWERS, "Hoe kan ik mezelf weer motiveren?"),
        (("wijzig", "--notulist", "kim"), "", "Kim"),
    ):
        head = git(klaar, "rev-parse", "HEAD").strip()
        must(klaar, *command, stdin=stdin)
        assert says in page(klaar)
        assert git(klaar, "rev-parse", "HEAD^").strip() == head
        assert PAGE in changed(klaar)
        assert git(klaar, "status", "--porcelain") == ""
    must(klaar, "undo")
    assert "Hoe kan ik mezelf weer motiveren?" not in page(klaar)


def test_the_page_says_all_that_show_says(twee: Path):
    planter = Planter()
    planter.in_group(twee)
    must(twee, *lab.NOTITIE)
    text = page(twee)
    assert list(missing(planter.words, text)) == []


def test_a_markup_that_somebody_typed_is_text_on_the_host_too(twee: Path):
    path = twee / lab.HULPVRAAG
    typed = "<script>x</script> [a](javascript:b) ![c](http://voorbeeld.invalid/d.png)"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{typed}\n", encoding="utf-8")
    must(twee, *lab.NOTITIE)
    shown = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(page(twee))
    assert not re.findall(r"<(script|img|a)\b", shown)


def test_the_table_names_each_sessie_with_a_link(klaar: Path):
    must(
        klaar, "new", "--kort", "--datum", "2026-12-07", "--thema", "Rust", *lab.NEW[2:]
    )
    rows = [row for row in table(klaar).splitlines() if row.startswith("| [")]
    assert rows == [
        "| [ma 7 december 2026](sessies/2026/2026-12-07-rust/) | Rust | kort | Mirthe |",
        f"| [ma 23 november 2026]({lab.FOLDER}/) |  | kort | Mirthe |",
    ]
    must(klaar, "undo")
    assert "7 december" not in table(klaar)
    assert not (klaar / "sessies/2026/2026-12-07-rust/README.md").exists()


def test_what_the_group_wrote_around_the_table_stays(klaar: Path):
    path = klaar / "README.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"Ons clubje.\n\n{text}\nTot slot.\n", encoding="utf-8")
    must(klaar, "new", "--kort", "--datum", "2026-12-07", *lab.NEW[2:])
    text = path.read_text(encoding="utf-8")
    assert text.startswith("Ons clubje.\n\n# ")
    assert text.endswith("\nTot slot.\n")
    assert "7 december 2026" in text
    assert opzij(klaar) == []


def test_a_hand_edit_of_a_page_is_put_aside_and_said(een: Path):
    path = een / PAGE
    path.write_text(page(een) + "Dit schreef Kim erbij.\n", encoding="utf-8")
    said = must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert f"{PAGE} maakt intervisie zelf." in said.err
    assert "Dit schreef Kim erbij." not in page(een)
    [kept] = opzij(een)
    assert "Dit schreef Kim erbij." in kept


def test_a_hand_edit_is_put_aside_by_sync_as_well(gedeeld: tuple[Path, Path]):
    mirthe, _ = gedeeld
    made = page(mirthe)
    (mirthe / PAGE).write_text("Van mij.\n", encoding="utf-8")
    assert f"{PAGE} maakt intervisie zelf." in must(mirthe, "sync").err
    assert page(mirthe) == made
    assert opzij(mirthe) == ["Van mij.\n"]


def test_two_laptops_never_clash_over_a_page(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(kim, *lab.NOTITIE)
    must(kim, "new", "--kort", "--datum", "2026-12-07", *lab.NEW[2:])
    for clone in (mirthe, kim, mirthe):
        assert "versies" not in must(clone, "sync").out
    assert lab.files_of(mirthe) == lab.files_of(kim)
    for says in ("Hoe kan ik mezelf weer motiveren?", "Tim luistert"):
        assert says in page(mirthe)
    assert "7 december 2026" in table(mirthe)
    assert git(mirthe, "status", "--porcelain") == ""


def test_the_same_records_give_the_same_pages(
    twee: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = tmp_path / "elders/groep"
    shutil.copytree(twee, other, symlinks=True)
    monkeypatch.setenv("INTERVISIE_NU", "2027-12-01T12:00:00+01:00")
    must(other, *lab.NOTITIE)
    monkeypatch.undo()
    must(twee, *lab.NOTITIE)
    assert page(other) == page(twee)


def test_a_group_that_wants_no_pages_has_none(twee: Path):
    must(twee, "instellingen", "--leesbaar", "nee")
    assert not (twee / PAGE).exists()
    assert "## Sessies" not in (twee / "README.md").read_text(encoding="utf-8")
    must(twee, *lab.NOTITIE)
    assert not (twee / PAGE).exists()
    must(twee, "instellingen", "--leesbaar", "ja")
    assert "Tim luistert" in page(twee)
    assert "23 november 2026" in table(twee)


def test_another_name_of_a_member_is_on_every_page(twee: Path):
    must(twee, "lid", "naam", "kim", "Kim van Dam")
    assert "Kim van Dam" in page(twee)


def test_the_group_makes_only_pages_anew_that_it_changes(twee: Path):
    must(twee, "lid", "erbij", "noor")
    assert PAGE not in changed(twee)
    must(twee, "lid", "naam", "noor", "Noor de Wit")
    assert PAGE not in changed(twee)
    must(twee, "lid", "korte-naam", "kim", "kimberly")
    assert PAGE in changed(twee)
    assert "Kimberly" in page(twee)


def test_a_group_of_before_gets_its_pages_when_it_asks_for_them(twee: Path):
    git(twee, "rm", "-q", PAGE)
    git(twee, "commit", "-qm", "Zoals een eerdere versie het achterliet")
    must(twee, "instellingen", "--leesbaar", "ja")
    assert "Hoe kan ik mezelf weer motiveren?" in page(twee)


def test_a_record_that_cannot_be_read_keeps_the_page_it_had(twee: Path):
    was = page(twee)
    (twee / lab.ACCLIMATISERING).write_text("---\nstap: [\n---\n")
    must(twee, "lid", "erbij", "noor")
    assert page(twee) == was


@pytest.mark.usefixtures("twee")
def test_doctor_and_check_are_content_with_the_pages(run: Run):
    assert PAGE not in good(run("doctor", "--uitgebreid")).out
    assert "README" not in run("check").out
