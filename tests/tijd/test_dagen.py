"""One reading of a day: typed at a prompt, behind a flag, or in the sentence of an actie."""

from datetime import date

import pytest

from intervisie_cli.checks.smart.actie import Actiezin
from intervisie_cli.tijd.dag import GEEN_DAG, dag_in_woorden, lees_datum
from intervisie_cli.tijd.periode import lees_periode
from intervisie_cli.vragen.soorten.enkel import ENKEL

VANDAAG = date(2026, 11, 23)
# A day as people say it on Monday 23 November 2026, and which day that is.
MANIEREN = """
2026-12-14                      2026-12-14
14-12-2026                      2026-12-14
14/12/2026                      2026-12-14
14-12-26                        2026-12-14
14.12.2026                      2026-12-14
14-12                           2026-12-14
14/12                           2026-12-14
14 december                     2026-12-14
14 dec                          2026-12-14
14 dec.                         2026-12-14
14 Dec                          2026-12-14
14e december                    2026-12-14
de 14e                          2026-12-14
14 december 2026                2026-12-14
14 dec 2026                     2026-12-14
14 dec '26                      2026-12-14
14 decmber                      2026-12-14
ma 14 december                  2026-12-14
ma 14 dec                       2026-12-14
ma. 14 dec.                     2026-12-14
maandag 14 december             2026-12-14
maandag 14/12                   2026-12-14
ma 14 december 2026             2026-12-14
do 14 januari                   2027-01-14
do 14 januari 2027              2027-01-14
23 november                     2026-11-23
vrijdag                         2026-11-27
Vrijdag                         2026-11-27
op vrijdag                      2026-11-27
vrijdagmiddag                   2026-11-27
vrijdag 17:00                   2026-11-27
vrijdag om 17.00 uur            2026-11-27
dinsdag om 20:00                2026-11-24
volgende week ma 19.30 uur      2026-11-30
1 december om 20 uur            2026-12-01
komende vrijdag                 2026-11-27
aanstaande vrijdag              2026-11-27
a.s. vrijdag                    2026-11-27
deze vrijdag                    2026-11-27
vrijdag over een week           2026-12-04
dinsdag over 2 weken            2026-12-08
vrijdag de 4e                   2026-12-04
vr 4 dec                        2026-12-04
maandag                         2026-11-30
zondag                          2026-11-29
volgende week                   2026-12-06
volgende week ma                2026-11-30
volgende wk ma                  2026-11-30
vlgnd week ma                   2026-11-30
ma volgende week                2026-11-30
maandag volgende week           2026-11-30
volgende week vrijdag           2026-12-04
volgende week woensdag 2 december 2026-12-02
deze week                       2026-11-29
eind deze week                  2026-11-29
eind volgende week              2026-12-06
begin volgende week             2026-12-01
over een week                   2026-11-30
over twee weken                 2026-12-07
over 2 wkn                      2026-12-07
over 10 dagen                   2026-12-03
over een maand                  2026-12-23
binnen 2 weken                  2026-12-07
vandaag                         2026-11-23
vanavond                        2026-11-23
morgen                          2026-11-24
mrgen                           2026-11-24
morgenavond                     2026-11-24
overmorgen                      2026-11-25
eind december                   2026-12-31
einde dec                       2026-12-31
half december                   2026-12-15
begin december                  2026-12-10
eind januari                    2027-01-31
december                        2026-12-31
eind deze maand                 2026-11-30
eind van de maand               2026-11-30
volgende maand                  2026-12-31
eind van het jaar               2026-12-31
week 50                         2026-12-13
wk 50                           2026-12-13
in week 50                      2026-12-13
dit weekend                     2026-11-29
in het weekend                  2026-11-29
volgend weekend                 2026-12-06
uiterlijk vrijdag               2026-11-27
uiterlijk 14 december           2026-12-14
voor vrijdag                    2026-11-26
vóór 14 december                2026-12-13
tot vrijdag                     2026-11-26
t/m vrijdag                     2026-11-27
tegen 14 december               2026-12-14
5 dec voor 12 uur               2026-12-05
sinterklaas                     2026-12-05
voor kerst                      2026-12-24
eerste kerstdag                 2026-12-25
in de kerstvakantie             2027-01-03
oud en nieuw                    2026-12-31
"""
DAGEN = [regel.rsplit(None, 1) for regel in MANIEREN.strip().splitlines()]


@pytest.mark.parametrize(("getypt", "dag"), DAGEN)
def test_a_day_is_the_same_at_a_prompt_behind_a_flag_and_in_a_sentence(
    getypt: str, dag: str
):
    assert lees_datum(getypt, VANDAAG) == date.fromisoformat(dag)
    soort = ENKEL["datum"]
    assert soort.bezwaar(getypt, VANDAAG) == ""
    assert soort.uit_getypt(getypt, VANDAAG) == dag
    zin = f"Ik lever het verslag {getypt} in"
    assert Actiezin(zin, VANDAAG).tot == date.fromisoformat(dag)


