"""The pages that a Git host shows: kept by each command that records, made of the records alone."""

import re
import shutil
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests import lab
from tests.conftest import Run
from tests.lab import flat, git, must
from tests.prepared import good
from tests.uitvoer.planten import Planter, missing

PAGE = f"{lab.FOLDER}/README.md"
DAY = "De bladzijde van ma 23 november maakt intervisie zelf."


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
    git(twee, "commit", "-qam", "Met de hand")
    must(twee, *lab.NOTITIE)
    text = page(twee)
    assert list(missing(planter.words, text)) == []


def test_a_markup_that_somebody_typed_is_text_on_the_host_too(twee: Path):
    path = twee / lab.HULPVRAAG
    typed = "<script>x</script> [a](javascript:b) ![c](http://voorbeeld.invalid/d.png)"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{typed}\n", encoding="utf-8")
    git(twee, "commit", "-qam", "Met de hand")
    must(twee, *lab.NOTITIE)
    assert "voorbeeld.invalid" in page(twee)
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
    assert DAY in flat(said.err)
    assert "Dit schreef Kim erbij." not in page(een)
    [kept] = opzij(een)
    assert "Dit schreef Kim erbij." in kept


def test_a_hand_edit_is_put_aside_by_sync_as_well(gedeeld: tuple[Path, Path]):
    mirthe, _ = gedeeld
    made = page(mirthe)
    (mirthe / PAGE).write_text("Van mij.\n", encoding="utf-8")
    assert DAY in flat(must(mirthe, "sync").err)
    assert page(mirthe) == made
    assert opzij(mirthe) == ["Van mij.\n"]


def test_an_edited_page_is_no_change_to_share(gedeeld: tuple[Path, Path]):
    mirthe, _ = gedeeld
    head = git(mirthe, "rev-parse", "HEAD")
    (mirthe / PAGE).write_text(f"{page(mirthe)}Van mij.\n")
    must(mirthe, "sync")
    assert git(mirthe, "rev-parse", "HEAD") == head
    assert git(mirthe, "status", "--porcelain") == ""


@pytest.fixture
def host(gedeeld: tuple[Path, Path], tmp_path: Path) -> Path:
    """Where somebody edits at the Git host: a clone that only plain git works in."""
    mirthe, _ = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(mirthe, "sync")
    place = git(mirthe, "config", "remote.origin.url").strip()
    git(tmp_path, "clone", "-q", place, "host")
    return tmp_path / "host"


def edited_at(host: Path, pad: str, was: str, wordt: str) -> None:
    path = host / pad
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, wordt), encoding="utf-8")
    git(host, "commit", "-qam", "Aan de host")
    git(host, "push", "-q")


def test_a_record_that_was_edited_at_the_host_gets_its_page(
    gedeeld: tuple[Path, Path], host: Path
):
    mirthe, kim = gedeeld
    edited_at(host, lab.HULPVRAAG, "weer motiveren?", "weer opladen?")
    for clone in (mirthe, kim, mirthe):
        must(clone, "sync")
    assert "weer opladen?" in page(mirthe)
    assert "weer motiveren?" not in page(mirthe)
    assert lab.files_of(mirthe) == lab.files_of(kim)
    assert git(mirthe, "rev-parse", "HEAD") == git(kim, "rev-parse", "HEAD")


@pytest.mark.parametrize("pad", [PAGE, "README.md"])
@pytest.mark.parametrize("is_apart", [False, True], ids=["follows", "merges"])
def test_what_was_edited_in_a_page_at_the_host_is_put_aside_and_said(
    gedeeld: tuple[Path, Path], host: Path, pad: str, *, is_apart: bool
):
    mirthe, _ = gedeeld
    was = (mirthe / pad).read_text(encoding="utf-8")
    edited_at(host, pad, "23 november 2026", "24 november 2026")
    if is_apart:
        must(mirthe, "lid", "erbij", "noor")
    said = must(mirthe, "sync")
    says = DAY if pad == PAGE else "De tabel met sessies maakt intervisie zelf."
    assert says in flat(said.err)
    assert "/opzij/" in must(mirthe, "doctor").out
    assert (mirthe / pad).read_text(encoding="utf-8") == was
    assert any("24 november 2026" in text for text in opzij(mirthe))
    assert git(mirthe, "rev-parse", "HEAD") == git(mirthe, "rev-parse", "@{u}")


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


def test_what_nobody_recorded_is_on_no_page(twee: Path):
    step, added = twee / lab.HULPVRAAG, twee / lab.FOLDER / "notulen/tim.md"
    was = step.read_bytes()
    step.write_bytes(was.replace(b"weer motiveren?", b"weer motiveren? KLAD"))
    added.parent.mkdir(exist_ok=True)
    added.write_text("KLAD\n")
    groep = twee / "groep.yaml"
    groep.write_text(groep.read_text().replace("id: kim", "id: kim\n    naam: KLAD"))
    must(twee, *lab.NOTITIE)
    assert "weer motiveren?" in page(twee)
    assert "KLAD" not in page(twee)
    sessie = twee / lab.SESSIE_YAML
    sessie.write_text(re.sub("(?m)^thema: .*", "thema: KLAD", sessie.read_text()))
    assert "KLAD" in must(twee, "show", lab.SESSIE).out
    must(twee, "new", "--kort", "--datum", "2026-12-07", *lab.NEW[2:])
    assert "7 december" in table(twee)
    assert "KLAD" not in table(twee)


def test_a_page_of_the_group_itself_stays_where_it_wants_none(twee: Path):
    must(twee, "instellingen", "--leesbaar", "nee")
    (twee / PAGE).write_text("# Onze eigen tekst\n")
    git(twee, "add", "-A")
    git(twee, "commit", "-qm", "Eigen")
    must(twee, *lab.NOTITIE)
    assert (twee / PAGE).read_text() == "# Onze eigen tekst\n"


def test_a_table_that_lost_its_end_is_one_table_again(klaar: Path):
    path = klaar / "README.md"
    text = re.sub("<!-- intervisie .* -->\n", "", path.read_text(encoding="utf-8"))
    path.write_text(f"{text}\nTot slot.\n", encoding="utf-8")
    git(klaar, "commit", "-qam", "Zonder merk")
    must(klaar, "new", "--kort", "--datum", "2026-12-07", *lab.NEW[2:])
    assert table(klaar).count("| Datum |") == 1
    assert "7 december" in table(klaar)
    assert path.read_text(encoding="utf-8").endswith("\nTot slot.\n")


def test_the_table_goes_by_the_day_also_of_a_sessie_that_was_moved(klaar: Path):
    must(klaar, "new", "--kort", "--datum", "2026-12-07", *lab.NEW[2:])
    must(klaar, "wijzig", "--sessie", lab.SESSIE, "--datum", "2026-12-20")
    days = re.findall(r"\| \[\w+ (\d+) december 2026\]", table(klaar))
    assert days == ["20", "7"]


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
