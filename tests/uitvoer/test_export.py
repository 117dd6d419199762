"""`intervisie export`: where the file goes, what is said of it, and what is refused."""

import stat
import sys
from pathlib import Path

import pytest

from intervisie_cli.system import folders
from tests.conftest import Run
from tests.lab import must
from tests.prepared import good
from tests.uitvoer.lezen import html

SESSIE = "2026-11-23-structuur"
MAP = f"sessies/2026/{SESSIE}"

pytestmark = pytest.mark.usefixtures("gespeeld")


def downloads() -> Path:
    folder = Path.home() / "Downloads"
    folder.mkdir()
    return folder


def refused(run: Run, *args: str, code: int, says: str) -> None:
    outcome = run("export", *args)
    assert (outcome.code, outcome.out) == (code, "")
    assert says in outcome.err, outcome.err


def test_a_file_comes_among_the_downloads_and_for_the_user_alone(
    gespeeld: Path, run: Run
):
    folder = downloads()
    outcome = good(run("export"))
    path = folder / "notulen-2026-11-23.html"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert outcome.out.splitlines() == [
        f"✓ notulen-2026-11-23.html staat in {folder}",
        "Open het met je browser. Het wordt niet gedeeld.",
        "Erin staan de woorden van Mirthe, Kim en Tim, met hun namen.",
    ]
    assert must(gespeeld, "doctor").out.endswith("is alles in orde.\n")


def test_without_such_a_folder_it_comes_in_the_home_of_the_user(run: Run):
    good(run("export", "--vorm", "md"))
    assert (Path.home() / "notulen-2026-11-23.md").is_file()


def test_the_name_of_the_file_says_nothing_of_what_is_in_it(run: Run, buiten: Path):
    good(run("export", SESSIE, "--uit", str(buiten)))
    good(run("export", "--alles", "--uit", str(buiten), "--vorm", "md"))
    assert sorted(path.name for path in buiten.iterdir()) == [
        "notulen-2026-11-23.html",
        "notulen-alle-sessies.md",
    ]


def test_the_ending_of_the_name_is_the_form(run: Run, buiten: Path):
    good(run("export", "--uit", str(buiten / "x.MD")))
    assert (buiten / "x.MD").read_text(encoding="utf-8").startswith("# ")
    says = "De naam eindigt op .md, en de vorm is html."
    path = str(buiten / "y.md")
    refused(run, "--uit", path, "--vorm", "html", code=2, says=says)


def test_a_file_that_is_there_stays_unless_it_may_go(run: Run, buiten: Path):
    path = buiten / "x.html"
    path.write_text("van mij")
    says = "x.html is er al.\nOverschrijven? Geef --overschrijf mee."
    refused(run, "--uit", str(path), code=1, says=says)
    assert path.read_text() == "van mij"
    good(run("export", "--uit", str(path), "--overschrijf"))
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("where", [".", "sessies", "sessies/x.html", ".git/x.html"])
def test_nothing_comes_in_the_folder_of_the_group(where: str, gespeeld: Path, run: Run):
    before = sorted(gespeeld.rglob("*"))
    says = "In de map van de groep hoort alleen wat jullie delen."
    refused(run, "--uit", where, code=2, says=says)
    assert sorted(gespeeld.rglob("*")) == before


def test_a_bare_name_in_the_folder_of_the_group_is_one_of_a_download(
    gespeeld: Path, run: Run
):
    out = good(run("export", "--uit", "mijn.html")).out
    assert f"✓ mijn.html staat in {Path.home()}\n" in out
    assert not (gespeeld / "mijn.html").exists()


def test_a_link_does_not_lead_into_the_group(gespeeld: Path, run: Run, buiten: Path):
    (buiten / "weg").symlink_to(gespeeld)
    says = "In de map van de groep"
    refused(run, "--uit", str(buiten / "weg" / "x.html"), code=2, says=says)