def test_a_day_just_past_is_next_year_when_it_is_typed_and_past_in_a_sentence():
    assert lees_datum("22 november", VANDAAG) == date(2027, 11, 22)
    plan = Actiezin("Ik lever het verslag 22 november in", VANDAAG)
    assert (plan.tot, plan.is_tijdgebonden) == (None, False)
    gedaan = Actiezin("Het verslag is op 12 november ingeleverd", VANDAAG)
    assert (gedaan.tot, gedaan.is_tijdgebonden) == (date(2026, 11, 12), True)
    ver = Actiezin("Ik lever het verslag 22 november 2027 in", VANDAAG)
    assert ver.tot == date(2027, 11, 22)


@pytest.mark.parametrize(
    ("getypt", "zin", "dag"),
    [
        ("vr", "verslag inleveren vr", "2026-11-27"),
        ("vr.", "Ik bel op vr.", "2026-11-27"),
        ("ma", "Ik bel op ma", "2026-11-30"),
        ("zo", "Ik bel op zo", "2026-11-29"),
        ("14.12", "Ik bel op 14.12", "2026-12-14"),
        ("14 12", "Ik bel op 14-12", "2026-12-14"),
        ("het weekend", "Ik bel in het weekend", "2026-11-29"),
        ("2026-12-01 om 3", "Ik bel op 2026-12-01 om 3", "2026-12-01"),
    ],
)
def test_what_may_be_another_word_in_a_sentence_is_a_day_where_a_day_is_asked(
    getypt: str, zin: str, dag: str
):
    assert lees_datum(getypt, VANDAAG) == date.fromisoformat(dag)
    assert Actiezin(zin, VANDAAG).tot == date.fromisoformat(dag)


@pytest.mark.parametrize("dag", ["2026-11-23", "2026-12-14", "2027-01-14"])
def test_a_day_is_read_as_it_is_printed(dag: str):
    getoond = dag_in_woorden(dag, VANDAAG)
    assert lees_datum(getoond, VANDAAG) == date.fromisoformat(dag)


@pytest.mark.parametrize(
    "getypt",
    [
        "31 november", "30 februari 2027", "32-1", "binnenkort", "straks", "ooit", "elke dag",
        "om 10 uur", "vrij", "gisteren", "vorige week", "per 1 december", "vanaf 1 december",
        "ik bel vrijdag",
    ],
)  # fmt: skip
def test_what_is_no_day_to_come_is_refused_with_one_line(getypt: str):
    assert lees_datum(getypt, VANDAAG) is None
    assert ENKEL["datum"].bezwaar(getypt, VANDAAG) == GEEN_DAG


@pytest.mark.parametrize(
    ("getypt", "dag"),
    [
        ("vandaag", "2026-11-23"),
        ("gisteren", "2026-11-22"),
        ("vrijdag", "2026-11-20"),
        ("vr", "2026-11-20"),
        ("maandag", "2026-11-16"),
        ("afgelopen vrijdag", "2026-11-20"),
        ("vorige week vrijdag", "2026-11-20"),
        ("ma vorige week", "2026-11-16"),
        ("eind vorige maand", "2026-10-31"),
        ("eind oktober", "2026-10-31"),
        ("week 46", "2026-11-15"),
        ("ma 16 november", "2026-11-16"),
        ("1 dec", "2025-12-01"),
        ("kerst", "2025-12-25"),
        ("eind vorig jaar", "2025-12-31"),
        ("morgen", "2026-11-24"),
        ("volgende week ma", "2026-11-30"),
    ],
)
def test_who_looks_back_means_the_last_such_day(getypt: str, dag: str):
    periode = lees_periode(getypt, VANDAAG)
    assert periode == (date.fromisoformat(dag), date.fromisoformat(dag))


@pytest.mark.parametrize(
    "zin",
    [
        "Vanaf maandag 30 november elke dag 20 minuten lezen",
        "Elke dag 20 minuten lezen vanaf ma 30 november",
        "Ik begin 1 december met hardlopen",
        "Ik begin op maandag met mijn scriptie",
        "Te beginnen op 1 december elke dag lezen",
        "Start: 1 december, elke dag lezen",
        "Met ingang van 1 december lees ik elke dag",
        "Per 1 december sport ik twee keer per week",
    ],
)
def test_a_day_on_which_something_begins_is_no_last_day(zin: str):
    actie = Actiezin(zin, VANDAAG)
    assert actie.is_tijdgebonden
    assert actie.tot is None


def test_an_end_behind_a_begin_is_the_last_day():
    zin = "Ik begin 1 december en lever het 14 december in"
    assert Actiezin(zin, VANDAAG).tot == date(2026, 12, 14)
    zin = "Vanaf morgen tot en met 14 december lees ik elke dag"
    assert Actiezin(zin, VANDAAG).tot == date(2026, 12, 14)
