"""People edit the files by hand: nothing they wrote is overwritten,
and both versions stay in the history.
"""

import os
from datetime import datetime
from pathlib import Path

import pytest

from intervisie_cli.flows.niet_vastgelegd import Tussendoor
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.stap import vastleggen
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.records.document import parse_markdown
from tests import lab
from tests.conftest import NU, Ids
from tests.lab import committed, git, intervisie, must


def edit(group: Path, pad: str, old: str, new: str) -> bytes:
    """Change a file as an editor would, and give what it holds then."""
    path = group / pad
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return path.read_bytes()


def surroundings(group: Path) -> Omgeving:
    return Omgeving(lambda: datetime.fromisoformat(NU), Ids(), folder=group)


def test_what_a_hand_wrote_in_an_open_step_is_a_commit_of_its_own_before_ours(
    een: Path,
):
    by_hand = edit(
        een,
        lab.HULPVRAAG,
        "## Notulen\n",
        "## Notulen\n\nMirthe begint, en dit schreef Kim.\n",
    )
    head = git(een, "rev-parse", "HEAD")
    outcome = must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert "met de hand" in outcome.err
    assert lab.subjects(een)[:2] == [
        lab.VASTGELEGD,
        f"Hulpvraag definiëren met de hand gewijzigd ({lab.SESSIE}, ronde 1)",
    ]
    assert git(een, "rev-parse", "HEAD~2") == head
    assert committed(een, lab.HULPVRAAG, "HEAD^") == by_hand
    recorded = (een / lab.HULPVRAAG).read_bytes()
    assert b"en dit schreef Kim." in recorded, "free notulen of a hand stay beside ours"
    assert lab.holds(recorded, lab.HULPVRAAG_ANSWERS)
    assert list(lab.untidy(een)) == []


def test_the_same_answers_once_more_over_kept_notulen_of_a_hand_do_no_harm(een: Path):
    edit(
        een,
        lab.HULPVRAAG,
        "## Notulen\n",
        "## Notulen\n\nMirthe begint, en dit schreef Kim.\n",
    )
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    head = git(een, "rev-parse", "HEAD")
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert git(een, "rev-parse", "HEAD") == head


def test_a_hand_edit_that_the_user_committed_needs_no_commit_of_ours(een: Path):
    edit(een, lab.HULPVRAAG, "## Notulen\n", "## Notulen\n\nMirthe begint.\n")
    git(een, "commit", "-qam", "zelf vastgelegd")
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert lab.subjects(een)[:2] == [lab.VASTGELEGD, "zelf vastgelegd"]


