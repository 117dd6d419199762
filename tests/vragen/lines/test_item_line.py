"""A line for one item: whose it is may stand before it, and a part by its name behind it."""

from typing import Any

import pytest

from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.vragen.lines.item_line import ItemLine
from tests.vragen.voorbeeld import (
    Answers,
    as_texts,
    context,
    keyed,
    now,
    refused,
    sessie,
    typed,
)

ADVISERING = context("lang", "advisering")
DEFINITIE = context("lang", "probleemdefinitie")
VERKENNING = context("lang", "probleemverkenning")
EVALUATIE = context("lang", "evaluatie")
EIGEN = context("lang", "eigen-invulling")
# The advice is given, and answered: what is open is the first actie.
GEADVISEERD = typed(
    ADVISERING, {}, "Doe dit.", "Doe dat.", "", "ja, fijn", "nee, lastig"
)


def said(getypt: str, van: Any = ADVISERING) -> Answers:
    """What one line records at the first question of a step."""
    return as_texts(typed(van, {}, getypt))


# ---- of each member


@pytest.mark.parametrize(
    ("getypt", "sleutel", "tekst"),
    [
        ("Leg je telefoon weg.", "kim/0", "Leg je telefoon weg."),
        ("  Leg je  telefoon weg. ", "kim/0", "Leg je  telefoon weg."),
        ("kim: Bel de docent", "kim/0", "Bel de docent"),
        ("tim: Bel de docent", "tim/0", "Bel de docent"),
        ("Tim: Bel de docent", "tim/0", "Bel de docent"),
        ("TIM :Bel de docent", "tim/0", "Bel de docent"),
        ("ti: Bel de docent", "tim/0", "Bel de docent"),
        ("tim: Doel: meer rust", "tim/0", "Doel: meer rust"),
        ("Doel: meer rust", "kim/0", "Doel: meer rust"),
        ("Om 9:00 beginnen", "kim/0", "Om 9:00 beginnen"),
        ("Twee dingen: slaap en eet", "kim/0", "Twee dingen: slaap en eet"),
        ("ans: kan niet", "kim/0", "ans: kan niet"),
        (": los", "kim/0", ": los"),
        ("tim bel de docent", "kim/0", "tim bel de docent"),
        ("-", "kim/0", "-"),
    ],
)
def test_a_line_is_of_whose_turn_it_is_or_of_the_member_in_front(
    getypt: str, sleutel: str, tekst: str
):
    assert said(getypt) == {f"adviezen/{sleutel}/advies": tekst}


@pytest.mark.parametrize(
    ("getypt", "reden"),
    [
        ("", "Hier hoort een antwoord."),
        ("   ", "Hier hoort een antwoord."),
        ("tim:", "Zet er ook bij: advies."),
        ("Tim :  ", "Zet er ook bij: advies."),
        ("mirthe: Ik doe dit", "Mirthe is de inbrenger en geeft dit zelf niet."),
        ("mir: Ik doe dit", "Mirthe is de inbrenger en geeft dit zelf niet."),
        ("tim en kim: samen plannen", "Zet het op één naam, zoals: tim: …"),
        ("een\ntwee", "Dit antwoord moet op één regel."),
        (
            "x" * 2_001,
            "Dit antwoord is te lang: 2.001 tekens, het kunnen er 2.000 zijn.",
        ),
    ],
)
def test_what_is_no_item_is_refused_in_words(getypt: str, reden: str):
    assert refused(ADVISERING, {}, getypt) == reden


def test_the_turn_goes_to_who_still_owes_and_then_to_who_gave_least():
    gegeven = typed(DEFINITIE, {}, "tim: a", "tim: b")
    assert now(DEFINITIE, gegeven).aan == "Kim"
    gegeven = typed(DEFINITIE, gegeven, "c")
    assert (now(DEFINITIE, gegeven).aan, now(DEFINITIE, gegeven).ends_list) == (
        "Kim",
        True,
    )
    gegeven = typed(DEFINITIE, gegeven, "d", "tim: e", "")
    assert as_texts(gegeven) == {
        "definities/tim/0/definitie": "a",
        "definities/tim/1/definitie": "b",
        "definities/kim/0/definitie": "c",
        "definities/kim/1/definitie": "d",
        "definities/tim/2/definitie": "e",
        "definities/nog": False,
    }


def test_nobody_gives_more_than_they_can():
    vol = typed(VERKENNING, {}, "tim: Wat is er?", "tim: Hoe kan dat?")
    assert refused(VERKENNING, vol, "tim: Hoe nu?") == (
        "Tim heeft er al 2, meer kan niet."
    )
    assert refused(VERKENNING, vol, "Wat nu?") == ""


