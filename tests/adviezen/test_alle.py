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
# What is followed elsewhere: in which test, and by which word in it.
ELDERS = {
    "intervisie actie --van": ("tests/flows/sessie/test_zonder_ronde.py", '"--van"'),
    "intervisie demo": ("tests/commands/test_nu.py", "demo"),
    "intervisie doctor --herstel": ("tests/terminal/test_doctor.py", '"--herstel"'),
    "intervisie init": ("tests/commands/test_init.py", '"init"'),
    "intervisie init --van": ("tests/commands/test_meedoen.py", '"--van"'),
    "intervisie init --van --als": ("tests/commands/test_meedoen.py", '"--als"'),
    "intervisie instellingen --delen": ("tests/terminal/test_mee.py", "na-stap"),
    "intervisie mee": ("tests/terminal/test_mee.py", '"mee"'),
    "intervisie new": ("tests/commands/test_new.py", '"new"'),
    "intervisie overzicht --kort": ("tests/commands/test_overzicht.py", '"--kort"'),
    "intervisie reflectie --als": ("tests/uitvoer/test_reflectie.py", '"--als"'),
    "intervisie verslag --als": ("tests/uitvoer/test_verslag.py", '"--als"'),
    "intervisie show": ("tests/commands/test_flow.py", '"show"'),
    "intervisie show --groep": ("tests/commands/test_nu.py", "--groep"),
    "intervisie step --als": ("tests/flows/stap/test_bijdrage.py", '"--als"'),
    "intervisie step --sessie": ("tests/adviezen/test_in_de_groep.py", "--sessie"),
    "intervisie step --zonder-eerder": (
        "tests/flows/terugblik/test_eerder.py",
        "zonder-eerder",
    ),
    "intervisie sync --herstel": ("tests/git/test_refused_objects.py", '"--herstel"'),
    "intervisie sync --openbaar": ("tests/net/test_public.py", '"--openbaar"'),
    "intervisie wijzig": ("tests/commands/test_wijzig.py", '"wijzig"'),
    "intervisie wijzig --afronden": ("tests/commands/test_wijzig.py", '"--afronden"'),
    "intervisie wijzig --help": ("tests/property/test_command_lines.py", '"--help"'),
    "intervisie wijzig --sessie --om --tot": ("tests/uitvoer/test_bewijs.py", '"--om"'),
    "intervisie wijzig --ronde-erbij --sessie": (
        "tests/flows/sessie/test_wijzig.py",
        '"--ronde-erbij"',
    ),
    "git restore --source=HEAD": ("tests/flows/test_doctor.py", "Weggehaald"),
    # Two commands in one, of which each is followed.
    "git remote --remote": ("tests/adviezen/test_delen.py", "git remote remove origin"),
    "git am": ("tests/adviezen/test_delen.py", "git am --abort"),
}
# About what a person has set on their own computer, or has at a server: no test can do it for them.
VAN_DE_PERSOON = {
    "git config --global",  # a name, or to let git remember a password
    "git config --global --add",  # a folder of another user that they trust
    "git ls-remote",  # where git asks for that password
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
    missing = given() - followed() - ELDERS.keys() - VAN_DE_PERSOON
    assert not missing, f"add a Geval for: {sorted(missing)}"


def test_what_is_followed_elsewhere_is_given_still_and_is_followed_there():
    assert ELDERS.keys() | VAN_DE_PERSOON <= given()
    for path, word in ELDERS.values():
        assert word in (ROOT / path).read_text(encoding="utf-8"), path
