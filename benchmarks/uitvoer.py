"""What it costs to make files of a large group.

    python -m benchmarks.uitvoer [--sessions 1000]

Makes a group with so many sessies, and times each command once, in turn, with the size of what it
made. The forms that the extra brings are timed on a tenth of them, unless `--alles` is given.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.generate import generate

_GEWOON = (("export", "html"), ("export", "md"), ("site", "html"))
_EXTRA = (("export", "pdf"), ("export", "docx"))


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=1_000)
    parser.add_argument("--alles", action="store_true")
    args = parser.parse_args()
    print("| command | sessies | seconds | MB |")
    print("| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        few = args.sessions if args.alles else max(1, args.sessions // 10)
        for sessions, forms in ((args.sessions, _GEWOON), (few, _EXTRA)):
            group = work / str(sessions)
            if not group.exists():
                generate(group, sessions)
            for command, form in forms:
                _row(group, work / "uit", command, form, sessions)


def _row(group: Path, out: Path, command: str, form: str, sessions: int) -> None:
    out.mkdir(exist_ok=True)
    argv = [sys.executable, "-m", "intervisie_cli", command, "--uit", str(out)]
    if command == "export":
        argv += ["--alles", "--vorm", form]
    began = time.perf_counter()
    subprocess.run([*argv, "--overschrijf"], cwd=group, check=True, capture_output=True)
    seconds = time.perf_counter() - began
    made = max(out.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    size = made.stat().st_size / 1e6
    print(f"| {command} {form} | {sessions:,} | {seconds:.1f} | {size:.1f} |")


if __name__ == "__main__":
    main()
