"""Clones of one group share what they record: whatever they do at once, nobody loses a word."""

import json
import platform
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from intervisie_cli.flows import bijwerken, handwerk
from intervisie_cli.flows.groep.doctor import examine
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.git import place, remote
from intervisie_cli.git.listening import GeenAntwoord
from intervisie_cli.git.repository import Repository
from intervisie_cli.model.namen import BIJWERKEN
from intervisie_cli.records.document import parse_markdown, parse_yaml
from intervisie_cli.system import random_id
from tests import lab
from tests.lab import ask_git, dies_at, git, intervisie, must

HULPVRAAG, ADVISERING, SESSIE_YAML = lab.HULPVRAAG, lab.ADVISERING, lab.SESSIE_YAML


def change(clone: Path, pad: str, **values: object) -> None:
    """Change keys in the front matter of a file, as a hand would."""
    path = clone / pad
    document = (parse_yaml if pad.endswith(".yaml") else parse_markdown)(
        path.read_bytes()
    )
    path.write_text(document.with_data(document.data | values).text())


def data(clone: Path, pad: str) -> dict[str, object]:
    """The front matter of a file."""
    raw = (clone / pad).read_bytes()
    return (parse_yaml if pad.endswith(".yaml") else parse_markdown)(raw).data


def sync_all(*clones: Path) -> None:
    """Let everybody sync until nothing moves, and see that all hold the same."""
    for clone in (*clones, *clones):
        outcome = intervisie(clone, "sync")
        assert outcome.code in (0, 4), outcome
    assert len({git(clone, "rev-parse", "HEAD") for clone in clones}) == 1
    for clone in clones:
        assert git(clone, "status", "--porcelain") == ""
        assert git(clone, "fsck", "--no-dangling") == ""
        assert not any(b"<<<<<<<" in raw for raw in lab.files_of(clone).values())


