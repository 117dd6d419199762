"""Looking back in a history of 100, 1,000 and 10,000 sessies: time, memory, growth.

    python -m benchmarks.history [--runs 9] [--sizes 100,1000,10000] [--plot FILE.svg]

All commands of a size run in turn, so that whatever else the machine does touches all alike; P is
`python -c pass` in the same run. Peers are in the table where they are installed
(`benchmarks/peers.py`).
"""

import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peers
from benchmarks.generate import generate
from benchmarks.plot import plot
from benchmarks.speed import Case, install, one_step_done

WORD = "bibliotheek"
_PASS = "python -c pass"
_LOG = "log -n 20"
_SEARCH = "log --zoek"
_GREP = "git grep -l"
_BUILD = "cold build"
_CAT = "git cat-file --batch"
_UPDATE = "log -n 20 after 1–7 commits"


@dataclass(frozen=True)
class Gate:
    """What the median of a command may be, in the units of others of the same size."""

    name: str
    says: str
    limit: Callable[[dict[str, float]], float]


GATES = (
    Gate(_LOG, "≤ 9 P", lambda ms: 9 * ms[_PASS]),
    Gate(_SEARCH, "≤ 8 P", lambda ms: 8 * ms[_PASS]),
    Gate(_SEARCH, "≤ 0.35 × git grep -l", lambda ms: 0.35 * ms[_GREP]),
    Gate(_UPDATE, "≤ log + 3 P", lambda ms: ms[_LOG] + 3 * ms[_PASS]),
    Gate(_BUILD, "≤ 6 × cat-file", lambda ms: 6 * ms[_CAT]),
)
MEMORY_MIB = {_LOG: 22.0, _BUILD: 130.0}
MAX_EXPONENT = 0.05
MAX_SIZE = 1.4


def cases(program: Path, group: Path) -> list[Case]:
    """The commands of one size, the peers last."""
    intervisie = str(program / "intervisie")
    log = [intervisie, "log", "-n", "20"]
    cache = group / ".git/intervisie/index.sqlite"
    oids = group / ".git/oids"
    listed = subprocess.run(
        ["git", "ls-files", "-s"], cwd=group, capture_output=True, check=True
    ).stdout.decode()
    oids.write_text("".join(f"{line.split()[1]}\n" for line in listed.splitlines()))

    def no_cache(_: int) -> dict[str, object]:
        cache.unlink(missing_ok=True)
        return {}

    def settle(_: int) -> dict[str, object]:
        time.sleep(2.1)  # what was written a moment ago is looked at again each time
        subprocess.run(log, cwd=group, check=True, capture_output=True)
        return {}

    def look_alike(_: int) -> dict[str, object]:
        subprocess.run(
            [intervisie, "log", "--lijkt-op", "x"],
            cwd=group,
            check=True,
            capture_output=True,
        )
        return {}  # what the rondes are about is read when it is first asked

    def commits(number: int) -> dict[str, object]:
        for path in sorted(group.glob("sessies/*/*/*.md"))[:: -1 - number % 7][
            : 1 + number % 7
        ]:
            path.write_text(path.read_text() + f"\n- Erbij {number}.\n")
            subprocess.run(
                ["git", "commit", "-qm", "erbij", "--", path], cwd=group, check=True
            )
        return {}

    return [
        Case(_PASS, [str(program / "python"), "-c", "pass"], group),
        Case(_LOG, log, group, prepare=settle),
        Case(_SEARCH, [intervisie, "log", "-n", "20", "--zoek", WORD], group),
        Case(_UPDATE, log, group, prepare=commits),
        Case(
            "log --lijkt-op",
            [intervisie, "log", "--lijkt-op", "Hoe leg ik mijn telefoon weg?"],
            group,
            prepare=look_alike,
        ),
        Case("actie", [intervisie, "actie"], group),
        Case(_BUILD, log, group, prepare=no_cache),
        Case(_CAT, ["sh", "-c", f"git cat-file --batch < {oids} > /dev/null"], group),
        Case("git log -n 20", ["git", "log", "-n", "20", "--oneline"], group),
        Case("git log --grep", ["git", "log", "--oneline", f"--grep={WORD}"], group),
        Case(_GREP, ["sh", "-c", f"git grep -l {WORD} > /dev/null"], group),
    ]


