"""Names in a typed line: in full, or by a beginning that nobody else has."""

import pytest

from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.vragen.lines import names

GROEP = Groep(
    "G", (Lid("tim"), Lid("timo", "Ti"), Lid("ans", "Ans de Wit"), Lid("x", "Tim"))
)
LEDEN = ("tim", "timo", "ans", "x")


@pytest.mark.parametrize(
    ("woord", "lid"),
    [
        ("tim", "tim"),
        (" TIM ", "tim"),
        ("ti", "timo"),
        ("timo", "timo"),
        ("t", ""),
        ("ans de wit", "ans"),
        ("a", "ans"),
        ("x", "x"),
        ("piet", ""),
        ("", ""),
    ],
)
def test_a_handle_goes_before_a_name_and_a_name_before_a_beginning(
    woord: str, lid: str
):
    assert names.find(woord, LEDEN, GROEP) == lid


def test_who_does_not_take_part_is_not_found():
    assert names.find("ans", ("tim",), GROEP) == ""


@pytest.mark.parametrize(
    ("lid", "label"), [("tim", "Tim"), ("timo", "Ti"), ("ans", "ans"), ("x", "x")]
)
def test_a_label_is_one_word_that_finds_its_member(lid: str, label: str):
    assert names.label(lid, LEDEN, GROEP) == label
    assert names.find(label, LEDEN, GROEP) == lid


@pytest.mark.parametrize(
    ("getypt", "namen", "rest"),
    [
        ("tim: bel", ["tim"], "bel"),
        ("Kim en Tim : bel", ["Kim", "Tim"], "bel"),
        ("kim,tim & ans: a: b", ["kim", "tim", "ans"], "a: b"),
        ("bel", [], "bel"),
        (": bel", [], ": bel"),
        ("9:00 uur", [], "9:00 uur"),
        ("Wat, waarom? Zo: bel", [], "Wat, waarom? Zo: bel"),
        (f"{'woord ' * 12}: bel", [], f"{'woord ' * 12}: bel"),
    ],
)
def test_words_before_the_first_colon_can_be_names(
    getypt: str, namen: list[str], rest: str
):
    assert names.in_front(getypt) == (namen, rest)