def test_a_hand_edit_of_a_recorded_step_is_kept_when_it_is_done_again(twee: Path):
    by_hand = edit(twee, lab.HULPVRAAG, "weer motiveren?", "weer motiveren, zei Kim?")
    outcome = intervisie(twee, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert outcome.code == 1, "other answers without --opnieuw"
    assert (twee / lab.HULPVRAAG).read_bytes() == by_hand
    must(twee, *lab.STEP, "--opnieuw", stdin=lab.HULPVRAAG_ANSWERS)
    assert committed(twee, lab.HULPVRAAG, "HEAD^") == by_hand
    assert lab.holds((twee / lab.HULPVRAAG).read_bytes(), lab.HULPVRAAG_ANSWERS)


def test_a_hand_edit_of_the_session_file_is_kept_when_a_step_changes_it_too(
    klaar: Path,
):
    by_hand = edit(
        klaar,
        lab.SESSIE_YAML,
        "begeleider: tim",
        "begeleider: tim  # net als vorige keer\nthema: Slaap",
    )
    must(klaar, *lab.STEP, stdin=lab.ACCLIMATISERING_ANSWERS)
    recorded = (klaar / lab.SESSIE_YAML).read_bytes()
    assert b"begeleider: tim  # net als vorige keer\n" in recorded
    assert b"thema: Motivatie\n" in recorded
    assert committed(klaar, lab.SESSIE_YAML, "HEAD^") == by_hand, (
        "the version of the hand is in no commit"
    )


def test_a_hand_edit_of_the_session_file_stays_when_a_step_does_not_touch_it(een: Path):
    by_hand = edit(een, lab.SESSIE_YAML, "begeleider: tim", "begeleider: kim")
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert (een / lab.SESSIE_YAML).read_bytes() == by_hand
    assert git(een, "status", "--porcelain") == f" M {lab.SESSIE_YAML}\n"


def test_an_edit_between_reading_and_writing_is_not_overwritten(een: Path):
    basis = (een / lab.HULPVRAAG).read_bytes()
    by_hand = edit(een, lab.HULPVRAAG, "## Notulen\n", "## Notulen\n\nnet gewijzigd\n")
    head = git(een, "rev-parse", "HEAD")
    with pytest.raises(Tussendoor), locked(surroundings(een)) as vastlegger:
        vastlegger.record(
            {lab.HULPVRAAG: b"van ons\n"}, "Van ons", {lab.HULPVRAAG: basis}
        )
    assert (een / lab.HULPVRAAG).read_bytes() == by_hand
    assert git(een, "rev-parse", "HEAD") == head
    assert not (een / ".git/intervisie/journaal.json").exists()
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert committed(een, lab.HULPVRAAG, "HEAD^") == by_hand


@pytest.mark.parametrize(
    "basis", [None, b"iets anders\n"], ids=["it was not there", "it was something else"]
)
def test_a_file_that_came_or_changed_meanwhile_is_not_overwritten(
    een: Path, basis: bytes | None
):
    (een / "sjablonen").mkdir()
    (een / "sjablonen/nieuw.md").write_text("van een ander\n")
    with pytest.raises(Tussendoor), locked(surroundings(een)) as vastlegger:
        vastlegger.record(
            {"sjablonen/nieuw.md": b"van ons\n", lab.HULPVRAAG: b"x\n"},
            "Van ons",
            {"nieuw.md": basis},
        )
    assert (een / "sjablonen/nieuw.md").read_text() == "van een ander\n"
    assert git(een, "status", "--porcelain") == "?? sjablonen/\n"


def test_a_file_that_was_deleted_meanwhile_does_not_come_back(een: Path):
    basis = (een / lab.HULPVRAAG).read_bytes()
    (een / lab.HULPVRAAG).unlink()
    with pytest.raises(Tussendoor), locked(surroundings(een)) as vastlegger:
        vastlegger.record(
            {lab.HULPVRAAG: b"van ons\n"}, "Van ons", {lab.HULPVRAAG: basis}
        )
    assert not (een / lab.HULPVRAAG).exists()


def test_an_edit_right_before_the_step_is_written_is_merged_into_it(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    real, edits = vastleggen.keep_handwork, []

    def late(*args: object) -> bool:
        kept = real(*args)
        if not edits:
            edits.append(
                edit(
                    een,
                    lab.HULPVRAAG,
                    "## Notulen\n",
                    "## Notulen\n\nop het laatste moment\n",
                )
            )
        return kept

    monkeypatch.setattr(vastleggen, "keep_handwork", late)
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert committed(een, lab.HULPVRAAG, "HEAD^") == edits[0]
    assert "op het laatste moment" in (een / lab.HULPVRAAG).read_text()


def test_unknown_keys_comments_and_order_survive_a_recorded_step(een: Path):
    edit(
        een,
        lab.HULPVRAAG,
        "status: open\n",
        "# Let op de tijd\nlocatie: 'Lokaal 3.14'   # bij de trap\n"
        "status: open\nextra:\n    - een\n    - {twee: 2}\n",
    )
    edit(een, lab.HULPVRAAG, "## Notulen", "Een alinea vooraf.\n\n## Notulen")
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    text = (een / lab.HULPVRAAG).read_text()
    for kept in (
        "# Let op de tijd\nlocatie: 'Lokaal 3.14'   # bij de trap\nstatus: klaar\n",
        "extra:\n    - een\n    - {twee: 2}\n",
        "Een alinea vooraf.\n\n## Notulen",
    ):
        assert kept in text
    assert lab.holds(text.encode(), lab.HULPVRAAG_ANSWERS)


def test_unknown_keys_and_comments_survive_an_undo_and_a_second_record(een: Path):
    edit(
        een,
        lab.HULPVRAAG,
        "status: open\n",
        "status: open\nlocatie: buiten  # mooi weer\n",
    )
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(een, "undo")
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert "locatie: buiten  # mooi weer\n" in (een / lab.HULPVRAAG).read_text()


def test_an_edit_after_a_step_was_killed_stays_on_disk_and_ours_is_in_the_history(
    een: Path,
):
    lab.dies_before_commit(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    ours = (een / lab.HULPVRAAG).read_bytes()
    by_hand = edit(een, lab.HULPVRAAG, "Kim vat het samen.", "Kim vat het kort samen.")
    must(een, *lab.NEW, "--thema", "ander")
    assert (een / lab.HULPVRAAG).read_bytes() == by_hand
    assert (
        git(een, "log", "--format=%s", "-1", "--", lab.HULPVRAAG).strip()
        == lab.VASTGELEGD
    )
    assert committed(een, lab.HULPVRAAG) == ours
    assert git(een, "status", "--porcelain") == f" M {lab.HULPVRAAG}\n"


def test_an_edit_with_an_old_date_after_a_step_was_killed_stays_too(een: Path):
    lab.dies_before_commit(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    by_hand = edit(een, lab.HULPVRAAG, "Kim vat het samen.", "Kim vat het kort samen.")
    os.utime(een / lab.HULPVRAAG, (1, 1))  # as when it is put back from a copy
    must(een, *lab.NEW, "--thema", "ander")
    assert (een / lab.HULPVRAAG).read_bytes() == by_hand


def test_an_edit_that_the_user_committed_after_a_step_was_killed_stays_the_last(
    een: Path,
):
    lab.dies_after_commit(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    by_hand = edit(een, lab.HULPVRAAG, "Kim vat het samen.", "Kim vat het kort samen.")
    git(een, "commit", "-qam", "met de hand")
    must(een, *lab.NEW, "--thema", "ander")
    assert (een / lab.HULPVRAAG).read_bytes() == by_hand
    assert committed(een, lab.HULPVRAAG) == by_hand, "our older version is on top again"
    assert lab.subjects(een).count(lab.VASTGELEGD) == 1
    assert git(een, "status", "--porcelain") == ""


def test_the_lock_is_free_after_a_refusal(een: Path):
    with pytest.raises(Tussendoor), locked(surroundings(een)) as vastlegger:
        vastlegger.record({"README.md": b"x\n"}, "Van ons", {"README.md": b"anders\n"})
    with locked(surroundings(een)) as vastlegger:
        vastlegger.record({"sjablonen/nieuw.md": b"x\n"}, "Van ons", {})
    assert lab.subjects(een)[0] == "Van ons"


HAND = {
    "an item in flow style": """\
adviezen:
  # eerst Tim
  - {lid: tim, advies: A}   # van Tim
  - lid: kim
    advies: B # kort
""",
    "a yes and a date as people write them": """\
adviezen:
  - lid: tim
    advies: A
    toepasbaar: ja   # Mirthe aarzelde
  - lid: kim
    advies: B
acties:
  - actie: Bel Tim
    tot: 1 december  # afgesproken met Kim
    meetbaar:
    # let op
""",
    "a flow list over lines": """\
adviezen: [
  {lid: tim, advies: A},  # van Tim
  {lid: kim, advies: B}   # van Kim
]  # dat was het
""",
    "a literal that keeps its end": """\
eigen: |+
  tekst # geen commentaar

# los
adviezen:
  - {lid: tim, advies: A}
  - {lid: kim, advies: B} # twee
""",
    "odd indentation": """\
adviezen:
- lid: tim   # eerst
  advies: A
-  lid: kim
   advies: 'B'  # dan
""",
}


@pytest.mark.parametrize("hand", HAND.values(), ids=HAND)
def test_every_comment_of_a_hand_survives_whatever_form_it_wrote_in(
    twee: Path, hand: str
):
    path = twee / lab.ADVISERING
    head, body = path.read_text().split("---\n")[1:]
    own = f"# bovenaan\nzelf: iets  # van mij\n{hand}# onderaan\n"
    if "acties:" not in hand:
        own += "acties:\n  - actie: Bel Tim\n"
    path.write_text(f"---\n{head}{own}---\n{body}")
    must(twee, *lab.STEP, stdin="stap: advisering\n")
    after = path.read_text()
    for comment in _comments(own):
        assert after.count(comment) == 1, f"{comment} in\n{after}"
    data = parse_markdown(after.encode()).data
    assert data["zelf"] == "iets"
    assert [(item["lid"], item["advies"]) for item in data["adviezen"]] == [
        ("tim", "A"),
        ("kim", "B"),
    ]
    assert all(len(item["id"]) == 8 for item in [*data["adviezen"], *data["acties"]])
    assert "# bovenaan\nzelf: iets  # van mij\n" in after


def _comments(text: str) -> list[str]:
    return [
        line[line.index("#") :]
        for line in text.splitlines()
        if "#" in line and "geen" not in line
    ]
