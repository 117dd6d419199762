"""Words that people try lead somewhere: to the command that they mean, or to what they can type."""

from pathlib import Path

import pytest

from intervisie_cli.cli.andere_namen import ANDERE_NAMEN, IN_PLAATS_VAN
from intervisie_cli.cli.opdrachten import OPDRACHTEN
from tests.conftest import Run


def test_no_other_name_hides_a_command_and_each_leads_to_one():
    assert not OPDRACHTEN.keys() & (ANDERE_NAMEN.keys() | IN_PLAATS_VAN.keys())
    assert not ANDERE_NAMEN.keys() & IN_PLAATS_VAN.keys()
    assert set(ANDERE_NAMEN.values()) <= OPDRACHTEN.keys()


@pytest.mark.parametrize("naam", ANDERE_NAMEN)
def test_another_name_does_what_the_command_does(naam: str, run: Run):
    opdracht = ANDERE_NAMEN[naam]
    assert run(naam, "--help").out == run(opdracht, "--help").out
    gezegd = run(naam, "--weet-ik-veel")
    assert gezegd.code == 2
    assert f"Typ: intervisie {opdracht} --help" in gezegd.err


@pytest.mark.usefixtures("groep")
def test_another_name_takes_the_same_words(run: Run):
    wie = ("--deelnemers", "mirthe,kim", "--inbrengers", "mirthe")
    assert run("nieuw", "--kort", *wie).code == 0
    gedaan = run("--geen-vragen", "volgende", "acclimatisering")
    assert (gedaan.code, "--antwoorden" in gedaan.err) == (2, True)
    assert run("notulen", "--json").out == run("show", "--json").out
    assert run("acties").out == "Er zijn geen open acties.\n"


@pytest.mark.parametrize("woord", IN_PLAATS_VAN)
def test_a_word_that_is_no_command_says_on_one_line_what_to_type(
    woord: str, kort: Path, run: Run
):
    before = sorted(kort.rglob("*"))
    gezegd = run(woord)
    assert (gezegd.code, gezegd.out) == (2, "")
    [regel] = gezegd.err.splitlines()
    opdrachten = [f"intervisie {opdracht}" for opdracht in OPDRACHTEN]
    assert any(opdracht in regel for opdracht in opdrachten)
    assert sorted(kort.rglob("*")) == before, "it only says so"


def test_help_is_a_word_too(run: Run):
    alles = run("--help")
    assert run("help").out == run("help", "help").out == alles.out
    assert run("help", "step").out == run("help", "stap").out
    assert run("help", "step").out == run("step", "--help").out
    assert run("help").code == run("help", "step").code == 0
    for naam in (*ANDERE_NAMEN, *IN_PLAATS_VAN, "help"):
        assert f"\n  {naam} " not in alles.out
    fout = run("help", "stapel")
    assert (fout.code, "De opdracht 'stapel' is er niet." in fout.err) == (2, True)
