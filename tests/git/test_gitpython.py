"""What of GitPython we use is hardened; what we do not use does what besluit 0003 says of it."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import git as gitpython
import pytest

from intervisie_cli.git import folder, hardening
from intervisie_cli.git.folder import GeenGitMap
from intervisie_cli.git.gitpython import HardenedRepo, open_repo
from intervisie_cli.git.repository import Repository
from tests import lab
from tests.hostile.objects import run_git


class Hung(BaseException):
    """No handler of GitPython sees it."""


@contextmanager
def hangs() -> Iterator[None]:
    """What is done must still be waiting for somebody at the other end of a pipe after a while."""

    def ring(*_: object) -> None:
        raise Hung

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        with pytest.raises(Hung):
            yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# --- what we use -------------------------------------------------------------------------------


READS: dict[str, Callable[[HardenedRepo], object]] = {
    "a command": lambda repo: repo.git.ls_files(),
    "a command with options": lambda repo: repo.git(literal_pathspecs=True).log(
        max_count=1
    ),
    "its version": lambda repo: repo.git.version_info,
    "a commit": lambda repo: repo.head.commit.message,
    "a file in a commit": lambda repo: (
        repo.head.commit.tree / "groep.yaml"
    ).data_stream.read(),
    "what changed": lambda repo: repo.is_dirty(untracked_files=True),
    "the history": lambda repo: list(repo.iter_commits()),
}


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_every_git_that_gitpython_starts_carries_our_settings(
    een: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[[HardenedRepo], object]
):
    started: list[tuple[list[str], dict[str, Any]]] = []
    real = gitpython.cmd.safer_popen

    def popen(command: list[str], **kwargs: Any) -> Any:
        started.append((command, kwargs))
        return real(command, **kwargs)

    monkeypatch.setattr(gitpython.cmd, "safer_popen", popen)
    with open_repo(een) as repo:
        read(repo)
    assert started
    for command, kwargs in started:
        assert command[1 : 3 + len(hardening.FLAGS)] == [
            "-C",
            str(een),
            *hardening.FLAGS,
        ]
        assert kwargs["env"].items() >= hardening.ENVIRONMENT.items()
        assert kwargs["start_new_session"]
        assert not kwargs["shell"]


def test_a_folder_that_is_called_as_a_variable_is_that_folder(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    moved = een.rename(een.with_name("$ELDERS"))
    monkeypatch.setenv("ELDERS", "elders")
    run_git(een.parent, "init", "-q", "elders")
    assert (
        Repository(moved).git.run("rev-parse", "--show-toplevel").decode()
        == f"{moved}\n"
    )


def test_no_variable_of_the_environment_leads_gitpython_elsewhere(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    run_git(een.parent, "init", "-q", "elders")
    for name in ("GIT_DIR", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_WORK_TREE"):
        monkeypatch.setenv(name, str(een.parent / "elders/.git"))
    repo = Repository(een).repo
    assert (repo.git_dir, repo.common_dir) == (str(een / ".git"), str(een / ".git"))
    assert repo.working_dir == str(een)


# --- a folder above ----------------------------------------------------------------------------


def _gone(naam: str) -> Callable[[Path], None]:
    return lambda git_dir: (git_dir / naam).rename(git_dir / f"{naam}.was") and None


def _write(naam: str, text: str) -> Callable[[Path], None]:
    return lambda git_dir: (git_dir / naam).write_text(text) and None


NO_GIT_FOLDER = {
    "no refs": _gone("refs"),
    "no objects": _gone("objects"),
    "a space before HEAD": _write("HEAD", " ref: refs/heads/main\n"),
    "a HEAD that names no ref": _write("HEAD", "ref: heads/main\n"),
}


@pytest.mark.parametrize("damage", NO_GIT_FOLDER.values(), ids=NO_GIT_FOLDER)
def test_git_never_works_in_a_folder_above(een: Path, damage: Callable[[Path], None]):
    """Git would go on to a folder above, and do what settings say there that nobody looked at."""
    above = een.parent
    run_git(above, "init", "-q", "-b", "main")
    run_git(above, "commit", "-q", "--allow-empty", "-m", "van de map erboven")
    lab.must(een, "log")
    lab.git(een, "commit", "-q", "--allow-empty", "-m", "met de hand")
    damage(een / ".git")
    assert lab.git(een, "rev-parse", "--git-dir").strip() == str(above / ".git")
    witness = above / "getuige"
    with (above / ".git/config").open("a") as file:
        file.write(
            f"[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = o\n"
            f'[remote "o"]\n\turl = .\n\tpromisor = true\n\tuploadpack = touch {witness};\n'
            f"[protocol]\n\tallow = always\n"
        )
    before = lab.ask_git(above, "for-each-ref").stdout
    for argv in (["log"], ["status"], ["doctor"], ["vertrouw"], list(lab.STEP)):
        lab.intervisie(een, *argv, stdin=lab.HULPVRAAG_ANSWERS)
    with pytest.raises(GeenGitMap):
        _ = Repository(een).git
    with pytest.raises(GeenGitMap):
        Repository(een).read("log")
    assert lab.ask_git(above, "for-each-ref").stdout == before
    assert not witness.exists()


def test_gitpython_itself_stays_below_too(een: Path):
    run_git(een.parent, "init", "-q")
    (een / ".git/refs").rename(een / ".git/refs.was")
    with pytest.raises(GeenGitMap):
        open_repo(een)


def test_a_folder_that_git_takes_away_while_we_look_holds_nothing(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    incoming = een / ".git/objects/tmp_objdir-incoming-x"
    incoming.mkdir()
    real = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path) == incoming:
            incoming.rmdir()
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", scandir)
        folder.check_plain(een / ".git")
    assert not incoming.exists()


# --- what we do not use ------------------------------------------------------------------------


def test_its_index_takes_back_what_another_committed(een: Path):
    repo = gitpython.Repo(een)
    index = repo.index
    assert index.entries
    (een / "ander.md").write_text("van een ander\n")
    lab.git(een, "add", "ander.md")
    lab.git(een, "commit", "-q", "-m", "van een ander")
    (een / "ons.md").write_text("van ons\n")
    index.add(["ons.md"])
    index.commit("van ons")
    assert "ander.md" not in lab.git(een, "ls-tree", "--name-only", "HEAD").split()


def test_its_index_runs_hooks_and_commits_what_another_staged(een: Path):
    hook = een / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ntouch getuige\n")
    hook.chmod(0o755)
    (een / "ander.md").write_text("van een ander\n")
    lab.git(een, "add", "ander.md")
    gitpython.Repo(een).index.commit("van ons")
    assert (een / "getuige").exists()
    assert "ander.md" in lab.git(een, "ls-tree", "--name-only", "HEAD").split()


@pytest.mark.parametrize(
    "read",
    [
        lambda repo, _: repo.head.commit,
        lambda repo, oid: repo.commit(oid),
        lambda repo, oid: repo.git.get_object_data(oid),
        lambda repo, oid: repo.merge_base(oid, oid),
        lambda repo, oid: list(repo.iter_commits(oid)),
    ],
    ids=["head", "commit", "object", "merge base", "history"],
)
def test_it_reads_no_commit_of_sha256(
    tmp_path: Path, read: Callable[[Any, str], object]
):
    run_git(tmp_path, "init", "-q", "--object-format=sha256")
    run_git(tmp_path, "commit", "-q", "--allow-empty", "-m", "een")
    oid = run_git(tmp_path, "rev-parse", "HEAD").decode().strip()
    with (
        gitpython.Repo(tmp_path) as repo,
        pytest.raises((ValueError, gitpython.ODBError)),
    ):
        read(repo, oid)


def test_it_waits_for_ever_for_a_pipe_that_settings_include(een: Path):
    os.mkfifo(een / "pijp")
    with (een / ".git/config").open("a") as file:
        file.write("[include]\n\tpath = ../pijp\n")
    with hangs():
        gitpython.Repo(een)


def test_it_waits_for_ever_for_a_pipe_in_the_place_of_head(een: Path):
    (een / ".git/HEAD").unlink()
    os.mkfifo(een / ".git/HEAD")
    with hangs():
        gitpython.Repo(een)


def test_it_follows_a_link_in_the_place_of_packed_refs(een: Path):
    os.mkfifo(een / "pijp")
    (een / ".git/packed-refs").symlink_to(een / "pijp")
    repo = gitpython.Repo(een)
    with hangs():
        repo.rev_parse("geen-tak")


def test_it_sees_other_settings_than_git(een: Path):
    with (een / ".git/config").open("a") as file:
        file.write('[remote "origin"] pushurl = /kwaad\n\turl = /goed\n')
    assert lab.git(een, "remote", "get-url", "--push", "origin") == "/kwaad\n"
    assert (
        not gitpython.Repo(een).config_reader().has_option('remote "origin"', "pushurl")
    )


def test_it_makes_up_who_commits(een: Path, monkeypatch: pytest.MonkeyPatch):
    assert (
        "Test"
        in subprocess.run(
            ["git", "var", "GIT_COMMITTER_IDENT"],
            cwd=een,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    monkeypatch.delenv("EMAIL", raising=False)
    assert gitpython.Actor.committer(gitpython.Repo(een).config_reader()).name != "Test"


def test_what_we_use_of_it_reads_no_settings(een: Path):
    with pytest.raises(RuntimeError):
        open_repo(een).config_reader()