def test_a_member_on_a_laptop_of_their_own_gives_for_nobody_else():
    van = ADVISERING._replace(als="tim")
    assert refused(van, {}, "kim: Doe dit") == "Hier vul je alleen in wat van jou is."
    assert as_texts(typed(van, {}, "tim: Doe dit", "")) == {
        "adviezen/tim/0/advies": "Doe dit",
        "adviezen/tim/nog": False,
    }
    assert now(van).namen == ()


@pytest.mark.parametrize(
    ("getypt", "lid"),
    [
        ("tim: iets", "tim"),
        ("timo: iets", "timo"),
        ("Timo: iets", "timo"),
        ("ti: iets", ""),
        ("doel: meer rust", "doel"),
        ("do: iets", "doel"),
        ("Ans de Wit: iets", "ans"),
        ("ans: iets", "ans"),
    ],
)
def test_names_that_begin_alike_are_told_apart_and_a_name_can_be_a_word(
    getypt: str, lid: str
):
    leden = ("mirthe", "tim", "timo", "doel", "ans")
    groep = Groep("G", (*map(Lid, leden[:-1]), Lid("ans", "Ans de Wit")))
    van = context("lang", "advisering", sessie(*leden), groep=groep)
    (sleutel,) = said(getypt, van)
    # Who is meant by no name keeps the whole line, whose turn it is.
    assert sleutel == f"adviezen/{lid or 'tim'}/0/advies"
    assert (said(getypt, van)[sleutel] == getypt) is not bool(lid)


def test_who_has_the_handle_goes_before_who_is_called_so():
    groep = Groep("G", (Lid("mirthe"), Lid("tim", "Kim"), Lid("kim", "Tim")))
    van = context("lang", "advisering", groep=groep)
    assert said("kim: iets", van) == {"adviezen/kim/0/advies": "iets"}


# ---- who does it


@pytest.mark.parametrize(
    ("getypt", "wie", "tekst"),
    [
        ("Ik bel Kim.", None, "Ik bel Kim."),
        ("tim: Ik bel Kim.", "tim", "Ik bel Kim."),
        ("Mirthe: Ik bel Kim.", "mirthe", "Ik bel Kim."),
        ("kim en tim: Plan maken", ["kim", "tim"], "Plan maken"),
        ("Tim en Kim: Plan maken", ["tim", "kim"], "Plan maken"),
        ("kim, tim & mirthe: Plan", ["kim", "tim", "mirthe"], "Plan"),
        ("kim + kim: Plan", "kim", "Plan"),
        ("samen: Plan maken", "samen", "Plan maken"),
        ("Allemaal: Plan maken", "samen", "Plan maken"),
        ("wij: Plan maken", "samen", "Plan maken"),
        ("kim en samen: Plan maken", "samen", "Plan maken"),
        ("Doel: meer rust", None, "Doel: meer rust"),
        ("kim en piet: bellen", None, "kim en piet: bellen"),
        ("Om 9:00 opstaan", None, "Om 9:00 opstaan"),
    ],
)
def test_who_does_an_actie_stands_in_front(getypt: str, wie: Any, tekst: str):
    gegeven = as_texts(typed(ADVISERING, GEADVISEERD, getypt))
    assert gegeven["acties/-/0/actie"] == tekst
    assert gegeven.get("acties/-/0/wie") == wie


@pytest.mark.parametrize(
    ("getypt", "wie"),
    [
        ("Wij allemaal bellen elke dag om 9 uur.", "samen"),
        ("we plannen samen", "samen"),
        ("Kim belt me elke dag om 9 uur.", "kim"),
        ("tim gaat zijn baas vragen", "tim"),
        # Of these somebody else may be the one.
        ("Kim bellen om 9 uur", None),
        ("Tim het boek geven", None),
        ("Samen met Kim leren", None),
        ("kimchi maken", None),
    ],
)
def test_who_does_an_actie_may_be_said_by_the_sentence(getypt: str, wie: str | None):
    gegeven = typed(ADVISERING, GEADVISEERD, getypt)
    assert as_texts(gegeven).get("acties/-/0/wie") == wie
    assert as_texts(gegeven)["acties/-/0/actie"] == getypt


def test_who_does_it_in_spite_of_the_sentence_is_said_in_front():
    gegeven = typed(ADVISERING, GEADVISEERD, "mirthe: we plannen elke dag om 9 uur")
    lijn = ItemLine(
        ADVISERING.stap.veld("acties"), Sleutel("acties", "-", 0), ADVISERING, True
    )
    assert lijn.schrijf(gegeven) == "mirthe: we plannen elke dag om 9 uur"


def test_a_docent_from_outside_stands_in_front_of_nothing():
    van = context("lang", "advisering")
    van = van._replace(sessie=van.sessie._replace(begeleider_naam="Els"))
    gezegd = refused(van, {}, "els: Wat heb je geprobeerd?")
    assert gezegd.startswith("Els is geen lid.")


