"""A line that words an item anew after somebody said no to it; who leaves it keeps the no."""

from typing import Any

import pytest

from tests.vragen.voorbeeld import as_texts, context, now, refused, typed

VAN = context("lang", "advisering")
ACTIE = "Ik lees elke dag 10 bladzijden, tot 1 december."
NEE = typed(VAN, {}, "Doe dit.", "Doe dat.", "", "ja", "ja", ACTIE, "", "a", "tim")
GEZEGD = ("akkoord", "haalbaar/mirthe", "haalbaar/kim", "haalbaar/tim")


def of_actie(getypt: str) -> dict[str, Any]:
    gegeven = as_texts(typed(VAN, NEE, getypt))
    begin = "acties/-/0/"
    return {
        sleutel.removeprefix(begin): waarde
        for sleutel, waarde in gegeven.items()
        if sleutel.startswith(begin)
    }


def test_a_no_asks_what_would_make_it_smaller_from_the_words_that_stand():
    nu = now(VAN, NEE)
    assert str(nu.sleutel) == "acties/-/0/actie/coach/kleiner"
    assert nu.tekst == "Wat maakt dit kleiner of haalbaarder?"
    assert nu.standaard == ACTIE
    assert nu.lijn
    assert nu.lijn.schrijf(NEE) == ACTIE


@pytest.mark.parametrize("getypt", ["", "  ", ACTIE])
def test_the_same_words_or_none_leave_it_with_its_no(getypt: str):
    assert of_actie(getypt) == {
        "actie": ACTIE,
        "actie/coach/kleiner": ACTIE,
        **dict.fromkeys(GEZEGD[:3], True),
        "haalbaar/tim": False,
    }


def test_other_words_are_asked_about_anew():
    klein = "Ik lees elke dag 2 bladzijden, tot 1 december."
    assert of_actie(klein) == {"actie": klein}
    assert now(VAN, typed(VAN, NEE, klein)).tekst == "Sta je achter dit plan?"


def test_what_cannot_be_kept_is_refused():
    assert refused(VAN, NEE, "een\ntwee") == "Dit antwoord moet op één regel."
    assert refused(VAN, NEE, "x" * 2_001).startswith("Dit antwoord is te lang")
