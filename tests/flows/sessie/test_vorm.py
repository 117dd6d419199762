"""A sessie keeps the shape it was made with: whatever becomes of its draaiboek, nothing recorded
goes out of sight, and no advice leads to a loss.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from intervisie_cli.flows.sessie.bladzijde import voorstel
from intervisie_cli.flows.sessie.new import Opties
from intervisie_cli.groep import bronnen, draaiboeken
from tests import lab
from tests.conftest import Outcome
from tests.flows.test_hand_edits import surroundings
from tests.lab import git, intervisie, must

SESSIE = "sessies/2026/2026-11-23-eigen"
ADVISERING = f"{SESSIE}/ronde-1-mirthe/3-advisering.md"
SESSIE_YAML = f"{SESSIE}/sessie.yaml"
# Something that was said in each of the steps that hold more than a yes.
GEZEGD = (
    "Hoe kan ik mezelf weer motiveren?",
    "Ik kijk vaak tot laat televisie.",
    "Breng weer regelmaat in je dag.",
    "We maken samen een planning",
)
# What every command that only looks, and `check`, is called with here.
KIJKEN = (
    ("show",),
    ("show", "--json"),
    ("status",),
    ("status", "--json"),
    ("log",),
    ("log", "--verloop"),
    ("actie",),
    ("check", "--alles"),
)


def look(group: Path, *argv: str, stdin: str = "") -> Outcome:
    """Run a command as a new process would: a draaiboek is read once in each."""
    draaiboeken.load.cache_clear()
    return intervisie(group, *argv, stdin=stdin)


@pytest.fixture
def eigen(leeg: Path) -> Path:
    """A group with a draaiboek of its own, and a sessie by it that is about to begin."""
    folder = leeg / "sjablonen/eigen"
    shutil.copytree(bronnen.folder("templates") / "kort", folder)
    edit(folder / "draaiboek.yaml", "naam: kort", "naam: eigen")
    edit(folder / "draaiboek.yaml", "titel: Korte variant", "titel: Onze variant")
    draaiboeken.load.cache_clear()
    must(leeg, "new", "--draaiboek", "eigen", *lab.NEW[2:])
    return leeg


@pytest.fixture
def gedaan(eigen: Path) -> Path:
    """The same group, with all of it recorded but the last two steps."""
    answers = "".join(lab.ANSWERS[:3])
    must(eigen, "step", "--antwoorden", "-", stdin=answers)
    return eigen


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def rename_step(group: Path) -> None:
    folder = group / "sjablonen/eigen"
    edit(folder / "draaiboek.yaml", "stap: advisering", "stap: raad")
    (folder / "3-advisering.md").rename(folder / "3-raad.md")
    edit(folder / "3-raad.md", "stap: advisering", "stap: raad")


def remove_step(group: Path) -> None:
    folder = group / "sjablonen/eigen"
    edit(folder / "draaiboek.yaml", "  - stap: advisering\n    per: ronde\n", "")
    (folder / "3-advisering.md").unlink()
    (folder / "4-evaluatie.md").rename(folder / "3-evaluatie.md")
    (folder / "5-eigen-invulling.md").rename(folder / "4-eigen-invulling.md")


def reorder(group: Path) -> None:
    folder = group / "sjablonen/eigen"
    evaluatie = "  - stap: evaluatie\n    per: sessie\n    optioneel: true\n"
    edit(folder / "draaiboek.yaml", evaluatie, "")
    edit(folder / "draaiboek.yaml", "stappen:\n", f"stappen:\n{evaluatie}")
    for naam in ("3-advisering", "2-hulpvraag-definieren", "1-acclimatisering"):
        nummer, _, stap = naam.partition("-")
        (folder / f"{naam}.md").rename(folder / f"{int(nummer) + 1}-{stap}.md")
    (folder / "4-evaluatie.md").rename(folder / "1-evaluatie.md")


def other_per(group: Path) -> None:
    path = group / "sjablonen/eigen/draaiboek.yaml"
    advisering = "stap: advisering\n    per: ronde"
    edit(path, advisering, advisering.replace("ronde", "sessie"))


def add_step(group: Path) -> None:
    folder = group / "sjablonen/eigen"
    edit(
        folder / "draaiboek.yaml",
        "stappen:\n",
        "stappen:\n  - stap: welkom\n    per: sessie\n",
    )
    for path in sorted(folder.glob("*.md"), reverse=True):
        nummer, _, rest = path.name.partition("-")
        path.rename(folder / f"{int(nummer) + 1}-{rest}")
    (folder / "1-welkom.md").write_text(
        "---\nstap: welkom\ntitel: Welkom\ndoel: Thee.\n---\n"
    )


def gone(group: Path) -> None:
    shutil.rmtree(group / "sjablonen/eigen")


def no_title_any_more(group: Path) -> None:
    path = group / "sjablonen/eigen/3-advisering.md"
    edit(path, "naam: adviezen", "naam: ideeen")
    edit(path, "uit: adviezen", "uit: ideeen")


def points_nowhere(group: Path) -> None:
    edit(group / "sjablonen/eigen/3-advisering.md", "naam: adviezen", "naam: ideeen")


CHANGES = (
    rename_step,
    remove_step,
    reorder,
    other_per,
    add_step,
    gone,
    no_title_any_more,
    points_nowhere,
)
Change = Callable[[Path], None]


def test_new_keeps_the_steps_as_they_count_in_this_sessie(leeg: Path):
    must(leeg, "new", "--lang", *lab.NEW[2:], "--samen", "evaluatie")
    (path,) = leeg.glob("sessies/2026/*/sessie.yaml")
    steps = path.read_text().partition("stappen:\n")[2]
    assert steps.startswith(
        "  - id: acclimatisering\n    titel: Acclimatisering\n    per: sessie\n"
    )
    assert "  - id: advisering\n    titel: Advisering\n    per: ronde\n" in steps
    assert "  - id: evaluatie\n    titel: Evaluatie\n    per: sessie\n" in steps


def test_what_is_done_once_stands_in_the_steps_alone_and_a_next_sessie_does_so_too(
    leeg: Path,
):
    must(leeg, "new", "--lang", *lab.NEW[2:], "--samen", "evaluatie")
    (path,) = leeg.glob("sessies/2026/*/sessie.yaml")
    assert "samen:" not in path.read_text()
    files = list(path.parent.rglob("*-evaluatie.md"))
    assert [file.parent for file in files] == [path.parent]
    path.write_text(path.read_text() + "samen: [advisering]\n")
    seen = [stap["bestand"] for stap in _steps(leeg)]
    assert len([pad for pad in seen if pad.endswith("-advisering.md")]) == 1
    assert any("/ronde-1-mirthe/" in pad for pad in seen if "advisering" in pad)
    omgeving = surroundings(leeg)
    assert voorstel(omgeving, Opties()).samen == "evaluatie"


def test_in_a_sessie_of_before_the_list_tells_what_is_done_once(leeg: Path):
    must(leeg, "new", "--lang", *lab.NEW[2:], "--samen", "evaluatie")
    (path,) = leeg.glob("sessies/2026/*/sessie.yaml")
    before = path.read_text().partition("stappen:\n")[0]
    for samen, plek in (("samen: [evaluatie]\n", ""), ("", "ronde-1-mirthe/")):
        path.write_text(before + samen)
        pad = path.parent.relative_to(leeg).as_posix()
        (evaluatie,) = [
            stap["bestand"] for stap in _steps(leeg) if stap["stap"] == "evaluatie"
        ]
        assert evaluatie.startswith(f"{pad}/{plek}")
        assert evaluatie.count("/") == (4 if plek else 3)
        assert path.read_text() == before + samen


def _steps(group: Path) -> list[dict[str, str]]:
    return list(json.loads(must(group, "status", "--json").out)["stappen"])


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_recorded_is_shown_whatever_the_draaiboek_became(
    gedaan: Path, change: Change
):
    change(gedaan)
    page = look(gedaan, "show").out
    assert not [gezegd for gezegd in GEZEGD if gezegd not in " ".join(page.split())]
    assert "nog niets vastgelegd" not in page
    steps = json.loads(look(gedaan, "show", "--json").out)["stappen"]
    assert [step["status"] for step in steps[:3]] == ["klaar"] * 3
    acties = steps[2]["gegevens"]["acties"]
    assert [actie["wie"] for actie in acties] == ["samen", "mirthe", "mirthe"]


@pytest.mark.parametrize("change", CHANGES)
def test_looking_back_takes_it_in_and_changes_no_byte(gedaan: Path, change: Change):
    change(gedaan)
    before = lab.State.of(gedaan)
    for argv in KIJKEN:
        outcome = look(gedaan, *argv)
        assert outcome.code == 0, (argv, outcome)
    assert "Breng weer regelmaat" in look(gedaan, "log").out
    assert "We maken samen een planning" in look(gedaan, "actie").out
    assert not list(before.losses(gedaan))


@pytest.mark.parametrize("change", CHANGES)
def test_doctor_never_advises_to_take_a_record_away(gedaan: Path, change: Change):
    change(gedaan)
    out = look(gedaan, "doctor").out
    assert "vreemd bestand" not in out
    assert "haal het weg" not in out


def test_an_actie_in_a_step_that_is_not_known_is_followed_up(gedaan: Path):
    rename_step(gedaan)
    outcome = look(gedaan, "actie", "bezig", "planning")
    assert outcome.code == 0, outcome
    assert "opvolging:" in (gedaan / ADVISERING).read_text()


def test_a_value_of_which_no_field_is_known_is_shown_with_who_said_it(gedaan: Path):
    gone(gedaan)
    page = look(gedaan, "show").out
    assert "  Hulpvraag: Hoe kan ik mezelf weer motiveren?\n" in page
    assert "    • Kim: Breng weer regelmaat in je dag.\n" in page
    assert "      toepasbaar: ja\n" in page
    assert "        • Kim: ja\n" in page
    assert "eigen · ma 23 november" in page


@pytest.mark.parametrize("change", [rename_step, gone])
def test_step_says_what_is_missing_and_what_to_do(eigen: Path, change: Change):
    must(eigen, "step", "--antwoorden", "-", stdin="".join(lab.ANSWERS[:2]))
    change(eigen)
    given = ("--antwoorden", "-")
    for argv in ((), ("--als", "kim", *given), ("advisering", *given)):
        outcome = look(eigen, "step", *argv, stdin=lab.ADVISERING_ANSWERS)
        assert outcome.code == 4, outcome
        assert len(outcome.err.splitlines()) == 2
        assert "eigen" in outcome.err
    doctor = look(eigen, "doctor")
    assert doctor.code == 4
    assert outcome.err.splitlines()[0] in doctor.out.replace("• ", "")
    status = look(eigen, "status").out
    assert "niet in het draaiboek" in status
    assert status.endswith("Nu: Advisering (ronde 1). Typ: intervisie doctor\n")


def test_a_fault_in_the_draaiboek_is_named_in_a_line_below_what_was_recorded(
    gedaan: Path,
):
    points_nowhere(gedaan)
    fout = "In het draaiboek 'eigen' zit een fout."
    typ = "intervisie overzicht --draaiboek eigen"
    shown = look(gedaan, "show")
    assert " ".join(shown.err.split()) == f"{fout} Kijk welke: {typ}"
    assert fout[1:-1] in look(gedaan, "check").out
    assert "regel 52, velden.2.uit" in look(gedaan, "doctor").out
    for argv in (("step", "--antwoorden", "-"), ("undo",)):
        outcome = look(gedaan, *argv, stdin=lab.ANSWERS[3])
        assert outcome.code == 4, argv
        assert outcome.err.splitlines() == [fout, f"Kijk welke: {typ}"]
    told = look(gedaan, *typ.split()[1:])
    assert "regel 52, velden.2.uit" in told.err


def test_a_step_that_is_not_known_can_be_skipped_so_that_the_sessie_goes_on(
    eigen: Path,
):
    must(eigen, "step", "--antwoorden", "-", stdin="".join(lab.ANSWERS[:2]))
    rename_step(eigen)
    skip = ("step", "advisering", "--overslaan", "--reden", "hernoemd")
    assert look(eigen, *skip).code == 0
    assert look(eigen, "step", "--antwoorden", "-", stdin=lab.ANSWERS[3]).code == 0
    assert look(eigen, "undo").code == 0
    assert look(eigen, "undo").code == 0
    assert "Nu: Advisering" in look(eigen, "status").out


def test_answers_of_a_step_that_is_not_known_are_not_taken_back(gedaan: Path):
    rename_step(gedaan)
    before = lab.State.of(gedaan)
    assert look(gedaan, "undo").code == 4
    assert not list(before.losses(gedaan))


def test_check_names_the_step_that_it_could_not_look_into(gedaan: Path):
    rename_step(gedaan)
    found = json.loads(look(gedaan, "check", "--format", "json").out)["bevindingen"]
    (about,) = [f for f in found if f["regel"] == "draaiboek-onbekend"]
    assert "'advisering'" in about["bericht"]
    assert about["ernst"] == "let-op"


def test_doctor_tells_of_a_step_once_when_all_is_done(gedaan: Path):
    must(gedaan, "step", "--antwoorden", "-", stdin="".join(lab.ANSWERS[3:]))
    must(gedaan, "new", "--draaiboek", "eigen", *lab.NEW[2:])
    must(
        gedaan,
        "step",
        "--sessie",
        "2026-11-23-eigen-2",
        "--antwoorden",
        "-",
        stdin="".join(lab.ANSWERS),
    )
    rename_step(gedaan)
    doctor = look(gedaan, "doctor")
    assert doctor.code == 4  # the draaiboek was edited and is not recorded
    assert doctor.out.count("'advisering'") == 1
    assert "Tip: De stap 'advisering'" in doctor.out


def test_the_draaiboek_is_recorded_with_the_sessie_and_reaches_other_clones(
    gedaan: Path, tmp_path: Path
):
    made = git(gedaan, "log", "--format=%H", "--", SESSIE_YAML).split()[-1]
    names = git(gedaan, "show", "--format=", "--name-only", made).split()
    of_sessie = (f"{SESSIE}/", "README.md")
    own = [naam for naam in names if not naam.startswith(of_sessie)]
    assert own[0] == "sjablonen/eigen/1-acclimatisering.md"
    assert len(own) == 6
    kim = clone(gedaan, tmp_path)
    assert look(kim, "step", "--antwoorden", "-", stdin=lab.ANSWERS[3]).code == 0
    assert "niet in het draaiboek" not in look(kim, "status").out


def test_a_draaiboek_that_is_recorded_as_it_is_stays_out_of_the_commit(gedaan: Path):
    edit(gedaan / "sjablonen/eigen/1-acclimatisering.md", "titel: ", "titel: Samen ")
    for extra in (["sjablonen/eigen/1-acclimatisering.md"], []):
        draaiboeken.load.cache_clear()
        must(gedaan, "new", "--draaiboek", "eigen", *lab.NEW[2:])
        names = git(gedaan, "show", "--format=", "--name-only", "HEAD").split()
        own = [naam for naam in names if naam.startswith("sjablonen/")]
        assert own == extra


def clone(group: Path, tmp_path: Path) -> Path:
    place = str(tmp_path / "stick/groep.git")
    must(group, "init", "--remote", place, str(group))
    must(tmp_path, "init", "--van", place, str(tmp_path / "kim"), "--als", "kim")
    return tmp_path / "kim"


def test_a_clone_without_the_draaiboek_reads_follows_and_shares(
    gedaan: Path, tmp_path: Path
):
    kim = clone(gedaan, tmp_path)
    git(kim, "rm", "-rq", "sjablonen")
    git(kim, "commit", "-qm", "weg")
    for argv in (*KIJKEN, ("sync",)):
        outcome = look(kim, *argv)
        assert outcome.code == 0, (argv, outcome)
    assert "Breng weer regelmaat in je dag." in look(kim, "show").out
    followed = look(kim, "actie", "bezig", "planning")
    assert followed.code == 0, followed
    must(kim, "sync")
    must(gedaan, "sync")
    assert "opvolging:" in (gedaan / ADVISERING).read_text()


@pytest.mark.parametrize("change", [None, reorder])
def test_a_sessie_of_before_opens_unchanged_in_the_shape_of_the_draaiboek(
    gedaan: Path, change: Change | None
):
    path = gedaan / SESSIE_YAML
    old = path.read_text().partition("stappen:\n")[0] + "# van Kim\n"
    path.write_text(old)
    git(gedaan, "commit", "-qam", "van voor de stappen")
    if change:
        change(gedaan)
    before = lab.State.of(gedaan)
    for argv in KIJKEN:
        assert look(gedaan, *argv).code == 0, argv
    assert not list(before.losses(gedaan))
    is_shown = "Breng weer regelmaat in je dag." in look(gedaan, "show").out
    assert is_shown is (change is None)
    if change is None:
        assert look(gedaan, "step", "--antwoorden", "-", stdin=lab.ANSWERS[3]).code == 0
        assert path.read_text() == old


def newer(group: Path) -> None:
    folder = group / "sjablonen/eigen"
    edit(folder / "draaiboek.yaml", "titel: Onze", "kleur: rood\ntitel: Onze")
    edit(folder / "3-advisering.md", "titel: ", "geluid: bel\ntitel: ")
    edit(folder / "4-evaluatie.md", "velden:\n", f"velden:\n{STEM}")


STEM = "  - {naam: stem, soort: geluid, vraag: Hoe klonk het?, verplicht: true}\n"


def test_a_newer_draaiboek_is_gone_on_with_and_its_slips_are_named(gedaan: Path):
    newer(gedaan)
    evaluatie = gedaan / SESSIE / "4-evaluatie.md"
    edit(
        evaluatie, "status: open\n", "status: open\nstem:\n  - {lid: kim, toon: laag}\n"
    )
    assert look(gedaan, "step", "--antwoorden", "-", stdin=lab.ANSWERS[3]).code == 0
    assert "stem:\n  - {lid: kim, toon: laag}\n" in evaluatie.read_text()
    page = look(gedaan, "show").out
    assert "  Stem\n    • Kim: laag\n" in page
    slips = (
        "kleur: deze sleutel",
        "geluid: deze sleutel",
        "velden.1.soort: deze soort",
    )
    overzicht = look(gedaan, "overzicht", "--draaiboek", "eigen")
    doctor, check = look(gedaan, "doctor"), look(gedaan, "check")
    assert (overzicht.code, check.code) == (0, 0)
    for out in (overzicht.out, doctor.out, check.out):
        assert [slip for slip in slips if slip not in " ".join(out.split())] == []
    volledig = look(gedaan, "check", "--uitgebreid").out
    assert "sjablonen/eigen/3-advisering.md:3" in volledig
    assert "Tip: sjablonen/eigen/draaiboek.yaml, regel 3, kleur" in doctor.out
