"""Plain git falls for each planted key and hook, and each hostile tree is what it says it is."""

import os
import pty
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bulk import sampled
from tests.hostile.config import HOOKS, INERT, ONE_BY_ONE, plant, plant_hooks, plant_one
from tests.hostile.objects import run_git
from tests.hostile.trees import CASES, ELDERS, OSC, SESSIE, STAP, Case, push_raw

STEP_FILE = f"{SESSIE}/{STAP}"
CONTENT = {
    ".gitattributes": "* text=auto eol=lf\n",
    "README.md": "# Studiegroep\n",
    "groep.yaml": "schema: 1\nnaam: Studiegroep\n",
    f"{SESSIE}/sessie.yaml": "schema: 1\n",
    STEP_FILE: "---\nstap: acclimatisering\n---\n## Notulen\n",
}
CREDENTIAL = b"protocol=https\nhost=voorbeeld.invalid\n\n"
BY_NAME = {case.naam: case for case in CASES}


def ask(
    repo: Path, *args: str, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", *args],
        cwd=repo,
        input=stdin,
        capture_output=True,
        timeout=20,
        check=False,
        # Without a terminal, on which git would wait for the name that no helper gave.
        start_new_session=True,
    )


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A small group with a remote, a branch that changed the same line,
    and changes that wait for a commit.
    """
    repo = tmp_path / "klein"
    for pad, text in CONTENT.items():
        (repo / pad).parent.mkdir(parents=True, exist_ok=True)
        (repo / pad).write_text(text)
    run_git(repo, "init", "-q")
    run_git(repo, "add", ".")
    run_git(repo, "commit", "-qm", "Begin")
    run_git(tmp_path, "clone", "-q", "--bare", str(repo), "bare.git")
    run_git(repo, "remote", "add", "origin", str(tmp_path / "bare.git"))
    return repo


@pytest.fixture
def witness(tmp_path: Path) -> Path:
    return tmp_path / "getuige"


def ran(witness: Path) -> set[str]:
    """The names of what ran."""
    return set(witness.read_text().splitlines()) if witness.exists() else set()


def change(repo: Path, *pads: str, text: str = "anders\n") -> None:
    for pad in pads or tuple(CONTENT):
        with (repo / pad).open("a") as file:
            file.write("# " + text)


def branch_off(repo: Path) -> None:
    """Two branches that changed the same line of a step file, the other one called ander."""
    run_git(repo, "checkout", "-qb", "ander")
    change(repo, STEP_FILE, text="van de een\n")
    run_git(repo, "commit", "-qam", "De een")
    run_git(repo, "checkout", "-q", "main")
    change(repo, STEP_FILE, text="van de ander\n")
    run_git(repo, "commit", "-qam", "De ander")


@dataclass(frozen=True)
class Trigger:
    """An everyday command, and what has to be there before it."""

    args: tuple[str, ...]
    stdin: bytes = b""
    on_screen: bool = False
    is_changed: bool = True

    def pull(self, repo: Path) -> None:
        if not self.on_screen:
            ask(repo, *self.args, stdin=self.stdin)
            return
        screen, program = pty.openpty()
        with subprocess.Popen(
            ["git", *self.args],
            cwd=repo,
            stdin=subprocess.DEVNULL,
            stdout=program,
            stderr=program,
        ) as git:
            os.close(program)
            git.wait(20)
        os.close(screen)


def _trigger(
    *args: str, stdin: bytes = b"", on_screen: bool = False, is_changed: bool = True
) -> Trigger:
    return Trigger(args, stdin, on_screen, is_changed)


TRIGGERS = {
    "core.fsmonitor": _trigger("status"),
    "core.hooksPath": _trigger("commit", "-am", "x"),
    "core.sshCommand": _trigger("fetch", "ssh://voorbeeld.invalid/x"),
    "core.gitProxy": _trigger("fetch", "git://voorbeeld.invalid/x"),
    "core.pager": _trigger("log", on_screen=True),
    "pager.log": _trigger("log", on_screen=True),
    "core.editor": _trigger("commit", "-a"),
    "sequence.editor": _trigger("rebase", "-i", "--root", is_changed=False),
    "core.askPass": _trigger("credential", "fill", stdin=CREDENTIAL),
    "core.attributesFile": _trigger("add", "."),
    "core.alternateRefsCommand": _trigger("fetch"),
    "filter.x.clean": _trigger("add", "."),
    "filter.x.smudge": _trigger("checkout", "--", STEP_FILE),
    "filter.proces.process": _trigger("add", "."),
    "diff.external": _trigger("diff"),
    "diff.x.command": _trigger("diff"),
    "diff.x.textconv": _trigger("show", "--", STEP_FILE),
    "merge.x.driver": _trigger("merge", "ander", is_changed=False),
    "merge.default": _trigger("merge", "ander", is_changed=False),
    "interactive.diffFilter": _trigger(
        "-c", "color.ui=always", "add", "-p", on_screen=True
    ),
    "gpg.program": _trigger("commit", "-am", "x"),
    "gpg.ssh.program": _trigger("commit", "-am", "x"),
    "gpg.ssh.defaultKeyCommand": _trigger("commit", "-am", "x"),
    "credential.helper": _trigger("credential", "fill", stdin=CREDENTIAL),
    "credential.https://voorbeeld.invalid.helper": _trigger(
        "credential", "fill", stdin=CREDENTIAL
    ),
    "remote.origin.uploadpack": _trigger("fetch"),
    "remote.origin.receivepack": _trigger("push", "origin", "HEAD:refs/heads/x"),
    "remote.origin.vcs": _trigger("fetch"),
    "url.ext::{program} .insteadOf": _trigger("fetch", "https://voorbeeld.invalid/x"),
    "include.path": _trigger("add", "."),
    "includeIf.gitdir:/**.path": _trigger("add", "."),
    "extensions.worktreeConfig": _trigger("add", "."),
    "alias.st": _trigger("st"),
    "tar.kwaad.command": _trigger("archive", "--format=kwaad", "HEAD"),
    "trailer.x.command": _trigger("interpret-trailers", stdin=b"Onderwerp\n\nTekst\n"),
}
"""A command that makes plain git obey a key of ONE_BY_ONE."""


@pytest.mark.parametrize("key", sampled(key for key, _ in ONE_BY_ONE))
def test_plain_git_starts_the_program_of_each_key(
    repo: Path, witness: Path, key: str
) -> None:
    trigger = TRIGGERS[key]
    if key.startswith("merge."):
        branch_off(repo)
    plant_one(repo, witness, key)
    if trigger.is_changed:
        change(repo)
    trigger.pull(repo)
    assert ran(witness) == {key}


@pytest.mark.parametrize(
    ("key", "args"),
    [("alias.status", ("status",)), ("uploadpack.packObjectsHook", ("fetch",))],
)
def test_plain_git_does_not_obey_an_inert_key(
    repo: Path, witness: Path, key: str, args: tuple[str, ...]
) -> None:
    assert key in dict(INERT)
    plant_one(repo, witness, key)
    run_git(repo, *args)
    assert not ran(witness)


def test_plain_git_runs_the_planted_hooks(repo: Path, witness: Path) -> None:
    branch_off(repo)
    plant_hooks(repo, witness)
    change(repo)
    run_git(repo, "commit", "-qam", "x")
    assert ran(witness) >= {
        "pre-commit",
        "prepare-commit-msg",
        "commit-msg",
        "post-commit",
        "post-index-change",
    }
    ask(repo, "merge", "ander")
    run_git(repo, "checkout", "-qf", "ander")
    run_git(repo, "merge", "-q", "-s", "ours", "--no-edit", "main")
    run_git(repo, "push", "-q", "origin", "ander")
    run_git(repo, "commit", "--amend", "-qm", "y")
    ask(repo, "rebase", "-q", "--root")
    assert ran(witness) == set(HOOKS) - {"fsmonitor-watchman"}


def test_plain_git_runs_the_hook_that_fsmonitor_names(
    repo: Path, witness: Path
) -> None:
    plant_hooks(repo, witness)
    run_git(repo, "config", "core.fsmonitor", ".git/hooks/fsmonitor-watchman")
    run_git(repo, "status")
    assert "fsmonitor-watchman" in ran(witness)


def test_plain_git_falls_for_a_whole_planted_repository(
    repo: Path, witness: Path
) -> None:
    keys = plant(repo, witness)
    assert len(set(keys)) >= 30
    run_git(repo, "status")
    assert ran(witness) >= {"core.fsmonitor", "core.hooksPath", "post-index-change"}
    change(repo)
    run_git(repo, "diff")
    run_git(repo, "commit", "-qam", "x")
    run_git(repo, "fetch", "-q")
    run_git(repo, "push", "-q", "origin", "HEAD:refs/heads/x")
    filters = {
        "filter.x.clean",
        "filter.proces.process",
        "include.path",
        "includeIf.gitdir:/**.path",
    }
    assert ran(witness) >= filters | {
        "extensions.worktreeConfig",
        "diff.x.command",
        "diff.external",
        "gpg.program",
        "remote.origin.uploadpack",
        "remote.origin.receivepack",
        "pre-commit",
        "post-commit",
        "pre-push",
        "reference-transaction",
    }
    assert not ran(witness) & {key for key, _ in INERT}


def test_plant_names_each_key_that_the_settings_got(repo: Path, witness: Path) -> None:
    before = set(
        run_git(repo, "config", "--local", "--name-only", "--list")
        .decode()
        .splitlines()
    )
    keys = plant(repo, witness)
    shown = (
        run_git(repo, "config", "--local", "--no-includes", "--name-only", "--list")
        .decode()
        .splitlines()
    )
    assert {key.lower() for key in keys} == {
        key.lower() for key in shown if key not in before
    }


def fetch(
    repo: Path, bare: Path, is_checked: bool
) -> subprocess.CompletedProcess[bytes]:
    return ask(
        repo,
        "-c",
        f"transfer.fsckObjects={is_checked}",
        "fetch",
        "-q",
        str(bare),
        "main",
    )


@pytest.mark.parametrize("case", sampled(CASES), ids=str)
def test_git_judges_each_hostile_tree_as_measured(
    repo: Path, case: Case, tmp_path: Path
) -> None:
    bare, reader = tmp_path / "bare.git", tmp_path / "lezer"
    shutil.copytree(repo, reader)
    commit = case.build(repo, "HEAD")
    listed = run_git(repo, "ls-tree", "-r", "-t", "-z", "--name-only", commit).split(
        b"\0"
    )
    assert case.pad in listed if case.pad else listed == pads_of(repo)
    push_raw(repo, commit, bare)
    assert run_git(bare, "rev-parse", "main").decode().strip() == commit
    first, again = (fetch(reader, bare, is_checked=True) for _ in range(2))
    assert (first.returncode != 0) is case.is_refused, first.stderr
    assert case.reason.encode() in first.stderr
    if case.is_steady:
        assert (again.returncode != 0) is case.is_refused, again.stderr
    assert bool(case.reason) is case.is_refused
    assert fetch(reader, bare, is_checked=False).returncode == 0


def pads_of(repo: Path) -> list[bytes]:
    return run_git(repo, "ls-tree", "-r", "-t", "-z", "--name-only", "HEAD").split(
        b"\0"
    )


def raw_clone(repo: Path, naam: str) -> Path:
    """A clone, made without checks, of the case *naam*."""
    bare, clone = repo.parent / "bare.git", repo.parent / "kloon"
    push_raw(repo, BY_NAME[naam].build(repo, "HEAD"), bare)
    run_git(repo.parent, "clone", "-q", "--no-local", str(bare), str(clone))
    return clone


def test_a_naive_write_through_a_linked_folder_lands_outside(repo: Path) -> None:
    clone = raw_clone(repo, "link-sessies")
    elders = (clone / ELDERS).resolve()
    elders.mkdir()
    (clone / "sessies/x.md").write_text("te ver\n")
    assert [path.name for path in elders.iterdir()] == ["x.md"]


def test_a_naive_read_through_a_linked_step_file_reads_another_file(repo: Path) -> None:
    clone = raw_clone(repo, "link-stap")
    assert (clone / STEP_FILE).readlink() == Path("/etc/passwd")


@pytest.mark.parametrize("naam", ["bericht-osc", "auteur-osc"])
def test_git_log_hands_the_escape_through(repo: Path, naam: str) -> None:
    assert OSC in run_git(raw_clone(repo, naam), "log", "-1")


def test_the_sizes_and_modes_are_what_they_say(repo: Path) -> None:
    def listed(naam: str) -> list[bytes]:
        return run_git(
            repo, "ls-tree", "-r", "-l", "-z", BY_NAME[naam].build(repo, "HEAD")
        ).split(b"\0")[:-1]

    assert len(listed("veel")) >= 25_000
    assert (
        max(int(line.partition(b"\t")[0].split()[-1]) for line in listed("groot"))
        > 1024 * 1024
    )
    assert any(
        line.startswith(b"100755 ") and line.endswith(STEP_FILE.encode())
        for line in listed("uitvoerbaar")
    )
    assert any(line.startswith(b"160000 ") for line in listed("submodule"))


def test_each_case_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(CASES)
