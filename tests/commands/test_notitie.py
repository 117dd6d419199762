"""`notitie`: what one member notes, in their own notulen or for nobody else."""

import json
import shutil
import stat
from pathlib import Path

import pytest

from intervisie_cli.groep import notulen
from tests import lab
from tests.conftest import Outcome, git
from tests.lab import intervisie, must
from tests.prepared import Open
from tests.terminal.terminal import ENTER, script

KIM = f"{lab.FOLDER}/notulen/kim.md"
VAN_KIM = ("--als", "kim")
SUBJECT = f"Eigen notulen van kim ({lab.SESSIE})"


def note(group: Path, *argv: str) -> Outcome:
    return must(group, "notitie", *argv, *VAN_KIM)


def text(group: Path) -> str:
    return (group / KIM).read_text(encoding="utf-8")


def private(home: Path) -> list[Path]:
    return sorted(home.glob(".local/share/intervisie/notities/*.md"))


def test_a_note_comes_below_the_step_at_hand_in_one_commit_that_does_not_say_it(
    een: Path,
):
    gezegd = "✓ Genoteerd bij Hulpvraag definiëren (ronde 1) van ma 23 november"
    assert gezegd in note(een, "Tim luistert").out
    assert text(een) == (
        f"# Eigen notulen van Kim ({lab.SESSIE})\n\n"
        "## Hulpvraag definiëren, ronde 1 (Mirthe)\n\n- Tim luistert\n"
    )
    assert lab.subjects(een)[0] == SUBJECT
    assert "Tim" not in git(een, "log", "-1", "--format=%B")
    changed = git(een, "show", "--format=", "--name-only", "HEAD").split()
    assert changed == [f"{lab.FOLDER}/README.md", KIM]
    assert git(een, "status", "--porcelain") == ""


def test_another_step_is_named_and_the_last_is_meant_when_all_are_done(een: Path):
    note(een, "Welkom", "--stap", "acclimatisering")
    for answers in lab.ANSWERS[1:]:
        must(een, *lab.STEP, stdin=answers)
    note(een, "Klaar")
    assert "\n## Acclimatisering\n\n- Welkom\n" in text(een)
    assert text(een).endswith("## Eigen invulling\n\n- Klaar\n")
    outcome = intervisie(een, "notitie", "x", "--stap", "lunch", *VAN_KIM)
    assert outcome.code == 1
    assert "Die stap is er niet" in outcome.err


def test_the_same_note_twice_stands_there_once(een: Path):
    note(een, "Tim luistert")
    before = lab.State.of(een)
    assert "Stond al zo" in note(een, "Tim luistert").out
    assert lab.State.of(een) == before


def test_who_notes_is_who_works_on_this_clone_else_it_has_to_be_said(een: Path):
    outcome = intervisie(een, "notitie", "x")
    assert outcome.code == 2
    assert "--als" in outcome.err
    (een / ".git/intervisie/lid").write_text("kim\n")
    must(een, "notitie", "x")
    assert "- x" in text(een)
    assert intervisie(een, "notitie", "x", "--als", "sam").code == 2


def test_a_text_can_come_from_standard_input_and_has_to_say_something(een: Path):
    must(een, "notitie", "-", *VAN_KIM, stdin="een\ntwee\n")
    assert "- een\n  twee\n" in text(een)
    for geen, code in (("", 2), (" \n", 2), ("x" * 20_001, 2)):
        assert intervisie(een, "notitie", geen, *VAN_KIM).code == code
    outcome = intervisie(een, "notitie", *VAN_KIM)
    assert outcome.code == 2
    assert "standaardinvoer" in outcome.err


def test_reading_makes_nothing(een: Path):
    before = lab.State.of(een)
    assert "Nog niets." in must(een, "show", "--lid", "kim").out
    assert "Eigen notulen" not in must(een, "show").out
    must(een, "log", "--zoek", "iets")
    assert lab.State.of(een) == before


def test_a_group_that_wants_it_sees_no_name_above_a_note(een: Path):
    path = een / "groep.yaml"
    path.write_text(
        path.read_text().replace("instellingen: {}", "instellingen:\n  commits: groep")
    )
    git(een, "commit", "-qam", "keuze")
    note(een, "x")
    assert lab.subjects(een)[0] == f"Eigen notulen ({lab.SESSIE})"


def test_what_a_hand_wrote_is_kept_in_the_history_before_a_note_joins_it(een: Path):
    note(een, "een")
    (een / KIM).write_text(text(een) + "- met de hand\n\n## Van mezelf\n\nmelk  \n")
    hand = text(een)
    note(een, "twee")
    assert lab.committed(een, KIM, "HEAD^") == hand.encode()
    assert text(een) == hand.replace("- met de hand\n", "- met de hand\n- twee\n")


