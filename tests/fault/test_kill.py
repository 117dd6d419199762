"""The whole process tree dies by SIGKILL right before a call that changes the disk;
what follows is a plain retry.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import lab
from tests.fault import crashat
from tests.fault.changes import after_change, after_no_ronde, after_taking_away
from tests.lab import Templates

pytestmark = pytest.mark.slow

CHUNKS = 6
_BOTH = (lab.HANDWERK.strip(), lab.VAN_KIM.strip())
INIT = (lab.INIT[0], "groep", *lab.INIT[1:])

Look = Callable[[Path], Iterator[str]]


class Killer:
    """Kills one command at any of its points, each time in a fresh copy of a group."""

    def __init__(self, binary: Path, templates: Templates, folder: Path) -> None:
        self._binary = binary
        self.templates = templates
        self.group = folder / "groep"

    def fresh(self, template: str) -> None:
        """Put a fresh copy of *template* in place, or nothing."""
        if self.group.exists():
            shutil.rmtree(self.group)
        if template:
            self.templates.copy(template, self.group)

    def kill(
        self, template: str, argv: tuple[str, ...], at: int, stdin: str = ""
    ) -> crashat.Outcome:
        """Kill before call number *at* (0: never)."""
        self.fresh(template)
        return lab.breaks(self._binary, argv, at, self.group, stdin=stdin)

    def sample(
        self,
        template: str,
        argv: tuple[str, ...],
        look: Look,
        sample: int,
        stdin: str = "",
    ) -> None:
        """Kill at a sample of the points; nothing may be wrong in the eyes of *look* after any."""
        whole = self.kill(template, argv, 0, stdin)
        assert whole.returncode == 0, whole
        wrong = []
        for at in lab.points(whole.total, sample):
            outcome = self.kill(template, argv, at, stdin)
            # A run may make one call more or less: which objects share a folder decides.
            if outcome.killed:
                wrong += [f"{at} {outcome.call}: {what}" for what in look(self.group)]
        assert not wrong, "\n".join(wrong)


@pytest.fixture
def killer(binary: Path, templates: Templates, tmp_path: Path) -> Killer:
    return Killer(binary, templates, tmp_path)


@pytest.mark.parametrize("chunk", range(1, CHUNKS + 1))
def test_a_step_that_is_killed_at_any_point_is_recorded_once_by_a_plain_retry(
    killer: Killer, chunk: int
):
    wrong, at = [], chunk
    while (outcome := killer.kill("een", lab.STEP, at, lab.HULPVRAAG_ANSWERS)).killed:
        wrong += [f"{at} {outcome.call}: {what}" for what in _after_step(killer)]
        at += CHUNKS
    assert outcome.returncode == 0, outcome
    assert outcome.total > 50, "the calls of a step are not seen"
    assert not wrong, "\n".join(wrong)


def _after_step(killer: Killer) -> Iterator[str]:
    before, group = killer.templates.state("een"), killer.group
    half = (group / lab.HULPVRAAG).read_bytes()
    if half != before.files[lab.HULPVRAAG] and not lab.holds(
        half, lab.HULPVRAAG_ANSWERS
    ):
        yield "the step file is neither old nor new"
    yield from before.losses(group, lab.HULPVRAAG)
    retry = lab.intervisie(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    if retry.code:
        yield f"the retry fails: {retry}"
        return
    if not lab.holds((group / lab.HULPVRAAG).read_bytes(), lab.HULPVRAAG_ANSWERS):
        yield "an answer is gone"
    if (count := lab.subjects(group).count(lab.VASTGELEGD)) != 1:
        yield f"recorded {count} times"
    if lab.git(group, "rev-parse", "HEAD^").strip() != before.head:
        yield "there is more or less than one new commit"
    yield from before.losses(group, lab.HULPVRAAG)
    yield from lab.untidy(group)


def test_a_step_of_two_files_that_is_killed_is_recorded_whole_by_a_plain_retry(
    killer: Killer,
):
    before = killer.templates.state("klaar")

    def look(group: Path) -> Iterator[str]:
        retry = lab.intervisie(group, *lab.STEP, stdin=lab.ACCLIMATISERING_ANSWERS)
        if retry.code:
            yield f"the retry fails: {retry}"
        if not lab.holds(
            (group / lab.ACCLIMATISERING).read_bytes(), lab.ACCLIMATISERING_ANSWERS
        ):
            yield "an answer is gone"
        if b"thema: Motivatie\n" not in (group / lab.SESSIE_YAML).read_bytes():
            yield "the session does not have the theme"
        if lab.git(group, "rev-parse", "HEAD^").strip() != before.head:
            yield "there is more or less than one new commit"
        yield from before.losses(group, lab.ACCLIMATISERING, lab.SESSIE_YAML)
        yield from lab.untidy(group)

    killer.sample("klaar", lab.STEP, look, sample=5, stdin=lab.ACCLIMATISERING_ANSWERS)


@pytest.mark.parametrize("looks", ["status", "log", "show"])
def test_after_a_kill_a_look_leaves_git_and_editors_free(killer: Killer, looks: str):
    def look(group: Path) -> Iterator[str]:
        seen = lab.intervisie(group, looks)
        if seen.code:
            yield f"{looks} fails: {seen}"
        for what in lab.untidy(group):
            if "left: .git/intervisie/." not in what:  # in nobody's way
                yield what
        plain = lab.ask_git(group, "commit", "--allow-empty", "-qm", "met gewone git")
        if plain.returncode:
            yield f"git commit fails: {plain.stderr}"

    killer.sample("klaar", lab.STEP, look, sample=12, stdin=lab.ACCLIMATISERING_ANSWERS)


def test_a_step_over_a_hand_edit_that_is_killed_keeps_both_versions(killer: Killer):
    before = killer.templates.state("handwerk")

    def look(group: Path) -> Iterator[str]:
        retry = lab.intervisie(group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
        if retry.code:
            yield f"the retry fails: {retry}"
        if lab.committed(group, lab.HULPVRAAG, "HEAD^") != before.files[lab.HULPVRAAG]:
            yield "the version of the hand is not the commit before ours"
        if not lab.holds((group / lab.HULPVRAAG).read_bytes(), lab.HULPVRAAG_ANSWERS):
            yield "an answer is gone"
        if lab.git(group, "rev-parse", "HEAD~2").strip() != before.head:
            yield "there are more or less than two new commits"
        yield from before.losses(group, lab.HULPVRAAG)
        yield from lab.untidy(group)

    killer.sample("handwerk", lab.STEP, look, sample=5, stdin=lab.HULPVRAAG_ANSWERS)


def test_a_sync_that_is_killed_loses_no_word_and_a_plain_retry_ends_it(killer: Killer):
    def look(group: Path) -> Iterator[str]:
        if lab.HANDWERK.encode() not in (group / lab.HULPVRAAG).read_bytes():
            yield "what a hand wrote here is gone"
        retry = lab.intervisie(group, "sync")
        if retry.code:
            yield f"the retry fails: {retry}"
            return
        place = group / ".git/plek.git"
        if lab.git(place, "rev-parse", "main") != lab.git(group, "rev-parse", "HEAD"):
            yield "the place is not where we are"
        text = (group / lab.HULPVRAAG).read_text()
        yield from (
            f"{what!r} stands there {text.count(what)} times"
            for what in _BOTH
            if text.count(what) != 1
        )
        yield from lab.untidy(group)
        yield from (f"left at the place: {path.name}" for path in place.rglob("*.lock"))

    killer.sample("samen", ("sync",), look, sample=20)


def test_a_note_that_is_killed_at_any_point_stands_there_once_after_a_retry(
    killer: Killer,
):
    before = killer.templates.state("een")

    def look(group: Path) -> Iterator[str]:
        retry = lab.intervisie(group, *lab.NOTITIE)
        if retry.code:
            yield f"the retry fails: {retry}"
            return
        if (group / lab.VAN_KIM_ZELF).read_text().count("- Tim luistert\n") != 1:
            yield "the note stands there more or less than once"
        if lab.git(group, "rev-parse", "HEAD^").strip() != before.head:
            yield "there is more or less than one new commit"
        yield from before.losses(group)
        yield from lab.untidy(group)

    killer.sample("een", lab.NOTITIE, look, sample=1_000)


def test_a_session_that_is_killed_while_it_is_made_is_whole_after_a_retry(
    killer: Killer,
):
    def look(group: Path) -> Iterator[str]:
        retry = lab.intervisie(group, *lab.NEW)
        if retry.code:
            yield f"the retry fails: {retry}"
            return
        yield from _not_whole(group)
        step = lab.intervisie(group, *lab.STEP, stdin=lab.ACCLIMATISERING_ANSWERS)
        if step.code:
            yield f"no step can be recorded: {step}"
        yield from lab.untidy(group)

    killer.sample("leeg", lab.NEW, look, sample=5)


def test_a_change_of_a_session_that_is_killed_is_made_once_by_a_plain_retry(
    killer: Killer,
):
    before = killer.templates.state("een")
    killer.sample(
        "een", lab.WIJZIG, lambda group: after_change(before, group), sample=5
    )


def test_a_session_that_is_killed_while_it_goes_is_gone_after_a_retry_and_no_more(
    killer: Killer,
):
    killer.sample("klaar", ("undo",), after_taking_away, sample=5)


def test_a_session_without_a_ronde_that_is_killed_while_it_is_made_can_begin(
    killer: Killer,
):
    killer.sample("leeg", lab.ZONDER_RONDE, after_no_ronde, sample=5)


def _not_whole(group: Path) -> Iterator[str]:
    for folder in (group / "sessies/2026").iterdir():
        files = [path for path in folder.rglob("*") if path.suffix in (".md", ".yaml")]
        if len(files) != lab.FILES_OF_NEW:
            yield f"{folder.name} is not whole"


def test_a_group_that_is_killed_while_it_is_made_is_finished_or_refused_with_what_to_type(
    killer: Killer,
):
    def look(group: Path) -> Iterator[str]:
        retry = lab.intervisie(group.parent, *INIT)
        if (
            retry.code not in (0, 1)
            or "Traceback" in retry.err
            or len(retry.err.splitlines()) > 2
        ):
            yield f"the retry is not clear: {retry}"
        elif "niet leeg" not in retry.err:
            # It is made now, or it was there and the next command finishes it.
            new = lab.intervisie(group, *lab.NEW)
            if new.code:
                yield f"the group takes no session: {new}"
            else:
                yield from lab.untidy(group)

    killer.sample("", INIT, look, sample=5)


def test_an_undo_that_is_killed_loses_no_answer_and_a_retry_works(killer: Killer):
    def look(group: Path) -> Iterator[str]:
        retry = lab.intervisie(group, "undo")
        if retry.code not in (0, 1):
            yield f"the retry fails: {retry}"
        drafts = "".join(
            path.read_text()
            for path in (group / ".git/intervisie/drafts").glob("*.json")
        )
        for pad, answers, words in (
            (
                lab.ACCLIMATISERING,
                lab.ACCLIMATISERING_ANSWERS,
                "Iedereen vertelt kort hoe het gaat.",
            ),
            (lab.HULPVRAAG, lab.HULPVRAAG_ANSWERS, "Hoe kan ik mezelf weer motiveren?"),
        ):
            if (
                not lab.holds((group / pad).read_bytes(), answers)
                and words not in drafts
            ):
                yield f"the answers of {pad} are in no file and in no draft"
        yield from lab.untidy(group)

    killer.sample("twee", ("undo",), look, sample=5)


def test_a_member_who_comes_when_it_is_killed_is_recorded_once_by_a_plain_retry(
    killer: Killer,
):
    before = killer.templates.state("leeg")
    was = before.files["groep.yaml"]
    with_noor = was.replace(b"inst", b"  - id: noor\n    naam: Noor B.\ninst")

    def look(group: Path) -> Iterator[str]:
        if (group / "groep.yaml").read_bytes() not in (was, with_noor):
            yield "the file of the group is neither old nor new"
        retry = lab.intervisie(group, *lab.LID)
        if retry.code:
            yield f"the retry fails: {retry}"
            return
        if lab.committed(group, "groep.yaml") != with_noor:
            yield "who came is not recorded"
        if lab.subjects(group) != [lab.LID_ERBIJ, "Groep gemaakt"]:
            yield "there is more or less than one new commit"
        yield from before.losses(group, "groep.yaml")
        yield from lab.untidy(group)

    killer.sample("leeg", lab.LID, look, sample=5)


def test_joining_that_is_killed_at_any_point_succeeds_when_it_is_typed_again(
    killer: Killer, binary: Path
):
    here = killer.group.parent
    fresh, place = here / "vers.git", here / "plek.git"
    must_join = ("init", "--van", "plek.git", "groep", "--als", "sam")
    lab.must(
        killer.templates.copy("een", here / "maker"),
        "init",
        "--remote",
        str(fresh),
        str(here / "maker"),
    )

    def join(at: int) -> crashat.Outcome:
        killer.fresh("")
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(fresh, place)
        return lab.breaks(binary, must_join, at, killer.group, root=here)

    whole, wrong = join(0), []
    assert whole.returncode == 0, whole
    assert whole.total > 100, "the calls of joining are not seen"
    for at in lab.points(whole.total, 20):
        if (outcome := join(at)).killed:
            wrong += [
                f"{at} {outcome.call}: {what}"
                for what in _not_joined(killer.group, place, must_join)
            ]
    assert not wrong, "\n".join(wrong)


def _not_joined(group: Path, place: Path, argv: tuple[str, ...]) -> Iterator[str]:
    retry = lab.intervisie(group.parent, *argv)
    if retry.code:
        yield f"the retry fails: {retry}"
        return
    if "id: sam" not in (group / "groep.yaml").read_text():
        yield "who joined is no member"
    if (group / ".git/intervisie/lid").read_text() != "sam\n":
        yield "it is not known who works here"
    if lab.git(place, "rev-parse", "main") != lab.git(group, "rev-parse", "HEAD"):
        yield "the place is not where we are"
    if lab.git(group, "rev-list", "--count", "HEAD").strip() != "4":
        yield "it is recorded more or less than once"
    yield from lab.untidy(group)
    yield from (
        f"left: {path}"
        for path in (*group.glob(".intervisie-nieuw*"), *place.rglob("*.lock"))
    )


OLD_BASIS = """
from datetime import datetime
from pathlib import Path
from intervisie_cli import system
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.niet_vastgelegd import Tussendoor
from intervisie_cli.flows.vastlegger import locked

