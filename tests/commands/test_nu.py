"""`intervisie` alone says what now: how to begin, what is at hand, and what is broken."""

from pathlib import Path

from tests import lab
from tests.conftest import EXAMPLES
from tests.lab import intervisie, must

KORT = (EXAMPLES / "kort.yaml").read_text(encoding="utf-8")


def test_outside_a_group_it_says_how_to_begin(tmp_path: Path):
    out = must(tmp_path).out
    assert "Een nieuwe groep: intervisie init" in out
    assert "intervisie demo" in out
    assert out.endswith("Alles wat kan: intervisie --help\n")


def test_a_group_without_a_sessie_makes_one(leeg: Path):
    assert must(leeg).out.splitlines() == [
        "Studiegroep",
        "Een nieuwe sessie klaarzetten: intervisie new",
        "Alles wat kan: intervisie --help",
    ]


def test_the_sessie_at_hand_is_begun_or_gone_on_with(klaar: Path):
    assert "Beginnen met Acclimatisering: intervisie step" in must(klaar).out
    must(klaar, *lab.STEP, stdin=lab.ACCLIMATISERING_ANSWERS)
    out = must(klaar).out
    assert "Korte variant · ma 23 november" in out
    assert "Verder met Hulpvraag definiëren (ronde 1): intervisie step" in out


def test_when_all_is_done_a_new_sessie_comes_first(klaar: Path):
    must(klaar, *lab.STEP, stdin=KORT)
    assert (
        must(klaar).out.splitlines()[2]
        == "Een nieuwe sessie klaarzetten: intervisie new"
    )


def test_a_sessie_that_is_still_to_come_is_proposed_with_its_day(leeg: Path):
    must(leeg, *lab.NEW, "--datum", "2026-12-01")
    lines = must(leeg).out.splitlines()
    assert lines[1] == "Korte variant · di 1 december"
    assert lines[2:4] == [
        "Beginnen met Acclimatisering: intervisie step",
        "Hoe staat het met de acties?: intervisie actie",
    ]


def test_what_is_broken_is_named_and_nothing_else_is_proposed_before_it(een: Path):
    (een / lab.SESSIE_YAML).write_text("id: [\n")
    outcome = must(een)
    assert f"{lab.SESSIE_YAML} is niet te lezen" in outcome.err
    assert outcome.out.splitlines()[1] == "Kijken wat er mis is: intervisie doctor"


def test_a_group_that_cannot_be_read_says_so(een: Path):
    (een / "groep.yaml").write_text("leden: 7\n")
    outcome = intervisie(een)
    assert outcome.code == 4
    assert outcome.err.startswith("groep.yaml is niet te lezen")


def test_a_group_that_was_named_and_is_not_there_is_refused(tmp_path: Path):
    assert intervisie(tmp_path, "--groep", str(tmp_path / "weg")).code == 1
