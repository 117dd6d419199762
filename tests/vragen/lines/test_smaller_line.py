"""A line that words an item anew after somebody said no to it; who leaves it keeps the no."""

from typing import Any

import pytest

from intervisie_cli.vragen.opbouw import naar_data
from tests.vragen.voorbeeld import as_texts, context, now, refused, typed

VAN = context("lang", "advisering")
ACTIE = "Ik lees elke dag 10 bladzijden, tot 1 december."
PLAN = ("Doe dit.", "Doe dat.", "", "ja", "ja")
NEE = typed(VAN, {}, *PLAN, ACTIE, "", "a", "tim")
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
    assert nu.tekst == "Maak dit kleiner of haalbaarder"
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


def test_what_stands_there_is_changed_and_not_replaced_by_the_first_key():
    assert now(VAN, NEE).is_getypt


def test_the_only_one_cannot_go():
    assert now(VAN, NEE).leeg == ""
    assert refused(VAN, NEE, "weg").startswith("Dit is de enige")


@pytest.mark.parametrize("getypt", ["", "weg", "Weg"])
def test_an_actie_goes_with_what_was_said_of_it_where_another_remains(getypt: str):
    ander = "Ik bel Kim morgen om 9 uur."
    nee = typed(VAN, {}, *PLAN, ACTIE, f"kim: {ander}", "", "a", "tim 1")
    assert now(VAN, nee).leeg == "weg = uit het plan"
    data = naar_data(VAN, typed(VAN, nee, getypt))
    (actie,) = data["acties"]
    assert (actie["actie"], actie["wie"], actie["akkoord"]) == (ander, "kim", True)
    assert [item["akkoord"] for item in actie["haalbaar"]] == [True] * 3


def test_other_words_are_asked_about_anew():
    klein = "Ik lees elke dag 2 bladzijden, tot 1 december."
    assert of_actie(klein) == {"actie": klein}
    assert now(VAN, typed(VAN, NEE, klein)).tekst == "Sta je achter dit plan?"


def test_what_cannot_be_kept_is_refused():
    assert refused(VAN, NEE, "een\ntwee") == "Dit antwoord moet op één regel."
    assert refused(VAN, NEE, "x" * 2_001).startswith("Dit antwoord is te lang")
