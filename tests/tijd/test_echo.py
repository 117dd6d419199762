"""What was understood of a day or a rhythm is said back in words."""

from datetime import date

import pytest

from intervisie_cli.tijd.dag import lees_datum
from intervisie_cli.tijd.echo import echo

VANDAAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("tekst", "gezegd"),
    [
        ("Ik mail mijn docent uiterlijk ma 14 december", "ma 14 december"),
        ("Ik bel volgende week ma mijn docent", "ma 30 november"),
        ("Ik lever het 14 januari in", "do 14 januari 2027"),
        ("elke dag om 9 uur lezen, tot 7 december", "elke dag om 9 uur, t/m zo 6 december"),
        ("elke ma en do om 9:30 lezen", "elke maandag en donderdag om 9:30"),
        # Each day can have a time of its own; none of them may go.
        ("Elke maandag om 9 uur en donderdag om 10 uur 2 uur lezen, t/m 18 december",
         "elke maandag en donderdag, t/m vr 18 december"),
        ("elke maandag om 9 uur en elke donderdag om 10 uur lezen", "elke maandag en donderdag"),
        ("op werkdagen om 7 uur opstaan", "elke werkdag om 7 uur"),
        ("elk weekend bellen", "elk weekend"),
        ("3x per week hardlopen", "3 keer per week"),
        ("twee keer per dag wandelen", "2 keer per dag"),
        ("5 dagen lang lezen", "elke dag, 5 keer"),
        # As many as there are days are those days, once each; others are not.
        ("4 ochtenden (ma t/m do) lezen",
         "elke maandag, dinsdag, woensdag en donderdag, 4 keer"),
        ("3 avonden (ma t/m do) lezen", "elke maandag, dinsdag, woensdag en donderdag"),
        ("om de week bellen", "elke 2 weken"),
        ("elke 2 weken op dinsdag bellen", "elke 2 weken op dinsdag"),
        ("elke eerste maandag van de maand bellen", "elke 1e maandag van de maand"),
        ("elke laatste vrijdag van de maand bellen", "elke laatste vrijdag van de maand"),
        ("elk uur water drinken", "elk uur"),
        ("om 9 uur en 16 uur elke dag bewegen", "elke dag om 9 uur en 16 uur"),
        ("maandelijks een gesprek", "elke maand"),
        # A day on which it begins is none by which it is done.
        ("Vanaf maandag 30 november elke dag lezen", "elke dag"),
        ("Ik begin 1 december met hardlopen", ""),
        ("Ik lees elke dag, start: 1 december", "elke dag"),
        ("Ik bel binnenkort", ""),
        ("Gisteren heb ik gebeld", ""),
        ("Ik bel na de les", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_sentence_is_said_back_as_it_was_understood(tekst: str, gezegd: str):
    assert echo(tekst, VANDAAG) == gezegd


def test_a_holiday_is_said_back_where_the_region_is_known():
    zin = "Ik lever het voor de voorjaarsvakantie in"
    assert echo(zin, VANDAAG, "zuid") == "vr 12 februari 2027"
    assert echo(zin, VANDAAG) == ""


@pytest.mark.parametrize("getypt", ["vrijdag", "over twee weken", "14 jan", "eind mei"])
def test_what_is_said_back_of_a_day_is_read_as_that_day(getypt: str):
    gezegd = echo(f"op {getypt}", VANDAAG)
    assert lees_datum(gezegd, VANDAAG) == lees_datum(getypt, VANDAAG)