def measure(
    program: Path, folder: Path, size: int, runs: int
) -> tuple[list[Case], float]:
    """Run all commands of one size; give them with the size of the cache, as a part of the text."""
    group = folder / str(size)
    generate(group, size)
    one_step_done(program, group)
    alle = [*cases(program, group), *peers.cases(group, folder, size, WORD)]
    for number in range(runs + 1):
        for case in alle:
            if case.name == _BUILD and number > max(2, runs // 3):
                continue  # seconds each
            case.run(number)
        if number == 0:
            for case in alle:
                case.ms.clear()
    for case in alle:
        case.measure_peak()
    text = sum(
        path.stat().st_size for path in group.glob("sessies/**/*") if path.is_file()
    )
    return alle, (group / ".git/intervisie/index.sqlite").stat().st_size / text


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """How a time in units of P grows with the number of sessies.

    0 is not at all, 1 is just as fast.
    """
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def print_size(size: int, alle: list[Case], share: float) -> dict[str, float]:
    """Print the table of one size, and give each command in units of P."""
    ms = {case.name: statistics.median(case.ms) for case in alle}
    print(
        f"\n{size} sessies, P = {ms[_PASS]:.1f} ms; "
        f"the cache is {share:.2f} × the text (≤ {MAX_SIZE}).\n"
    )
    print("| command | ms, median [min–max] | × P | gates, in ms | kept | peak MiB |")
    print("| --- | --- | --- | --- | --- | --- |")
    for case in alle:
        gates = [gate for gate in GATES if gate.name == case.name]
        limits = "; ".join(f"{gate.says} = {gate.limit(ms):.0f}" for gate in gates)
        memory = MEMORY_MIB.get(case.name)
        is_kept = all(ms[case.name] <= gate.limit(ms) for gate in gates) and (
            memory is None or case.mib <= memory
        )
        cells = [
            case.name,
            f"{ms[case.name]:.1f} [{min(case.ms):.1f}–{max(case.ms):.1f}]",
            f"{ms[case.name] / ms[_PASS]:.2f}",
            limits,
            ("yes" if is_kept else "**no**") if gates else "",
            f"{case.mib:.0f}" + (f" (≤ {memory:.0f})" if memory else ""),
        ]
        print(f"| {' | '.join(cells)} |")
    return {naam: waarde / ms[_PASS] for naam, waarde in ms.items()}


def main() -> None:
    """Measure all sizes, print the tables and the growth, and draw it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    times: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        os.environ |= {"HOME": str(work), "XDG_CONFIG_HOME": str(work / "config")}
        for name in [
            name for name in os.environ if name.startswith(("GIT_", "INTERVISIE_"))
        ]:
            del os.environ[name]
        (work / ".gitconfig").write_text(
            "[user]\n\tname = Bench\n\temail = bench@voorbeeld.invalid\n"
        )
        program = install(work)
        began = time.monotonic()
        for size in sizes:
            times[size] = print_size(size, *measure(program, work, size, options.runs))
        took = time.monotonic() - began
        python = sys.version.split()[0]
        print(f"\n{options.runs} runs each, in turn; {took:.0f} s; Python {python}.")
    if len(sizes) > 1:
        van, tot = sizes[-2:]
        print(f"\n| growth of × P from {van} to {tot} sessies | exponent | kept |")
        print("| --- | --- | --- |")
        for name in times[tot]:
            groei = exponent((van, times[van][name]), (tot, times[tot][name]))
            kept = (
                ("yes" if groei <= MAX_EXPONENT else "**no**")
                if name in (_LOG, _SEARCH)
                else ""
            )
            print(f"| {name} | {groei:.2f} | {kept} |")
    if options.plot:
        options.plot.write_text(
            plot(times, (_PASS, _LOG, _SEARCH, _UPDATE, _BUILD)), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
