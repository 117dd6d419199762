"""Reading without GitPython: the same answers, as hardened,
and only where the configuration is plain.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from intervisie_cli.git import reader
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.trust import VreemdeInstelling
from intervisie_cli.model.fouten import GitFout
from tests import lab

ASK = ("log", "--format=%H %s", "-z")


def test_it_gives_what_the_runner_gives(een: Path):
    repository = Repository(een)
    assert repository.read(*ASK) == repository.git.run(*ASK) != b""


def test_what_the_environment_says_of_another_repository_is_not_heard(
    een: Path, monkeypatch: pytest.MonkeyPatch
):
    before = Repository(een).read(*ASK)
    monkeypatch.setenv("GIT_DIR", "/nergens")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    assert Repository(een).read(*ASK) == before


@pytest.mark.parametrize("how", ["a fault of git", "no git"])
def test_a_fault_is_ours(een: Path, monkeypatch: pytest.MonkeyPatch, how: str):
    if how == "no git":
        monkeypatch.setenv("PATH", str(een))
    with pytest.raises(GitFout):
        reader.read(een, "cat-file", "-p", "bestaatniet")


def test_a_git_that_does_not_answer_is_ended(
    een: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    traag = tmp_path / "bin/git"
    traag.parent.mkdir()
    traag.write_text("#!/bin/sh\necho $$ > pid\nsleep 600\n")
    traag.chmod(0o755)
    monkeypatch.setenv("PATH", f"{traag.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(reader, "TIMEOUT_S", 0.3)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GitFout, match="geen antwoord"):
        reader.read(een, "log")
    pid = int((tmp_path / "pid").read_text())
    assert not Path(f"/proc/{pid}/cmdline").exists()


def test_a_strange_configuration_is_refused_as_everywhere(een: Path):
    lab.git(een, "config", "core.sshCommand", "false")
    with pytest.raises(VreemdeInstelling):
        Repository(een).read(*ASK)


def test_a_log_after_a_commit_of_a_hand_loads_no_gitpython(een: Path):
    lab.must(een, "log")
    lab.git(een, "commit", "-q", "--allow-empty", "-m", "met de hand")
    script = (
        "import sys; from intervisie_cli.cli import main;"
        " main.run(['log']); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=een,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"git", "git.cmd"} & set(done.stdout.splitlines()[-1].split())
