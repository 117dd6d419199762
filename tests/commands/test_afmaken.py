"""What a process that died had begun is finished by the next command, also one that only looks."""

from pathlib import Path

import pytest

from intervisie_cli.git import locks
from tests import lab
from tests.lab import dies_after_commit, dies_before_commit, intervisie, must, subjects


@pytest.mark.parametrize("looks", [("status",), ("log",), ("show",), ("actie",), ()])
def test_a_command_that_only_looks_finishes_it(een: Path, looks: tuple[str, ...]):
    dies_before_commit(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    must(een, *looks)
    assert subjects(een)[0] == lab.VASTGELEGD
    assert list(lab.untidy(een)) == []


def test_doctor_shows_it_before_it_is_finished(een: Path):
    dies_before_commit(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    assert "nog niet af is vastgelegd" in intervisie(een, "doctor").out


def test_a_look_waits_for_nobody(een: Path, monkeypatch: pytest.MonkeyPatch):
    dies_after_commit(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    lock = een / ".git/HEAD.lock"
    lock.touch()
    # The lock of a git of somebody else, who is at it for longer than a person waits.
    monkeypatch.setattr(locks, "heal", lambda _folder, left, _since: left)
    must(een, "status")
    assert lock.exists()
    assert (een / ".git/intervisie/journaal.json").exists()


def test_a_step_that_cannot_be_read_stops_no_undo_of_another(een: Path):
    must(een, *lab.STEP, stdin=lab.HULPVRAAG_ANSWERS)
    with (een / lab.ADVISERING).open("a", encoding="utf-8") as file:
        file.write("x" * 5_000_000)
    lab.git(een, "add", "-A")
    lab.git(een, "commit", "-qm", "een plaatje")
    assert "is teruggenomen" in must(een, "undo").out
    assert (een / lab.ADVISERING).stat().st_size > 5_000_000
    # What cannot be read may hold words: the sessie itself does not go.
    must(een, "undo")
    outcome = intervisie(een, "undo")
    assert outcome.code
    assert (een / lab.SESSIE_YAML).exists()
