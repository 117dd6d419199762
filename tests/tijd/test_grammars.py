"""Each alternative of a grammar of time documents itself: it reads what its example marks."""

import inspect
import re

import pytest

from intervisie_cli.taal.zin import Zin
from intervisie_cli.tijd.datums import DATUMS
from intervisie_cli.tijd.klok import KLOKTIJDEN
from intervisie_cli.tijd.lezen import grammaticas
from intervisie_cli.tijd.momenten import momenten, vage
from intervisie_cli.tijd.ritmes import RITMES
from intervisie_cli.tijd.vondst import Kader, Vorm, zoek
from tests.checks.cases import REGIO, VANDAAG

VORMEN = [*vage(), *RITMES, *DATUMS, *KLOKTIJDEN, *momenten()]
each_vorm = pytest.mark.parametrize("vorm", VORMEN, ids=lambda vorm: vorm.voorbeeld)


def sentence(vorm: Vorm) -> str:
    """Its example without the brackets around what it reads."""
    return vorm.voorbeeld.replace("[", "").replace("]", "")


def read_by(tekst: str) -> list[tuple[Vorm, str]]:
    """Each alternative that reads something in a sentence, with the words that it reads."""
    zin = Zin(tekst)
    kader, rest = Kader(VANDAAG, REGIO, zin.tekst), zin.tekst
    gelezen = []
    for grammatica in grammaticas(zin.tekst):
        for vorm in grammatica:
            gevonden, rest = zoek(rest, (vorm,), kader)
            for vondst in gevonden:
                van, tot = zin.stuk(vondst.van, vondst.tot)
                gelezen.append((vorm, tekst[van:tot]))
    return gelezen


@each_vorm
def test_an_alternative_and_no_other_reads_the_bracketed_part_of_its_example(
    vorm: Vorm,
):
    voor, _, rest = vorm.voorbeeld.partition("[")
    woorden, _, na = rest.partition("]")
    gelezen = read_by(sentence(vorm))
    assert [wat for lezer, wat in gelezen if lezer is vorm] == [woorden]
    # Another may read what stands around it, but not the same.
    assert all(wat in f"{voor}|{na}" for lezer, wat in gelezen if lezer is not vorm)


@each_vorm
def test_what_a_pattern_needs_stands_in_what_it_matches(vorm: Vorm):
    match = vorm.regex.search(Zin(sentence(vorm)).tekst)
    assert match
    assert vorm.kan_in(match[0])


@each_vorm
def test_a_pattern_has_only_groups_with_a_name_that_a_reader_asks_for(vorm: Vorm):
    assert not re.search(r"\(\?P<\w+>\)", vorm.patroon), (
        "an empty group only stops an error"
    )
    assert vorm.regex.groups == len(vorm.regex.groupindex)
    lezers = inspect.getsource(inspect.getmodule(vorm.lees))
    for groep in vorm.regex.groupindex:
        assert re.search(rf'match\["{groep}"\]|match\.start\("{groep}"\)', lezers), (
            groep
        )
