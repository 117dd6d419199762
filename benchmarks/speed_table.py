"""The tables that `benchmarks.speed` prints, in Markdown."""

import statistics
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.speed import Case

AFTER_ENTER_MS = 50.0


def report(cases: list["Case"], after_enter: list[float], runs: int) -> None:
    """Print the table, in Markdown."""
    p, g_small, g_large = (statistics.median(case.ms) for case in cases[:3])
    git = subprocess.getoutput("git --version").split()[-1]
    print(f"{runs} runs each, alternating; git {git}, Python {sys.version.split()[0]}.")
    print(
        f"P = {p:.1f} ms; G = {g_small:.1f} ms in the small group, "
        f"{g_large:.1f} ms in the large one.\n"
    )
    print("| command | ms, median [min–max] | × P | gate | in ms | kept | peak MiB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for case in cases:
        limit = (
            case.limit(p, g_large if case.cwd.name == "groot" else g_small)
            if case.limit
            else None
        )
        is_light = case.memory_mib is None or case.mib <= case.memory_mib
        memory = f"{case.mib:.0f}" + (
            f" (≤ {case.memory_mib:.0f})" if case.memory_mib else ""
        )
        print_row(case.name, case.ms, p, case.gate, limit, memory, is_light=is_light)
    print_row(
        "Enter → next question",
        after_enter,
        p,
        "≤ 50 ms",
        AFTER_ENTER_MS,
        "",
        is_light=True,
    )


def report_beside(cases: list["Case"], others: list["Case"], commit: str) -> None:
    """Print what each takes, this program and that of *commit*."""
    print(f"\n| command | ms | ms at {commit} | × |")
    print("| --- | --- | --- | --- |")
    for case, other in zip(cases, others, strict=True):
        ms, was = statistics.median(case.ms), statistics.median(other.ms)
        print(f"| {case.name} | {ms:.1f} | {was:.1f} | {ms / was:.2f} |")


def print_row(
    name: str,
    ms: list[float],
    p: float,
    gate: str,
    limit: float | None,
    memory: str,
    *,
    is_light: bool,
) -> None:
    """Print one row; *limit* is in ms."""
    median = statistics.median(ms)
    cells = [
        name,
        f"{median:.1f} [{min(ms):.1f}–{max(ms):.1f}]",
        f"{median / p:.2f}",
        gate,
        f"{limit:.1f}" if limit else "",
        "" if limit is None else ("yes" if median <= limit and is_light else "**no**"),
        memory,
    ]
    print(f"| {' | '.join(cells)} |")
