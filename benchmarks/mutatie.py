"""Whether the tests notice: a seeded sample of small changes of the code, each tried on its own.

    pip install -e '.[mutatie]'
    python -m benchmarks.mutatie                        300 changes, some hours
    python -m benchmarks.mutatie --zaad 7 --aantal 60
    python -m benchmarks.mutatie --kamer merge

The changes are mutmut's: another operator, number, text or argument, a value that is None. Each is
made in a copy of the project, where first the tests of its room run, and then wider ones. Prints
what nobody noticed, and a row per room.
"""

import argparse
import ast
import difflib
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
PACKAGE = "intervisie_cli"
# A change that makes a test wait for ever is noticed.
TIMEOUT_S = 1200
# What each worker gets: tests read all of it.
_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "*_cache", ".hypothesis", "__pycache__"
)


class Kamer(NamedTuple):
    """Part of the program: its files, how much of the sample is of it, and what tests it."""

    files: tuple[str, ...]
    part: float
    first: tuple[str, ...]
    then: tuple[str, ...]


KAMERS = {
    "merge": Kamer(
        ("merge/*.py",),
        0.3,
        (
            "tests/merge",
            "tests/property/test_merge.py",
            "tests/property/test_notulen.py",
        ),
        (
            "tests/property/test_gezegd.py",
            "tests/property/test_clones.py",
            "tests/flows/sync/test_sync.py",
            "tests/flows/sync/test_rondes.py",
        ),
    ),
    "records": Kamer(
        ("records/*.py",),
        0.3,
        ("tests/records", "tests/property/test_documents.py"),
        (
            "tests/property/test_yaml_agreement.py",
            "tests/property/test_formulier.py",
            "tests/groep",
            "tests/flows/sync/test_erbij.py",
            "tests/flows/sessie",
            "tests/commands/test_lid.py",
            "tests/commands/test_actie.py",
            "tests/commands/test_new.py",
        ),
    ),
    "git/commit": Kamer(
        ("git/commit.py", "git/stream.py", "git/index.py"),
        0.15,
        ("tests/git/test_commit.py", "tests/flows/test_hand_edits.py"),
        (
            "tests/git/test_states.py",
            "tests/git/test_runner.py",
            "tests/commands/test_undo.py",
            "tests/flows/sync/test_sync.py",
        ),
    ),
    "ui/veilig": Kamer(
        ("ui/veilig.py", "model/eender.py"),
        0.05,
        ("tests/ui/test_console.py", "tests/property/test_texts.py", "tests/taal"),
        ("tests/ui", "tests/commands/test_eender.py"),
    ),
    "tijd": Kamer(("tijd/*.py",), 0.2, ("tests/tijd",), ("tests/checks",)),
}


class Change(NamedTuple):
    """A change of one file: where, and the whole of it with the change."""

    kamer: str
    path: str
    line: int
    code: str
    diff: str


def changes(kamer: str, rng: random.Random) -> Iterator[Change]:
    """The changes that mutmut makes of the files of a room, in an order of chance."""
    import libcst as cst
    from mutmut.mutation.file_mutation import create_mutations

    found: list[tuple[Path, Any, Any]] = []
    for pattern in KAMERS[kamer].files:
        for path in sorted((ROOT / PACKAGE).glob(pattern)):
            code = path.read_text(encoding="utf-8")
            module, mutations, _, _ = create_mutations(str(path), code)
            found += [(path, module, mutation) for mutation in mutations]
    rng.shuffle(found)
    for path, module, mutation in found:
        was, wordt = mutation.original_node, mutation.mutated_node
        changed = cst.ensure_type(module.deep_replace(was, wordt), cst.Module).code
        if _is_other(module.code, changed):
            yield _change(kamer, path, module.code, changed)


def _change(kamer: str, path: Path, code: str, changed: str) -> Change:
    sides = code.splitlines(), changed.splitlines()
    _, _, *diff = difflib.unified_diff(*sides, lineterm="", n=0)
    line = int(diff[0].removeprefix("@@ -").split()[0].split(",")[0])
    name = path.relative_to(ROOT).as_posix()
    return Change(kamer, name, line, changed, "\n".join(diff))


def _is_other(code: str, changed: str) -> bool:
    """Whether it is Python still, and not the same."""
    try:
        return ast.dump(ast.parse(code)) != ast.dump(ast.parse(changed))
    except SyntaxError:
        return False


def sample(seed: int, number: int, only: str) -> list[Change]:
    """The changes to try, spread over the rooms."""
    chosen: list[Change] = []
    for kamer, what in KAMERS.items():
        if only in ("", kamer):
            part = number if only else round(number * what.part)
            rng = random.Random(f"{seed} {kamer}")
            chosen += islice(changes(kamer, rng), part)
    return chosen


def is_noticed(change: Change, copy: Path) -> bool:
    """Whether a test fails with that change in the copy."""
    path = copy / change.path
    was = path.read_text(encoding="utf-8")
    path.write_text(change.code, encoding="utf-8")
    try:
        kamer = KAMERS[change.kamer]
        return not (_pass(copy, kamer.first) and _pass(copy, kamer.then))
    finally:
        path.write_text(was, encoding="utf-8")


def _pass(copy: Path, tests: tuple[str, ...]) -> bool:
    argv = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider")
    # The modules of this copy, and not of where it was installed from; compiled once.
    env = {**os.environ, "PYTHONPATH": str(copy)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        done = subprocess.run(
            [*argv, *tests],
            cwd=copy,
            env=env,
            capture_output=True,
            timeout=TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def main() -> int:
    """Try them, and print what was not noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zaad", type=int, default=16)
    parser.add_argument("--aantal", type=int, default=300)
    parser.add_argument("--kamer", choices=[*KAMERS, ""], default="")
    parser.add_argument("--naast-elkaar", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    chosen = sample(args.zaad, args.aantal, args.kamer)
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        free: queue.Queue[Path] = queue.Queue()
        for number in range(args.naast_elkaar):
            copy = Path(folder) / str(number)
            shutil.copytree(ROOT, copy, ignore=_COPIED)
            free.put(copy)

        def attempt(change: Change) -> tuple[Change, bool]:
            copy = free.get()
            try:
                return change, is_noticed(change, copy)
            finally:
                free.put(copy)

        with ThreadPoolExecutor(args.naast_elkaar) as pool:
            for change, is_seen in pool.map(attempt, chosen):
                tried[change.kamer] += 1
                noticed[change.kamer] += is_seen
                if not is_seen:
                    print(f"\n{change.path}:{change.line}\n{change.diff}", flush=True)
    print("\n| room | noticed | of |\n| --- | --- | --- |")
    for kamer, number in tried.items():
        print(f"| {kamer} | {noticed[kamer]} | {number} |")
    alle = sum(tried.values())
    print(f"| all | {sum(noticed.values())} | {alle} |")
    return 0 if sum(noticed.values()) >= 0.9 * alle else 1


if __name__ == "__main__":
    sys.exit(main())
