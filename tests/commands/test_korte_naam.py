"""Another handle for a member: what was recorded under the earlier one is still theirs."""

from pathlib import Path

import pytest

from intervisie_cli.groep import sessies
from intervisie_cli.groep.vinden import load_groep
from tests import lab
from tests.lab import intervisie, must
from tests.prepared import Prepare

VRIJ = "    - Kim vat het samen. Mirthe heeft geen motivatie voor school, omdat de"
KIM = ("lid", "korte-naam", "kim", "robin")


@pytest.fixture
def klaar(prepare: Prepare) -> Path:
    """A group with a sessie that is done."""
    return prepare("kort", 5)


@pytest.fixture
def robin(klaar: Path) -> Path:
    """The same, in which Kim is called Robin by now."""
    must(klaar, *KIM)
    return klaar


def vragen(clone: Path) -> list[tuple[str, str]]:
    """The questions of the step that is under way, as they are read."""
    folder = next(sessies.folders(clone))
    stap = sessies.load(clone, folder).stappen[1]
    return [(item["lid"], item["vraag"]) for item in stap.data["vragen"]]


def test_all_that_was_recorded_is_read_under_the_new_handle(klaar: Path):
    before = must(klaar, "show").out
    files = lab.files_of(klaar)
    assert "✓ Robin is nu: robin" in must(klaar, *KIM).out
    del files["groep.yaml"]
    after = lab.files_of(klaar)
    del after["groep.yaml"]
    # No record is written anew for it, and nothing is left of the earlier name on the screen.
    pages = {pad for pad in files if lab.is_page(pad)}
    assert {pad: after[pad] for pad in after if pad not in pages} == {
        pad: files[pad] for pad in files if pad not in pages
    }
    said = must(klaar, "show").out
    words = before.replace("Kim", "Robin").split()
    assert said.replace("Kim", "Robin").split() == words
    # What people wrote stays as they wrote it.
    assert [line for line in said.splitlines() if "Kim" in line] == [VRIJ]
    assert "Kim" not in must(klaar, "log").out
    for command in (("check", "--alles"), ("doctor",)):
        assert "robin" not in must(klaar, *command).out


def test_both_handles_find_the_member(robin: Path):
    must(robin, "lid", "korte-naam", "mirthe", "mo")
    for lid in ("mirthe", "mo"):
        for argv in (
            ("log", "--inbrenger"),
            ("log", "--actie-van"),
            ("actie", "--van"),
        ):
            assert "Mo" in must(robin, *argv, lid).out
    for lid in ("kim", "robin"):
        outcome = intervisie(robin, "step", "1/advisering", "--als", lid)
        assert "geen deelnemer" not in outcome.err


def test_what_is_recorded_next_has_the_new_handle(robin: Path):
    must(robin, "new", "--kort", "--deelnemers", "mirthe,kim", "--geen-vragen")
    assert "kim" not in must(robin, "status").out.casefold()
    [nieuw] = [
        path
        for path in (robin / "sessies/2026").glob("*/sessie.yaml")
        if "robin" in path.read_text()
    ]
    assert "kim" not in nieuw.read_text()


def test_a_clone_that_did_not_know_it_yet_loses_nothing(een: Path, tmp_path: Path):
    place, laptop = str(tmp_path / "stick/groep.git"), tmp_path / "laptop"
    must(een, "init", "--remote", place, str(een))
    must(tmp_path, "init", "--van", place, "--als", "kim", str(laptop))
    must(een, *KIM)
    must(een, "sync")
    given = ("step", "1/hulpvraag-definieren", "--als", "kim", "--antwoorden", "-")
    must(laptop, *given, stdin="vragen:\n- vraag: Hoe lang al?\n")
    must(laptop, "sync")
    must(een, "sync")
    for clone in (een, laptop):
        assert vragen(clone) == [("robin", "Hoe lang al?")]
    again = (*given[:3], "robin", *given[4:])
    must(laptop, *again, stdin="vragen:\n- vraag: Hoe lang al, denk je?\n")
    assert vragen(laptop) == [("robin", "Hoe lang al, denk je?")]
    raw = (laptop / lab.HULPVRAAG).read_text()
    assert "lid: robin" in raw
    assert "lid: kim" not in raw


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("kim", "tim"), "is de korte naam van Tim"),
        (("kim",), "Geef ook de naam"),
        (("piet", "jan"), "is geen lid"),
        (("kim", "1e"), "begint"),
    ],
)
def test_what_cannot_be_says_so(leeg: Path, argv: tuple[str, ...], words: str):
    before = lab.State.of(leeg)
    outcome = intervisie(leeg, "lid", "korte-naam", *argv)
    assert outcome.code == 2
    assert words in outcome.err
    assert lab.State.of(leeg) == before


def test_a_member_can_have_the_earlier_handle_back(robin: Path):
    must(robin, "lid", "korte-naam", "robin", "kim")
    assert "was:\n      - robin\n" in (robin / "groep.yaml").read_text()
    assert "Robin" not in must(robin, "show").out
    assert "Kim is al: kim" in must(robin, "lid", "korte-naam", "robin", "kim").out


def test_two_laptops_that_met_do_not_make_two_of_one(een: Path, tmp_path: Path):
    place, laptop = str(tmp_path / "stick/groep.git"), tmp_path / "laptop"
    must(een, "init", "--remote", place, str(een))
    must(tmp_path, "init", "--van", place, "--als", "tim", str(laptop))
    must(een, *KIM)
    must(laptop, "lid", "naam", "kim", "Kim de Boer")
    for clone in (een, laptop, een):
        intervisie(clone, "sync")
    leden = must(een, "lid").out.split()
    assert leden == must(laptop, "lid").out.split()
    assert "kim" not in leden


@pytest.mark.parametrize("renames_first", [0, 1])
def test_another_name_given_elsewhere_meanwhile_is_of_the_same_member(
    gedeeld: tuple[Path, Path], renames_first: int
):
    must(gedeeld[0], *KIM)
    must(gedeeld[1], "lid", "naam", "kim", "Kim de Boer")
    first, second = gedeeld[renames_first], gedeeld[1 - renames_first]
    for clone in (first, second, first):
        must(clone, "sync")
    for clone in gedeeld:
        leden = must(clone, "lid").out
        assert leden.count("Kim de Boer") == 1
        assert "robin" in leden
        assert len(load_groep(clone).leden) == 3
