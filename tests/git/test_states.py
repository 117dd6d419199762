"""Whatever state a repository or file is in: the code of the contract, a line or two, no loss."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intervisie_cli.flows import vastlegger
from tests import lab
from tests.conftest import Outcome, Run
from tests.lab import State, ask_git, git, intervisie, must

READ_COMMANDS = (("status",), ("status", "--json"), ("show",), ("log",), ("overzicht",))


OTHER_STEP = (*lab.STEP[:-1], "2026-11-23-ander")


def step(group: Path) -> Outcome:
    return intervisie(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)


def assert_refused(outcome: Outcome, code: int, *words: str) -> None:
    """See that a refusal is as the contract has it, and names the words."""
    assert outcome.code == code, outcome
    assert 1 <= len(outcome.err.splitlines()) <= 2, outcome.err
    assert "Traceback" not in outcome.out + outcome.err
    assert "✓" not in outcome.out
    for word in words:
        assert word in outcome.err


def assert_reads(group: Path) -> None:
    """See that looking back needs nothing but the files."""
    for argv in READ_COMMANDS:
        outcome = intervisie(group, *argv)
        assert outcome.code == 0, (argv, outcome)


def assert_recorded_once(group: Path) -> None:
    must(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    raw = (group / lab.HULPVRAAG).read_bytes()
    assert lab.holds(raw, lab.HULPVRAAG_ANSWERS)
    assert lab.committed(group, lab.HULPVRAAG) == raw
    assert lab.subjects(group).count(lab.VASTGELEGD) == 1


# Git is half-way something, and says itself how to get out.


def two_sides(group: Path) -> None:
    """Make a branch that conflicts with main in README.md."""
    (group / "README.md").write_text("zij\n")
    git(group, "switch", "-qc", "zij")
    git(group, "commit", "-qam", "zij")
    git(group, "switch", "-q", "main")
    for text in ("wij\n", "wij samen\n"):
        (group / "README.md").write_text(text)
        git(group, "commit", "-qam", text.strip())


def merging(group: Path) -> None:
    ask_git(group, "merge", "zij")


def rebasing(group: Path) -> None:
    ask_git(group, "rebase", "zij")


def applying(group: Path) -> None:
    patch = git(group, "format-patch", "-1", "--stdout", "zij")
    ask_git(group, "am", stdin=patch)


def picking(group: Path) -> None:
    ask_git(group, "cherry-pick", "zij")


def reverting(group: Path) -> None:
    ask_git(group, "revert", "--no-edit", "HEAD~1")


def bisecting(group: Path) -> None:
    git(group, "bisect", "start", "HEAD", "HEAD~2")


def detached(group: Path) -> None:
    git(group, "switch", "-q", "--detach", "HEAD")


@pytest.mark.parametrize(
    ("enter", "way_out"),
    [
        (merging, "intervisie sync"),
        (rebasing, "git rebase --abort"),
        (applying, "git am --abort"),
        (picking, "git cherry-pick --abort"),
        (reverting, "git revert --abort"),
        (bisecting, "git bisect reset"),
        (detached, "git switch -"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_step_waits_until_git_is_done_and_says_how_to_get_there(
    een: Path, enter: Callable[[Path], None], way_out: str
):
    two_sides(een)
    head = git(een, "rev-parse", "HEAD")
    enter(een)
    before = lab.files_of(een)
    assert_refused(step(een), 5, way_out)
    assert_refused(intervisie(een, "undo"), 5, way_out)
    assert_refused(intervisie(een, *lab.NEW), 5, way_out)
    assert lab.files_of(een) == before
    assert_reads(een)
    if way_out == "intervisie sync":
        assert_refused(
            intervisie(een, "sync"), 5, "gedeelde plek"
        )  # there is none, and the merge is done
        assert git(een, "rev-parse", "HEAD^") == git(een, "rev-parse", "zij")
    else:
        git(een, *way_out.split()[1:])
        assert git(een, "rev-parse", "HEAD") == head
    assert_recorded_once(een)


def test_a_bare_repository_is_named_as_such(een: Path, tmp_path: Path):
    git(tmp_path, "clone", "-q", "--bare", str(een), "kaal.git")
    shutil.copy(een / "groep.yaml", tmp_path / "kaal.git/groep.yaml")
    for argv in (lab.NEW, ("undo",), lab.STEP):
        assert_refused(
            intervisie(tmp_path / "kaal.git", *argv, stdin=lab.HULPVRAAG_ANSWERS),
            5,
            "bare",
        )


def test_a_clone_without_the_group_says_that_there_is_none(tmp_path: Path):
    git(tmp_path, "init", "-q", "leeg")
    assert_refused(intervisie(tmp_path / "leeg", "status"), 1, "geen groep")


# Locks of git.


@pytest.fixture
def short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait long for a lock that will not go."""
    monkeypatch.setattr(vastlegger, "GIT_LOCK_TIMEOUT_S", 0.2)


