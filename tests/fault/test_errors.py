"""A call that changes the disk fails: one line, an exit code of the contract,
nothing that was confirmed is lost.
"""

import errno
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import lab
from tests.fault import crashat
from tests.fault.changes import after_change, after_no_ronde, after_taking_away
from tests.lab import State, Templates

pytestmark = pytest.mark.slow

INIT = (lab.INIT[0], "groep", *lab.INIT[1:])


def _after_step(
    before: State | None, group: Path, outcome: crashat.Outcome
) -> Iterator[str]:
    assert before
    if "✓" in outcome.stdout.decode() and not _is_recorded(group):
        yield "confirmed, but not recorded"
    retry = lab.intervisie(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    if retry.code:
        yield f"the retry fails: {retry}"
        return
    if not _is_recorded(group):
        yield "not recorded after the retry"
    if (count := lab.subjects(group).count(lab.VASTGELEGD)) != 1:
        yield f"recorded {count} times"
    yield from before.losses(group, lab.HULPVRAAG)
    yield from lab.untidy(group)


def _is_recorded(group: Path) -> bool:
    raw = (group / lab.HULPVRAAG).read_bytes()
    return (
        lab.holds(raw, lab.HULPVRAAG_ANSWERS)
        and lab.committed(group, lab.HULPVRAAG) == raw
    )


def _after_new(
    before: State | None, group: Path, outcome: crashat.Outcome
) -> Iterator[str]:
    assert before
    is_confirmed = "staat klaar." in outcome.stdout.decode()
    there = lab.git(group, "ls-tree", "-r", "--name-only", "HEAD", "sessies").split()
    if is_confirmed and len(there) != lab.FILES_OF_NEW:
        yield "confirmed, but not recorded"
    retry = lab.intervisie(group, *lab.NEW)
    if retry.code:
        yield f"the retry fails: {retry}"
        return
    yield from before.losses(group)
    yield from lab.untidy(group)


def _after_init(
    _before: State | None, group: Path, outcome: crashat.Outcome
) -> Iterator[str]:
    if outcome.returncode == 0:
        if lab.git(group, "ls-tree", "--name-only", "HEAD").split() != [
            ".gitattributes",
            "README.md",
            "groep.yaml",
        ]:
            yield "confirmed, but not recorded"
    else:
        retry = lab.intervisie(group.parent, *INIT)
        if retry.code:
            yield f"the retry fails: {retry}"
            return
    yield from _mended_by(group, lab.NEW)


def _mended_by(group: Path, argv: tuple[str, ...], answers: str = "") -> Iterator[str]:
    """See that the next command finishes what was left, such as an index that could not follow."""
    following = lab.intervisie(group, *argv, stdin=answers)
    if following.code:
        yield f"the next command fails: {following}"
    yield from lab.untidy(group)


def _after_undo(
    before: State | None, group: Path, outcome: crashat.Outcome
) -> Iterator[str]:
    assert before
    if "is teruggenomen" not in outcome.stdout.decode():
        retry = lab.intervisie(group, "undo")
        if retry.code:
            yield f"the retry fails: {retry}"
            return
    if lab.committed(group, lab.ACCLIMATISERING) != before.files[lab.ACCLIMATISERING]:
        yield "an undo and its retry take back two steps"
    drafts = "".join(
        path.read_text() for path in (group / ".git/intervisie/drafts").glob("*.json")
    )
    if "Hoe kan ik mezelf weer motiveren?" not in drafts:
        yield "the answers are not in a draft"
    yield from before.losses(group, lab.HULPVRAAG)
    yield from _mended_by(group, lab.STEP, lab.HULPVRAAG_ANSWERS)


def _after_lid(
    before: State | None, group: Path, outcome: crashat.Outcome
) -> Iterator[str]:
    assert before
    if "✓" in outcome.stdout.decode() and not _is_member(group):
        yield "confirmed, but not recorded"
    retry = lab.intervisie(group, *lab.LID)
    if retry.code:
        yield f"the retry fails: {retry}"
        return
    if not _is_member(group):
        yield "not recorded after the retry"
    if (count := lab.subjects(group).count(lab.LID_ERBIJ)) != 1:
        yield f"recorded {count} times"
    yield from before.losses(group, "groep.yaml")
    yield from _mended_by(group, lab.NEW)


def _is_member(group: Path) -> bool:
    raw = (group / "groep.yaml").read_bytes()
    return b"id: noor\n" in raw and lab.committed(group, "groep.yaml") == raw


def _after_note(
    before: State | None, group: Path, outcome: crashat.Outcome
) -> Iterator[str]:
    assert before
    is_confirmed = "Genoteerd" in outcome.stdout.decode()
    if is_confirmed and lab.committed(group, lab.VAN_KIM_ZELF) is None:
        yield "confirmed, but not recorded"
    retry = lab.intervisie(group, *lab.NOTITIE)
    if retry.code:
        yield f"the retry fails: {retry}"
        return
    noted = lab.committed(group, lab.VAN_KIM_ZELF) or b""
    if noted.count(b"- Tim luistert\n") != 1:
        yield "the note stands there more or less than once"
    if lab.git(group, "rev-parse", "HEAD^").strip() != before.head:
        yield "there is more or less than one new commit"
    yield from before.losses(group)
    yield from lab.untidy(group)


def _after_change(
    before: State | None, group: Path, outcome: crashat.Outcome
) -> Iterator[str]:
    assert before
    is_confirmed = "gewijzigd" in outcome.stdout.decode()
    if is_confirmed and lab.committed(group, lab.VAN_TIM) is None:
        yield "confirmed, but not recorded"
    yield from after_change(before, group)


def _after_taking_away(
    _before: State | None, group: Path, _outcome: crashat.Outcome
) -> Iterator[str]:
    yield from after_taking_away(group)


def _after_no_ronde(
    _before: State | None, group: Path, _outcome: crashat.Outcome
) -> Iterator[str]:
    yield from after_no_ronde(group)


EIO, ENOSPC, STAYS_FULL = (
    (errno.EIO, False),
    (errno.ENOSPC, False),
    (errno.ENOSPC, True),
)
COMMANDS = {
    "step": ("een", lab.STEP, lab.HULPVRAAG_ANSWERS, _after_step, None),
    "new": ("leeg", lab.NEW, "", _after_new, 5),
    "init": ("", INIT, "", _after_init, 5),
    "undo": ("twee", ("undo",), "", _after_undo, 5),
    "lid": ("leeg", lab.LID, "", _after_lid, 5),
    "notitie": ("een", lab.NOTITIE, "", _after_note, 20),
    "wijzig": ("een", lab.WIJZIG, "", _after_change, 5),
    "undo of a sessie": ("klaar", ("undo",), "", _after_taking_away, 5),
    "new without a ronde": ("leeg", lab.ZONDER_RONDE, "", _after_no_ronde, 5),
}


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        *(pytest.param(name, EIO, id=f"{name}-EIO") for name in COMMANDS),
        *(pytest.param(name, ENOSPC, id=f"{name}-ENOSPC") for name in COMMANDS),
        pytest.param("step", STAYS_FULL, id="step-ENOSPC from there on"),
    ],
)
def test_a_call_that_fails_gives_one_line_and_loses_nothing(
    binary: Path,
    templates: Templates,
    tmp_path: Path,
    command: str,
    fault: tuple[int, bool],
):
    template, argv, answers, look, sample = COMMANDS[command]
    number, is_sticky = fault
    before = templates.state(template) if template else None
    group, wrong = tmp_path / "groep", []

    def fail(at: int) -> crashat.Outcome:
        if group.exists():
            shutil.rmtree(group)
        if template:
            templates.copy(template, group)
        return lab.breaks(binary, argv, at, group, number, answers, sticky=is_sticky)

    whole = fail(0)
    assert whole.returncode == 0, whole
    # A step fails at every point in one way, and at a sample of them in the others.
    if fault != EIO:
        sample = sample or 20
    for at in lab.points(whole.total, sample):
        outcome = fail(at)
        if outcome.call:
            found = [*_unclear(outcome), *look(before, group, outcome)]
            wrong += [f"{at} {outcome.call}: {what}" for what in found]
    assert not wrong, "\n".join(wrong)


