"""Each command that an advice names is followed by a test, here or where its state is at home."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from intervisie_cli.cli.opdrachten import OPDRACHTEN

ROOT = Path(__file__).parents[2]
ROOMS = ("cli", "commands", "flows", "git", "groep", "model", "records")
OF_GIT = ("add", "am", "bisect", "config", "fetch", "init", "ls-remote", "merge", "remote",
          "rebase", "restore", "revert", "switch", "cherry-pick")  # fmt: skip
_COMMAND = re.compile(r"\b(intervisie|git) ([a-z-]+)((?: (?!of\b|en\b)[^\s.,;()?]+)*)")
# What is followed elsewhere: by whom it is given, and the test that follows it.
ELDERS = {
    "git config --global": "tests/net/test_faults.py",  # logins and owners, at a real server
    "git config --global --add": "tests/git/test_states.py",
    "git am": "tests/adviezen/test_delen.py",  # a word in a sentence about `git am --abort`
    "git remote --remote": "tests/adviezen/test_delen.py",  # two commands in one
    "git ls-remote": "tests/net/test_faults.py",
    "intervisie actie --van": "tests/commands/test_actie.py",
    "intervisie demo": "tests/commands/test_nu.py",
    "intervisie doctor --herstel": "tests/flows/test_doctor.py",
    "intervisie init": "tests/commands/test_init.py",
    "intervisie init --van": "tests/commands/test_meedoen.py",
    "intervisie init --van --als": "tests/commands/test_meedoen.py",
    "intervisie instellingen --delen": "tests/terminal/test_mee.py",
    "intervisie mee": "tests/terminal/test_mee.py",
    "intervisie new": "tests/commands/test_new.py",
    "intervisie overzicht --kort": "tests/commands/test_overzicht.py",
    "intervisie show": "tests/terminal/test_mee.py",
    "intervisie show --groep": "tests/commands/test_flow.py",
    "intervisie status --volg --bel": "tests/terminal/test_nieuws.py",
    "intervisie step --als": "tests/commands/test_meedoen.py",
    "intervisie step --sessie": "tests/cli/test_edges.py",
    "intervisie step --zonder-eerder": "tests/terminal/test_sessie.py",
    "intervisie sync --herstel": "tests/git/test_refused_objects.py",
    "intervisie sync --openbaar": "tests/net/test_public.py",
    "intervisie wijzig": "tests/flows/sync/test_rondes.py",
    "intervisie wijzig --afronden": "tests/terminal/test_undo.py",
    "intervisie wijzig --help": "tests/property/test_command_lines.py",
    "intervisie wijzig --ronde-erbij --sessie": "tests/flows/sync/test_rondes.py",
}


def skeletons(text: str) -> Iterator[str]:
    """The commands that a text names, with their flags and no more."""
    for program, command, rest in _COMMAND.findall(text):
        if command in (OF_GIT if program == "git" else OPDRACHTEN):
            flags = [word for word in rest.split() if word.startswith("--")]
            yield " ".join([program, command, *flags]).rstrip("-").strip()


def texts(path: Path) -> Iterator[str]:
    """The texts in a module, but for its docstrings; what is filled in stands as a word."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside.update(map(id, node.values))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inside.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = node.values
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "X"
                for part in parts
            )
        elif isinstance(node, ast.Constant):
            is_text = isinstance(node.value, str) and id(node) not in inside
            yield str(node.value) if is_text else ""


def given() -> set[str]:
    """What the program can advise."""
    found: set[str] = set()
    for room in ROOMS:
        for path in (ROOT / "intervisie_cli" / room).rglob("*.py"):
            for text in texts(path):
                found.update(skeletons(text))
    return found


def followed() -> set[str]:
    """What the tests beside this one follow."""
    found: set[str] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        if path.name != Path(__file__).name:
            for text in texts(path):
                found.update(skeletons(text))
    return found


def test_each_advice_is_followed_by_a_test():
    missing = given() - followed() - ELDERS.keys()
    assert not missing, f"add a Geval for: {sorted(missing)}"


def test_what_is_followed_elsewhere_is_given_still_and_that_test_is_there():
    assert ELDERS.keys() <= given()
    for path in ELDERS.values():
        assert (ROOT / path).is_file(), path