LOCKED = "Git is in deze map bezig, of is daar "
LOCKS = ("index.lock", "HEAD.lock", "refs/heads/main.lock", "packed-refs.lock")


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.usefixtures("short_wait")
def test_a_lock_of_another_git_is_waited_for_and_then_named(een: Path, name: str):
    slot = een / ".git" / name
    slot.touch()
    before = State.of(een)
    assert_refused(step(een), 5, LOCKED, "doctor --herstel")
    assert f"rm {slot}" in intervisie(een, "doctor", "--uitgebreid").out
    assert slot.exists()
    assert not list(before.losses(een, lab.HULPVRAAG))
    assert_reads(een)
    # Again, with the journal of the first try there: that one ended well and left no lock.
    assert_refused(step(een), 5, LOCKED)
    slot.unlink()
    assert_recorded_once(een)
    assert list(lab.untidy(een)) == []


def test_a_lock_that_goes_in_time_delays_and_no_more(een: Path):
    slot = een / ".git/index.lock"
    slot.touch()
    threading.Timer(0.3, slot.unlink).start()
    assert_recorded_once(een)
    assert list(lab.untidy(een)) == []


@pytest.mark.usefixtures("short_wait")
def test_a_lock_in_a_worktree_is_named_by_a_path_that_is_there(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    git(een, "worktree", "add", "-q", "-b", "ander", str(een.parent / "ernaast"))
    slot = een / ".git/worktrees/ernaast/index.lock"
    slot.touch()
    monkeypatch.chdir(een.parent / "ernaast")
    outcome = step(Path.cwd())
    assert_refused(outcome, 5, LOCKED)
    assert f"rm {slot}" in intervisie(Path.cwd(), "doctor", "--uitgebreid").out


def died(group: Path) -> None:
    """Leave the group as a step of the hulpvraag that was killed before its commit."""
    lab.dies_before_commit(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)


def test_locks_that_a_killed_step_left_are_healed(een: Path):
    died(een)
    for name in LOCKS:
        (een / ".git" / name).touch()
    assert_recorded_once(een)
    assert list(lab.untidy(een)) == []


@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.usefixtures("short_wait")
def test_a_lock_from_before_the_killed_step_is_not_removed(een: Path, name: str):
    died(een)
    slot = een / ".git" / name
    slot.touch()
    os.utime(slot, (time.time() - 60, time.time() - 60))
    assert_refused(step(een), 5, LOCKED)
    assert slot.exists()
    slot.unlink()
    assert_recorded_once(een)


@pytest.mark.usefixtures("short_wait")
def test_a_lock_that_a_process_has_open_is_not_removed(een: Path):
    died(een)
    with (een / ".git/index.lock").open("w"):
        assert_refused(step(een), 5, LOCKED)
        assert (een / ".git/index.lock").exists()


@pytest.mark.usefixtures("short_wait")
def test_a_lock_of_a_commit_that_stands_in_an_editor_is_not_removed(
    een: Path, tmp_path: Path
):
    died(een)
    (een / "README.md").write_text("van mij\n")
    ready, go = tmp_path / "open", tmp_path / "verder"
    editor = tmp_path / "editor.sh"
    editor.write_text(
        f"#!/bin/sh\ntouch {ready}\n"
        f"while [ ! -e {go} ]; do sleep 0.05; done\n"
        'echo eigen werk > "$1"\n'
    )
    editor.chmod(0o755)
    # Git holds index.lock while the editor is open, but no longer has it open as a file.
    user = subprocess.Popen(
        ["git", "commit", "-qa"], cwd=een, env=os.environ | {"GIT_EDITOR": str(editor)}
    )
    try:
        wait_for(ready.exists)
        assert (een / ".git/index.lock").exists()
        outcome = step(een)
        is_locked = (een / ".git/index.lock").exists()
    finally:
        go.touch()
        user.wait(10)
    assert is_locked, "the lock of a git that is alive was removed"
    assert_refused(outcome, 5, LOCKED)


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something outside this process is so."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


# A repository that is damaged, or not there.


@contextmanager
def damaged(path: Path, raw: bytes) -> Iterator[None]:
    """Hold other bytes in a file, and put the right ones back."""
    whole, mode = path.read_bytes(), path.stat().st_mode
    path.chmod(0o600)
    path.write_bytes(raw)
    yield
    path.write_bytes(whole)
    path.chmod(mode)


@pytest.mark.parametrize(
    ("path", "raw"),
    [
        ("HEAD", b""),
        ("HEAD", b"ref: refs/heads/\n"),
        ("HEAD", b"\x00\xff\n"),
        ("HEAD", b"ref: refs/heads/../../../etc/passwd\n"),
        ("refs/heads/main", b""),
        ("refs/heads/main", b"\x00" * 41),
        ("refs/heads/main", b"1" * 40 + b"\n"),
        ("config", b"[core\n"),
        ("config", b"[core]\n\trepositoryformatversion = 99\n"),
    ],
)
def test_a_damaged_git_folder_gives_exit_5_and_costs_nothing(
    een: Path, path: str, raw: bytes
):
    before = State.of(een)
    with damaged(een / ".git" / path, raw):
        assert_refused(step(een), 5)
        assert_refused(intervisie(een, "undo"), 5)
        assert_reads(een)
    assert not list(before.losses(een, lab.HULPVRAAG))
    assert_recorded_once(een)
    assert list(lab.untidy(een)) == []


@pytest.mark.parametrize("revision", ["HEAD", "HEAD^{tree}"])
@pytest.mark.parametrize(
    "raw", [b"", b"geen object", None], ids=["empty", "garbage", "gone"]
)
def test_a_damaged_commit_or_tree_gives_exit_5_and_costs_nothing(
    een: Path, revision: str, raw: bytes | None
):
    before = State.of(een)
    oid = git(een, "rev-parse", revision).strip()
    path = een / ".git/objects" / oid[:2] / oid[2:]
    with damaged(path, raw or b""):
        if raw is None:
            path.unlink()
        assert_refused(step(een), 5)
        assert_reads(een)
    assert not list(before.losses(een, lab.HULPVRAAG))
    assert_recorded_once(een)
    assert list(lab.untidy(een)) == []


def test_a_damaged_index_keeps_no_step_from_the_history(een: Path):
    with damaged(een / ".git/index", b"geen index"):
        outcome = step(een)
        assert outcome.code in (0, 5), outcome
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert_recorded_once(een)
    assert list(lab.untidy(een)) == []


def test_without_git_one_reads_and_does_not_record(
    een: Path, program: Run, tmp_path: Path
):
    bare = {"PATH": str(tmp_path)}
    before = State.of(een)
    assert program("status", env=bare).code == 0
    assert_refused(
        program(*lab.STEP, stdin=lab.HULPVRAAG_ANSWERS, env=bare), 5, "git-scm.com"
    )
    assert State.of(een) == before
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(tmp_path))
        assert_reads(een)
        for argv in (lab.STEP, lab.NEW, ("undo",)):
            assert_refused(
                intervisie(een, *argv, stdin=lab.HULPVRAAG_ANSWERS), 5, "git-scm.com"
            )
        assert intervisie(een, "doctor").code == 4
        init = intervisie(
            tmp_path, "init", "nieuw", "--naam", "G", "--leden", "mirthe,tim"
        )
    assert State.of(een) == before
    assert_recorded_once(een)
    assert_refused(init, 5, "git-scm.com")
    assert not (tmp_path / "nieuw").exists(), "half a group is left"


