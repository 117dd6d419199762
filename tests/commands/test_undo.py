"""`undo` takes back the last recorded step as a new commit,
and what was said comes back as a draft.
"""

from pathlib import Path

from tests import lab
from tests.lab import State, Templates, committed, git, intervisie, must

ANDERE_ANSWERS = """stap: hulpvraag-definieren
inbrenger: mirthe
hulpvraag: Hoe begin ik op tijd?
vragen:
  - lid: kim
    vraag: Wat houdt je tegen?
notulen: Kort besproken.
"""


def drafts(group: Path) -> str:
    """The text of all drafts."""
    return "".join(
        path.read_text() for path in (group / ".git/intervisie/drafts").glob("*.json")
    )


def test_undo_takes_back_the_last_step_as_a_new_commit(twee: Path):
    before = State.of(twee)
    blank = committed(twee, lab.HULPVRAAG, "HEAD^")
    undone = must(twee, "undo")
    assert "Hulpvraag definiëren" in undone.out
    assert (twee / lab.HULPVRAAG).read_bytes() == blank
    assert (
        lab.subjects(twee)[0]
        == f"Hulpvraag definiëren teruggenomen ({lab.SESSIE}, ronde 1)"
    )
    assert git(twee, "rev-parse", "HEAD^").strip() == before.head
    assert not list(before.losses(twee, lab.HULPVRAAG))
    assert list(lab.untidy(twee)) == []


def test_what_was_taken_back_stays_as_a_draft(twee: Path):
    must(twee, "undo")
    for words in (
        "Hoe kan ik mezelf weer motiveren?",
        "Hoe is dat zo gekomen?",
        "Mirthe zegt dat dit klopt.",
    ):
        assert words in drafts(twee)


def test_undo_twice_goes_further_back(twee: Path):
    must(twee, "undo")
    undone = must(twee, "undo")
    assert "Acclimatisering" in undone.out
    for pad in (lab.ACCLIMATISERING, lab.SESSIE_YAML, lab.HULPVRAAG):
        assert (twee / pad).read_bytes() == committed(twee, pad, "HEAD~4"), (
            "the session is as it was prepared"
        )
    assert "Iedereen vertelt kort hoe het gaat." in drafts(twee)
    assert list(lab.untidy(twee)) == []


def test_undo_with_nothing_left_says_so(
    een: Path, templates: Templates, tmp_path: Path
):
    leeg = templates.copy("leeg", tmp_path / "leeg")
    must(een, "undo")
    for group, *argv in (
        (leeg, "undo"),
        (een, "undo"),
        (een, "undo", "--sessie", lab.SESSIE),
    ):
        before = State.of(group)
        outcome = intervisie(group, *argv)
        assert outcome.code == 1
        assert len(outcome.err.splitlines()) == 2
        assert State.of(group) == before


def test_undo_after_a_step_was_done_again_goes_to_the_earlier_answers(twee: Path):
    earlier = (twee / lab.HULPVRAAG).read_bytes()
    must(twee, *lab.STEP, "--opnieuw", stdin=ANDERE_ANSWERS)
    assert lab.holds((twee / lab.HULPVRAAG).read_bytes(), ANDERE_ANSWERS)
    must(twee, "undo")
    assert (twee / lab.HULPVRAAG).read_bytes() == earlier
    assert "Hoe begin ik op tijd?" in drafts(twee)
    must(twee, "undo")
    assert b"status: open" in (twee / lab.HULPVRAAG).read_bytes()


def test_a_step_that_is_recorded_again_after_an_undo_can_be_taken_back_again(
    twee: Path,
):
    must(twee, "undo")
    must(twee, *lab.STEP, stdin=ANDERE_ANSWERS)
    must(twee, "undo")
    assert b"status: open" in (twee / lab.HULPVRAAG).read_bytes()
    assert (
        lab.committed(twee, lab.ACCLIMATISERING)
        == (twee / lab.ACCLIMATISERING).read_bytes()
    )
    assert "Hoe begin ik op tijd?" in drafts(twee), (
        "the answers that were taken back last are in no draft"
    )