def test_a_step_recorded_by_one_is_there_for_the_other(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert "1 wijziging van hier" in must(mirthe, "sync").out
    out = must(kim, "sync").out
    assert "Hulpvraag definiëren vastgelegd (ma 23 november, ronde 1)" in out
    assert lab.holds((kim / HULPVRAAG).read_bytes(), lab.HULPVRAAG_ANSWERS)
    assert "al gedeeld" in must(kim, "sync").out


def test_status_tells_how_old_it_is_and_a_hand_edit_names_its_file(
    gedeeld: tuple[Path, Path], tmp_path: Path
):
    mirthe, kim = gedeeld
    assert "Laatst gedeeld: 19:00. Nieuws ophalen?" in must(kim, "status").out
    (tmp_path / "stick").rename(tmp_path / "weg")
    env = {"INTERVISIE_NU": "2026-11-25T09:00:00+01:00"}
    assert intervisie(kim, "sync", env=env).code == 5
    later = intervisie(kim, "status", env=env)
    assert "Laatst gedeeld: ma 23 november 19:00." in later.out
    (tmp_path / "weg").rename(tmp_path / "stick")
    with (mirthe / HULPVRAAG).open("a") as file:
        file.write("\nDit schreef Mirthe.\n")
    assert "Nog niet gedeeld: 1 wijziging." in must(mirthe, "status").out
    must(mirthe, *lab.LID)
    assert "Nog niet gedeeld: 2 wijzigingen." in must(mirthe, "status").out
    gedeeld_json = json.loads(must(mirthe, "status", "--json").out)["gedeeld"]
    assert gedeeld_json == {"laatst": "2026-11-23T19:00:00+01:00", "wachten": 2}
    must(mirthe, "sync")
    assert "Nog niet" not in must(mirthe, "status").out
    naam = Path(HULPVRAAG).name
    assert f"Met de hand gewijzigd: {naam} (ma 23 november)" in must(kim, "sync").out


def test_a_clone_that_knows_no_sessie_is_sent_to_sync_where_there_is_a_shared_place(
    leeg: Path, tmp_path: Path
):
    alone = intervisie(leeg, "step")
    assert alone.err.endswith("Typ: intervisie new --kort\n")
    must(leeg, "init", "--remote", str(tmp_path / lab.PLACE), str(leeg))
    shared = intervisie(leeg, "step")
    assert shared.code == 1
    assert "Deze groep heeft nog geen sessie.\nTyp: intervisie sync" in shared.err


def test_what_two_wrote_in_one_file_stays(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    change(mirthe, HULPVRAAG, toelichting="Ik stel uit.", eigen="van mirthe")
    change(kim, HULPVRAAG, hulpvraag="Hoe begin ik op tijd?")
    for clone, text in ((mirthe, "Dit zei Tim.\n"), (kim, "Dit zei Mirthe.\n")):
        with (clone / HULPVRAAG).open("a") as file:
            file.write(f"\n{text}")
    sync_all(mirthe, kim)
    merged = (mirthe / HULPVRAAG).read_text()
    for text in (
        "Ik stel uit.",
        "van mirthe",
        "Hoe begin ik op tijd?",
        "Dit zei Tim.",
        "Dit zei Mirthe.",
    ):
        assert merged.count(text) == 1


def test_a_clash_is_told_by_each_command_and_settled_once(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    sync_all(mirthe, kim)
    change(mirthe, HULPVRAAG, herformulering="Versie van Mirthe?")
    change(kim, HULPVRAAG, herformulering="Versie van Kim?")
    must(mirthe, "sync")
    outcome = intervisie(kim, "sync")
    assert outcome.code == 4
    plek = "Hulpvraag definiëren (ronde 1) van ma 23 november"
    gezegd = " ".join(outcome.out.split())
    assert f"Twee versies van herformulering in {plek}." in gezegd
    assert "Versie" not in outcome.out.replace("versies", "")
    intervisie(mirthe, "sync")
    held, other = "Versie van Mirthe?", "Versie van Kim?"
    assert data(mirthe, HULPVRAAG)["herformulering"] == held
    assert "Twee versies" in must(mirthe, "status").out
    assert f"Andere versie van herformulering: {other}" in must(mirthe, "show").out
    assert "hier zijn twee versies" in intervisie(mirthe, "check").out
    answers = lab.HULPVRAAG_ANSWERS + f'herformulering: "{other}"\n'
    answers = "\n".join(
        line
        for line in answers.split("\n")
        if not line.startswith("herformulering: ") or other in line
    )
    must(mirthe, *lab.STEP, "hulpvraag-definieren", "--opnieuw", stdin=answers)
    change(kim, HULPVRAAG, eigen="kim schreef nog iets")
    sync_all(mirthe, kim)
    for clone in gedeeld:
        assert data(clone, HULPVRAAG)["herformulering"] == other
        assert "conflicten" not in data(clone, HULPVRAAG)
    assert data(mirthe, HULPVRAAG)["eigen"] == "kim schreef nog iets"


def test_two_sessies_of_one_name_are_both_kept(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    for clone, thema in ((mirthe, "Slapen"), (kim, "slapen")):
        must(clone, *lab.NEW, "--thema", thema)
    change(kim, "sessies/2026/2026-11-23-slapen/1-acclimatisering.md", eigen="van kim")
    sync_all(mirthe, kim)
    folders = sorted(
        path.name
        for path in (mirthe / "sessies/2026").iterdir()
        if "slapen" in path.name
    )
    assert len(folders) == 2
    themas = {
        data(mirthe, f"sessies/2026/{naam}/sessie.yaml")["thema"] for naam in folders
    }
    assert themas == {"Slapen", "slapen"}
    gevonden = [
        naam
        for naam in folders
        if data(mirthe, f"sessies/2026/{naam}/1-acclimatisering.md").get("eigen")
    ]
    assert [
        data(mirthe, f"sessies/2026/{naam}/sessie.yaml")["thema"] for naam in gevonden
    ] == ["slapen"]
    assert len(git(mirthe, "ls-files", "sessies").splitlines()) == len(
        set(git(mirthe, "ls-files", "sessies").split())
    )


def test_two_rondes_of_one_name_without_a_folder_are_both_kept(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    for clone, ronde in ((mirthe, "aaaaaaaa"), (kim, "bbbbbbbb")):
        rondes = [
            *data(clone, SESSIE_YAML)["rondes"],
            {"id": ronde, "inbrenger": "tim"},
        ]
        change(clone, SESSIE_YAML, rondes=rondes)
        step = clone / f"{lab.FOLDER}/ronde-2-tim/2-hulpvraag-definieren.md"
        step.parent.mkdir()
        step.write_text(
            f"---\nstap: hulpvraag-definieren\nstatus: open\nhulpvraag: {ronde}?\n---\n"
        )
        git(clone, "add", "sessies")
        git(clone, "commit", "-qm", "ronde erbij")
    sync_all(mirthe, kim)
    rondes = [ronde["id"] for ronde in data(mirthe, SESSIE_YAML)["rondes"]]
    assert sorted(rondes[1:]) == ["aaaaaaaa", "bbbbbbbb"]
    for nummer, ronde in enumerate(rondes[1:], 2):
        step = f"{lab.FOLDER}/ronde-{nummer}-tim/2-hulpvraag-definieren.md"
        assert data(mirthe, step)["hulpvraag"] == f"{ronde}?"


def test_a_sessie_that_one_renames_keeps_what_the_other_notes(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    git(mirthe, "mv", lab.FOLDER, "sessies/2026/2026-11-23-anders")
    git(mirthe, "commit", "-qm", "andere naam")
    must(kim, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    sync_all(mirthe, kim)
    assert not (kim / lab.FOLDER).exists()
    raw = (mirthe / HULPVRAAG.replace(lab.SESSIE, "2026-11-23-anders")).read_bytes()
    assert lab.holds(raw, lab.HULPVRAAG_ANSWERS)


def test_a_file_that_one_deletes_and_the_other_edits_stays(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    git(mirthe, "rm", "-q", ADVISERING, HULPVRAAG)
    git(mirthe, "commit", "-qm", "weg")
    change(kim, HULPVRAAG, toelichting="Hier staat iets.")
    sync_all(mirthe, kim)
    assert data(mirthe, HULPVRAAG)["toelichting"] == "Hier staat iets."
    assert not (kim / ADVISERING).exists()


def test_a_version_that_cannot_be_read_stands_beside_the_other(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    (mirthe / HULPVRAAG).write_text("---\nhulpvraag: [kapot\n---\nMijn woorden.\n")
    git(mirthe, "commit", "-qam", "kapot")
    must(mirthe, "sync")
    change(kim, HULPVRAAG, hulpvraag="Leesbaar?")
    outcome = intervisie(kim, "sync")
    assert outcome.code in (0, 4)
    assert data(kim, HULPVRAAG)["hulpvraag"] == "Leesbaar?"
    (kopie,) = (kim / HULPVRAAG).parent.glob("*.kopie-*")
    assert "Mijn woorden." in kopie.read_text()
    assert "zijn er twee versies" in must(kim, "status").out
    assert kopie.name in intervisie(kim, "doctor", "--uitgebreid").out
    sync_all(mirthe, kim)


def test_a_file_of_a_hand_that_cannot_be_read_is_not_lost(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(mirthe, "sync")
    (kim / HULPVRAAG).write_text("---\nhulpvraag: [half\n---\nNog niet af.\n")
    outcome = intervisie(kim, "sync")
    assert outcome.code == 4
    assert "niet te lezen" in outcome.out
    assert lab.holds((kim / HULPVRAAG).read_bytes(), lab.HULPVRAAG_ANSWERS)
    (kopie,) = (kim / HULPVRAAG).parent.glob("*.kopie-*")
    assert "Nog niet af." in kopie.read_text()


def test_a_half_done_git_pull_is_finished_by_meaning(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    change(mirthe, HULPVRAAG, hulpvraag="Van Mirthe?")
    must(mirthe, "sync")
    change(kim, HULPVRAAG, hulpvraag="Van Kim?")
    git(kim, "commit", "-qam", "kim")
    assert ask_git(kim, "pull", "--no-rebase", "-q").returncode != 0
    assert "<<<<<<<" in (kim / HULPVRAAG).read_text()
    refused = intervisie(kim, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert (refused.code, "intervisie sync" in refused.err) == (5, True)
    outcome = intervisie(kim, "sync")
    assert outcome.code in (0, 4), outcome
    assert not (kim / ".git/MERGE_HEAD").exists()
    sync_all(mirthe, kim)
    told = (mirthe / HULPVRAAG).read_text()
    assert "Van Kim?" in told
    assert "Van Mirthe?" in told
    kept = list((kim / ".git/intervisie/opzij").rglob("*.md"))
    assert ["<<<<<<<" in path.read_text() for path in kept] == [True]


def test_a_rebase_that_is_half_done_gives_one_line_with_the_way_out(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    change(mirthe, HULPVRAAG, hulpvraag="Van Mirthe?")
    must(mirthe, "sync")
    change(kim, HULPVRAAG, hulpvraag="Van Kim?")
    git(kim, "commit", "-qam", "kim")
    assert ask_git(kim, "pull", "--rebase", "-q").returncode != 0
    outcome = intervisie(kim, "sync")
    assert (outcome.code, "git rebase --abort" in outcome.err) == (5, True)
    git(kim, "rebase", "--abort")
    sync_all(mirthe, kim)


@pytest.mark.parametrize("name", ["swap_durable", "fsync_folder", "remove_durable"])
def test_a_sync_that_dies_while_it_brings_files_along_is_finished(
    gedeeld: tuple[Path, Path], name: str
):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(mirthe, "sync")
    only = {
        "swap_durable": "",
        "fsync_folder": "ronde-1-mirthe",
        "remove_durable": BIJWERKEN,
    }[name]
    dies_at(lab.system, name, kim, "sync", only=only)
    assert git(kim, "rev-parse", "HEAD") == git(mirthe, "rev-parse", "HEAD")
    assert "al gedeeld" in must(kim, "sync").out
    assert lab.holds((kim / HULPVRAAG).read_bytes(), lab.HULPVRAAG_ANSWERS)
    assert not (kim / ".git/intervisie" / BIJWERKEN).exists()
    sync_all(mirthe, kim)


def test_a_git_that_outlives_its_sync_moves_no_branch_under_the_next(
    gedeeld: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(mirthe, "sync")
    dies_at(bijwerken, "_move_branch", kim, "sync")
    change(kim, HULPVRAAG, eigen="van Kim")
    van, naar = (
        git(kim, "rev-parse", "HEAD").strip(),
        git(mirthe, "rev-parse", "HEAD").strip(),
    )
    real = handwerk.record

    def record_late(*args: Any) -> Any:
        ask_git(
            kim, "update-ref", "refs/heads/main", naar, van
        )  # what the one that lived on does at last
        return real(*args)

    monkeypatch.setattr(handwerk, "record", record_late)
    must(kim, "sync")
    raw = (kim / HULPVRAAG).read_bytes()
    assert lab.holds(raw, lab.HULPVRAAG_ANSWERS)
    assert b"van Kim" in raw
    sync_all(mirthe, kim)


@pytest.mark.slow
def test_a_line_that_dies_while_somebody_else_is_first_costs_a_round_and_no_more(
    gedeeld: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    sync_all(mirthe, kim)
    change(kim, HULPVRAAG, eigen="van Kim")
    real, first = remote.push, iter([True])

    def push(*args: Any, **options: Any) -> Any:
        if next(first, False):
            change(mirthe, HULPVRAAG, ander="van Mirthe")
            must(mirthe, "sync")
            raise GeenAntwoord
        return real(*args, **options)

    monkeypatch.setattr(remote, "push", push)
    must(kim, "sync")
    raw = (kim / HULPVRAAG).read_bytes()
    assert b"van Kim" in raw
    assert b"van Mirthe" in raw
    sync_all(mirthe, kim)


def test_what_is_staged_beside_stays_staged(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(mirthe, "sync")
    (kim / "eigen.txt").write_text("nog niet klaar\n")
    git(kim, "add", "eigen.txt")
    must(kim, "sync")
    assert git(kim, "status", "--porcelain") == "A  eigen.txt\n"


def test_offline_says_so_and_everything_stays(
    gedeeld: tuple[Path, Path], tmp_path: Path
):
    _, kim = gedeeld
    must(kim, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    shutil.move(tmp_path / "stick", tmp_path / "weg")
    before = lab.State.of(kim)
    outcome = intervisie(kim, "sync")
    assert (outcome.code, outcome.out) == (5, "")
    assert len(outcome.err.splitlines()) == 2
    assert list(before.losses(kim)) == []
    shutil.move(tmp_path / "weg", tmp_path / "stick")
    assert "1 wijziging" in must(kim, "sync").out


@pytest.mark.usefixtures("gedeeld")
def test_another_group_on_the_shared_place_is_not_merged(tmp_path: Path):
    must(
        tmp_path, "init", str(tmp_path / "ander"), "--naam", "Ander", "--leden", "a1,b1"
    )
    outcome = intervisie(
        tmp_path / "ander",
        "init",
        "--remote",
        str(tmp_path / "stick/groep.git"),
        str(tmp_path / "ander"),
    )
    assert (outcome.code, "andere groep" in outcome.err) == (5, True)
    assert "gedeelde plek" in intervisie(tmp_path / "ander", "sync").err
    assert git(tmp_path / "ander", "remote") == ""


def test_a_member_who_joins_is_known_to_all(gedeeld: tuple[Path, Path], tmp_path: Path):
    mirthe, kim = gedeeld
    must(
        tmp_path,
        "init",
        "--van",
        str(tmp_path / "stick/groep.git"),
        str(tmp_path / "sara"),
        "--als",
        "sara",
    )
    sync_all(mirthe, kim, tmp_path / "sara")
    assert [lid["id"] for lid in data(kim, "groep.yaml")["leden"]] == [
        "mirthe",
        "kim",
        "tim",
        "sara",
    ]
    assert Repository(tmp_path / "sara").git_dir.stat().st_mode & 0o077 == 0
    open_to_others = [
        p
        for p in (tmp_path / "sara").rglob("*")
        if p.stat().st_mode & 0o077 and not p.is_symlink()
    ]
    assert open_to_others == []


@pytest.mark.parametrize(
    "adres",
    [
        "https://naam:geheim@server/groep.git", "ext::sh -c true", "-oProxyCommand=x", "fd::17",
        "ftp://server/x", "http://server/groep.git", "ssh://-oProxyCommand=x/y",
        "ssh://-x@server/y", "git@-server:pad", "https://", "https:///pad", "a\nb", "server:-x", "",
        "https://server:99999/x", "transport::adres", "git://server/x",
    ],
)  # fmt: skip
def test_an_address_that_could_do_harm_is_refused_and_never_repeated(
    tmp_path: Path, adres: str
):
    outcome = intervisie(tmp_path, "init", f"--van={adres}", str(tmp_path / "x"))
    assert outcome.code in (1, 2, 5), outcome
    assert "geheim" not in outcome.err
    assert not (tmp_path / "x").exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["place", "clone"])
def test_a_lock_that_nobody_of_us_left_is_named_with_the_line_that_removes_it(
    gedeeld: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
):
    mirthe, kim = gedeeld
    change(kim, HULPVRAAG, toelichting="Van Kim.")
    must(kim, "sync")
    monkeypatch.setattr(remote, "SLOT_TIMEOUT_S", 0.2)
    change(mirthe, HULPVRAAG, hulpvraag="Van Mirthe?")
    lock = {
        "place": tmp_path / "stick/groep.git/refs/heads/main.lock",
        "clone": mirthe / ".git/refs/remotes/origin/main.lock",
    }[where]
    lock.touch()
    outcome = intervisie(mirthe, "sync")
    assert outcome.code == 5
    assert len(outcome.err.splitlines()) == 2
    assert "intervisie doctor --herstel" in outcome.err
    for found in examine(Omgeving(lambda: datetime.now(UTC), random_id, folder=mirthe)):
        if found.doe:
            found.doe()
    assert not lock.exists()
    sync_all(mirthe, kim)


def test_the_lock_of_a_sync_that_died_here_is_removed(
    gedeeld: tuple[Path, Path], tmp_path: Path
):
    mirthe, kim = gedeeld
    change(mirthe, HULPVRAAG, hulpvraag="Van Mirthe?")
    place = tmp_path / "stick/groep.git"
    for slot in (mirthe / ".git/intervisie/delen.slot", place / "intervisie.slot"):
        slot.write_text(platform.node() or "?")  # as of one that did not end well
    for lock in (
        mirthe / ".git/refs/remotes/origin/main.lock",
        place / "refs/heads/main.lock",
    ):
        lock.touch()
    sync_all(mirthe, kim)


def test_a_group_on_a_disk_that_knows_no_links_shares_all_the_same(
    gedeeld: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    mirthe, kim = gedeeld
    monkeypatch.setattr(place, "_can_link", lambda _: False)
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    sync_all(mirthe, kim)
    assert not list(mirthe.glob(".git/intervisie/deur-*"))


def test_no_graft_makes_a_push_leave_out_what_others_wrote(
    gedeeld: tuple[Path, Path], tmp_path: Path
):
    mirthe, kim = gedeeld
    (kim / "README.md").write_text("Dit schreef Kim.\n")
    must(kim, "sync")
    theirs = git(kim, "rev-parse", "HEAD").strip()
    git(mirthe, "fetch", "-q", str(tmp_path / "stick/groep.git"), "main")
    must(mirthe, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    (mirthe / ".git/info").mkdir(exist_ok=True)
    (mirthe / ".git/info/grafts").write_text(
        f"{git(mirthe, 'rev-parse', 'HEAD').strip()} {theirs}\n"
    )
    must(mirthe, "sync")
    assert theirs in git(tmp_path / "stick/groep.git", "rev-list", "main").split()
    assert (mirthe / "README.md").read_text().startswith("Dit schreef Kim.\n")


def note(clone: Path, text: str, lid: str) -> None:
    must(clone, "notitie", text, "--als", lid)


def own_notulen(clone: Path, lid: str) -> str:
    return (clone / f"{lab.FOLDER}/notulen/{lid}.md").read_text()


def test_the_notes_of_two_members_and_those_of_one_on_two_laptops_come_together(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    note(mirthe, "van Mirthe", "mirthe")
    note(kim, "van Kim", "kim")
    note(mirthe, "van Kim elders", "kim")
    sync_all(mirthe, kim)
    must(mirthe, "notitie", "begin", "--als", "kim", "--stap", "acclimatisering")
    note(mirthe, "nog een", "kim")
    note(kim, "en nog een", "kim")
    sync_all(mirthe, kim)
    for clone in gedeeld:
        assert "- van Mirthe\n" in own_notulen(clone, "mirthe")
        begin, _, hulpvraag = own_notulen(clone, "kim").partition("## Hulpvraag")
        assert "- begin\n" in begin
        for text in ("van Kim", "van Kim elders", "nog een", "en nog een"):
            assert hulpvraag.count(f"- {text}\n") == 1


def test_what_a_hand_wrote_in_own_notulen_is_taken_along(gedeeld: tuple[Path, Path]):
    mirthe, kim = gedeeld
    note(kim, "van Kim", "kim")
    path = kim / f"{lab.FOLDER}/notulen/kim.md"
    path.write_text("Zonder koppen of titel.\n" + path.read_text())
    assert "niet te lezen" not in must(kim, "sync").out
    must(mirthe, "sync")
    assert own_notulen(mirthe, "kim") == path.read_text()
    path.write_bytes(b"\xff")
    note(mirthe, "meer", "kim")
    must(mirthe, "sync")
    intervisie(kim, "sync")
    assert path.read_bytes() == b"\xff"


def test_a_merge_of_plain_git_that_clashed_in_own_notulen_is_finished(
    gedeeld: tuple[Path, Path],
):
    mirthe, kim = gedeeld
    note(mirthe, "hier", "kim")
    must(mirthe, "sync")
    note(kim, "daar", "kim")
    ask_git(kim, "pull", "--no-rebase", "--no-edit", "-q")
    sync_all(kim, mirthe)
    for text in ("- hier\n", "- daar\n"):
        assert own_notulen(mirthe, "kim").count(text) == 1
