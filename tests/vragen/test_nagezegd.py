"""What is said below an answer: the day that was understood, or why a question is not open."""

from datetime import date

import pytest

from intervisie_cli.model.draaiboek import OPEN_VRAAG, SMART, Veld
from intervisie_cli.model.sleutel import Sleutel
from intervisie_cli.model.vraag import Vraag
from intervisie_cli.vragen.keuring import nagezegd
from intervisie_cli.vragen.lines.mark_line import MarkLine, Merk
from intervisie_cli.vragen.meekijker import MOMENT, Meekijker

VANDAAG = date(2026, 11, 23)
KLOPT = "Klopt dat niet? ^T"
NIET = "Hoe laat, onthoudt intervisie niet."


def vraag(soort: str, *checks: str) -> Vraag:
    kijkt = Meekijker(checks, VANDAAG, "") if checks else None
    return Vraag(Sleutel("iets"), soort, "Wat?", kijk_mee=kijkt)


@pytest.mark.parametrize(
    ("gevraagd", "getypt", "gezegd"),
    [
        (vraag("datum"), "volgende week ma", "ma 30 november"),
        (vraag("datum"), "2026-12-14", "ma 14 december"),
        (vraag("datum"), "volgende week ma om 7 uur", f"ma 30 november. {NIET}"),
        (vraag("tekst", SMART), "Ik mail Tim vr 4 dec", f"vr 4 december. {KLOPT}"),
        (vraag("tekst", SMART), "tim: elke dag lezen", f"elke dag. {KLOPT}"),
        (vraag("tekst", MOMENT), "over twee weken", f"ma 7 december. {KLOPT}"),
        (vraag("tekst", SMART), "beter plannen", ""),
        (vraag("tekst", MOMENT), "31 november", "Deze datum bestaat niet. Anders? ^T"),
        (
            vraag("tekst", SMART),
            "Ik bel op 30 februari",
            "Deze datum bestaat niet. Anders? ^T",
        ),
        (vraag("tekst"), "vrijdag", ""),
        (vraag("datum"), "", ""),
    ],
)
def test_the_day_that_was_understood_is_said_below_the_answer(
    gevraagd: Vraag, getypt: str, gezegd: str
):
    assert nagezegd(gevraagd, getypt, VANDAAG) == gezegd


@pytest.mark.parametrize(
    ("getypt", "gezegd"),
    [
        ("kim: hoe lang al?", "Dit staat nu bij Mirthe. Was het van Kim? ^T"),
        (" Tim : dat weet ik", "Dit staat nu bij Mirthe. Was het van Tim? ^T"),
        ("mirthe: dat weet ik", ""),
        ("let op: dat weet ik", ""),
        ("Kim zei: dat weet ik", ""),
        ("kim", ""),
    ],
)
def test_who_names_another_before_what_they_say_is_told_whose_it_is(
    getypt: str, gezegd: str
):
    antwoord = vraag("tekst")._replace(aan="Mirthe", anderen=("Kim", "Tim"))
    assert nagezegd(antwoord, getypt, VANDAAG) == gezegd
    # A question to nobody alone has none.
    assert nagezegd(vraag("tekst"), getypt, VANDAAG) == ""


def test_of_a_question_without_a_better_one_only_the_reason_is_told():
    gevraagd = vraag("tekst", OPEN_VRAAG)
    gezegd = nagezegd(gevraagd, "Wie is je mentor?", VANDAAG)
    assert gezegd.endswith(". Anders vragen? ^T")
    # The coach says the reason beside what it offers, and of an open question there is none.
    assert nagezegd(gevraagd, "Heb je een bijbaan?", VANDAAG) == ""
    assert nagezegd(gevraagd, "wie doet er nu wat in t project", VANDAAG) == ""


def test_a_new_day_on_a_line_of_acties_is_said_below_it():
    delen = (
        Veld("status", "keuze", keuzes=("gedaan", "deels", "bezig")),
        Veld("tot", "datum"),
    )
    merken = tuple(Merk(Sleutel("terugblik", bron=id_), delen) for id_ in "ab")
    gevraagd = vraag("tekst")._replace(lijn=MarkLine(merken, VANDAAG))
    gezegd = nagezegd(gevraagd, "1 deels tot volgende week ma, 2 gedaan", VANDAAG)
    assert gezegd == f"ma 30 november. {KLOPT}"
    assert nagezegd(gevraagd, "1 gedaan", VANDAAG) == ""
