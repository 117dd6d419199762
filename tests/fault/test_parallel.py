"""Many processes record in one clone at once: each step is there, once, and nobody is refused."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import lab

pytestmark = pytest.mark.slow

PROCESSES, STEPS = 16, 25
LEDEN = [f"lid{letter}" for letter in "abcdefghijkl"]

# In one process step after step, so that most of the time goes to writing, and the processes meet.
RECORD_ALL = """
import io, json, sys
from intervisie_cli.cli.main import run
sessie, documents = json.load(sys.stdin)
for document in documents:
    sys.stdin = io.TextIOWrapper(io.BytesIO(document.encode()))
    if code := run(["step", "--antwoorden", "-", "--sessie", sessie]):
        sys.exit(code)
"""


def _documents() -> list[str]:
    """The answers to all steps of a session of the draaiboek kort with twelve rondes."""
    alle = ["stap: acclimatisering\nnotulen: Iedereen vertelt kort hoe het gaat.\n"]
    for inbrenger in LEDEN:
        alle.append(
            f"stap: hulpvraag-definieren\ninbrenger: {inbrenger}\n"
            f"hulpvraag: Hoe krijg ik {inbrenger} rustig?\n"
        )
        adviezen = "".join(
            f"  - lid: {lid}\n    advies: Advies van {lid}\n"
            for lid in LEDEN
            if lid != inbrenger
        )
        acties = (
            "  - actie: Ik wandel elke dag een half uur\n"
            f"    wie: {inbrenger}\n    tot: 2026-12-07\n"
        )
        alle.append(f"stap: advisering\nadviezen:\n{adviezen}acties:\n{acties}")
    return alle


def _prepare(folder: Path, count: int) -> list[str]:
    lab.must(
        folder, "init", "groep", "--naam", "Studiegroep", "--leden", ",".join(LEDEN)
    )
    alle = ",".join(LEDEN)
    names = [f"p{number:02d}" for number in range(count)]
    for naam in names:
        lab.must(
            folder / "groep",
            "new",
            "--kort",
            "--deelnemers",
            alle,
            "--inbrengers",
            alle,
            "--thema",
            naam,
        )
    return [f"2026-11-23-{naam}" for naam in names]


def _record(group: Path, sessie: str) -> list[str]:
    """Record the steps of one session in a process of its own, and give what went wrong."""
    documents = _documents()[:STEPS]
    if lab.ALLE_PUNTEN:
        argv = [
            sys.executable,
            "-m",
            "intervisie_cli",
            "step",
            "--antwoorden",
            "-",
            "--sessie",
            sessie,
        ]
        inputs = documents
    else:
        argv = [sys.executable, "-c", RECORD_ALL]
        inputs = [json.dumps([sessie, documents])]
    runs = [
        subprocess.run(
            argv, cwd=group, input=i, capture_output=True, text=True, check=False
        )
        for i in inputs
    ]
    wrong = [
        f"{sessie}: exit {run.returncode}: {run.stderr}"
        for run in runs
        if run.returncode
    ]
    confirmed = sum(run.stdout.count("✓") for run in runs)
    return (
        wrong
        if confirmed == STEPS
        else [*wrong, f"{sessie}: {confirmed} of {STEPS} confirmed"]
    )


def _record_all(group: Path, sessies: list[str]) -> list[str]:
    with ThreadPoolExecutor(len(sessies)) as pool:
        return [
            line
            for lines in pool.map(lambda sessie: _record(group, sessie), sessies)
            for line in lines
        ]


def _missing(group: Path, steps: int, others: int) -> Iterator[str]:
    """Name what is not there after *steps* steps and *others* other commits."""
    subjects = lab.subjects(group)
    recorded = sum(" vastgelegd (" in subject for subject in subjects)
    if (recorded, len(subjects)) != (steps, steps + others):
        yield f"{recorded} of {steps} steps in {len(subjects)} of {steps + others} commits"
    if (
        count := sum(
            b"\nstatus: klaar\n" in raw for raw in lab.files_of(group).values()
        )
    ) != steps:
        yield f"{count} of {steps} on disk"
    if taken_back := lab.git(group, "diff", "--name-only", "HEAD").split():
        yield f"not in HEAD: {taken_back}"
    yield from lab.untidy(group)


def test_of_many_processes_in_one_clone_none_loses_a_step_and_none_is_refused(
    tmp_path: Path,
):
    sessies = _prepare(tmp_path, PROCESSES)
    wrong = _record_all(tmp_path / "groep", sessies)
    wrong += _missing(tmp_path / "groep", len(sessies) * STEPS, len(sessies) + 1)
    assert not wrong, "\n".join(wrong)


def test_a_user_who_commits_all_the_time_beside_it_takes_nothing_back_and_stops_nobody(
    tmp_path: Path,
):
    sessies = _prepare(tmp_path, 3)
    group, done, own = tmp_path / "groep", threading.Event(), 0

    def commit_on_and_on() -> None:
        nonlocal own
        while not done.is_set():
            (group / "kladblok.txt").write_text(f"{own}\n")
            added = lab.ask_git(group, "add", "kladblok.txt").returncode
            own += (
                not added
                and not lab.ask_git(group, "commit", "-qm", "eigen werk").returncode
            )

    user = threading.Thread(target=commit_on_and_on)
    user.start()
    try:
        wrong = _record_all(group, sessies)
    finally:
        done.set()
        user.join()
    lab.ask_git(group, "add", "kladblok.txt")
    own += not lab.ask_git(group, "commit", "-qm", "einde").returncode
    assert own > 3, "the user hardly came in between"
    wrong += _missing(group, len(sessies) * STEPS, len(sessies) + 1 + own)
    assert not wrong, "\n".join(wrong)