@pytest.mark.parametrize(
    ("where", "code", "says"),
    [
        ("nergens/x.html", 2, "Daar kan geen bestand komen."),
        ("pijp", 2, "pijp is geen bestand."),
        ("dicht", 1, "In de map dicht kan niet worden geschreven."),
    ],
)
def test_where_no_file_can_come_a_line_says_so(
    where: str,
    code: int,
    says: str,
    run: Run,
    buiten: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    import os

    os.mkfifo(buiten / "pijp")
    (buiten / "dicht").mkdir()
    # A user who may do anything can write there all the same.
    monkeypatch.setattr(folders, "can_write", lambda folder: folder.name != "dicht")
    refused(run, "--uit", str(buiten / where), code=code, says=says)


def test_a_full_disk_leaves_nothing_half_written(
    run: Run, buiten: Path, monkeypatch: pytest.MonkeyPatch
):
    import errno

    from intervisie_cli import system

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(system, "write_durable", full)
    refused(run, "--uit", str(buiten / "x.md"), code=1, says="De schijf is vol")
    assert list(buiten.iterdir()) == []


@pytest.mark.parametrize(("vorm", "module"), [("pdf", "typst"), ("docx", "docx")])
def test_without_the_extra_a_line_says_how_to_get_it(
    vorm: str,
    module: str,
    run: Run,
    buiten: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setitem(sys.modules, module, None)
    says = f"Voor {vorm} is een extra onderdeel nodig.\nTyp: uv tool install"
    refused(run, "--uit", str(buiten), "--vorm", vorm, code=1, says=says)
    assert list(buiten.iterdir()) == []


def test_other_mistakes_are_said_in_a_line(run: Run):
    refused(run, "--vorm", "odt", code=2, says="--vorm kent 'odt' niet.")
    for uit in ("x.txt", "nieuw/", "-", ""):
        assert run("export", "--uit", uit).code == 2, uit
    refused(run, "2026", "--alles", code=2, says="--alles gaat niet samen")
    refused(run, "2031-01", code=1, says="Die sessie is er niet.")


@pytest.mark.parametrize("args", [(), ("--alles",)], ids=["one", "all"])
def test_what_cannot_be_read_is_named_and_the_rest_is_made(
    args: tuple[str], gespeeld: Path, run: Run, buiten: Path
):
    step = gespeeld / MAP / "ronde-1-mirthe/5-advisering.md"
    step.write_text("---\nstap: [\n---\n")
    outcome = run("export", *args, "--uit", str(buiten / "x.html"))
    assert outcome.code == 4
    assert "5-advisering.md" in outcome.err
    text = html((buiten / "x.html").read_bytes())
    assert "Hoe kan ik mezelf weer motiveren?" in text
    assert "Breng weer regelmaat" not in text


def test_a_sessie_that_cannot_be_read_is_left_out_and_named(
    gespeeld: Path, run: Run, buiten: Path
):
    must(gespeeld, "new", "--kort", "--datum", "2026-11-25", "--deelnemers", "kim,tim")
    (gespeeld / MAP / "sessie.yaml").write_text("schema: [")
    outcome = run("export", "--alles", "--uit", str(buiten))
    assert outcome.code == 4
    assert "sessie.yaml" in outcome.err
    assert "Structuur" not in html((buiten / "notulen-alle-sessies.html").read_bytes())


def test_a_private_sessie_goes_out_when_it_is_named(
    gespeeld: Path, run: Run, buiten: Path
):
    yaml = gespeeld / MAP / "sessie.yaml"
    yaml.write_text(yaml.read_text(encoding="utf-8") + "prive: true\n")
    refused(run, code=1, says="Zet haar dag erachter: 2026-11-23")
    must(gespeeld, "new", "--kort", "--datum", "2026-11-25", "--deelnemers", "kim,tim")
    outcome = good(run("export", "--alles", "--uit", str(buiten)))
    assert "Eén sessie is privé en staat er niet in." in outcome.out
    page = buiten / "notulen-alle-sessies.html"
    assert "motiveren" not in html(page.read_bytes())
    good(run("export", SESSIE, "--uit", str(buiten)))
    named = html((buiten / "notulen-2026-11-23.html").read_bytes())
    assert "motiveren" in named


def test_without_names_nobody_is_named_also_not_in_the_text(
    gespeeld: Path, run: Run, buiten: Path
):
    must(gespeeld, "lid", "naam", "kim", "Kim van Dam")
    must(gespeeld, "lid", "erbij", "roos")
    step = gespeeld / MAP / "1-acclimatisering.md"
    words = (
        "MIRTHES plan, tim\u2019s beurt, Van Dam en kimono. Kim van Dam zei niets.\n"
    )
    step.write_text(step.read_text(encoding="utf-8") + words, encoding="utf-8")
    outcome = good(run("export", "--zonder-namen", "--uit", str(buiten)))
    assert "Namen van leden zijn vervangen" in outcome.out
    assert "zonder hoofdletter niet vervangen: roos." in outcome.out
    text = html((buiten / "notulen-2026-11-23-zonder-namen.html").read_bytes())
    assert "Lid A's plan, Lid C's beurt, Van Lid B en kimono. Lid B zei niets." in text
    for naam in ("Mirthe", "Kim ", "Kim:", "Tim"):
        assert naam not in text
    assert "Lid A: Ik heb weer nieuwe energie" in " ".join(text.split())