def _unclear(outcome: crashat.Outcome) -> Iterator[str]:
    """Name what the contract does not allow a failing command to show."""
    shown = outcome.stdout.decode() + outcome.stderr.decode()
    if "Traceback" in shown or outcome.returncode not in (0, 1, 5):
        yield f"exit {outcome.returncode}: {shown}"
    if outcome.returncode and not 1 <= len(outcome.stderr.splitlines()) <= 2:
        yield f"not one or two lines: {outcome.stderr.decode()}"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, in memory."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    try:
        argv = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(disk)]
        done = subprocess.run(argv, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if done.returncode:
        pytest.skip("this user may not mount a disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_disk_that_is_full_to_any_degree_costs_no_answer(
    templates: Templates, small_disk: Path
):
    before, wrong = templates.state("een"), []
    room, block = 0, 4096
    while True:
        group = templates.copy("een", small_disk / f"groep-{room}")
        filler = small_disk / "vol"
        filler.write_bytes(b"")
        free = shutil.disk_usage(small_disk).free // block
        assert free > room, "the disk is too small for this test"
        filler.write_bytes(bytes(block * (free - room)))
        outcome = lab.intervisie(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
        filler.unlink()
        found = list(before.losses(group, lab.HULPVRAAG))
        if outcome.code == 0:
            found += [] if _is_recorded(group) else ["confirmed, but not recorded"]
        elif outcome.code not in (1, 5) or not 1 <= len(outcome.err.splitlines()) <= 2:
            found.append(f"not as in the contract: {outcome}")
        lab.must(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
        found += [] if _is_recorded(group) else ["not recorded after the retry"]
        found += lab.untidy(group)
        wrong += [f"room for {room} blocks: {what}" for what in found]
        shutil.rmtree(group)
        if outcome.code == 0:
            break
        room += 1
    assert room, "a step needs room"
    assert not wrong, "\n".join(wrong)