@pytest.mark.parametrize(
    "kind", ["none", "a file that points nowhere", "an empty folder", "a link"]
)
def test_a_group_outside_git_is_read_and_not_recorded_in(een: Path, kind: str):
    dot, real = een / ".git", een.parent / "echte-git"
    dot.rename(real)
    if kind == "a file that points nowhere":
        dot.write_text("gitdir: ../bestaat/niet\n")
    elif kind == "an empty folder":
        dot.mkdir()
    elif kind == "a link":
        dot.symlink_to(een.parent / "bestaat-niet")
    before = lab.files_of(een)
    assert_refused(step(een), 5)
    assert_refused(intervisie(een, *lab.NEW), 5)
    assert lab.files_of(een) == before
    assert_reads(een)
    assert intervisie(een, "doctor").code == 4
    if dot.is_dir() and not dot.is_symlink():
        shutil.rmtree(dot)
    else:
        dot.unlink(missing_ok=True)
    real.rename(dot)
    assert_recorded_once(een)


def test_a_group_inside_another_repository_does_not_touch_that(een: Path):
    git(een.parent, "init", "-q")
    (een / ".git").rename(een.parent / "opzij")
    assert_refused(step(een), 5)
    assert (
        ask_git(een.parent, "rev-parse", "--verify", "--quiet", "HEAD").returncode == 1
    )
    assert not (een.parent / ".git/intervisie").exists()