def test_a_file_of_windows_is_read_and_a_note_added(een: Path):
    note(een, "een")
    raw = b"\xef\xbb\xbf" + text(een).replace("\n", "\r\n").encode()
    (een / KIM).write_bytes(raw)
    note(een, "twee")
    assert text(een).endswith("- een\n- twee\n")
    assert "\r" not in text(een)


@pytest.mark.parametrize("wat", ["file", "folder", "bytes"])
def test_what_is_no_plain_text_is_never_followed_or_written(
    een: Path, tmp_path: Path, wat: str
):
    note(een, "een")
    elders = tmp_path / "elders"
    elders.mkdir()
    (elders / "kim.md").write_text("van een ander\n")
    (een / KIM).unlink()
    if wat == "file":
        (een / KIM).symlink_to(elders / "kim.md")
    elif wat == "folder":
        (een / KIM).parent.rmdir()
        (een / KIM).parent.symlink_to(elders)
    else:
        (een / KIM).write_bytes(b"\xff\xfe")
    for argv in (("notitie", "x", *VAN_KIM), ("show",), ("show", "--lid", "kim")):
        outcome = intervisie(een, *argv)
        assert outcome.code == 4, outcome
        assert "van een ander" not in outcome.out + outcome.err
    assert (elders / "kim.md").read_text() == "van een ander\n"
    # The words of the others are found all the same.
    assert must(een, "log").out
    assert "kim.md" in intervisie(een, "doctor").out or wat == "folder"


def test_show_has_the_notes_of_each_member_after_the_steps(een: Path):
    note(een, "van Kim", "--stap", "acclimatisering")
    must(een, "notitie", "van Tim", "--als", "tim")
    out = must(een, "show").out
    steps, _, own = out.partition("\nEigen notulen\n")
    assert "Acclimatisering" in steps
    assert own.split("\n")[:6] == [
        "  Kim", "    Acclimatisering", "      - van Kim",
        "  Tim", "    Hulpvraag definiëren (ronde 1)", "      - van Tim",
    ]  # fmt: skip
    alone = must(een, "show", "--lid", "tim").out
    assert "- van Tim" in alone
    assert "van Kim" not in alone


def test_own_notulen_that_cannot_be_read_hide_nothing_else(een: Path, tmp_path: Path):
    note(een, "van Kim")
    must(een, "notitie", "van Tim", "--als", "tim")
    (een / KIM).write_bytes(b"\xff\xfe")
    for argv in (("show",), ("show", "--json")):
        outcome = intervisie(een, *argv)
        assert outcome.code == 4
        assert "- van Tim" in outcome.out
        assert outcome.err == "De eigen notulen van Kim zijn niet te lezen.\n"
    (een / KIM).parent.rename(tmp_path / "elders")
    (een / KIM).parent.symlink_to(tmp_path / "elders")
    outcome = intervisie(een, "show")
    assert "Acclimatisering" in outcome.out
    assert outcome.err == "De eigen notulen zijn niet te lezen.\n"


def test_show_gives_notes_to_programs_for_all_or_one(een: Path):
    note(een, "een", "--stap", "acclimatisering")
    note(een, "twee")
    (een / KIM).write_text(text(een) + "\n## Van mezelf\n\nmelk\n")
    must(een, "notitie", "drie", "--als", "tim")
    van_kim = [
        {"lid": "kim", "stap": "acclimatisering", "ronde": None, "tekst": "- een"},
        {"lid": "kim", "stap": "hulpvraag-definieren", "ronde": 1, "tekst": "- twee"},
        {"lid": "kim", "stap": None, "ronde": None, "tekst": "## Van mezelf\n\nmelk"},
    ]
    alles = json.loads(must(een, "show", "--json").out)
    assert alles["eigen_notulen"][:3] == van_kim
    assert [notitie["lid"] for notitie in alles["eigen_notulen"][3:]] == ["tim"]
    alleen = json.loads(must(een, "show", "--lid", "kim", "--json").out)
    assert alleen["eigen_notulen"] == van_kim
    assert "alleen_ik" not in alleen


def test_what_only_i_may_read_stays_out_of_the_group_and_is_shown_when_asked(
    een: Path, own_world: Path
):
    before = lab.State.of(een)
    note(een, "geheim", "--alleen-ik")
    assert "Stond al zo" in note(een, "geheim", "--alleen-ik").out
    assert lab.State.of(een) == before
    (path,) = private(own_world)
    assert "kim" not in str(path.relative_to(own_world))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    for argv in (("show",), ("show", "--lid", "kim"), ("log", "--zoek", "geheim")):
        assert "geheim" not in must(een, *argv).out
    assert not [
        path
        for path in een.rglob("*")
        if path.is_file() and b"geheim" in path.read_bytes()
    ]
    asked = must(een, "show", "--lid", "kim", "--alleen-ik").out
    assert "Alleen voor jou" in asked
    assert "- geheim" in asked
    assert "geheim" not in must(een, "show", "--lid", "tim", "--alleen-ik").out
    data = json.loads(must(een, "show", "--lid", "kim", "--alleen-ik", "--json").out)
    assert [notitie["tekst"] for notitie in data["alleen_ik"]] == ["- geheim"]
    assert data["eigen_notulen"] == []
    assert intervisie(een, "show", "--alleen-ik").code == 2


