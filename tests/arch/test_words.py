"""One word for each thing: public classes are in docs/woordenlijst.md, and people read none."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "intervisie_cli"
PAGE = ROOT / "docs/woordenlijst.md"

_HEADING = re.compile(r"^### (\w+)$")
_ROW = re.compile(r"^- `(\w+)`: (\S.*\.)$")
_TYPE = re.compile(r"[A-Z]\w*[a-z]\w*")
_CAMEL = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+")


@cache
def _trees() -> dict[Path, ast.Module]:
    paths = sorted(PACKAGE.rglob("*.py"))
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


@cache
def _classes() -> list[tuple[str, Path]]:
    """Give each public class with the module that it is in."""
    return [
        (node.name, path)
        for path, tree in _trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def _named_types() -> list[tuple[str, Path]]:
    """Give each `Name = ...` at the top of a module, in CamelCase, with that module."""
    return [
        (target.id, path)
        for path, tree in _trees().items()
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and _TYPE.fullmatch(target.id)
    ]


def _doubles(names: list[tuple[str, Path]]) -> dict[str, list[str]]:
    modules: dict[str, list[str]] = {}
    for name, path in names:
        modules.setdefault(name, []).append(path.relative_to(ROOT).as_posix())
    return {name: where for name, where in modules.items() if len(where) > 1}


def _listed() -> list[tuple[str, str]]:
    """Give the rows of the page as (room, class)."""
    rows = []
    room = ""
    listing = PAGE.read_text(encoding="utf-8").partition(
        "\n## Public classes, by room\n"
    )[2]
    for line in listing.splitlines():
        if heading := _HEADING.match(line):
            room = heading[1]
        elif line.startswith("- "):
            row = _ROW.match(line)
            assert row, (
                f"a line reads '- `Name`: what it is.', and this one does not: {line}"
            )
            rows.append((room, row[1]))
    return rows


def test_each_public_class_has_its_line_in_the_words():
    missing = {(_room(path), name) for name, path in _classes()} - set(_listed())
    lines = [f"under '### {room}': - `{name}`: …" for room, name in sorted(missing)]
    assert not lines, "add to docs/woordenlijst.md:\n" + "\n".join(lines)


def test_each_line_in_the_words_is_of_a_class_that_is_there():
    gone = set(_listed()) - {(_room(path), name) for name, path in _classes()}
    assert not gone, "take out of docs/woordenlijst.md, or move"


def test_a_class_is_listed_once_and_rooms_are_in_alphabetical_order():
    listed = _listed()
    assert len(set(listed)) == len(listed)
    for room in {room for room, _ in listed}:
        names = [name for of, name in listed if of == room]
        assert names == sorted(names)


def test_two_classes_or_named_types_have_two_names():
    assert not _doubles(_classes() + _named_types())


def _texts_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give each string with a space and its line, but for docstrings and types between quotes."""
    passed_over = set()
    for node in ast.walk(tree):
        passed_over |= {id(part) for part in _no_text(node)}
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and " " in node.value and id(node) not in passed_over:
            yield node.lineno, node.value


def _no_text(node: ast.AST) -> Iterator[ast.AST]:
    """Give the parts of *node* that nobody reads at a terminal. `ast.walk` comes to them later."""
    if isinstance(node, ast.Expr):
        yield node.value
    for name in ("annotation", "returns"):
        if annotation := getattr(node, name, None):
            yield from ast.walk(annotation)


def _own_words(text: str) -> set[str]:
    """Give the class names of two or more words that stand in *text*."""
    return set(_CAMEL.findall(text)) & _class_names()


@cache
def _class_names() -> set[str]:
    return {name for name, _ in _classes()}


def test_no_text_for_people_has_the_name_of_a_class():
    found = [
        f"{path.relative_to(ROOT)}:{line}: {', '.join(words)}"
        for path, tree in _trees().items()
        for line, text in _texts_in(tree)
        if (words := _own_words(text))
    ]
    assert not found


def test_no_page_for_people_has_the_name_of_a_class():
    templates = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    pages = [ROOT / "docs/regels.md", *templates]
    assert not {
        path: words for path in pages if (words := _own_words(path.read_text("utf-8")))
    }


def test_a_class_name_in_a_text_would_be_seen():
    source = (
        '"""A VraagOntleding, told."""\nhulp: "Vraag | None" = f"{1} VraagOntleding …"'
    )
    assert [text for _, text in _texts_in(ast.parse(source))] == [" VraagOntleding …"]
    assert _own_words(" VraagOntleding …") == {"VraagOntleding"}
