"""A commit of ours holds our files and nothing else, in every kind of repository,
and starts nothing of the user's.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from intervisie_cli.git import commit as git_commit
from intervisie_cli.git.runner import Git, GitMislukt
from tests import lab
from tests.conftest import Outcome
from tests.lab import ask_git, committed, git, intervisie, must


def record(group: Path) -> None:
    """Record the hulpvraag, and see that it is one commit of one file, on disk and in the index."""
    must(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert_recorded(group)


def assert_recorded(group: Path) -> None:
    raw = (group / lab.HULPVRAAG).read_bytes()
    assert lab.holds(raw, lab.HULPVRAAG_ANSWERS)
    assert committed(group, lab.HULPVRAAG) == raw
    assert changed_in(group, "HEAD") == [lab.HULPVRAAG]
    assert git(group, "status", "--porcelain", "--", lab.HULPVRAAG) == ""
    assert lab.subjects(group)[0] == lab.VASTGELEGD


def changed_in(group: Path, commit: str) -> list[str]:
    """The files that a commit changes, beside the pages that are made of them."""
    paths = git(
        group, "diff-tree", "-r", "--root", "--no-commit-id", "--name-only", commit
    ).split()
    return [path for path in paths if not lab.is_page(path)]


# What else is in the work tree and in the index.


def test_a_staged_file_of_the_user_stays_staged_and_uncommitted(een: Path):
    (een / "kladblok.txt").write_text("van mij\n")
    (een / "README.md").write_text("ook van mij\n")
    git(een, "add", "kladblok.txt", "README.md")
    (een / "README.md").write_text("en weer anders\n")
    git(een, "rm", "-q", "--cached", lab.ADVISERING)
    record(een)
    assert git(een, "status", "--porcelain").splitlines() == [
        "MM README.md",
        "A  kladblok.txt",
        f"D  {lab.ADVISERING}",
        f"?? {lab.ADVISERING}",
    ]
    assert git(een, "show", ":README.md") == "ook van mij\n"


def test_untracked_and_ignored_files_stay_what_they_are(een: Path):
    (een / ".git/info").mkdir(exist_ok=True)
    (een / ".git/info/exclude").write_text("*.bak\n")
    (een / lab.FOLDER / "los.txt").write_text("los\n")
    (een / lab.FOLDER / "oud.bak").write_text("oud\n")
    record(een)
    assert git(een, "status", "--porcelain", "--ignored").splitlines() == [
        f"?? {lab.FOLDER}/los.txt",
        f"!! {lab.FOLDER}/oud.bak",
    ]


def test_a_step_file_that_is_partly_staged_ends_up_recorded_and_clean(een: Path):
    step = een / lab.HULPVRAAG
    step.write_text(step.read_text() + "\nEerst dit.\n")
    git(een, "add", lab.HULPVRAAG)
    step.write_text(step.read_text() + "\nToen dat.\n")
    by_hand = step.read_bytes()
    record(een)
    assert committed(een, lab.HULPVRAAG, "HEAD^") == by_hand
    assert git(een, "status", "--porcelain") == ""


def test_a_file_with_intent_to_add_does_not_matter(een: Path):
    (een / "kladblok.txt").write_text("van mij\n")
    git(een, "add", "--intent-to-add", "kladblok.txt")
    record(een)
    assert git(een, "status", "--porcelain") == " A kladblok.txt\n"


def test_a_new_session_is_one_commit_of_its_own_folder(leeg: Path):
    (leeg / "kladblok.txt").write_text("van mij\n")
    git(leeg, "add", "kladblok.txt")
    must(leeg, *lab.NEW)
    assert all(pad.startswith(f"{lab.FOLDER}/") for pad in changed_in(leeg, "HEAD"))
    assert len(changed_in(leeg, "HEAD")) == 6
    assert git(leeg, "status", "--porcelain") == "A  kladblok.txt\n"


def test_a_commit_carries_the_name_the_moment_and_the_trailers_and_no_word_that_was_said(
    een: Path,
):
    git(een, "config", "user.name", "Mirthe de Vries")
    record(een)
    shown = git(een, "log", "-1", "--format=%an|%ae|%cn|%aI|%cI|%B")
    assert shown.startswith(
        "Mirthe de Vries|test@voorbeeld.invalid|Mirthe de Vries|2026-11-23T19:00:00+01:00|"
    )
    assert "Stap: hulpvraag-definieren" in shown
    assert "motiveren" not in shown


# Kinds of repositories.


def test_a_repository_without_a_commit_takes_a_session(leeg: Path):
    git(leeg, "update-ref", "-d", "HEAD")
    git(leeg, "rm", "-rq", "--cached", ".")
    must(leeg, *lab.NEW)
    assert len(changed_in(leeg, "HEAD")) == 6
    assert git(leeg, "rev-list", "--count", "HEAD").strip() == "1"
    assert git(leeg, "status", "--porcelain").splitlines() == [
        "?? .gitattributes",
        "?? groep.yaml",
    ]
    must(leeg, *lab.STEP, stdin=lab.ACCLIMATISERING_ANSWERS)


def test_a_second_worktree_takes_steps_on_its_own_branch(een: Path):
    git(een, "worktree", "add", "-q", "-b", "ander/tak", str(een.parent / "ernaast"))
    ernaast = een.parent / "ernaast"
    record(ernaast)
    assert lab.subjects(een)[0] != lab.VASTGELEGD
    assert git(ernaast, "status", "--porcelain") == ""
    record(een)
    assert git(een, "status", "--porcelain") == ""
    assert git(ernaast, "status", "--porcelain") == ""


def test_a_repository_with_sha256_takes_steps(een: Path):
    _remake(een, "init", "-q", "--object-format=sha256", "--initial-branch=main", ".")
    record(een)
    assert len(git(een, "rev-parse", "HEAD").strip()) == 64
    assert list(lab.untidy(een)) == []
    must(een, "undo")
    assert list(lab.untidy(een)) == []


def _remake(group: Path, *init: str) -> None:
    """Put the files of a group in a repository of another kind."""
    (group / ".git").rename(group.parent / "oude-git")
    git(group, *init)
    git(group, "add", ".")
    git(group, "commit", "-qm", "overgezet")


def test_a_git_folder_that_stands_elsewhere_takes_steps_once_somebody_said_so(
    een: Path,
):
    _remake(
        een, "init", "-q", "--separate-git-dir", str(een.parent / "elders.git"), "."
    )
    for argv in (("status",), ("step", "--antwoorden", "-"), ("sync",), ("undo",)):
        assert lab.intervisie(een, *argv, stdin=lab.HULPVRAAG_ANSWERS).code in (0, 5)
    assert not (een.parent / "elders.git/intervisie").exists()
    must(een, "vertrouw")
    record(een)
    assert git(een, "status", "--porcelain") == ""


def test_a_shallow_clone_takes_steps(een: Path):
    ondiep = een.parent / "ondiep"
    git(een, "clone", "-q", "--depth", "1", een.as_uri(), str(ondiep))
    assert git(ondiep, "rev-list", "--count", "HEAD").strip() == "1"
    record(ondiep)
    assert list(lab.untidy(ondiep)) == []


def test_packed_refs_and_packed_objects_take_steps(een: Path):
    git(een, "gc", "-q", "--prune=now")
    assert not (een / ".git/refs/heads/main").exists()
    record(een)
    git(een, "pack-refs", "--all", "--prune")
    must(een, "undo")
    assert list(lab.untidy(een)) == []


@pytest.mark.parametrize(
    "args",
    [
        ("--split-index",),
        ("--index-version", "4"),
        ("--untracked-cache",),
        ("--skip-worktree", lab.ADVISERING),
    ],
    ids=["split", "version 4", "untracked cache", "skip-worktree"],
)
def test_every_kind_of_index_follows(een: Path, args: tuple[str, ...]):
    git(een, "update-index", *args)
    record(een)
    assert list(lab.untidy(een)) == []


def test_a_sparse_checkout_takes_steps(een: Path):
    git(een, "sparse-checkout", "set", "sessies")
    record(een)
    assert git(een, "status", "--porcelain") == ""


def test_a_branch_with_another_name_is_the_one_that_moves(een: Path):
    git(een, "switch", "-qc", "groep/2026_najaar.v2")
    record(een)
    assert git(een, "rev-parse", "main") != git(een, "rev-parse", "HEAD")


# What a user or a repository may have set.


HOOKS = (
    "pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction",
    "post-index-change", "post-rewrite", "pre-auto-gc", "post-checkout", "fsmonitor-watchman",
)  # fmt: skip


@pytest.mark.parametrize("place", [".git/hooks", "eigen-hooks"])
def test_hooks_that_fail_or_write_do_not_run(een: Path, place: str):
    hooks, trace = een / place, een.parent / "gelopen"
    hooks.mkdir(exist_ok=True)
    for name in HOOKS:
        script(hooks / name, f"echo {name} >> {trace}; exit 1")
    git(een, "config", "core.hooksPath", str(hooks))
    must(een, "vertrouw")
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(een, "undo")
    must(een, *lab.NEW)
    # Before any git of our own here: that does run them.
    assert not trace.exists(), trace.read_text()


def script(path: Path, text: str) -> Path:
    """Write a shell script that can be run."""
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("level", ["--local", "--global"])
def test_signing_without_a_key_does_not_matter(een: Path, level: str):
    for name, value in {
        "commit.gpgsign": "true",
        "gpg.program": "/bestaat/niet",
        "user.signingkey": "geen",
        "log.showSignature": "true",
    }.items():
        git(een, "config", level, name, value)
    must(een, "vertrouw")
    record(een)
    must(een, "undo")


@pytest.mark.parametrize("value", ["true", "input", "false"])
def test_line_ends_are_recorded_as_they_are_on_disk(een: Path, value: str):
    git(een, "config", "core.autocrlf", value)
    git(een, "config", "core.safecrlf", "true")
    record(een)
    assert b"\r" not in (committed(een, lab.HULPVRAAG) or b"")
    assert list(lab.untidy(een)) == []


def test_line_ends_that_an_editor_made_are_no_change(een: Path):
    step = een / lab.HULPVRAAG
    step.write_bytes(step.read_bytes().replace(b"\n", b"\r\n"))
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert b"\r" not in (committed(een, lab.HULPVRAAG) or b"\r")
    assert git(een, "status", "--porcelain") == ""


@pytest.fixture
def hostile(een: Path) -> Path:
    """A group whose repository names programs wherever it can; each leaves a trace when it runs."""
    trace = script(
        een.parent / "boos.sh", f'echo "$0 $@" >> {een.parent / "gelopen"}; cat'
    )
    for name in (
        "core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass",
        "diff.external", "filter.boos.clean", "filter.boos.smudge", "filter.boos.process",
        "diff.boos.command", "diff.boos.textconv", "merge.boos.driver", "gpg.program",
        "credential.helper", "pager.log", "pager.status", "sequence.editor",
        "interactive.diffFilter", "alias.log", "alias.status", "alias.fast-import",
        "core.alternateRefsCommand", "trailer.boos.command", "uploadpack.packObjectsHook",
    ):  # fmt: skip
        git(
            een, "config", name, f"!{trace}" if name.startswith("alias") else str(trace)
        )
    git(een, "config", "filter.boos.required", "true")
    git(een, "config", "fsmonitor.allowRemote", "true")
    (een / ".git/info").mkdir(exist_ok=True)
    (een / ".git/info/attributes").write_text("* filter=boos diff=boos merge=boos\n")
    (een / ".gitattributes").write_text(
        "* text=auto eol=lf filter=boos diff=boos merge=boos\n"
    )
    return een


@pytest.mark.parametrize(
    "argv",
    [lab.STEP, ("undo",), lab.NEW, ("status",), ("show",), ("log",), ("doctor",)],
    ids=["step", "undo", "new", "status", "show", "log", "doctor"],
)
def test_no_program_that_the_repository_names_is_run(
    hostile: Path, argv: tuple[str, ...]
):
    # The files look changed to git, so that who compares them reads them through the filters.
    for path in hostile.glob("sessies/**/*.md"):
        os.utime(path, (1, 1))
    trace = hostile.parent / "gelopen"
    outcome = intervisie(hostile, *argv, stdin=lab.HULPVRAAG_ANSWERS)
    needs_git = argv[0] in ("step", "undo", "new")
    assert outcome.code == (5 if needs_git else 4 if argv == ("doctor",) else 0), (
        outcome
    )
    assert "intervisie vertrouw" in outcome.err + outcome.out or outcome.code == 0
    # Whoever trusts it all the same is not at its mercy.
    must(hostile, "vertrouw")
    outcome = intervisie(hostile, *argv, stdin=lab.HULPVRAAG_ANSWERS)
    assert outcome.code == (4 if argv == ("doctor",) else 0), outcome
    assert not trace.exists(), trace.read_text()


def test_git_settings_in_the_environment_point_nowhere_else(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    ander = een.parent / "ander"
    git(een.parent, "init", "-q", "--bare", str(ander))
    script(een.parent / "boos.sh", f"touch {een.parent / 'gelopen'}")
    for name, value in {
        "GIT_DIR": str(ander),
        "GIT_COMMON_DIR": str(ander),
        "GIT_WORK_TREE": str(ander),
        "GIT_INDEX_FILE": str(ander / "index"),
        "GIT_OBJECT_DIRECTORY": str(ander / "objects"),
        "GIT_NAMESPACE": "elders",
        "GIT_CEILING_DIRECTORIES": str(een),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": str(een.parent / "boos.sh"),
        "GIT_CONFIG_PARAMETERS": f"'core.hooksPath'='{een.parent}'",
        "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
        "GIT_LITERAL_PATHSPECS": "0",
        "GIT_TRACE": str(een.parent / "spoor"),
    }.items():
        monkeypatch.setenv(name, value)
    outcome = intervisie(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    for name in [
        name
        for name in os.environ
        if name.startswith("GIT_") and not name.startswith("GIT_CONFIG_")
    ]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS"):
        monkeypatch.delenv(name, raising=False)
    assert outcome.code == 0, outcome
    assert_recorded(een)
    assert ask_git(ander, "rev-parse", "--verify", "--quiet", "main").returncode == 1
    assert {path.name for path in een.parent.iterdir()} == {"groep", "ander", "boos.sh"}


@pytest.mark.parametrize("argv", [lab.STEP, lab.NEW], ids=["step", "new"])
def test_without_a_name_nothing_is_written_and_what_to_do_is_said_without_git(
    een: Path, argv: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("EMAIL", "gok@voorbeeld.invalid")
    before = lab.State.of(een)
    outcome = intervisie(een, *argv, stdin=lab.HULPVRAAG_ANSWERS)
    assert outcome.code == 5
    assert len(outcome.err.splitlines()) == 2
    assert "dan kies je je naam" in outcome.err
    assert "git" not in outcome.err.lower()
    assert lab.State.of(een) == before
    assert list(lab.untidy(een)) == []


def test_a_group_is_not_made_without_a_name_and_nothing_of_it_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    outcome = intervisie(
        tmp_path, "init", "nieuw", "--naam", "Groep", "--leden", "mirthe,tim"
    )
    assert outcome.code == 5
    assert "dan kies je je naam" in outcome.err
    assert list(tmp_path.iterdir()) == []


# Others who commit meanwhile.


def user_commits(group: Path) -> int:
    """Do as a user who commits their own work; give git's status."""
    (group / "eigen.txt").write_text("eigen werk\n")
    ask_git(group, "add", "eigen.txt")
    return ask_git(group, "commit", "-qm", "eigen werk").returncode


