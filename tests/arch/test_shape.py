"""The shape of the code: small rooms, one writer, words that are in the list."""

import ast
import re
from pathlib import Path

import pytest

from benchmarks import shape
from intervisie_cli.cli.opdrachten import OPDRACHTEN

ROOT = Path(__file__).parent.parent.parent
MODULES = sorted((ROOT / "intervisie_cli").rglob("*.py"))
# Tokens on a line of code, over the whole package.
MOST_TOKENS = 7.67
NAMES = [str(path.relative_to(ROOT)) for path in MODULES]


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_is_small_and_says_what_it_is_for(path: Path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_function_is_short(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    # From its docstring on: the signature of a command lists all of its options.
    assert [
        f.name for f in functions if (f.end_lineno or 0) - f.body[0].lineno >= 59
    ] == []


def test_there_is_no_circle_also_not_by_an_import_inside_a_function():
    assert shape.circles(shape.arrows()) == []


def test_a_line_holds_one_thought_and_the_code_says_why():
    """The aims stand in CONTRIBUTING; this holds what was reached."""
    figures = shape.of_folder(ROOT / "intervisie_cli")
    assert figures.too_wide == 0
    assert figures.tokens_per_line <= MOST_TOKENS
    assert figures.per_100(figures.ternaries) <= 1.5
    assert 4 <= figures.per_100(figures.comments) <= 7


def test_a_circle_would_be_seen_however_long_it_is():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}
    assert shape.circles(graph) == [["a", "b", "c"]]


def test_no_room_is_called_after_nothing():
    assert not {path.stem for path in MODULES} & {
        "utils",
        "util",
        "helpers",
        "common",
        "manager",
        "base",
        "misc",
    }


def test_only_the_console_and_the_entry_write_to_the_terminal():
    writers = {"print", "stdout", "stderr"}
    allowed = {"ui/console.py", "cli/main.py", "commands/app/__init__.py"}
    found = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = (
                node.id
                if isinstance(node, ast.Name)
                else node.attr
                if isinstance(node, ast.Attribute)
                else ""
            )
            owner = (
                node.value.id
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
                else ""
            )
            if name == "print" or (name in writers and owner == "sys"):
                found.add(path.relative_to(ROOT / "intervisie_cli").as_posix())
    assert found <= allowed


def test_each_command_has_its_module_and_each_module_its_command():
    commands = ROOT / "intervisie_cli/commands"
    with_run = [
        path
        for path in MODULES
        if commands in path.parents and "\ndef run(" in path.read_text("utf-8")
    ]
    names = [
        path.parent.name if path.stem == "__init__" else path.stem for path in with_run
    ]
    assert sorted(names) == sorted(OPDRACHTEN)


def test_each_kind_of_question_in_a_draaiboek_is_in_the_docs():
    page = (ROOT / "docs/record-format.md").read_text(encoding="utf-8")
    from intervisie_cli.model import draaiboek
    from intervisie_cli.vragen.soorten.register import SOORTEN

    for word in (
        *SOORTEN,
        *draaiboek.WIE,
        *draaiboek.PER,
        *draaiboek.STANDAARDEN,
        *draaiboek.BRONNEN,
    ):
        assert f"`{word}`" in page


def test_nothing_tracked_names_a_registry_or_a_path_of_a_machine():
    texts = [
        p
        for p in ROOT.rglob("*")
        if p.suffix in (".md", ".toml", ".txt", ".yaml", ".py", ".c") and p.is_file()
    ]
    own = [
        p
        for p in texts
        if not {".venv", ".git", ".hypothesis"} & set(p.relative_to(ROOT).parts)
    ]
    for path in own:
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"(?<![\w.])/(ro{2}t|wo[r]k)/|pypi[.]org|python[h]osted", text
        ), path
