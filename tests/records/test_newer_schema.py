"""A newer program recorded here: this one reads it, passes all of it on, and edits nothing."""

from pathlib import Path

import pytest

from tests import lab
from tests.git.test_states import READ_COMMANDS
from tests.lab import git, intervisie, must

NIEUW = "sfeer:\n  - lid: kim\n    kleur: groen   # zo staat het er\n"


@pytest.fixture
def nieuwer(een: Path, tmp_path: Path) -> Path:
    """A shared group of which the sessie was made by a newer program."""
    must(een, "init", "--remote", str(tmp_path / "groep.git"), str(een))
    path = een / lab.SESSIE_YAML
    path.write_text(path.read_text().replace("schema: 1", "schema: 2") + NIEUW)
    git(een, "commit", "-qam", "nieuwere versie")
    return een


def test_it_is_read_and_not_edited(nieuwer: Path):
    before = lab.State.of(nieuwer)
    for argv in READ_COMMANDS:
        assert intervisie(nieuwer, *argv).code == 0, argv
    for argv, answers in (
        (lab.STEP, lab.HULPVRAAG_ANSWERS),
        (
            ("step", "acclimatisering", "--opnieuw", "--antwoorden", "-"),
            lab.ACCLIMATISERING_ANSWERS,
        ),
        (("step", "--als", "kim", "--antwoorden", "-"), "stap: hulpvraag-definieren\n"),
        (("step", "--overslaan"), ""),
        (("undo",), ""),
    ):
        outcome = intervisie(nieuwer, *argv, stdin=answers)
        assert outcome.code == 4, (argv, outcome)
        assert "nieuwere versie" in outcome.err
        assert len(outcome.err.splitlines()) == 2
    assert not list(before.losses(nieuwer))


def test_it_travels_with_every_byte_that_this_program_does_not_know(
    nieuwer: Path, tmp_path: Path
):
    must(
        tmp_path,
        "init",
        "--van",
        str(tmp_path / "groep.git"),
        str(tmp_path / "kim"),
        "--als",
        "kim",
    )
    kim = tmp_path / "kim"
    (kim / lab.SESSIE_YAML).write_text(
        (kim / lab.SESSIE_YAML).read_text() + "thuis: ja\n"
    )
    must(kim, "sync")
    must(nieuwer, "sync")
    must(kim, "sync")
    for clone in (nieuwer, kim):
        text = (clone / lab.SESSIE_YAML).read_text()
        assert "schema: 2" in text
        assert NIEUW in text
        assert "thuis: ja" in text


def test_a_newer_group_takes_no_new_session_or_member(leeg: Path, tmp_path: Path):
    path = leeg / "groep.yaml"
    path.write_text(path.read_text().replace("schema: 1", "schema: 2"))
    git(leeg, "commit", "-qam", "nieuwere versie")
    must(leeg, "init", "--remote", str(tmp_path / "groep.git"), str(leeg))
    assert "nieuwere versie" in intervisie(leeg, *lab.NEW).err
    outcome = intervisie(
        tmp_path,
        "init",
        "--van",
        str(tmp_path / "groep.git"),
        str(tmp_path / "sam"),
        "--als",
        "sam",
    )
    assert outcome.code == 4
    assert "nieuwere versie" in outcome.err
    assert (tmp_path / "sam/groep.yaml").read_text() == path.read_text()
