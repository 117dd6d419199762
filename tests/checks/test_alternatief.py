"""What is offered in place of a closed or a leading question: about the same, or nothing."""

import pytest

from intervisie_cli.checks.vraag.alternatief import alternatief
from intervisie_cli.checks.vraag.ontleding import OPEN
from intervisie_cli.checks.vraag.vraagzin import lees_vraag


@pytest.mark.parametrize(
    ("tekst", "open_vraag"),
    [
        (
            "Vind je niet dat je eerder moet beginnen?",
            "Wat zou je helpen om eerder te beginnen?",
        ),
        (
            "Zou je niet beter je telefoon uitzetten?",
            "Wat zou je helpen om je telefoon uit te zetten?",
        ),
        (
            "Zou je niet beter kunnen stoppen met die krantenwijk?",
            "Wat zou je helpen om te stoppen met die krantenwijk?",
        ),
        (
            "Heb je er al aan gedacht om je docent te bellen?",
            "Wat zou je helpen om je docent te bellen?",
        ),
        ("Waarom heb je niet gewoon gebeld?", "Hoe kwam het dat je niet gebeld hebt?"),
        (
            "Waarom heb je niet gewoon een lijstje gemaakt?",
            "Hoe kwam het dat je geen lijstje gemaakt hebt?",
        ),
        (
            "Waarom sta je altijd zo laat op?",
            "Hoe komt het dat je zo laat opstaat?",
        ),
        ("Slaap je genoeg?", "Hoe slaap je?"),
        ("Lukt het om op tijd te beginnen?", "Hoe lukt het je om op tijd te beginnen?"),
        ("Ga je die toets inhalen?", "Hoe ga je die toets inhalen?"),
        ("en heb je een bijbaan", "Hoe zit het met je bijbaan?"),
    ],
)
def test_an_open_question_is_offered_with_words_of_its_own(tekst: str, open_vraag: str):
    assert alternatief(tekst) == open_vraag


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "Wat houdt je tegen?",
        "Hoe laat ga je naar bed?",
        "Wie is je mentor?",
        "Vond je het moeilijk?",
        "Heb je een agenda? En gebruik je die ook?",
        "Werk je liever thuis of op school?",
        "Heb je het verslag al ingeleverd?",
        "Game je veel?",
        "Dat ziet toch iedereen?",
        "Zou je dat nou wel doen?",
        "Je weet toch ook wel dat je eerder had moeten bellen?",
    ],
)
def test_where_no_open_question_is_about_the_same_none_is_offered(tekst: str):
    assert alternatief(tekst) == ""


@pytest.mark.parametrize(
    "tekst",
    [
        "wie doet er nu wat in t project",
        "Wie doet er nu precies wat?",
        "wie doet wat in jullie groep?",
    ],
)
def test_who_does_what_is_open_and_no_reproach(tekst: str):
    assert lees_vraag(tekst).soort == OPEN
    assert alternatief(tekst) == ""


def test_who_does_such_a_thing_is_still_a_reproach():
    suggestief = lees_vraag("Wie doet er nu zoiets?").suggestie
    assert suggestief
    assert suggestief.familie == "verwijt"