@pytest.mark.skipif(
    not hasattr(os, "chown") or os.getuid() != 0,
    reason="only root may give a folder away",
)
def test_a_repository_of_another_user_is_read_and_not_recorded_in(een: Path):
    for path in (een, *een.rglob("*")):
        os.chown(path, 65534, 65534)
    outcome = step(een)
    assert_refused(outcome, 5)
    assert_reads(een)


UNPRIVILEGED = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")


def unprivileged(group: Path, *argv: str, stdin: str = "") -> Outcome:
    """Run as a user who may not write where the modes say no;
    root needs to let go of its powers for that.
    """
    program = [sys.executable, "-m", "intervisie_cli", *argv]
    if os.getuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may write anywhere, and there is no setpriv")
        program = [*UNPRIVILEGED, *program]
    done = subprocess.run(
        program, cwd=group, input=stdin, capture_output=True, text=True, check=False
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "what", ["everything", "the folder of the step", "the git folder", "the objects"]
)
def test_a_folder_that_is_read_only_is_read_and_costs_nothing(een: Path, what: str):
    step_folder = (een / lab.HULPVRAAG).parent
    folders = {
        "everything": [path for path in (een, *een.rglob("*")) if path.is_dir()],
        "the folder of the step": [step_folder],
        "the git folder": [een / ".git"],
        "the objects": [
            path
            for path in (een / ".git/objects", *(een / ".git/objects").rglob("*"))
            if path.is_dir()
        ],
    }[what]
    for folder in folders:
        folder.chmod(0o500)
    try:
        if what == "everything":
            for argv in READ_COMMANDS:
                outcome = unprivileged(een, *argv)
                assert outcome.code == 0, (argv, outcome)
        outcome = unprivileged(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert outcome.code in (1, 5), outcome
    assert_refused(outcome, outcome.code)
    assert_recorded_once(een)
    assert list(lab.untidy(een)) == []


# Files that are not what they should be.


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that is none of ours, with a file in it."""
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders/geheim.md").write_text(
        "---\nstap: hulpvraag-definieren\nstatus: open\n---\ngeheim\n"
    )
    return tmp_path / "elders"


@pytest.mark.parametrize("pad", [lab.HULPVRAAG, lab.SESSIE_YAML, "groep.yaml"])
def test_a_link_in_place_of_a_file_is_refused(een: Path, outside: Path, pad: str):
    before = lab.files_of(outside)
    (een / pad).unlink()
    (een / pad).symlink_to(outside / "geheim.md")
    outcome = step(een)
    assert_refused(outcome, 4, pad.rsplit("/", 1)[-1])
    assert "geheim" not in outcome.err
    assert lab.files_of(outside) == before
    assert (een / pad).is_symlink()
    (een / pad).unlink()
    git(een, "restore", "--", pad)
    assert_recorded_once(een)


@pytest.mark.parametrize(
    "pad", [f"{lab.FOLDER}/ronde-1-mirthe", lab.FOLDER, "sessies/2026", "sessies"]
)
def test_a_link_in_place_of_a_folder_is_refused(een: Path, outside: Path, pad: str):
    (een / pad).rename(outside / "verplaatst")
    (een / pad).symlink_to(outside / "verplaatst")
    before = lab.files_of(outside)
    assert_refused(step(een), 4, pad)
    assert lab.files_of(outside) == before
    (een / pad).unlink()
    (outside / "verplaatst").rename(een / pad)
    assert_recorded_once(een)
    assert list(lab.untidy(een)) == []


@pytest.mark.parametrize("pad", ["sessies", "sessies/2026", f"{lab.FOLDER}"])
def test_a_new_session_is_not_made_through_a_link_nor_later_after_all(
    leeg: Path, outside: Path, pad: str
):
    before = lab.files_of(outside)
    (leeg / pad).parent.mkdir(parents=True, exist_ok=True)
    (leeg / pad).symlink_to(outside)
    outcome = intervisie(leeg, *lab.NEW)
    assert lab.files_of(outside) == before
    assert list(outside.iterdir()) == [outside / "geheim.md"]
    if pad != lab.FOLDER or outcome.code:  # there, another name is as good an answer
        assert_refused(outcome, 4)
        (leeg / pad).unlink()
        must(leeg, *lab.NEW)
        assert [path.name for path in (leeg / "sessies/2026").iterdir()] == [lab.SESSIE]
        assert list(lab.untidy(leeg)) == []


@pytest.mark.parametrize("kind", ["a folder", "a pipe"])
def test_something_else_in_place_of_a_step_file_is_refused(een: Path, kind: str):
    path = een / lab.HULPVRAAG
    path.unlink()
    if kind == "a folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    assert_refused(step(een), 4, lab.HULPVRAAG)


def test_a_step_file_that_was_deleted_is_named_and_doctor_tells_how_to_bring_it_back(
    een: Path,
):
    (een / lab.HULPVRAAG).unlink()
    outcome = step(een)
    assert_refused(outcome, 4, "Hulpvraag definiëren", "intervisie doctor")
    raad = intervisie(een, "doctor", "--uitgebreid").out
    assert not (een / lab.HULPVRAAG).exists()
    # A list that misses it says so.
    assert_refused(intervisie(een, "log"), 4, "ontbreekt")
    assert intervisie(een, "status").code == 0
    [herstel] = [regel for regel in raad.splitlines() if "git restore" in regel]
    git(een, *herstel.split("git ", 1)[1].split())
    assert_recorded_once(een)


def test_a_recorded_step_file_that_was_renamed_is_neither_lost_nor_taken_for_another(
    twee: Path,
):
    renamed = (twee / lab.HULPVRAAG).with_name("hulpvraag.md")
    (twee / lab.HULPVRAAG).rename(renamed)
    raw = renamed.read_bytes()
    assert_refused(step(twee), 4, "Het bestand van Hulpvraag definiëren", "doctor")
    outcome = intervisie(twee, "doctor")
    assert outcome.code == 4
    assert "hulpvraag.md" in outcome.out
    assert renamed.read_bytes() == raw
    renamed.rename(twee / lab.HULPVRAAG)
    assert list(lab.untidy(twee)) == []


def test_a_session_is_found_by_its_whole_name_also_when_another_begins_with_it(
    een: Path,
):
    must(een, *lab.NEW)
    assert (een / f"{lab.FOLDER}-2").is_dir()
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert lab.holds((een / lab.HULPVRAAG).read_bytes(), lab.HULPVRAAG_ANSWERS)


def test_a_deleted_session_file_leaves_the_other_sessions_at_work(een: Path):
    must(een, *lab.NEW, "--thema", "ander")
    (een / lab.SESSIE_YAML).unlink()
    assert_refused(step(een), 4, lab.SESSIE_YAML)
    other = intervisie(een, *OTHER_STEP, stdin=lab.ACCLIMATISERING_ANSWERS)
    assert other.code == 0, other


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"geen front matter\n",
        b"---\nstap: [\n---\n",
        b"---\nstap: hulpvraag-definieren\nhulpvraag: &a x\nherformulering: *a\n---\n",
        b"---\n- een\n- lijst\n---\n",
        b"\xff\xfe\x00",
        (
            b"---\nstap: x\nstatus: open\n"
            b"<<<<<<< HEAD\nhulpvraag: a\n=======\nhulpvraag: b\n>>>>>>> b\n---\n"
        ),
        b"---\nstap: x\n---\n" + b"x" * 300_000,
    ],
    ids=[
        "empty",
        "no front matter",
        "broken",
        "anchor",
        "list",
        "not text",
        "conflict markers",
        "too large",
    ],
)
def test_a_step_file_that_cannot_be_read_is_named_and_left_alone_and_the_rest_works(
    een: Path, raw: bytes
):
    must(een, *lab.NEW, "--thema", "ander")
    (een / lab.HULPVRAAG).write_bytes(raw)
    assert_refused(step(een), 4, lab.HULPVRAAG)
    assert (een / lab.HULPVRAAG).read_bytes() == raw
    log = intervisie(een, "log")
    assert log.code == 4
    assert lab.HULPVRAAG in log.err
    assert "nog geen hulpvraag" in log.out, "the other session is not shown"
    assert intervisie(een, "show", OTHER_STEP[-1]).code == 0
    other = intervisie(een, *OTHER_STEP, stdin=lab.ACCLIMATISERING_ANSWERS)
    assert other.code == 0, other
    assert (een / lab.HULPVRAAG).read_bytes() == raw


@pytest.mark.skipif(
    os.getuid() == 0 and not shutil.which("setpriv"), reason="root reads anything"
)
def test_a_step_file_that_may_not_be_read_gives_one_line(een: Path):
    (een / lab.HULPVRAAG).chmod(0)
    outcome = unprivileged(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    (een / lab.HULPVRAAG).chmod(0o600)
    assert_refused(outcome, 4, "mag je niet lezen")
    assert_recorded_once(een)
