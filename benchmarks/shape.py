"""How the code reads, in figures per room: `python -m benchmarks.shape`.

A line of code holds a token; docstrings and comments are not among them. Figures per 100 are per
100 lines of code. Circles are counted over all imports, those inside a function too.
"""

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PACKAGE = "intervisie_cli"
WIDTH = 100
_NO_CODE = frozenset(
    [
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENCODING,
        tokenize.ENDMARKER,
    ]
)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_DECISIONS = (
    ast.If,
    ast.While,
    ast.For,
    ast.IfExp,
    ast.ExceptHandler,
    ast.comprehension,
)


class Figures(NamedTuple):
    """What was counted in some modules."""

    files: int = 0
    code: int = 0
    tokens: int = 0
    ternaries: int = 0
    comprehensions: int = 0
    decisions: int = 0
    comments: int = 0
    too_wide: int = 0

    def __add__(self, other: object) -> "Figures":
        """Both together."""
        if not isinstance(other, Figures):
            return NotImplemented
        return Figures(
            *(mine + theirs for mine, theirs in zip(self, other, strict=True))
        )

    @property
    def tokens_per_line(self) -> float:
        """How full a line of code is."""
        return self.tokens / (self.code or 1)

    def per_100(self, count: int) -> float:
        """So many on 100 lines of code."""
        return 100 * count / (self.code or 1)


def of_text(text: str) -> Figures:
    """Count in the text of one module."""
    tree = ast.parse(text)
    nodes = list(ast.walk(tree))
    docstrings = {line for node in nodes for line in _docstring_lines(node)}
    code: set[int] = set()
    tokens = comments = 0
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comments += 1
        elif token.type not in _NO_CODE and token.start[0] not in docstrings:
            tokens += 1
            code.update(range(token.start[0], token.end[0] + 1))
    return Figures(
        files=1,
        code=len(code),
        tokens=tokens,
        ternaries=sum(isinstance(node, ast.IfExp) for node in nodes),
        comprehensions=sum(isinstance(node, _COMPREHENSIONS) for node in nodes),
        decisions=sum(isinstance(node, _DECISIONS) for node in nodes),
        comments=comments,
        too_wide=sum(len(line) > WIDTH for line in text.splitlines()),
    )


def _docstring_lines(node: ast.AST) -> Iterable[int]:
    if not isinstance(
        node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    ):
        return ()
    first = node.body[0] if node.body else None
    if not isinstance(first, ast.Expr) or not isinstance(first.value, ast.Constant):
        return ()
    return range(first.lineno, (first.end_lineno or first.lineno) + 1)


def of_folder(folder: Path) -> Figures:
    """Count in all modules below *folder*."""
    total = Figures()
    for path in sorted(folder.rglob("*.py")):
        total += of_text(path.read_text(encoding="utf-8"))
    return total


def arrows() -> dict[str, set[str]]:
    """Which module imports which of ours, anywhere in it; by their dotted names.

    What is imported for a type checker alone is no arrow.
    """
    modules = {_name_of(path): path for path in sorted((ROOT / PACKAGE).rglob("*.py"))}
    return {name: set(_imports(path, name, modules)) for name, path in modules.items()}


def _name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path, name: str, modules: Iterable[str]) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types or not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        for alias in node.names:
            whole = f"{node.module}.{alias.name}"
            target = whole if whole in modules else node.module
            if target in modules and target != name:
                yield target


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules that can each reach all others of their group (Tarjan)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        number[name] = low[name] = len(number)
        open_.append(name)
        for other in sorted(graph[name]):
            if other not in number:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in open_:
                low[name] = min(low[name], number[other])
        if low[name] == number[name]:
            at = open_.index(name)
            group = open_[at:]
            del open_[at:]
            if len(group) > 1:
                found.append(sorted(group))

    for name in sorted(graph):
        if name not in number:
            visit(name)
    return found


def _row(name: str, found: Figures) -> str:
    counts = (found.ternaries, found.comprehensions, found.decisions, found.comments)
    shares = [f"{found.per_100(count):.1f}" for count in counts]
    cells = [
        name,
        str(found.files),
        str(found.code),
        f"{found.tokens_per_line:.1f}",
        *shares,
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print a row for each room, and the circles."""
    print(
        "| room | files | code | tokens/line | ternaries | comprehensions | decisions | comments |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    package = ROOT / PACKAGE
    rooms = [
        path for path in sorted(package.iterdir()) if (path / "__init__.py").exists()
    ]
    for folder in [*rooms, package]:
        print(_row(folder.name, of_folder(folder)))
    print(f"\nlines over {WIDTH} characters: {of_folder(package).too_wide}")
    found_circles = circles(arrows())
    print(f"circles, lazy imports counted: {len(found_circles)}")
    for group in found_circles:
        print(f"- {', '.join(group)}")


if __name__ == "__main__":
    main()
