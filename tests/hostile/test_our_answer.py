"""Whatever a repository holds, `intervisie` starts and writes nothing, and says it in a line."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import lab
from tests.bulk import sampled
from tests.conftest import Outcome
from tests.hostile.config import ONE_BY_ONE, plant, plant_one
from tests.hostile.objects import run_git
from tests.hostile.trees import CASES, ELDERS, Case, push_raw
from tests.lab import git, intervisie, must

COMMANDS = (
    ("sync",),
    ("status",),
    ("show",),
    ("log",),
    ("check",),
    ("doctor",),
    ("undo",),
    lab.NEW,
    lab.STEP,
)
LONG = 2
"""Lines that an error may have."""


@pytest.fixture
def een(templates: lab.Templates, tmp_path: Path) -> Path:
    """A group with one step done, on a shared place."""
    group = templates.copy("een", tmp_path / "groep")
    must(group, "init", "--remote", str(tmp_path / "stick.git"), str(group))
    return group


def see_answer(outcome: Outcome) -> None:
    """See that an answer is one for people: a code of the contract, no traceback,
    nothing that steers a terminal.
    """
    assert outcome.code in (0, 1, 4, 5), outcome
    assert "Traceback" not in outcome.out + outcome.err
    assert not any(
        ord(char) < 32 and char != "\n" for char in outcome.out + outcome.err
    ), outcome
    if outcome.code in (1, 5):
        assert 1 <= len(outcome.err.splitlines()) <= LONG, outcome.err


def outside(tmp_path: Path, *but: str) -> dict[str, float]:
    """Every file that is not of the group or its shared place, with when it changed."""
    skip = {"groep", "stick.git", *but}
    found = (
        p for p in tmp_path.rglob("*") if p.relative_to(tmp_path).parts[0] not in skip
    )
    return {str(path): path.lstat().st_mtime for path in found}


@pytest.mark.parametrize("case", sampled(CASES), ids=str)
def test_a_hostile_tree_is_refused_or_kept_out_of_the_work_tree(
    een: Path, tmp_path: Path, case: Case
):
    (een / ELDERS).mkdir()
    bare = tmp_path / "stick.git"
    hostile = case.build(bare, "main")
    push_raw(bare, hostile, bare)
    before = outside(tmp_path)
    state = lab.State.of(een)
    for _ in range(2):  # what git refuses once it may let through the next time
        outcome = intervisie(een, "sync")
        see_answer(outcome)
        if case.is_refused and _ == 0:
            assert outcome.code == 5, outcome
            assert list(state.losses(een)) == []
            assert git(een, "rev-parse", "HEAD").strip() == state.head
    assert outside(tmp_path) == before
    assert list((een / ELDERS).iterdir()) == []
    assert [str(path) for path in strange_in(een)] == []
    for argv in (("status",), ("log",), ("show",), ("doctor",), ("check", "--alles")):
        see_answer(intervisie(een, *argv))


def strange_in(group: Path) -> Iterator[Path]:
    """What stands in the work tree and is no plain file or folder with an ordinary name."""
    for folder, folders, files in os.walk(group):
        if ".git" in folders and Path(folder) == group:
            folders.remove(".git")
        for naam in (*folders, *files):
            path = Path(folder) / naam
            if (
                path.is_symlink()
                or not naam.isascii()
                or ":" in naam
                or len(naam) > 100
                or path.stat().st_mode & 0o111 == 0o111
            ):
                yield path.relative_to(group)


@pytest.mark.parametrize("case", sampled(CASES), ids=str)
def test_nobody_joins_on_a_hostile_tree_with_more_than_a_line(
    een: Path, tmp_path: Path, case: Case
):
    bare = tmp_path / "stick.git"
    push_raw(bare, case.build(bare, "main"), bare)
    (een / ELDERS).mkdir()
    outcome = intervisie(
        tmp_path, "init", "--van", str(bare), str(tmp_path / "nieuw"), "--als", "kim"
    )
    see_answer(outcome)
    if case.is_refused:
        assert outcome.code == 5
        assert not (tmp_path / "nieuw").exists()
    else:
        assert [str(path) for path in strange_in(tmp_path / "nieuw")] == []
    assert list((een / ELDERS).iterdir()) == []


def test_a_folder_that_brings_hostile_settings_and_hooks_starts_nothing(
    een: Path, tmp_path: Path
):
    witness = tmp_path / "getuige"
    plant(een, witness)
    for argv in COMMANDS:
        outcome = intervisie(een, *argv, stdin=lab.HULPVRAAG_ANSWERS)
        see_answer(outcome)
        if argv[0] in ("sync", "undo", "new", "step"):
            assert outcome.code == 5
            assert "intervisie vertrouw" in outcome.err
    assert not witness.exists(), witness.read_text()
    must(een, "vertrouw")
    for argv in COMMANDS:
        see_answer(intervisie(een, *argv, stdin=lab.HULPVRAAG_ANSWERS))
    assert not witness.exists(), witness.read_text()


# Plain git obeys an alias when somebody types it, and we type none.
STRANGE = [key for key, _ in ONE_BY_ONE if not key.startswith("alias.")]


@pytest.mark.parametrize("key", sampled(STRANGE))
def test_each_setting_is_named_and_when_trusted_still_starts_nothing(
    een: Path, tmp_path: Path, key: str
):
    witness = tmp_path / "getuige"
    planted = plant_one(een, witness, key)
    outcome = intervisie(een, "sync")
    assert outcome.code == 5
    assert "vertrouw" in outcome.err, planted
    must(een, "vertrouw")
    for argv in (("sync",), lab.STEP, ("sync",), ("doctor",)):
        see_answer(intervisie(een, *argv, stdin=lab.HULPVRAAG_ANSWERS))
    assert not witness.exists(), witness.read_text()


def test_an_alias_is_let_pass_and_starts_nothing(een: Path, tmp_path: Path):
    witness = tmp_path / "getuige"
    for key in ("alias.st", "alias.status"):
        plant_one(een, witness, key)
    for argv in COMMANDS:
        outcome = intervisie(een, *argv, stdin=lab.HULPVRAAG_ANSWERS)
        assert "vertrouw" not in outcome.err
    assert not witness.exists(), witness.read_text()


def test_a_setting_that_changes_after_it_was_trusted_is_strange_again(een: Path):
    git(een, "config", "core.pager", "less")
    must(een, "vertrouw")
    must(een, "sync")
    git(een, "config", "core.pager", "sh")
    assert intervisie(een, "sync").code == 5


def test_a_shared_place_in_a_folder_runs_none_of_its_hooks(een: Path, tmp_path: Path):
    bare, witness = tmp_path / "stick.git", tmp_path / "getuige"
    (bare / "hooks").mkdir(exist_ok=True)
    for naam in (
        "pre-receive",
        "update",
        "post-receive",
        "post-update",
        "reference-transaction",
        "proc-receive",
    ):
        hook = bare / "hooks" / naam
        hook.write_text(f"#!/bin/sh\necho {naam} >> {witness}\n")
        hook.chmod(0o755)
    run_git(bare, "config", "uploadpack.packObjectsHook", f"{bare}/hooks/update")
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(een, "sync")
    must(tmp_path, "init", "--van", str(bare), str(tmp_path / "kim"), "--als", "kim")
    assert not witness.exists(), witness.read_text()


@pytest.mark.parametrize("naam", ["gpgsign", "worktree", "include"])
def test_settings_that_hide_are_found(een: Path, tmp_path: Path, naam: str):
    witness = tmp_path / "getuige"
    program = tmp_path / "boos.sh"
    program.write_text(f"#!/bin/sh\necho liep >> {witness}\n")
    program.chmod(0o755)
    if naam == "worktree":
        git(een, "config", "extensions.worktreeConfig", "true")
        git(een, "config", "--worktree", "core.fsmonitor", str(program))
    elif naam == "include":
        (een / ".git/meer").write_text(f"[core]\n\tfsmonitor = {program}\n")
        git(een, "config", "include.path", "meer")
    else:
        (een / ".git/config").write_text(
            (een / ".git/config").read_text() + f"[CORE]\n  FSMonitor={program}\n"
        )
    outcome = intervisie(een, "sync")
    assert outcome.code == 5
    assert "vertrouw" in outcome.err
    assert not witness.exists()
    assert (
        subprocess.run(
            ["git", "status"], cwd=een, capture_output=True, check=False
        ).returncode
        == 0
    )
    assert witness.exists()