def test_the_same_answers_after_an_undo_are_recorded_anew(twee: Path):
    must(twee, "undo")
    must(twee, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert lab.holds((twee / lab.HULPVRAAG).read_bytes(), lab.HULPVRAAG_ANSWERS)
    assert lab.subjects(twee).count(lab.VASTGELEGD) == 2
    assert list(lab.untidy(twee)) == []


def test_undo_refuses_when_the_file_was_changed_by_hand_since(twee: Path):
    step = twee / lab.HULPVRAAG
    step.write_text(step.read_text() + "\nEn dit schreef ik er zelf bij.\n")
    before = State.of(twee)
    outcome = intervisie(twee, "undo")
    assert outcome.code == 1
    assert "Deze stap is sindsdien veranderd" in outcome.err
    assert State.of(twee) == before
    git(twee, "commit", "-qam", "met de hand")
    before = State.of(twee)
    assert intervisie(twee, "undo").code == 1
    assert State.of(twee) == before


def test_undo_refuses_when_the_file_was_deleted_since(twee: Path):
    (twee / lab.HULPVRAAG).unlink()
    before = State.of(twee)
    outcome = intervisie(twee, "undo")
    assert outcome.code in (1, 4)
    assert State.of(twee) == before


def test_undo_goes_back_to_what_a_hand_wrote_before_the_step(een: Path):
    step = een / lab.HULPVRAAG
    step.write_text(step.read_text() + "\nAlvast een regel.\n")
    by_hand = step.read_bytes()
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(een, "undo")
    assert step.read_bytes() == by_hand


def test_undo_leaves_what_the_user_staged(twee: Path):
    (twee / "kladblok.txt").write_text("van mij\n")
    git(twee, "add", "kladblok.txt")
    must(twee, "undo")
    assert git(twee, "status", "--porcelain") == "A  kladblok.txt\n"


def test_undo_stays_within_the_session_that_was_asked_for(twee: Path):
    must(twee, *lab.NEW, "--thema", "ander")
    must(twee, *lab.STEP[:-1], "2026-11-23-ander", stdin=lab.ACCLIMATISERING_ANSWERS)
    must(twee, "undo", "--sessie", lab.SESSIE)
    assert (
        lab.subjects(twee)[0]
        == f"Hulpvraag definiëren teruggenomen ({lab.SESSIE}, ronde 1)"
    )


def test_a_step_that_was_skipped_can_be_taken_back(een: Path):
    for answers in (lab.HULPVRAAG_ANSWERS, lab.ADVISERING_ANSWERS):
        must(een, *lab.STEP, stdin=answers)
    must(een, "step", "evaluatie", "--overslaan", "--reden", "geen tijd")
    must(een, "undo")
    assert b"status: open" in (een / f"{lab.FOLDER}/4-evaluatie.md").read_bytes()
    assert list(lab.untidy(een)) == []


def test_undo_works_when_another_commit_came_after_the_step(twee: Path):
    (twee / "README.md").write_text("anders\n")
    git(twee, "commit", "-qam", "eigen werk")
    must(twee, "undo")
    assert b"status: open" in (twee / lab.HULPVRAAG).read_bytes()
    # The table of sessies comes below what the group wrote.
    assert (committed(twee, "README.md") or b"").startswith(b"anders\n")


def test_undo_right_after_a_ronde_was_stopped_takes_that_back(twee: Path):
    before = (twee / lab.SESSIE_YAML).read_bytes()
    must(twee, "wijzig", "--ronde-weg", "1")
    undone = must(twee, "undo")
    assert undone.out.startswith("Ronde 1 gaat toch verder.")
    assert (twee / lab.SESSIE_YAML).read_bytes() == before
    assert lab.subjects(twee)[0] == f"Ronde hervat ({lab.SESSIE}, ronde 1)"
    assert list(lab.untidy(twee)) == []
    assert "Hulpvraag definiëren" in must(twee, "undo").out, "then the step comes"


def test_undo_of_a_stopped_ronde_is_refused_once_the_sessie_changed(twee: Path):
    must(twee, "wijzig", "--ronde-weg", "1")
    must(twee, "wijzig", "--tot", "21:00")
    before = State.of(twee)
    refused = intervisie(twee, "undo")
    assert refused.code == 1
    assert "intervisie wijzig --ronde-erbij mirthe" in refused.err
    assert State.of(twee) == before
    must(twee, "wijzig", "--ronde-erbij", "mirthe")
    assert "Hulpvraag definiëren" in must(twee, "undo").out


def test_undo_of_a_stopped_ronde_that_was_cut_off_is_done_once(twee: Path):
    must(twee, "wijzig", "--ronde-weg", "1")
    lab.dies_before_commit(twee, "undo")
    assert must(twee, "undo").out.startswith("Ronde 1 gaat toch verder.")
    assert lab.subjects(twee)[0] == f"Ronde hervat ({lab.SESSIE}, ronde 1)"


def test_undo_right_after_a_sessie_was_ended_goes_on_with_it(twee: Path):
    before = (twee / lab.SESSIE_YAML).read_bytes()
    must(twee, "wijzig", "--afronden", "geen tijd")
    assert must(twee, "undo").out.startswith("De sessie gaat toch verder.")
    assert (twee / lab.SESSIE_YAML).read_bytes() == before
    assert lab.subjects(twee)[0] == f"Sessie hervat ({lab.SESSIE})"
    assert "Hulpvraag definiëren" in must(twee, "undo").out, "then the step comes"


def test_undo_of_an_ended_sessie_that_was_cut_off_is_done_once(klaar: Path):
    must(klaar, "wijzig", "--afronden", "")
    lab.dies_before_commit(klaar, "undo")
    assert must(klaar, "undo").out.startswith("De sessie gaat toch verder.")
    assert (klaar / lab.SESSIE_YAML).exists()


def test_undo_of_an_ended_sessie_is_refused_once_it_changed(twee: Path):
    must(twee, "wijzig", "--afronden", "geen tijd")
    must(twee, "wijzig", "--tot", "21:00")
    before = State.of(twee)
    refused = intervisie(twee, "undo")
    assert refused.code == 1
    assert "intervisie wijzig --heropen" in refused.err
    assert State.of(twee) == before


def test_undo_of_a_step_of_an_ended_sessie_says_how_to_go_on_with_it(twee: Path):
    must(twee, "wijzig", "--afronden", "geen tijd")
    must(twee, *lab.STEP, "--opnieuw", stdin=ANDERE_ANSWERS)
    assert "De vorige versie staat er weer." in must(twee, "undo").out
    undone = must(twee, "undo").out
    assert "De sessie gaat toch verder." in undone


def test_undo_of_a_step_in_a_sessie_that_a_hand_ended_says_how_to_go_on(twee: Path):
    path = twee / lab.SESSIE_YAML
    path.write_text(path.read_text() + "afgerond: 2026-11-23T20:00:00+01:00\n")
    undone = must(twee, "undo").out
    assert "De vorige versie" not in undone
    assert "Typ: intervisie wijzig --heropen" in undone
