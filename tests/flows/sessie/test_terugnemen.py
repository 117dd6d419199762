"""`undo` takes a sessie back in which nothing was said, in one commit, and never another one."""

from pathlib import Path

import pytest

from tests import lab
from tests.lab import State, intervisie, must


def test_a_sessie_that_was_made_by_mistake_goes_in_one_commit(klaar: Path):
    out = must(klaar, "undo").out
    assert out == "De sessie van ma 23 november is weggehaald.\n"
    assert not (klaar / lab.FOLDER).exists()
    assert lab.subjects(klaar)[0] == lab.WEGGEHAALD
    assert lab.git(klaar, "ls-tree", "-r", "--name-only", "HEAD", "sessies") == ""
    assert list(lab.untidy(klaar)) == []


def test_what_changed_before_anything_was_said_goes_along(klaar: Path):
    must(klaar, "wijzig", "--ronde-erbij", "tim", "--weg", "kim")
    must(klaar, "undo")
    assert not (klaar / lab.FOLDER).exists()


def test_the_last_thing_that_was_done_goes_first(een: Path):
    must(een, *lab.NEW, "--thema", "ander")
    must(een, "undo")
    assert not (een / "sessies/2026/2026-11-23-ander").exists()
    assert "Acclimatisering is teruggenomen" in must(een, "undo").out


def test_a_step_since_then_comes_first(een: Path):
    must(een, *lab.NEW, "--thema", "ander")
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert "Hulpvraag definiëren (ronde 1) is teruggenomen" in must(een, "undo").out
    assert (een / "sessies/2026/2026-11-23-ander").exists()


@pytest.mark.parametrize(
    "pad",
    [lab.ACCLIMATISERING, f"{lab.FOLDER}/notulen/kim.md", f"{lab.FOLDER}/foto.png"],
)
def test_a_sessie_in_which_a_hand_wrote_stays(klaar: Path, pad: str):
    path = klaar / pad
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as file:
        file.write("\nDit schreef Kim.\n")
    before = State.of(klaar)
    outcome = intervisie(klaar, "undo")
    assert outcome.code == 1
    assert outcome.err.startswith("In deze sessie staat al iets; die blijft.")
    assert State.of(klaar) == before


def test_a_sessie_with_answers_in_a_draft_stays(een: Path):
    must(een, "undo")
    before = State.of(een)
    outcome = intervisie(een, "undo", "--sessie", lab.SESSIE)
    assert outcome.code == 1
    assert outcome.err.startswith("In Acclimatisering vulden jullie al iets in")
    assert State.of(een) == before


def test_what_a_hand_changed_in_the_sessie_is_in_the_history(klaar: Path):
    path = klaar / lab.SESSIE_YAML
    path.write_text(path.read_text() + "# van Kim\n")
    must(klaar, "undo")
    handwerk = f"Met de hand gewijzigd: sessie.yaml ({lab.SESSIE})"
    assert lab.subjects(klaar)[:2] == [lab.WEGGEHAALD, handwerk]
    assert b"# van Kim\n" in (lab.committed(klaar, lab.SESSIE_YAML, "HEAD^") or b"")


def test_an_undo_that_died_and_is_typed_again_takes_back_no_more(een: Path):
    must(een, *lab.NEW, "--thema", "ander")
    lab.dies_before_commit(een, "undo")
    assert "weggehaald" in must(een, "undo").out
    assert lab.subjects(een)[0] == "Sessie teruggenomen (2026-11-23-ander)"
    assert not (een / "sessies/2026/2026-11-23-ander").exists()
    assert b"status: klaar" in (een / lab.ACCLIMATISERING).read_bytes()
