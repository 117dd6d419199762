"""Speed and memory of the installed program against Python's own start and a plain git commit.

    python -m benchmarks.speed [--runs 15] [--sessions 8750] [--beside COMMIT]

Builds the wheel, installs it in an environment of its own, makes the groups, and runs all commands
in turn, so that whatever else the machine does touches all alike. Prints a table; P is
`python -c pass`, G is `git add && git commit` of one file in the same group. With --beside the
program of an earlier commit takes its turn too: on a slow machine that tells more than a gate.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from benchmarks import prompts
from benchmarks.generate import generate
from benchmarks.speed_table import report, report_beside

ROOT = Path(__file__).parent.parent
SMALL = 100
ANSWERS = [
    part.encode()
    for part in (ROOT / "examples/kort.yaml")
    .read_text(encoding="utf-8")
    .split("---\n")[1:]
]

Extra = dict[str, Any]
# Starts a command from a process smaller than any we measure; prints the command's peak in KiB.
_PEAK = """import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
print(os.wait4(child, 0)[2].ru_maxrss, file=sys.stderr)"""


@dataclass
class Case:
    """A command to run again and again; *prepare* runs untimed before each time.

    *limit* gives the gate in ms, from P and G.
    """

    name: str
    argv: list[str]
    cwd: Path
    gate: str = ""
    limit: Callable[[float, float], float] | None = None
    memory_mib: float | None = None
    prepare: Callable[[int], Extra] | None = None
    ms: list[float] = field(default_factory=list)
    mib: float = 0.0

    def run(self, number: int) -> None:
        """Run once, timed."""
        extra = self.prepare(number) if self.prepare else {}
        begin = time.perf_counter()
        self._start(self.argv, extra)
        self.ms.append((time.perf_counter() - begin) * 1000)

    def measure_peak(self) -> None:
        """Run once more for its peak memory."""
        extra = self.prepare(9_999) if self.prepare else {}
        program = shutil.which(self.argv[0]) or self.argv[0]
        message = self._start(
            [sys.executable, "-S", "-E", "-c", _PEAK, program, *self.argv[1:]], extra
        )
        self.mib = int(message.split()[-1]) / 1024

    def _start(self, argv: list[str], extra: Extra) -> str:
        argv = [*argv, *extra.get("args", [])]
        done = subprocess.run(
            argv,
            cwd=self.cwd,
            input=extra.get("stdin", b""),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{self.name}: {done.stderr.decode()}")
        return done.stderr.decode()


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--sessions", type=int, default=8_750)
    parser.add_argument("--beside", default="", help="a commit to measure in turn")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        program = install(work / "this", ROOT)
        earlier = None
        if options.beside:
            earlier = install(work / "earlier", _at(options.beside, work / "source"))
        _own_world(work)
        cases = all_cases(program, _groups(work / "this", options), options.sessions)
        others: list[Case] = []
        if earlier:
            groups = _groups(work / "earlier", options)
            others = all_cases(earlier, groups, options.sessions)
        after_enter: list[float] = []
        klein = work / "this/klein"
        for number in range(options.runs + 1):
            for case in _in_turn(cases, others):
                case.run(number)
            after_enter += prompts.measure(
                str(program / "intervisie"), klein, one_step_done(program, klein)
            )
            if number == 0:  # the first warms the caches
                after_enter.clear()
                for case in (*cases, *others):
                    case.ms.clear()
        for case in cases:
            case.measure_peak()
        report(cases, after_enter, options.runs)
        if others:
            report_beside(cases, others, options.beside)


def _own_world(work: Path) -> None:
    """Let git and the program know nothing of whoever measures."""
    os.environ |= {"HOME": str(work), "XDG_CONFIG_HOME": str(work / "config")}
    for name in [
        name for name in os.environ if name.startswith(("GIT_", "INTERVISIE_"))
    ]:
        del os.environ[name]
    for key, value in (
        ("user.name", "Bench"),
        ("user.email", "bench@voorbeeld.invalid"),
    ):
        subprocess.run(["git", "config", "--global", key, value], check=True)


def _at(commit: str, folder: Path) -> Path:
    """The project as it was at *commit*."""
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
    subprocess.run(["git", "checkout", "--quiet", commit], cwd=folder, check=True)
    return folder


def _groups(work: Path, options: argparse.Namespace) -> dict[str, Path]:
    groups = {
        "klein": work / "klein",
        "100": work / "honderd",
        "groot": work / "groot",
    }
    generate(groups["klein"], 2)
    generate(groups["100"], SMALL)
    generate(groups["groot"], options.sessions)
    return groups


def _in_turn(cases: list[Case], others: list[Case]) -> Iterator[Case]:
    for pair in zip_longest(cases, others):
        yield from filter(None, pair)


def install(work: Path, source: Path = ROOT) -> Path:
    """Install the built wheel in an environment of its own, compiled, and give its bin folder."""
    subprocess.run(
        [sys.executable, "-m", "build", "-q", "--wheel", "-o", work / "dist", source],
        check=True,
    )
    subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
    wheel = next((work / "dist").glob("*.whl"))
    subprocess.run(
        [work / "venv/bin/pip", "install", "-q", "--disable-pip-version-check", wheel],
        check=True,
    )
    return work / "venv/bin"


def all_cases(program: Path, groups: dict[str, Path], sessions: int) -> list[Case]:
    """Every command of the gates."""
    intervisie = str(program / "intervisie")
    klein, groot = groups["klein"], groups["groot"]
    starts = "≤ 9 P"

    def start(name: str, *args: str, memory: float | None = None) -> Case:
        return Case(
            name, [intervisie, *args], groups["100"], starts, lambda p, _: 9 * p, memory
        )

    return [
        Case("P: python -c pass", [str(program / "python"), "-c", "pass"], klein),
        Case("G klein: git add && git commit", ["sh"], klein, prepare=_commit(klein)),
        Case("G groot: git add && git commit", ["sh"], groot, prepare=_commit(groot)),
        start("--version", "--version"),
        start("--help", "--help"),
        start("step --help", "step", "--help"),
        start("status (100 sessies)", "status"),
        start("log -n 20 (100 sessies)", "log", "-n", "20", memory=22),
        Case(
            "step --antwoorden (klein)",
            [intervisie],
            klein,
            gate="≤ 1.5 G + 16 P",
            limit=lambda p, g: 1.5 * g + 16 * p,
            memory_mib=45,
            prepare=_step(program, klein),
        ),
        Case(
            f"step --antwoorden ({sessions * 8} bestanden)",
            [intervisie],
            groot,
            # Six P more than `git add && git commit`: what the whole of Typer and GitPython cost.
            gate="≤ 1.0 G + 6 P",
            limit=lambda p, g: g + 6 * p,
            memory_mib=45,
            prepare=_step(program, groot),
        ),
    ]


def _commit(folder: Path) -> Callable[[int], Extra]:
    def prepare(number: int) -> Extra:
        name = f"los-{number}-{time.monotonic_ns()}.md"
        (folder / name).write_text("x" * 1000)
        return {"args": ["-c", f"git add {name} && git commit -qm {name}"]}

    return prepare


def _step(program: Path, folder: Path) -> Callable[[int], Extra]:
    def prepare(_: int) -> Extra:
        # A fresh session for each run, so that every step is its first of the kind.
        sessie = one_step_done(program, folder)
        return {
            "args": ["step", "--sessie", sessie, "--antwoorden", "-"],
            "stdin": ANSWERS[1],
        }

    return prepare


def one_step_done(program: Path, folder: Path) -> str:
    """Make a short session of which the first step is recorded, and give its name."""

    def intervisie(*args: str, stdin: bytes = b"") -> None:
        argv = [program / "intervisie", *args]
        subprocess.run(argv, cwd=folder, check=True, capture_output=True, input=stdin)

    intervisie(
        "new", "--kort", "--deelnemers", "mirthe,kim,tim", "--inbrengers", "mirthe"
    )
    gemaakt = max(
        folder.glob("sessies/*/*/sessie.yaml"), key=lambda path: path.stat().st_mtime_ns
    )
    sessie = gemaakt.parent.name
    intervisie("step", "--sessie", sessie, "--antwoorden", "-", stdin=ANSWERS[0])
    return sessie


if __name__ == "__main__":
    main()
