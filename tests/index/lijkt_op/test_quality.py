"""What `log --lijkt-op` finds is what people say asks the same,
in the part that is only measured.
"""

from collections.abc import Iterable
from functools import cache

import pytest

from benchmarks import resemblance
from benchmarks.resemblance import PAREN, VRAGEN, Vindt, plain
from intervisie_cli.flows.terugblik.eerder import GENOEG, enough
from intervisie_cli.index.betekenis import beeld, gelijk
from intervisie_cli.index.kenmerken import kenmerken
from tests.index.lijkt_op.cases import BOUWEN, METEN, ook_goed, paren, recall, rondes

MINSTENS = 0.85
# All pairs take half a minute: always one in five is asked, and all in the slow run.
ELKE = pytest.mark.parametrize("elke", [5, pytest.param(1, marks=pytest.mark.slow)])


@pytest.fixture(scope="module")
def ons() -> Vindt:
    return cache(resemblance.ours())


def test_the_set_is_what_it_says_to_be():
    assert len(paren(METEN)) >= 150
    assert len(rondes()) >= 2000 + len(paren(METEN))
    assert not {paar.ronde.id for paar in paren(METEN)} & {
        paar.ronde.id for paar in paren(BOUWEN)
    }
    assert all(paar.ronde.id not in ook_goed()[paar.ronde.id] for paar in paren(METEN))
    assert len(
        {VRAGEN[soort](paar) for soort in PAREN for paar in paren(METEN)}
    ) == len(PAREN) * len(paren(METEN))


def share_found(vindt: Vindt, soorten: Iterable[str], elke: int) -> float:
    """Recall@3 of one pair in so many, over these kinds of question."""
    gevraagd = [
        (paar.ronde.id, VRAGEN[soort](paar))
        for soort in soorten
        for paar in paren(METEN)[::elke]
    ]
    return recall(vindt, gevraagd)


@ELKE
def test_the_same_question_in_other_words_is_among_the_first_three(
    ons: Vindt, elke: int
):
    assert share_found(ons, PAREN, elke) >= MINSTENS


@ELKE
def test_it_finds_far_more_than_the_words_alone(ons: Vindt, elke: int):
    words = plain(lambda tekst: tekst.lower().replace('"', " ").split())
    for soort in VRAGEN:
        found = share_found(ons, [soort], elke)
        assert found > share_found(words, [soort], elke) + 0.1, soort


def test_in_a_small_group_what_is_alike_is_shown_and_little_else():
    assert resemblance.written_groups() == ("20 of 24", "0 of 24")


@pytest.mark.slow
def test_so_it_is_in_small_groups_that_are_drawn():
    for naam, hier, daar in resemblance.KLEIN:
        for aantal in (5, 10):
            shown, noise = resemblance.small_groups(hier, daar, aantal)
            assert shown >= 0.75, naam
            assert noise <= 0.20, naam


def test_the_more_rondes_there_are_the_more_alike_they_must_be():
    assert enough(6, 3) == enough(6, 5) < enough(6, 10) < enough(6, 1000) == GENOEG
    assert enough(6, 5) < enough(20, 5) < enough(60, 5) == GENOEG


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Ik slaap slecht", "Ik lig 's nachts wakker in bed"),
        ("mijn tentamen ging mis", "gezakt voor de toets"),
        (
            "de huisbaas doet niets aan de schimmel",
            "lekkage, en mijn verhuurder reageert niet",
        ),
    ],
)
def test_the_same_in_other_words_is_alike_and_something_else_is_not(
    een: str, ander: str
):
    other = "Hoe regel ik een visum voor mijn uitwisseling?"
    assert gelijk(beeld(een), beeld(ander)) > 0.5 > gelijk(beeld(een), beeld(other))


def test_a_text_without_a_known_word_has_no_meaning():
    assert beeld("") == beeld("xqzw de het een") == b""


@pytest.mark.parametrize(
    ("tekst", "begrip"),
    [
        ("uitgesteld", "uitstellen"), ("stel uit", "uitstellen"), ("stagebegeleider", "stage"),
        ("gemotiveerde", "motivatie"), ("café", "uitgaan"), ("dat niet met op", ""), ("xqzw", ""),
    ],
)  # fmt: skip
def test_a_word_stands_for_an_idea_in_all_its_forms_and_no_other_does(
    tekst: str, begrip: str
):
    found = kenmerken(tekst).begrippen
    assert begrip in found if begrip else not found, found
    assert "vrienden" not in kenmerken("vriendelijk").begrippen
