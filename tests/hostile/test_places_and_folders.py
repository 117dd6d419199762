"""A hostile place, or a folder handed over, leads our program to the group and the place alone."""

import os
import platform
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import lab
from tests.bulk import sampled
from tests.conftest import Outcome
from tests.hostile import folders, places
from tests.hostile.test_our_answer import see_answer
from tests.lab import git, intervisie, must

LOOK = (
    ("status",),
    ("show",),
    ("log",),
    ("log", "--zoek", "zin"),
    ("check", "--alles"),
    ("actie",),
    ("doctor",),
)
HANGS_S = 30


@contextmanager
def must_not_hang() -> Iterator[None]:
    """End what waits for ever: a pipe that nobody writes in."""

    def ring(*_: object) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(HANGS_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def at_home(other: Path) -> dict[str, tuple[float, bytes]]:
    """Everything that the user has besides, with when it changed and what it holds."""
    found = [path for path in other.parent.rglob("*") if not path.is_dir()]
    return {str(path): (path.lstat().st_mtime, path.read_bytes()) for path in found}


@pytest.mark.parametrize("case", sampled(places.CASES), ids=str)
def test_a_hostile_place_starts_reads_and_writes_nothing(
    gedeeld: Path, other: Path, tmp_path: Path, case: places.Case
):
    world = places.World(
        tmp_path / "plek.git", tmp_path / "getuige", other.parent / "dagboek.txt", other
    )
    case.build(world)
    before, state = at_home(other), lab.State.of(gedeeld)
    with must_not_hang():
        outcomes = [intervisie(gedeeld, "sync"), intervisie(gedeeld, "doctor")]
        join = (
            "init",
            "--van",
            str(world.place),
            str(tmp_path / "nieuw"),
            "--als",
            "sam",
        )
        outcomes.append(intervisie(tmp_path, *join))
    _is_answer(outcomes[0], case.reden)
    assert outcomes[1].code in (0, 4), outcomes[1]
    assert case.reden in " ".join(outcomes[1].out.split())
    _is_answer(outcomes[2], case.reden)
    assert (tmp_path / "nieuw").exists() is not bool(case.reden)
    assert not world.witness.exists(), world.witness.read_text()
    assert at_home(other) == before
    assert list(state.losses(gedeeld, "groep.yaml")) == []
    if not case.reden:
        there = world.place / "refs/heads/main"
        assert git(gedeeld, "rev-parse", "HEAD") != there.read_text(), (
            "sam joined after the sync"
        )
        must(gedeeld, "sync")
        assert git(gedeeld, "rev-parse", "HEAD") == there.read_text()
        assert not [
            path
            for path in world.place.rglob("*")
            if path.lstat().st_mode & 0o022 and not path.is_symlink()
        ]


def _is_answer(outcome: Outcome, reden: str) -> None:
    see_answer(outcome)
    if reden:
        assert outcome.code == 5, outcome
        assert reden in outcome.err, outcome
    else:
        assert outcome.code == 0, outcome


@pytest.mark.parametrize("case", sampled(folders.CASES), ids=str)
def test_a_folder_that_is_handed_over_leads_nowhere(
    gedeeld: Path, other: Path, case: folders.Case
):
    world = folders.World(gedeeld, other.parent / "dagboek.txt", other)
    case.build(world)
    before = at_home(other)
    with must_not_hang():
        sync = intervisie(gedeeld, "sync")
        said = [intervisie(gedeeld, *argv) for argv in LOOK]
        said += [
            intervisie(gedeeld, *argv, stdin=lab.ADVISERING_ANSWERS)
            for argv in (lab.STEP, lab.NEW, ("undo",))
        ]
        said.append(intervisie(gedeeld, "sync"))
    for outcome in (sync, *said):
        see_answer(outcome)
    if case.reden:
        assert case.reden in sync.err, sync
    assert at_home(other) == before
    assert not world.elsewhere.exists()


@pytest.mark.parametrize("folder", ["refs", "refs/heads"])
def test_no_lock_behind_a_link_is_taken_for_that_of_one_who_died_at_the_place(
    gedeeld: Path, other: Path, tmp_path: Path, folder: str
):
    place, behind = tmp_path / "plek.git", other.parent / "mijn"
    for naam in ("heads/main.lock", "main.lock"):
        (behind / naam).parent.mkdir(exist_ok=True, parents=True)
        (behind / naam).write_text("van mij\n")
    (place / folder).rename(place / "weg")
    (place / folder).symlink_to(behind)
    (place / "intervisie.slot").write_text(platform.node())
    os.utime(place / "intervisie.slot", (0, 0))
    assert intervisie(gedeeld, "sync").code == 5
    assert (behind / "heads/main.lock").exists()
    assert (behind / "main.lock").exists()


@pytest.mark.parametrize("naam", [".groep.git.intervisie-nieuw", "groep.git"])
@pytest.mark.parametrize("inside", ["a link", "nothing"])
def test_making_a_place_where_links_lie_leaves_alone_what_is_behind_them(
    gedeeld: Path, other: Path, tmp_path: Path, naam: str, inside: str
):
    stick, behind = tmp_path / "stick", other.parent / "foto's"
    stick.mkdir()
    behind.mkdir()
    (behind / "vakantie.jpg").write_text("foto\n")
    if inside == "a link":
        (behind / "nog-een").symlink_to(other)
    (stick / naam).symlink_to(behind)
    git(gedeeld, "remote", "remove", "origin")
    see_answer(
        intervisie(gedeeld, "init", "--remote", str(stick / "groep.git"), str(gedeeld))
    )
    assert (behind / "vakantie.jpg").read_text() == "foto\n"
    assert {path.name for path in behind.iterdir()} <= {"vakantie.jpg", "nog-een"}


@pytest.mark.parametrize("naam", ["journal-above", "journal-hook", "moving-to-option"])
def test_a_journal_that_is_not_ours_is_set_aside_and_named(
    gedeeld: Path, other: Path, naam: str
):
    world = folders.World(gedeeld, other.parent / "dagboek.txt", other)
    next(case for case in folders.CASES if case.naam == naam).build(world)
    must(gedeeld, "sync")
    (aside,) = (gedeeld / folders.OWN).glob("*.json.opzij-*")
    assert aside.name in must(gedeeld, "doctor").out


@pytest.mark.parametrize(
    "cases", [places.CASES, folders.CASES], ids=["places", "folders"]
)
def test_each_case_has_a_name_of_its_own(
    cases: tuple[places.Case, ...] | tuple[folders.Case, ...],
):
    assert len(cases) > 50
    assert len({case.naam for case in cases}) == len(cases)
