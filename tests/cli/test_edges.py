"""The edges of the program: closed streams, bytes that are no text, folders that are no sessie."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from intervisie_cli.flows import vastlegger
from tests.conftest import EXAMPLES, Outcome, Run, git
from tests.lab import intervisie
from tests.prepared import Prepare, answers

NEW = ("new", "--kort", "--deelnemers", "mirthe,kim", "--inbrengers", "mirthe")


def shell(folder: Path, line: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run `intervisie` in a shell, with *line* behind it."""
    argv = [
        "/bin/sh",
        "-c",
        f'"$@" {line}',
        "sh",
        sys.executable,
        "-m",
        "intervisie_cli",
        *args,
    ]
    return subprocess.run(argv, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("line", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("args", [("--version",), ("status",), ("log",), ("--help",)])
def test_a_stream_that_the_caller_closed_is_no_reason_to_fail(
    kort: Path, line: str, args: tuple[str, ...]
):
    done = shell(kort, line, *args)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_standard_input_the_flag_is_named(kort: Path):
    for args in (("step",), ("step", "--antwoorden", "-")):
        done = shell(kort, "<&-", *args)
        assert done.returncode in (1, 2)
        assert "Traceback" not in done.stderr
        assert 1 <= len(done.stderr.splitlines()) <= 2


def test_output_that_cannot_be_written_says_so_and_what_was_recorded_stays(
    kort: Path, tmp_path: Path
):
    given = tmp_path / "antwoorden.yaml"
    given.write_text("stap: acclimatisering\nthema: Rust\n")
    done = shell(kort, "> /dev/full", "step", "--antwoorden", str(given))
    assert done.returncode == 1
    assert "niets veranderd" not in done.stderr
    assert "vastgelegd (" in git(kort, "log", "-1", "--format=%s")
    assert shell(kort, "> /dev/full", "--version").returncode == 1
    assert shell(kort, "2>&-", "step", "--antwoorden", str(given)).returncode == 0


@pytest.mark.parametrize(
    "day", ["29-2", "29 februari", "31 december", "1 jan", "2026-11-23"]
)
def test_the_log_takes_a_day_without_a_year_as_the_last_such_day(
    run: Run, prepare: Prepare, day: str
):
    prepare("kort", 3)
    shown = json.loads(run("log", "--sinds", day, "--json").out)["rondes"]
    assert len(shown) == 1
    assert run("log", "--tot", day).code == 0


@pytest.mark.parametrize("number", ["0", "-1"])
def test_the_log_wants_at_least_one(run: Run, prepare: Prepare, number: str):
    prepare("kort", 3)
    outcome = run("log", f"--aantal={number}")
    assert outcome.code == 2
    assert "1 of meer" in outcome.err


def test_the_log_finds_members_by_any_name_and_those_who_left(
    run: Run, prepare: Prepare
):
    group = prepare("kort", 3)
    assert json.loads(run("log", "--inbrenger", "Mirthe", "--json").out)["rondes"]
    path = group / "groep.yaml"
    path.write_text(path.read_text().replace("  - id: mirthe\n", ""))
    assert json.loads(run("log", "--inbrenger", "mirthe", "--json").out)["rondes"]
    assert run("log", "--inbrenger", "piet").code == 2
    assert run("log", "--draaiboek", "piet").code == 2


def test_the_log_says_the_same_of_a_ronde_whatever_is_asked(run: Run, prepare: Prepare):
    prepare("kort", 4)
    assert (
        run(
            "step",
            "--antwoorden",
            "-",
            stdin="activiteiten: [Borrel met één schaal bitterballen]\n",
        ).code
        == 0
    )
    (plain,) = json.loads(run("log", "--json").out)["rondes"]
    # Words of the sessie as a whole are found too, and accents written in two parts.
    for words in ("bitterballen", "kan ik", "e\u0301e\u0301n schaal"):
        (found,) = json.loads(run("log", "--zoek", words, "--json").out)["rondes"]
        assert found == plain


def test_only_the_acties_that_are_asked_for_are_given(run: Run, prepare: Prepare):
    group = prepare("kort", 3)
    path = next(group.glob("sessies/*/*/ronde-1-mirthe/3-advisering.md"))
    text = path.read_text()
    done = "    opvolging:\n      - {id: aaaaaaaa, datum: 2026-11-24, status: %s}\n"
    one = text.index("    haalbaar:")
    both = (
        done % "bezig" + "      - {id: bbbbbbbb, datum: 2026-11-24, status: gedaan}\n"
    )
    path.write_text(text[:one] + both + text[one:])
    acties = json.loads(run("log", "--json").out)["rondes"][0]["acties"]
    still = json.loads(run("log", "--open", "--json").out)["rondes"][0]["acties"]
    assert acties[0]["status"] == "gedaan", "of one day the last one counts"
    assert [actie["id"] for actie in still] == [actie["id"] for actie in acties[1:]]
    path.write_text(text[:one] + "    opvolging: 3\n" + text[one:])
    assert run("log").code == run("status").code == 0


HOSTILE = '"\\e]0;GEKAAPT\\a\\e[31mrood"'


def test_titles_that_would_steer_the_terminal_are_faults_and_names_are_shown_harmless(
    run: Run, prepare: Prepare
):
    group = prepare("kort", 0)
    own = group / "sjablonen/zeg"
    shutil.copytree(EXAMPLES.parent / "templates/kort", own)
    boek = own / "draaiboek.yaml"
    boek.write_text(
        boek.read_text()
        .replace("naam: kort", "naam: zeg")
        .replace("titel: Korte variant", f"titel: {HOSTILE}")
    )
    outcome = run("overzicht", "--draaiboek", "zeg")
    assert outcome.code == 4
    assert "stuurteken" in outcome.err
    path = group / "groep.yaml"
    path.write_text(
        path.read_text().replace("- id: kim", f"- id: kim\n    naam: {HOSTILE}")
    )
    for args in (("status",), ("show",), ("log",), ("doctor",)):
        outcome = run(*args)
        assert "\x1b" not in outcome.out + outcome.err
        assert "\a" not in outcome.out + outcome.err


def test_json_holds_every_character_and_none_that_steers_a_terminal(
    program: Run, prepare: Prepare
):
    prepare("kort", 1)
    group = prepare("kort", 1)
    path = next(group.glob("sessies/*/*/ronde-1-mirthe/2-*.md"))
    path.write_text(
        path.read_text().replace(
            "status: open", 'status: klaar\nhulpvraag: "\\x9b31m \\u202e Één"'
        )
    )
    for env in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        outcome = program("log", "--json", env=env)
        assert json.loads(outcome.out)["rondes"][0]["hulpvraag"] == "\x9b31m \u202e Één"
        assert "\x9b" not in outcome.out
        assert "\u202e" not in outcome.out


def test_words_that_are_no_utf8_are_refused_and_those_that_are_survive_any_locale(
    program: Run, prepare: Prepare
):
    group = prepare("leeg")
    outcome = program(*NEW, "--thema", os.fsdecode(b"caf\xe9"))
    assert outcome.code == 2
    assert "UTF-8" in outcome.err
    assert not (group / "sessies").exists()
    posix = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert program(*NEW, "--thema", os.fsdecode("café".encode()), env=posix).code == 0
    assert "thema: café\n" in next(group.glob("sessies/*/*/sessie.yaml")).read_text(
        encoding="utf-8"
    )


def test_a_group_may_stand_in_a_folder_of_any_name(run: Run, tmp_path: Path):
    for naam in (os.fsdecode(b"caf\xe9"), "één groep"):
        outcome = run(
            "init", naam, "--naam", "Groep", "--leden", "mirthe,kim", cwd=tmp_path
        )
        assert outcome.code == 0, outcome.err
        elsewhere = tmp_path / "elders"
        elsewhere.mkdir(exist_ok=True)
        assert run(*NEW, cwd=elsewhere).code == 0, "it is the default group"


def test_a_group_is_made_also_when_it_cannot_be_the_default(run: Run, tmp_path: Path):
    outcome = run(
        "init",
        "nieuw",
        "--naam",
        "G",
        "--leden",
        "a,b",
        cwd=tmp_path,
        env={"XDG_CONFIG_HOME": "/dev/null"},
    )
    assert outcome.code == 0
    assert "standaardgroep" in outcome.err
    assert git(tmp_path / "nieuw", "log", "--format=%s") == "Groep gemaakt\n"


def test_a_group_can_be_made_in_a_fresh_repository_of_another_kind(
    run: Run, tmp_path: Path
):
    folder = tmp_path / "nieuw"
    folder.mkdir()
    git(folder, "init", "-q", "--object-format=sha256")
    assert run("init", ".", "--naam", "G", "--leden", "a,b", cwd=folder).code == 0
    assert git(folder, "status", "--porcelain") == ""


@pytest.mark.parametrize("leden", ["a=" + "x" * 5_000 + ",b", "kim=Kim\n- nep,tim"])
def test_a_display_name_is_short_and_on_one_line(run: Run, tmp_path: Path, leden: str):
    outcome = run("init", "nieuw", "--naam", "G", "--leden", leden, cwd=tmp_path)
    assert outcome.code == 2
    assert not (tmp_path / "nieuw").exists()


def test_new_names_the_session_when_step_would_take_another(run: Run, prepare: Prepare):
    prepare("leeg")
    assert "Typ nu: intervisie step\n" in run(*NEW, "--thema", "Zomer").out
    assert (
        "Typ nu: intervisie step --sessie 2026-11-23-appel\n"
        in run(*NEW, "--thema", "Appel").out
    )


def test_what_was_agreed_earlier_that_day_comes_back(run: Run, prepare: Prepare):
    prepare("leeg")
    assert run(*NEW, "--thema", "Zomer").code == 0
    filled = """\
stap: acclimatisering
thema: Zomer
---
hulpvraag: Hoe?
---
adviezen: [{lid: kim, advies: Doe}]
acties: [Bel Tim]
---
stap: evaluatie
ervaringen: [{lid: mirthe, ervaring: Fijn}, {lid: kim, ervaring: Fijn}]
afspraken: [Op tijd beginnen]
"""
    assert run("step", "--antwoorden", "-", stdin=filled).code == 0
    assert run(*NEW, "--thema", "Appel").code == 0
    recap = "stap: acclimatisering\nterugblik: [{actie: Bel Tim, status: gedaan}]\n"
    assert (
        run(
            "step", "--sessie", "2026-11-23-appel", "--antwoorden", "-", stdin=recap
        ).code
        == 0
    )
    shown = json.loads(run("show", "2026-11-23-appel", "--json").out)["stappen"][0][
        "gegevens"
    ]
    before = json.loads(run("show", "2026-11-23-zomer", "--json").out)["stappen"][2][
        "gegevens"
    ]
    assert shown["terugblik"][0]["id"] == before["acties"][0]["id"], (
        "a look back carries the id of its actie"
    )


def test_a_folder_that_is_no_session_stops_nobody_and_is_named(
    run: Run, prepare: Prepare
):
    group = prepare("kort", 1)
    (group / "sessies/2026/2027-vakantie").mkdir()
    for args in (("status",), ("show",), ("log", "-n", "1"), ("undo",)):
        outcome = run(*args)
        assert outcome.code == (4 if args[0] == "log" else 0), outcome.err
    assert "2027-vakantie/sessie.yaml" in run("doctor").out


@pytest.mark.parametrize("naam", ["mijn_methode", "v1.0", "x" * 60])
def test_a_draaiboek_of_any_name_that_is_taken_also_runs(
    run: Run, prepare: Prepare, naam: str
):
    group = prepare("leeg")
    own = group / "sjablonen" / naam
    shutil.copytree(EXAMPLES.parent / "templates/kort", own)
    boek = own / "draaiboek.yaml"
    boek.write_text(boek.read_text().replace("naam: kort", f'naam: "{naam}"'))
    assert (
        run(
            "new",
            "--draaiboek",
            naam,
            "--deelnemers",
            "mirthe,kim",
            "--inbrengers",
            "mirthe",
        ).code
        == 0
    )
    assert (
        run(
            "step",
            "--antwoorden",
            "-",
            stdin=answers("kort", 0)
            .replace("tim", "kim")
            .replace("  - lid: kim\n    akkoord: true\n", "", 1),
        ).code
        == 0
    )
    assert run("status").code == run("show").code == run("log").code == 0
    own.rename(own.with_name("Mijn Methode"))
    outcome = run(
        "new",
        "--draaiboek",
        "Mijn Methode",
        "--deelnemers",
        "mirthe,kim",
        "--inbrengers",
        "kim",
    )
    assert outcome.code == 1
    assert "kleine letters" in outcome.err


def _step_at_a_lock(group: Path, step: int) -> Outcome:
    """Try a step beside a lock of git, without the ten seconds that a person would wait for it."""
    with patch.object(vastlegger, "GIT_LOCK_TIMEOUT_S", 0.2):
        return intervisie(
            group, "step", "--antwoorden", "-", stdin=answers("kort", step)
        )


def test_a_journal_of_one_work_tree_is_not_finished_in_another(
    run: Run, prepare: Prepare, tmp_path: Path
):
    group = prepare("kort", 0)
    git(group, "worktree", "add", "-q", "-b", "ander", str(tmp_path / "ernaast"))
    lock = group / ".git/refs/heads/main.lock"
    lock.touch()
    assert _step_at_a_lock(group, 0).code == 5
    lock.unlink()
    assert run(*NEW, cwd=tmp_path / "ernaast").code == 0
    assert git(tmp_path / "ernaast", "log", "-1", "--format=%s").startswith(
        "Sessie voorbereid"
    )
    assert git(tmp_path / "ernaast", "log", "--format=%s").count("vastgelegd") == 0
    assert run("step", "--antwoorden", "-", stdin=answers("kort", 0)).code == 0
    assert git(group, "log", "--format=%s").count("vastgelegd") == 1


def test_an_undo_after_the_session_folder_was_renamed_says_so(
    run: Run, prepare: Prepare
):
    group = prepare("kort", 1)
    git(group, "mv", "sessies/2026/2026-11-23-kort", "sessies/2026/2026-11-23-anders")
    git(group, "commit", "-qm", "hernoemd")
    outcome = run("undo")
    assert outcome.code == 1
    assert "andere naam" in outcome.err


def test_doctor_quotes_paths_and_leaves_what_is_under_way_alone(
    run: Run, prepare: Prepare
):
    group = prepare("kort", 1)
    odd = group / "sessies/2026/2026-11-23-kort/foto; touch x.md"
    odd.write_text("vreemd")
    lock = group / ".git/refs/heads/main.lock"
    lock.touch()
    _step_at_a_lock(group, 1)
    lock.unlink()
    shown = run("doctor").out
    assert shown.count("touch x.md") == 1, (
        "a strange file is named once, and in no command"
    )
    assert "nog niet af is vastgelegd" in " ".join(shown.split())
    assert "met de hand veranderd" not in shown


def test_an_emoji_as_json_writes_it_is_an_emoji(run: Run, prepare: Prepare):
    group = prepare("kort", 0)
    written = json.dumps({"stap": "acclimatisering", "thema": "Rust 😀"})
    assert "\\ud83d" in written
    assert run("step", "--antwoorden", "-", stdin=written).code == 0
    assert "thema: Rust 😀\n" in next(group.glob("sessies/*/*/1-*.md")).read_text(
        encoding="utf-8"
    )


def test_completion_looks_in_the_group_that_is_named(
    program: Run, prepare: Prepare, tmp_path: Path
):
    group = prepare("kort", 0)
    words = f"intervisie --groep {group} new --begeleider k"
    asked = {
        "_INTERVISIE_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": "5",
    }
    assert program(cwd=tmp_path, env=asked).out.split() == ["kim"]


def test_a_draaiboek_that_is_broken_does_not_hide_which_flag_is_missing(
    run: Run, prepare: Prepare
):
    group = prepare("leeg")
    (group / "sjablonen/stuk").mkdir(parents=True)
    outcome = run("new", "--deelnemers", "mirthe,kim", "--inbrengers", "kim")
    assert outcome.code == 2
    assert "--kort" in outcome.err


def test_more_members_than_the_method_is_meant_for_draw_a_warning(
    run: Run, tmp_path: Path
):
    leden = ",".join(f"lid{letter}" for letter in "abcdefghi")
    assert run("init", "groep", "--naam", "G", "--leden", leden, cwd=tmp_path).code == 0
    outcome = run(
        "new",
        "--lang",
        "--deelnemers",
        leden,
        "--inbrengers",
        "lida",
        cwd=tmp_path / "groep",
    )
    assert "voor hoogstens 8 deelnemers" in outcome.out


def test_members_may_be_named_as_in_a_sentence(run: Run, tmp_path: Path):
    outcome = run(
        "init",
        "groep",
        "--naam",
        "G",
        "--leden",
        "mirthe, Tim en kim=Kim de Boer",
        cwd=tmp_path,
    )
    assert "Leden  Mirthe, Tim, Kim de Boer\n" in outcome.out
    assert (
        run("init", "ander", "--naam", "G", "--leden", "geen,kim", cwd=tmp_path).code
        == 2
    )


def test_what_a_hand_left_half_done_does_not_come_back(run: Run, prepare: Prepare):
    group = prepare("kort", 4)
    path = next(group.glob("sessies/*/*/4-evaluatie.md"))
    path.write_text(
        path.read_text().replace(
            "afspraken:\n", "afspraken:\n  - id: aaaaaaaa\n  - id: 5\n    afspraak: x\n"
        )
    )
    assert run(*NEW, "--datum", "2026-11-24").code == 0
    assert run("status").code == 0
    recap = run(
        "step",
        "--sessie",
        "2026-11-24-kort",
        "--antwoorden",
        "-",
        stdin="stap: acclimatisering\n",
    )
    assert recap.code == 0, recap.err


def test_a_folder_that_is_gone_is_named(tmp_path: Path):
    gone = tmp_path / "weg"
    gone.mkdir()
    argv = [
        "/bin/sh",
        "-c",
        f'rm -r "{gone}"; "$@"',
        "sh",
        sys.executable,
        "-m",
        "intervisie_cli",
        "status",
    ]
    done = subprocess.run(argv, cwd=gone, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "weggehaald" in done.stderr


@pytest.mark.parametrize("args", ["--version", "--help", "log --help", "status"])
def test_whoever_stops_reading_has_seen_enough(prepare: Prepare, args: str):
    group = prepare("kort", 1)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "intervisie_cli", *args.split(" ")],
            cwd=group,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