def test_a_commit_that_lands_between_reading_and_writing_the_branch_is_kept(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    real, codes = git_commit.commit, []

    def late(*args: Any) -> Any:
        if not codes:
            codes.append(user_commits(een))
        return real(*args)

    monkeypatch.setattr(git_commit, "commit", late)
    record(een)
    assert codes == [0]
    assert lab.subjects(een)[:2] == [lab.VASTGELEGD, "eigen werk"]
    assert list(lab.untidy(een)) == []


def test_a_commit_of_the_user_right_after_ours_does_not_take_the_step_back(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    real = git_commit.commit

    def early(*args: Any) -> Any:
        done = real(*args)
        user_commits(een)
        return done

    monkeypatch.setattr(git_commit, "commit", early)
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert lab.holds(committed(een, lab.HULPVRAAG) or b"", lab.HULPVRAAG_ANSWERS), (
        "the user's commit took it back"
    )


def test_a_commit_of_the_user_at_any_moment_of_ours_takes_nothing_back(een: Path):
    at, wrong = 0, []
    while True:
        at += 1
        group = een.parent / f"groep-{at}"
        shutil.copytree(een, group)
        outcome, calls = _step_with_the_user_at(group, at)
        wrong += [
            f"before call {at} of {calls}: {what}"
            for what in _after_both(group, outcome, calls)
        ]
        shutil.rmtree(group)
        if len(calls) < at:
            break
    assert at > 3
    assert not wrong, "\n".join(wrong)


def _step_with_the_user_at(group: Path, at: int) -> tuple[Outcome, list[Any]]:
    """Record a step while the user commits before our *at*-th run of git; give all that ran."""
    real, calls = Git.run_raw, []

    def between(self: Git, *args: Any, **kwargs: Any) -> Any:
        calls.append(args[0])
        if len(calls) == at:
            calls.append(user_commits(group))
        return real(self, *args, **kwargs)

    with patch.object(Git, "run_raw", between):
        return intervisie(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS), calls


def _after_both(group: Path, outcome: Outcome, calls: list[Any]) -> Iterator[str]:
    """Name what is wrong after a step of ours and a commit of the user."""
    if outcome.code:
        yield f"the step fails: {outcome}"
        return
    raw = (group / lab.HULPVRAAG).read_bytes()
    if (
        not lab.holds(raw, lab.HULPVRAAG_ANSWERS)
        or committed(group, lab.HULPVRAAG) != raw
    ):
        yield "the step is not in the history, or taken back"
    if lab.subjects(group).count(lab.VASTGELEGD) != 1:
        yield f"recorded other than once: {lab.subjects(group)}"
    if 0 in calls and "eigen werk" not in lab.subjects(group):
        yield "the commit of the user is gone"
    if status := git(group, "status", "--porcelain", "--", "sessies"):
        yield f"status: {status}"
    undone = intervisie(group, "undo")
    if undone.code or b"status: open" not in (group / lab.HULPVRAAG).read_bytes():
        yield f"it cannot be taken back: {undone}"


def test_an_index_that_could_not_follow_follows_at_the_next_command(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuses(*_args: Any) -> None:
        raise GitMislukt("update-index", 128, "fatal: kapot")

    monkeypatch.setattr(git_commit, "update_index", refuses)
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    monkeypatch.undo()
    assert git(een, "status", "--porcelain") != ""
    must(een, *lab.STEP, stdin=lab.ADVISERING_ANSWERS)
    assert list(lab.untidy(een)) == []


@pytest.mark.parametrize("moment", ["update_index", "_append"])
def test_an_old_index_that_a_commit_of_the_user_puts_back_is_brought_along_again(
    een: Path, monkeypatch: pytest.MonkeyPatch, moment: str
):
    # `git commit` reads the index, then locks it, then writes what it read.
    old, real, calls = (
        (een / ".git/index").read_bytes(),
        getattr(git_commit, moment),
        [],
    )

    def followed(*args: Any) -> None:
        real(*args)
        if not calls:
            (een / ".git/index.nieuw").write_bytes(old)
            (een / ".git/index.nieuw").rename(een / ".git/index")
        calls.append(args)

    monkeypatch.setattr(git_commit, moment, followed)
    record(een)
    assert list(lab.untidy(een)) == []


def test_an_index_that_is_locked_for_a_moment_is_waited_for(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    real, tries, slot = git_commit.update_index, [], een / ".git/index.lock"

    def locked_once(*args: Any) -> None:
        tries.append(slot.touch() if not tries else slot.unlink(missing_ok=True))
        real(*args)

    monkeypatch.setattr(git_commit, "update_index", locked_once)
    record(een)
    assert len(tries) == 2
    assert list(lab.untidy(een)) == []