pad = "README.md"
root = Path.cwd()
basis = (root / pad).read_bytes()
(root / pad).write_bytes(basis + b"met de hand\\n")
nu = datetime.fromisoformat("2026-11-23T19:00:00+01:00")
omgeving = Omgeving(lambda: nu, system.random_id, folder=root)
try:
    with locked(omgeving) as vastlegger:
        vastlegger.record({pad: basis + b"van ons\\n"}, "Van ons", {pad: basis})
except Tussendoor:
    pass
"""


def test_a_hand_edit_that_came_just_before_stays_when_the_refusal_is_killed(
    killer: Killer, binary: Path
):
    wrong, at = [], 0
    while True:
        at += 1
        killer.fresh("een")
        outcome = lab.breaks(binary, (), at, killer.group, program=("-c", OLD_BASIS))
        if not outcome.killed:
            break
        hand = (killer.group / "README.md").read_bytes()
        retry = lab.intervisie(killer.group, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
        if retry.code:
            wrong.append(f"{at} {outcome.call}: the next command fails: {retry}")
        if (killer.group / "README.md").read_bytes() != hand:
            wrong.append(f"{at} {outcome.call}: the hand edit is overwritten")
    assert outcome.returncode == 0, outcome
    assert not wrong, "\n".join(wrong)
