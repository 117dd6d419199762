"""The members of a group: a line for each, those who left below."""

from datetime import date

from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.tonen.lid import json, regels
from intervisie_cli.ui.console import Console

VANDAAG = date(2026, 11, 23)
GROEP = Groep(
    "G",
    (Lid("daan", weg="2026-11-02"), Lid("kim", "Kim de Boer"), Lid("jo", weg="toen")),
)


def test_each_member_has_a_line_and_who_left_says_since_when(uit: Console):
    assert list(regels(uit, GROEP, VANDAAG)) == [
        "kim   Kim de Boer",
        "daan  Daan, weg sinds ma 2 november",
        "jo    Jo, weg sinds toen",
    ]


def test_a_name_that_does_not_fit_goes_on_below_itself(uit: Console):
    lang = Groep("G", (Lid("kim", "Kim " * 19 + "Kim"),))
    eerste, tweede = regels(uit, lang, VANDAAG)
    assert eerste.startswith("kim  Kim Kim")
    assert tweede.startswith("     Kim")


def test_for_programs_everybody_stands_in_the_order_of_the_file():
    assert json(GROEP)["leden"] == [
        {"lid": "daan", "naam": "Daan", "weg": "2026-11-02"},
        {"lid": "kim", "naam": "Kim de Boer", "weg": None},
        {"lid": "jo", "naam": "Jo", "weg": "toen"},
    ]