def test_a_link_in_place_of_what_only_i_may_read_is_not_followed(
    een: Path, own_world: Path, tmp_path: Path
):
    note(een, "geheim", "--alleen-ik")
    (path,) = private(own_world)
    path.unlink()
    path.symlink_to(tmp_path / "elders")
    outcome = intervisie(een, "notitie", "x", "--alleen-ik", *VAN_KIM)
    assert outcome.code == 5
    assert not (tmp_path / "elders").exists()


def test_an_undo_leaves_own_notes_alone(een: Path):
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    note(een, "een")
    noted = text(een)
    # As a commit that took both along at the same moment.
    bericht = git(een, "log", "-1", "--format=%B", "HEAD^")
    git(een, "reset", "-q", "--soft", "HEAD~2")
    git(een, "commit", "-qm", bericht)
    must(een, "undo")
    assert text(een) == noted
    assert "status: open" in (een / lab.HULPVRAAG).read_text()
    assert git(een, "status", "--porcelain") == ""


def test_the_editor_opens_below_the_step_and_what_came_back_is_recorded(
    een: Path, terminal: Open, tmp_path: Path
):
    note(een, "een", "--stap", "acclimatisering")
    seen = tmp_path / "gezien"
    editor = script(
        tmp_path, "ed", f'cp "$1" "{seen}"; printf "\\nVrije tekst.\\n" >> "$1"'
    )
    window = terminal("notitie", *VAN_KIM, env={"EDITOR": editor})
    window.wait("Genoteerd bij Hulpvraag")
    assert window.exit_code() == 0
    opened = seen.read_text()
    assert opened.endswith("- een\n\n## Hulpvraag definiëren, ronde 1 (Mirthe)\n")
    assert text(een) == opened + "\nVrije tekst.\n"
    assert lab.subjects(een)[0] == SUBJECT
    assert not list((een / ".git/intervisie/drafts").glob("*kim.notulen.[!l]*"))


def test_who_chose_no_editor_is_asked_for_a_line(een: Path, terminal: Open):
    window = terminal("notitie", *VAN_KIM, env={"EDITOR": "", "VISUAL": ""})
    window.asks("Notitie (de groep kan dit lezen)")
    window.keys("Zonder editor", ENTER)
    window.wait("Genoteerd bij Hulpvraag")
    assert window.exit_code() == 0
    assert text(een).endswith("- Zonder editor\n")


def test_an_editor_that_changes_nothing_records_nothing(
    een: Path, terminal: Open, own_world: Path
):
    note(een, "een", "--stap", "acclimatisering")
    before = lab.State.of(een)
    for argv in ((), ("--alleen-ik",)):
        window = terminal("notitie", *VAN_KIM, *argv, env={"EDITOR": "true"})
        window.shows("Je editor kwam meteen terug.")
        window.keys(ENTER)
        window.wait("Stond al zo")
        assert window.exit_code() == 0
    assert lab.State.of(een) == before
    assert private(own_world) == []


def test_what_stands_in_the_editor_when_the_window_closes_comes_back_with_what_came_in(
    een: Path, terminal: Open, tmp_path: Path
):
    note(een, "een")
    started = tmp_path / "begonnen"
    hangs = script(
        tmp_path, "ed", f'echo "- half" >> "$1"; touch "{started}"; exec sleep 60'
    )
    window = terminal("notitie", *VAN_KIM, env={"EDITOR": hangs})
    window.until(started.exists, "editor")
    window.hang_up()
    window.exit_code()
    note(een, "ondertussen")
    adds = script(tmp_path, "ed2", 'echo "- af" >> "$1"')
    window = terminal("notitie", *VAN_KIM, env={"EDITOR": adds})
    window.wait("Genoteerd bij")
    assert window.exit_code() == 0
    for regel in ("- een", "- half", "- af", "- ondertussen"):
        assert text(een).split("\n").count(regel) == 1


def test_the_editor_on_what_only_i_may_read(
    een: Path, terminal: Open, tmp_path: Path, own_world: Path
):
    before = lab.State.of(een)
    editor = script(tmp_path, "ed", 'printf "\\ngeheim\\n" >> "$1"')
    window = terminal("notitie", "--alleen-ik", *VAN_KIM, env={"EDITOR": editor})
    window.wait("Alleen voor")
    assert window.exit_code() == 0
    (path,) = private(own_world)
    assert path.read_text().endswith("(Mirthe)\n\ngeheim\n")
    assert lab.State.of(een) == before


