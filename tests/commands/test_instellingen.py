"""`intervisie instellingen`: a group chooses without an editor."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.lab import must, subjects
from tests.prepared import Open, good


@pytest.mark.usefixtures("leeg")
def test_the_settings_are_shown_in_words_and_as_data(run: Run):
    page = good(run("instellingen")).out
    assert "delen     met de hand, met: intervisie sync" in page
    assert "horizon   365 dagen" in page
    data = json.loads(good(run("instellingen", "--json")).out)
    assert data["sync"] == "hand"
    assert data["regels"] == {}


def test_some_are_changed_in_one_commit_and_the_rest_stays(leeg: Path, run: Run):
    path = leeg / "groep.yaml"
    path.write_text(
        path.read_text().replace(
            "instellingen: {}", "instellingen:\n  regio: midden  # onze school"
        )
    )
    page = good(run("instellingen", "--delen", "na-stap", "--horizon", "90")).out
    assert "✓ Ingesteld" in page
    assert "delen     vanzelf, na elke stap" in page
    text = path.read_text()
    assert "regio: midden  # onze school" in text
    assert "sync: na-stap" in text
    assert subjects(leeg)[0] == "Instellingen gewijzigd"
    before = len(subjects(leeg))
    assert "✓ Stond al zo" in good(run("instellingen", "--horizon", "90")).out
    assert len(subjects(leeg)) == before


@pytest.mark.usefixtures("leeg")
def test_what_cannot_be_is_refused_and_changes_nothing(run: Run):
    outcome = run("instellingen", "--delen", "soms")
    assert outcome.code == 2
    assert "Kies uit: hand, na-stap" in outcome.err
    assert run("instellingen", "--horizon", "0").code == 2
    assert run("instellingen", "--regio", "zuid", "--json").code == 2


def test_who_connects_a_group_is_asked_once_whether_it_shares_as_it_goes(
    leeg: Path, tmp_path: Path, terminal: Open
):
    place = str(tmp_path / "stick/groep.git")
    window = terminal("init", "--remote", place, str(leeg))
    window.agree("Delen na elke stap?")
    assert window.exit_code() == 0
    assert "sync: na-stap" in (leeg / "groep.yaml").read_text()
    joins = terminal("init", "--van", place, "--als", "kim", str(tmp_path / "kim"))
    assert joins.exit_code() == 0
    assert "Delen na elke stap?" not in joins.all_text
    assert "sync: na-stap" in (tmp_path / "kim/groep.yaml").read_text()


def test_a_script_that_connects_a_group_chooses_nothing(leeg: Path, tmp_path: Path):
    must(leeg, "init", "--remote", str(tmp_path / "stick/groep.git"), str(leeg))
    assert "instellingen: {}" in (leeg / "groep.yaml").read_text()
