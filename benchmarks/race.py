"""Clones that race over a folder, ssh and http.

    python -m benchmarks.race                                   8 clones, 200 edits each, all of it
    python -m benchmarks.race --clones 3 --edits 10 --over file
    python -m benchmarks.race --ouder .oud/bin/intervisie      each second clone has another version

Beside it the same edits go with `git pull --rebase`. Prints a row per way of sharing; ends with 1
when a word was lost, or anything else is not as it should be.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.net.race import Report, own_world, race
from tests.net.ssh_place import SSHD

REBASE = "rebase"
HEAD = (
    "over",
    "words written",
    "replaced on purpose",
    "pushes",
    "merges (per push)",
    "lost",
    "heads",
    "markers",
    "unreadable",
    "stale pages",
    "fsck",
    "gave up",
    "p95 of a sync",
    "time",
    "how syncs ended",
)


def row(report: Report) -> list[object]:
    """What a report says, in the order of HEAD."""
    return [
        report.over,
        report.written,
        report.replaced,
        report.pushes,
        f"{report.merges} ({report.merges / max(1, report.pushes):.2f})",
        len(report.lost),
        report.heads,
        report.markers,
        report.unreadable,
        report.stale,
        "damaged" if report.fsck else "clean",
        report.gave_up,
        f"{report.p95:.1f} s",
        f"{report.seconds:.0f} s",
        report.ends,
    ]


def print_row(cells: list[object]) -> None:
    """Print one row of the table."""
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


def run(over: str, clones: int, edits: int, ouder: str = "") -> Report:
    """Race over one of file, ssh, http; or with `git pull --rebase` over a folder."""
    with tempfile.TemporaryDirectory(prefix="race-") as folder:
        own_world(Path(folder) / "home")
        return race(
            Path(folder),
            over.replace(REBASE, "file"),
            clones,
            edits,
            rebase=over == REBASE,
            ouder=ouder,
        )


def main() -> int:
    """Run the races that are asked for."""
    parser = argparse.ArgumentParser(
        description="Clones that race, over a folder, ssh and http."
    )
    parser.add_argument("--clones", type=int, default=8)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--over", default=f"file,ssh,http,{REBASE}")
    parser.add_argument("--ouder", default="", help="the program of another version")
    asked = parser.parse_args()
    print_row([*HEAD])
    print_row(["---"] * len(HEAD))
    faults: list[str] = []
    for over in asked.over.split(","):
        if over == "ssh" and not SSHD:
            print("There is no sshd here: nothing raced over ssh.", file=sys.stderr)
            continue
        report = run(over, asked.clones, asked.edits, asked.ouder)
        print_row(row(report))
        if over != REBASE:
            faults += report.faults()
            print("\n".join(dict.fromkeys(report.complaints)), file=sys.stderr)
    print("\n".join(faults), file=sys.stderr)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