def test_at_a_terminal_is_asked_once_who_notes(een: Path, terminal: Open):
    window = terminal("notitie", "x")
    window.answer("Wie ben jij?", "Kim")
    window.wait("Genoteerd bij")
    assert window.exit_code() == 0
    assert (een / ".git/intervisie/lid").read_text() == "kim\n"
    must(een, "notitie", "y")
    assert text(een).endswith("- x\n- y\n")


def test_a_group_that_shares_after_a_step_shares_a_note(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    path = kim / "groep.yaml"
    path.write_text(
        path.read_text().replace("instellingen: {}", "instellingen:\n  sync: na-stap")
    )
    assert "Gedeeld" in must(kim, "notitie", "van huis").out
    must(mirthe, "sync")
    assert "- van huis" in text(mirthe)


def test_the_words_of_a_note_are_found_and_those_of_a_heading_are_not(een: Path):
    note(een, "Het gaat over zwemmen", "--stap", "evaluatie")
    found = json.loads(must(een, "log", "--zoek", "zwemmen", "--json").out)["rondes"]
    assert [ronde["ronde"] for ronde in found] == [1]
    for kop in ("Evaluatie", "notulen"):
        assert not json.loads(must(een, "log", "--zoek", kop, "--json").out)["rondes"]
    (een / KIM).write_text(text(een).replace("zwemmen", "hardlopen"))
    assert not json.loads(must(een, "log", "--zoek", "zwemmen", "--json").out)["rondes"]
    assert json.loads(must(een, "log", "--zoek", "hardlopen", "--json").out)["rondes"]


def test_check_and_doctor_are_content_with_own_notes(een: Path):
    note(een, "een")
    assert "vreemd" not in intervisie(een, "doctor").out
    before = intervisie(een, "check").out
    (een / KIM).unlink()
    assert intervisie(een, "check").out == before
    strange = een / lab.FOLDER / "notulen/Zomaar.txt"
    strange.write_text("x")
    assert "Zomaar.txt is een vreemd bestand" in intervisie(een, "doctor").out


def test_a_note_and_the_editor_follow_a_sessie_whose_folder_got_another_name(
    een: Path, terminal: Open, tmp_path: Path
):
    note(een, "een")
    elders = f"{lab.FOLDER}-nieuw"
    editor = script(
        tmp_path,
        "ed",
        f'git mv {lab.FOLDER} {elders}; git commit -qm naam; echo "- twee" >> "$1"',
    )
    window = terminal("notitie", *VAN_KIM, env={"EDITOR": editor})
    window.wait("Genoteerd bij")
    assert window.exit_code() == 0
    assert not (een / lab.FOLDER).exists()
    assert (een / elders / "notulen/kim.md").read_text().endswith("- een\n- twee\n")
    assert git(een, "status", "--porcelain") == ""


def test_the_editor_keeps_and_names_what_was_written_of_a_sessie_that_is_gone(
    een: Path, terminal: Open, tmp_path: Path
):
    editor = script(
        tmp_path,
        "ed",
        f'git rm -qr {lab.FOLDER}; git commit -qm weg; echo "- een" >> "$1"',
    )
    window = terminal("notitie", *VAN_KIM, env={"EDITOR": editor})
    window.wait("Wat je in de editor schreef is bewaard:")
    assert window.exit_code() == 4
    assert not (een / lab.FOLDER).exists()
    (draft,) = (een / ".git/intervisie/drafts").glob("*kim.notulen.md")
    assert draft.read_text().endswith("- een\n")


def test_a_note_lands_in_the_folder_that_a_sessie_has_by_now_or_nowhere(een: Path):
    from intervisie_cli.flows.sessie import notitie
    from intervisie_cli.groep import sessies
    from intervisie_cli.groep.sessies import GeenSessie
    from intervisie_cli.model.sessie import Lid
    from tests.flows.test_hand_edits import surroundings

    omgeving = surroundings(een)
    sessie_map = sessies.load(een, lab.FOLDER)
    (een / lab.FOLDER).rename(een / f"{lab.FOLDER}-nieuw")
    plek = notulen.plekken(sessie_map)[0]
    schrift = notitie.Schrift(omgeving, sessie_map, plek, Lid("kim"))
    files, _ = notitie.change(schrift, "x")
    assert list(files) == [f"{lab.FOLDER}-nieuw/notulen/kim.md"]
    shutil.rmtree(een / f"{lab.FOLDER}-nieuw")
    with pytest.raises(GeenSessie):
        notitie.change(schrift, "x")
    assert not (een / lab.FOLDER).exists()
