"""What has to hold of a change of a sessie that broke off and was typed again."""

from collections.abc import Iterator
from pathlib import Path

from tests import lab
from tests.lab import State


def after_change(before: State, group: Path) -> Iterator[str]:
    """See that a plain retry leaves just one change of a session, and all of it."""
    retry = lab.intervisie(group, *lab.WIJZIG)
    if retry.code:
        yield f"the retry fails: {retry}"
        return
    sessie = lab.committed(group, lab.SESSIE_YAML) or b""
    if sessie.count(b"inbrenger: tim\n") != 1 or b"21:00" not in sessie:
        yield "the change is not recorded"
    if lab.committed(group, lab.VAN_TIM) is None:
        yield "the ronde has no files"
    if lab.git(group, "rev-parse", "HEAD^").strip() != before.head:
        yield "there is more or less than one new commit"
    yield from before.losses(group, lab.SESSIE_YAML)
    yield from lab.untidy(group)


def after_taking_away(group: Path) -> Iterator[str]:
    """See that a plain retry leaves no session, and nothing else taken back."""
    retry = lab.intervisie(group, "undo")
    if retry.code not in (0, 1):
        yield f"the retry fails: {retry}"
        return
    if (group / lab.FOLDER).exists():
        yield "the folder is still there"
    if lab.subjects(group)[0] != lab.WEGGEHAALD:
        yield "not recorded"
    if lab.subjects(group).count(lab.WEGGEHAALD) != 1:
        yield "recorded more than once"
    yield from lab.untidy(group)


def after_no_ronde(group: Path) -> Iterator[str]:
    """See that the call can begin, in a session that is whole."""
    retry = lab.intervisie(group, *lab.ZONDER_RONDE)
    if retry.code:
        yield f"the retry fails: {retry}"
        return
    step = lab.intervisie(group, *lab.STEP, stdin=lab.ACCLIMATISERING_ANSWERS)
    if step.code:
        yield f"no step can be recorded: {step}"
    yield from lab.untidy(group)
