"""What a sync costs beside `git fetch` of the same remote, over a folder, ssh and http.

    python -m benchmarks.sync [--runs 11] [--sessions 100]

All run in turn, in one run. A sync with nothing to do is held to 3 times `git fetch`; one of 50
records that both sides changed, to 2 s. The start of Python is in it.
"""

import argparse
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.places import print_table, reached
from benchmarks.speed import install

RECORDS = 50
MERGE_MS = 2_000.0
TIMES_FETCH = 3.0


def run(argv: list[str], cwd: Path) -> float:
    """Run a command that has to succeed, and give the milliseconds it took."""
    begin = time.perf_counter()
    done = subprocess.run(
        argv, cwd=cwd, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    took = (time.perf_counter() - begin) * 1000
    if done.returncode not in (0, 4):
        raise SystemExit(f"{argv}: {done.stderr.decode()}")
    return took


def edit(clone: Path, line: str) -> None:
    """Change so many records, in their front matter and in their text, as with an editor."""
    for path in sorted(clone.glob("sessies/*/*/ronde-*/*.md"))[:RECORDS]:
        path.write_text(
            path.read_text().replace("\n---\n", f"\n{line}: ja\n---\n", 1)
            + f"\nDit schreef {line}.\n"
        )


def nothing(program: Path, clone: Path, runs: int) -> tuple[float, float]:
    """The medians of a sync with nothing to do, and of `git fetch`, in turn."""
    syncs, fetches = [], []
    for _ in range(runs):
        syncs.append(run([str(program), "sync"], clone))
        fetches.append(run(["git", "fetch", "--quiet"], clone))
    return statistics.median(syncs), statistics.median(fetches)


def merging(program: Path, mirthe: Path, kim: Path, place: Path, runs: int) -> float:
    """The median of a sync that merges so many records which both sides changed."""
    fresh = [
        shutil.copytree(folder, folder.with_name(f"{folder.name}-vers"))
        for folder in (mirthe, kim, place)
    ]
    took = []
    for _ in range(runs):
        for source, folder in zip(fresh, (mirthe, kim, place), strict=True):
            shutil.rmtree(folder)
            shutil.copytree(source, folder)
        edit(kim, "kim")
        run([str(program), "sync"], kim)
        edit(mirthe, "mirthe")
        took.append(run([str(program), "sync"], mirthe))
    return statistics.median(took)


def measure(
    program: Path, folder: Path, over: str, sessions: int, runs: int
) -> list[str]:
    """The cells of one row."""
    place = folder / "groep.git"
    with reached(folder, over) as url:
        run(["git", "init", "--quiet", "--bare", str(place)], folder)
        run(["git", "config", "http.receivepack", "true"], place)
        mirthe, kim = folder / "mirthe", folder / "kim"
        generate(mirthe, sessions)
        run([str(program), "init", "--remote", url(), str(mirthe)], mirthe)
        run([str(program), "init", "--van", url(), "--als", "kim", str(kim)], folder)
        sync, fetch = nothing(program, mirthe, runs)
        merge = merging(program, mirthe, kim, place, max(3, runs // 3))
        return [
            over,
            f"{fetch:.0f}",
            f"{sync:.0f}",
            f"{sync / fetch:.1f}",
            "yes" if sync <= TIMES_FETCH * fetch else "no",
            f"{merge:.0f}",
            "yes" if merge <= MERGE_MS else "no",
        ]


def main() -> None:
    """Measure over each way, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--sessions", type=int, default=100)
    options = parser.parse_args()
    head = [
        "over",
        "git fetch, ms",
        "sync, nothing to do, ms",
        "× fetch",
        f"≤ {TIMES_FETCH:.0f} ×",
    ]
    head += [f"sync, {RECORDS} records merged, ms", f"≤ {MERGE_MS:.0f} ms"]
    with tempfile.TemporaryDirectory() as temporary:
        program = install(Path(temporary)) / "intervisie"

        def one(folder: Path, over: str) -> list[str]:
            return measure(program, folder, over, options.sessions, options.runs)

        print_table(head, Path(temporary), one)


if __name__ == "__main__":
    main()