@pytest.mark.parametrize("getypt", ["nee", "N", "niemand", "niks", "klaar"])
def test_a_word_that_says_so_ends_a_list_as_an_empty_line_does(getypt: str):
    gegeven = typed(ADVISERING, {}, "Doe dit.", "Doe dat.", getypt)
    assert as_texts(gegeven)["adviezen/nog"] is False
    assert len([sleutel for sleutel in gegeven if sleutel.deel == "advies"]) == 2


def test_who_alone_makes_no_actie():
    assert refused(ADVISERING, GEADVISEERD, "tim:") == "Zet er ook bij: actie."
    assert refused(ADVISERING, GEADVISEERD, "kim en tim: ") == (
        "Zet er ook bij: actie."
    )
    assert now(ADVISERING, GEADVISEERD).namen == ("Mirthe", "Kim", "Tim")


# ---- a part behind it


@pytest.mark.parametrize(
    ("getypt", "ervaring", "tip"),
    [
        ("Fijn.", "Fijn.", None),
        ("Fijn. Tip: neem pauze", "Fijn.", "neem pauze"),
        ("Fijn, tip : neem pauze", "Fijn", "neem pauze"),
        ("Fijn (tip: neem pauze)", "Fijn", "neem pauze"),
        ("Fijn. Tip: neem pauze (kort)", "Fijn.", "neem pauze (kort)"),
        ("Fijn. Tip: pauze. Tip: thee", "Fijn.", "pauze.; thee"),
        ("Ik gaf een tip over rust", "Ik gaf een tip over rust", None),
        ("Goed getipt: ja", "Goed getipt: ja", None),
    ],
)
def test_a_tip_may_stand_behind_what_somebody_experienced(
    getypt: str, ervaring: str, tip: str | None
):
    gegeven = said(f"kim: {getypt}", EVALUATIE)
    assert gegeven["ervaringen/kim/0/ervaring"] == ervaring
    assert gegeven.get("ervaringen/kim/0/tip") == tip


def test_a_tip_alone_is_no_experience():
    assert refused(EVALUATIE, {}, "tip: neem pauze") == "Zet er ook bij: ervaring."


# ---- no more, and less


def test_an_empty_line_ends_a_list_that_owes_nothing_more():
    assert as_texts(typed(EIGEN, {}, "")) == {"activiteiten/nog": False}
    assert as_texts(typed(EIGEN, {}, "Borrel", "")) == {
        "activiteiten/-/0/activiteit": "Borrel",
        "activiteiten/nog": False,
    }


def test_an_item_that_is_left_empty_goes_with_what_was_said_of_it_and_the_rest_moves_up():
    antwoorden = keyed(
        EIGEN,
        {
            "activiteiten/-/0/id": "aaaa0000",
            "activiteiten/-/1/activiteit": "Taart",
            "activiteiten/-/1/id": "aaaa0001",
            "activiteiten/-/2/activiteit": "Thee",
        },
    )
    assert as_texts(typed(EIGEN, antwoorden, "")) == {
        "activiteiten/-/0/activiteit": "Taart",
        "activiteiten/-/0/id": "aaaa0001",
        "activiteiten/-/1/activiteit": "Thee",
    }


# ---- the line that would have given it


@pytest.mark.parametrize(
    ("gegeven", "regel"),
    [
        ({}, ""),
        ({"actie": "Bel Tim."}, "Bel Tim."),
        ({"actie": "Bel Tim.", "wie": "mirthe"}, "Bel Tim."),
        ({"actie": "Bel Tim.", "wie": "kim"}, "kim: Bel Tim."),
        ({"actie": "Plan", "wie": ["kim", "tim"]}, "kim en tim: Plan"),
        ({"actie": "Plan", "wie": "samen"}, "samen: Plan"),
    ],
)
def test_a_line_that_is_typed_anew_begins_as_it_would_have_been_typed(
    gegeven: Answers, regel: str
):
    lijn = now(ADVISERING, GEADVISEERD).lijn
    assert isinstance(lijn, ItemLine)
    antwoorden = {lijn.item.met(naam): waarde for naam, waarde in gegeven.items()}
    assert lijn.schrijf(antwoorden) == regel


def test_a_text_that_begins_like_a_name_stays_of_whose_it_was():
    lijn = now(ADVISERING).lijn
    assert isinstance(lijn, ItemLine)
    antwoorden = keyed(ADVISERING, {"adviezen/kim/0/advies": "Tim: doe dit ook"})
    regel = lijn.schrijf(antwoorden)
    assert lijn.lees(regel, {}).erbij == antwoorden
