"""`lid` lists the members, and records who comes, who goes and what they are called."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.bladzijde import regels, voorstel
from intervisie_cli.flows.sessie.new import Opties, bereid_voor
from intervisie_cli.flows.sync import gedeelde_plek
from intervisie_cli.model.sessie import Lid
from tests import lab
from tests.conftest import Outcome, Run
from tests.lab import committed, git, intervisie, must, subjects
from tests.prepared import Prepare

GROEP = "groep.yaml"
# By hand: comments, an unknown key, a member with no more than a handle.
BY_HAND = """\
schema: 1
naam: Studiegroep   # dinsdag
leden:
  - id: mirthe   # huis 3
    kleur: rood
  - kim   # los
  # wie later kwam
  - id: tim
    naam: Tim
instellingen: {}   # leeg
eigen: ja
"""


def members(group: Path) -> list[tuple[str, str, str | None]]:
    """What `lid --json` says of everybody."""
    said = json.loads(must(group, "lid", "--json").out)
    assert list(said) == ["leden"]
    return [(lid["lid"], lid["naam"], lid["weg"]) for lid in said["leden"]]


def by_hand(group: Path, text: str = BY_HAND) -> Path:
    """Put the file of the group in place as a hand wrote it, and commit it."""
    path = group / GROEP
    path.write_text(text)
    git(group, "commit", "-qam", "met de hand")
    return path


def changed(group: Path, *argv: str, stdin: str = "") -> str:
    """Give what `lid` says of a change that is one commit."""
    head = git(group, "rev-parse", "HEAD")
    outcome = must(group, "lid", *argv, stdin=stdin)
    assert git(group, "rev-parse", "HEAD^") == head, "one commit"
    assert list(lab.untidy(group)) == []
    return outcome.out


def unchanged(group: Path, *argv: str) -> Outcome:
    """Give how `lid` ends where nothing is recorded."""
    before = lab.State.of(group)
    outcome = intervisie(group, "lid", *argv)
    assert lab.State.of(group) == before
    return outcome


def test_the_list_has_everybody_and_who_left_below(leeg: Path):
    must(leeg, "lid", "weg", "mirthe")
    must(leeg, "lid", "naam", "kim", "Kim de Boer")
    assert must(leeg, "lid").out == (
        "kim     Kim de Boer\ntim     Tim\nmirthe  Mirthe, weg sinds ma 23 november\n"
    )
    assert must(leeg, "lid", "lijst").out == must(leeg, "lid").out
    assert members(leeg) == [
        ("mirthe", "Mirthe", "2026-11-23"),
        ("kim", "Kim de Boer", None),
        ("tim", "Tim", None),
    ]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        (("noor",), ("noor", "Noor")),
        (("noor", "Noor B."), ("noor", "Noor B.")),
        (("Noor B.",), ("noor-b", "Noor B.")),
        (("noor=Noor B.",), ("noor", "Noor B.")),
        # A beginning that fits is another member all the same.
        (("ki",), ("ki", "Ki")),
    ],
)
def test_who_comes_is_a_member_in_one_commit(
    leeg: Path, typed: tuple[str, ...], who: tuple[str, str]
):
    assert changed(leeg, "erbij", *typed) == f"✓ {who[1]} is nu lid van de groep.\n"
    assert members(leeg)[-1] == (*who, None)
    assert subjects(leeg)[0] == f"Lid erbij: {who[0]}"


def test_a_name_is_set_and_taken_away(leeg: Path):
    assert changed(leeg, "naam", "ki", "Kim de B.") == "✓ kim heet nu: Kim de B.\n"
    assert changed(leeg, "naam", "kim de", "-", stdin="Kim\n") == "✓ kim heet nu: Kim\n"
    assert "naam: Kim\n" in (leeg / GROEP).read_text()
    assert changed(leeg, "naam", "kim", "") == "✓ kim heet nu: Kim\n"
    assert "naam: Kim\n" not in (leeg / GROEP).read_text()
    assert subjects(leeg)[0] == "Naam van lid: kim"


def test_who_left_comes_back_as_they_were(leeg: Path):
    must(leeg, "lid", "naam", "tim", "Tim J.")
    was = (leeg / GROEP).read_bytes()
    assert changed(leeg, "weg", "tim").startswith("✓ Tim J. is weg uit de groep.")
    assert subjects(leeg)[0] == "Lid weg: tim"
    assert "    weg: 2026-11-23\n" in (leeg / GROEP).read_text()
    assert changed(leeg, "erbij", "tim") == "✓ Tim J. is nu lid van de groep.\n"
    assert (leeg / GROEP).read_bytes() == was
    must(leeg, "lid", "weg", "tim")
    changed(leeg, "erbij", "tim", "Timo")
    assert members(leeg)[-1] == ("tim", "Timo", None)


def test_the_same_once_more_says_so_and_records_nothing(leeg: Path):
    for argv, said in (
        (("erbij", "noor", "Noor B."), "Noor B. is al lid van de groep."),
        (("naam", "noor", "Noor"), "noor heet al: Noor"),
        (("weg", "noor"), "Noor was al weg uit de groep."),
        (("erbij", "noor"), "Noor is al lid van de groep."),
    ):
        changed(leeg, *argv)
        again = unchanged(leeg, *argv)
        assert (again.code, again.out) == (0, f"✓ {said}\n")


def test_another_with_the_same_handle_is_refused(leeg: Path):
    outcome = unchanged(leeg, "erbij", "Kim", "Kim van Dijk")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "Kim is al lid van de groep.",
        'Een andere naam? Typ: intervisie lid naam kim "…"',
    ]


def test_the_last_member_cannot_leave(leeg: Path):
    must(leeg, "lid", "weg", "mirthe")
    must(leeg, "lid", "weg", "kim")
    outcome = unchanged(leeg, "weg", "tim")
    assert (outcome.code, "lid erbij" in outcome.err) == (1, True)


@pytest.mark.parametrize(
    ("argv", "text"),
    [
        (
            ("erbij", "noor", "Noor B."),
            BY_HAND.replace(
                "naam: Tim\n", "naam: Tim\n  - id: noor\n    naam: Noor B.\n"
            ),
        ),
        (
            ("weg", "mirthe"),
            BY_HAND.replace("rood\n", "rood\n    weg: 2026-11-23\n"),
        ),
        (
            ("naam", "kim", "Kim B."),
            BY_HAND.replace("kim   # los\n", "id: kim\n    naam: Kim B.\n    # los\n"),
        ),
        (("naam", "tim", ""), BY_HAND.replace("    naam: Tim\n", "")),
    ],
)
def test_what_a_hand_wrote_stays_byte_for_byte(
    leeg: Path, argv: tuple[str, ...], text: str
):
    path = by_hand(leeg)
    changed(leeg, *argv)
    assert path.read_text() == text


def test_what_a_hand_did_not_record_gets_a_commit_of_its_own(leeg: Path):
    (leeg / GROEP).write_text(BY_HAND)
    must(leeg, "lid", "erbij", "noor")
    assert subjects(leeg)[:2] == [
        "Lid erbij: noor",
        "Met de hand gewijzigd: groep.yaml",
    ]
    assert committed(leeg, GROEP, "HEAD^") == BY_HAND.encode()


def test_who_joins_a_clone_that_a_hand_changed_keeps_that_edit(
    leeg: Path, omgeving: Omgeving
):
    (leeg / GROEP).write_text(BY_HAND)
    here = Omgeving(omgeving.clock, omgeving.new_id, folder=leeg)
    assert gedeelde_plek.register(here, Lid("noor"))
    assert subjects(leeg)[:2] == [
        "Lid erbij: noor",
        "Met de hand gewijzigd: groep.yaml",
    ]


def test_a_group_of_a_newer_program_is_listed_and_not_edited(leeg: Path):
    by_hand(leeg, BY_HAND.replace("schema: 1", "schema: 2"))
    assert [lid for lid, *_ in members(leeg)] == ["mirthe", "kim", "tim"]
    for argv in (("erbij", "noor"), ("naam", "kim", "Kim B."), ("weg", "kim")):
        outcome = unchanged(leeg, *argv)
        assert (outcome.code, "nieuwere versie" in outcome.err) == (4, True)


def test_a_day_of_leaving_that_is_none_does_not_stop_the_group(leeg: Path):
    by_hand(leeg, BY_HAND.replace("    naam: Tim\n", "    weg: yes please\n"))
    assert must(leeg, "lid").out.endswith("tim     Tim, weg sinds yes please\n")
    beurten = must(leeg, "status", "--beurten").out
    assert ("Kim" in beurten, "Tim" in beurten) == (True, False)
    changed(leeg, "erbij", "tim")
    assert members(leeg)[-1] == ("tim", "Tim", None)


def test_a_file_that_is_full_takes_no_member(leeg: Path):
    full = f"{BY_HAND}# {'vol ' * 16_000}\n"
    by_hand(leeg, full + "#" * (64 * 1024 - len(full.encode()) - 1) + "\n")
    outcome = unchanged(leeg, "erbij", "noor")
    assert (outcome.code, len(outcome.err.splitlines())) == (4, 2)


def test_who_left_stays_readable_where_they_took_part(run: Run, prepare: Prepare):
    group = prepare("kort", 3)
    must(group, "lid", "naam", "mirthe", "Mirthe V.")
    must(group, "lid", "weg", "mirthe")
    assert "Mirthe V." in must(group, "show").out
    rondes = json.loads(must(group, "log", "--inbrenger", "mirthe", "--json").out)
    assert len(rondes["rondes"]) == 1
    acties = json.loads(must(group, "actie", "--van", "mirthe v", "--json").out)
    assert len(acties["acties"]) == 3
    rows = json.loads(must(group, "status", "--beurten", "--json").out)["leden"]
    assert [row["lid"] for row in rows] == ["kim", "tim"]
    assert "onbekend" not in run("check").out


def test_who_left_takes_no_part_in_a_new_sessie(leeg: Path):
    must(leeg, "lid", "weg", "tim")
    before = lab.State.of(leeg)
    outcome = intervisie(leeg, *lab.NEW)
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "Tim is weg uit de groep.",
        "Doet Tim weer mee? Typ: intervisie lid erbij tim",
    ]
    assert lab.State.of(leeg) == before


def test_of_a_sessie_that_is_prepared_it_is_said_who_is_in_it_no_more(klaar: Path):
    def said(*argv: str) -> str:
        return " ".join(must(klaar, "lid", *argv).out.split())

    uit = f"wijzig --sessie {lab.SESSIE} --weg kim"
    in_ = f"wijzig --sessie {lab.SESSIE} --erbij kim"
    zin = "Kim staat nog in de sessie van ma 23 november. Eruit? Typ: intervisie"
    assert said("weg", "kim").endswith(f"{zin} {uit}")
    assert said("erbij", "kim").endswith("Kim is nu lid van de groep.")
    said("weg", "kim")
    must(klaar, *uit.split())
    assert said("weg", "kim").endswith("Kim was al weg uit de groep.")
    zin = "Kim doet nog niet mee aan de sessie van ma 23 november. Erbij? Typ:"
    assert said("erbij", "kim").endswith(f"{zin} intervisie {in_}")
    must(klaar, *in_.split())
    assert said("erbij", "kim").endswith("Kim is al lid van de groep.")
    assert "sessie van" not in said("naam", "kim", "Kim B.")


def test_a_sessie_that_was_begun_is_no_concern_of_who_comes_or_leaves(een: Path):
    assert "Typ:" not in must(een, "lid", "weg", "kim").out
    assert "Typ:" not in must(een, "lid", "erbij", "noor").out


def test_who_left_is_proposed_nowhere(leeg: Path, omgeving: Omgeving, program: Run):
    must(leeg, "lid", "weg", "tim")
    here = Omgeving(omgeving.clock, omgeving.new_id, folder=leeg)
    bladzijde = regels(here, bereid_voor(here, voorstel(here, Opties())))
    wie = next(regel.vraag for regel in bladzijde if regel.naam == "deelnemers")
    assert [keuze.waarde for keuze in wie.keuzes] == ["mirthe", "kim"]
    assert wie.standaard == ["mirthe", "kim"]
    tab = {
        "_INTERVISIE_COMPLETE": "complete_bash",
        "COMP_WORDS": "intervisie new --begeleider ",
        "COMP_CWORD": "3",
    }
    assert program(env=tab).out.split() == ["mirthe", "kim"]
    assert "tim" not in intervisie(leeg, *lab.NEW[:2], "--deelnemers", "piet").err


def test_who_joins_again_is_a_member_again(gedeeld: tuple[Path, Path], tmp_path: Path):
    mirthe, _ = gedeeld
    must(mirthe, "lid", "naam", "tim", "Tim J.")
    must(mirthe, "lid", "weg", "tim")
    must(mirthe, "sync")
    place = str(tmp_path / "stick/groep.git")
    joined = must(tmp_path, "init", "--van", place, str(tmp_path / "t"), "--als", "tim")
    assert "Mirthe, Kim\n" in joined.out, "who left is not named among the members"
    assert "Tim J. is nu lid van de groep." in joined.out
    assert members(tmp_path / "t")[-1] == ("tim", "Tim J.", None)


def test_clones_that_change_members_at_the_same_time_merge_by_meaning(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    for argv in (("erbij", "noor"), ("naam", "kim", "Kim B."), ("weg", "tim")):
        must(mirthe, "lid", *argv)
    for argv in (("erbij", "noor"), ("erbij", "sam"), ("naam", "tim", "Tim J.")):
        must(kim, "lid", *argv)
    must(kim, "lid", "weg", "mirthe")
    for clone in (mirthe, kim, mirthe):
        must(clone, "sync")
    assert members(mirthe) == members(kim)
    assert sorted(members(kim)) == [
        ("kim", "Kim B.", None),
        ("mirthe", "Mirthe", "2026-11-23"),
        ("noor", "Noor", None),
        ("sam", "Sam", None),
        ("tim", "Tim J.", "2026-11-23"),
    ]
    assert "conflicten" not in (kim / GROEP).read_text()


def test_a_group_that_shares_after_each_step_shares_its_members(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    path = mirthe / GROEP
    shares = "instellingen:\n  sync: na-stap"
    by_hand(mirthe, path.read_text().replace("instellingen: {}", shares))
    assert "wijziging" in must(mirthe, "lid", "erbij", "noor").out
    must(kim, "sync")
    assert members(kim)[-1] == ("noor", "Noor", None)


@pytest.mark.parametrize("die", [lab.dies_before_commit, lab.dies_after_commit])
def test_a_change_that_was_cut_off_is_there_once_when_it_is_typed_again(
    leeg: Path, die: Callable[..., None]
):
    die(leeg, "lid", "weg", "tim")
    must(leeg, "lid", "weg", "tim")
    assert subjects(leeg) == ["Lid weg: tim", "Groep gemaakt"]
    assert list(lab.untidy(leeg)) == []
