"""Only the runner starts git, and GitPython stays as it is for whoever else imports it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import lab

PACKAGE = Path(__file__).parent.parent.parent / "intervisie_cli"
RUNNER = "git/runner.py"
# The editor, the pager, and ssh as the user chose it.
PROGRAMS_OF_THE_USER = ("ui/editor.py", "ui/pager.py", "git/ssh.py")
MODULES = (
    "subprocess",
    "git",
    "pty",
    "popen2",
    "commands",
    "multiprocessing",
    "asyncio",
    "pexpect",
    "sh",
    "plumbum",
)
OS_CALLS = (
    "system",
    "popen",
    "fork",
    "forkpty",
    "startfile",
    "posix_spawn",
    "posix_spawnp",
)


def starts(source: str) -> Iterator[str]:
    """Name each way to start another program, or GitPython, that a module uses."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (
                alias.name
                for alias in node.names
                if alias.name.split(".")[0] in MODULES
            )
        elif isinstance(node, ast.ImportFrom) and not node.level:
            if (node.module or "").split(".")[0] in MODULES:
                yield node.module or ""
            if node.module == "os":
                yield from (
                    f"os.{alias.name}" for alias in node.names if _is_start(alias.name)
                )
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "os"
        ):
            if _is_start(node.attr):
                yield f"os.{node.attr}"
        elif isinstance(node, ast.Call):
            yield from (
                f"import of {name}"
                for name in _imported(node)
                if name.split(".")[0] in MODULES
            )
            yield from (
                "shell=True"
                for keyword in node.keywords
                if keyword.arg == "shell" and _is_true(keyword.value)
            )


def _is_start(name: str) -> bool:
    return name in OS_CALLS or name.startswith(("exec", "spawn"))


def _imported(call: ast.Call) -> list[str]:
    """The literal names in `__import__(…)` and `import_module(…)`."""
    name = (
        call.func.attr
        if isinstance(call.func, ast.Attribute)
        else getattr(call.func, "id", "")
    )
    if name not in ("__import__", "import_module"):
        return []
    return [
        arg.value
        for arg in call.args
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
    ]


def _is_true(value: ast.expr) -> bool:
    return not (isinstance(value, ast.Constant) and not value.value)


def test_only_the_runner_and_programs_of_the_user_are_started():
    found = {
        path.relative_to(PACKAGE).as_posix(): set(starts(path.read_text()))
        for path in PACKAGE.rglob("*.py")
    }
    assert len(found) > 40
    assert found.pop(RUNNER) == {"subprocess"}
    assert found.pop("git/gitpython.py") == {"git"}
    assert found.pop("git/reader.py") == {"os.posix_spawnp"}, "what only reads"
    for module in PROGRAMS_OF_THE_USER:
        assert found.pop(module) == {"subprocess"}, module
    assert found.pop("index/samen_lezen.py") == {"os.fork"}, (
        "a copy of ourselves, that only reads"
    )
    assert {module: names for module, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import subprocess", "import subprocess as s", "from subprocess import run", "import git",
        "import git.cmd", "from git import Repo", "from git.repo import Repo",
        "import os\nos.system('x')", "import os\nos.execvp('x')", "import os\nos.spawnl(0)",
        "import os\nos.posix_spawn('x')", "from os import popen", "run('x', shell=True)",
        "from importlib import import_module\nimport_module('git')", "__import__('subprocess')",
        "import asyncio",
    ],
)  # fmt: skip
def test_the_check_sees_every_way(source: str):
    assert list(starts(source))


@pytest.mark.parametrize(
    "source",
    [
        "from intervisie_cli.git import commit",
        "from . import git",
        "import os\nos.replace('a', 'b')",
    ],
)
def test_the_check_lets_through_what_starts_nothing(source: str):
    assert not list(starts(source))


RUN_A_STEP = f"""
import io, sys
from intervisie_cli.cli import main
sys.stdin = io.TextIOWrapper(io.BytesIO({lab.HULPVRAAG_ANSWERS.encode()!r}))
assert main.run({list(lab.STEP)!r}) == 0
"""
USE_GITPYTHON = """
import git
assert git.Repo(".").head.commit.message
assert git.Repo(".").git.rev_parse("HEAD") == git.Repo(".").head.commit.hexsha
assert git.Git(".").version_info
assert git.exc.InvalidGitRepositoryError is git.InvalidGitRepositoryError
assert git.cmd.Git is git.Git
assert git.Actor("a", "b").name == "a"
"""


@pytest.mark.parametrize(
    "order",
    [
        (RUN_A_STEP, USE_GITPYTHON),
        (USE_GITPYTHON, RUN_A_STEP),
        (RUN_A_STEP, USE_GITPYTHON, RUN_A_STEP),
    ],
    ids=["after", "before", "between"],
)
def test_gitpython_is_whole_in_a_process_that_used_the_runner(
    een: Path, order: tuple[str, ...]
):
    argv = [sys.executable, "-W", "error", "-c", "".join(order)]
    done = subprocess.run(argv, cwd=een, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
