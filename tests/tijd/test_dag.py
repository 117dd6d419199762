"""A day is read as people write it, and a day that does not exist is none."""

from datetime import date

import pytest

from intervisie_cli.tijd.dag import dag_in_woorden, lees_datum, met_dagen

VANDAAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "datum"),
    [
        ("2026-12-01", "2026-12-01"), ("2026-1-2", "2026-01-02"), ("1-12-2026", "2026-12-01"),
        (" 1/12/2025 ", "2025-12-01"), ("1-12", "2026-12-01"), ("23-11", "2026-11-23"),
        ("22-11", "2027-11-22"), ("1 december", "2026-12-01"), ("1 Dec", "2026-12-01"),
        ("1 jan", "2027-01-01"), ("3 mei 2028", "2028-05-03"), ("1 mei", "2027-05-01"),
        ("3-maart-2027", "2027-03-03"), ("29-2-2028", "2028-02-29"),
        ("29 februari 2028", "2028-02-29"), ("2000-02-29", "2000-02-29"), ("31-12", "2026-12-31"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(typed: str, datum: str):
    assert lees_datum(typed, VANDAAG) == date.fromisoformat(datum)


@pytest.mark.parametrize(
    "typed",
    [
        "", "ooit", "2026-02-29", "29-2-2027", "1900-02-29", "2100-02-29", "31-4", "0-1", "1-0",
        "32-1", "1-13", "1", "1 foo", "1 j", "12-31-2026", "2026-12", "elke dag", "morgen bellen",
        "1-1-0000", "99999-1-1", "1 december 99999",
    ],
)  # fmt: skip
def test_a_date_that_does_not_exist_is_none(typed: str):
    assert lees_datum(typed, VANDAAG) is None


@pytest.mark.parametrize(
    ("vandaag", "datum"),
    [
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2028, 1, 1), date(2028, 2, 29)),
        (date(2027, 12, 1), date(2028, 2, 29)),
        (date(2028, 3, 1), date(2032, 2, 29)),
        (date(2096, 3, 1), date(2104, 2, 29)),
    ],
)
def test_a_leap_day_without_a_year_is_the_next_there_is(vandaag: date, datum: date):
    assert lees_datum("29-2", vandaag) == lees_datum("29 februari", vandaag) == datum


def test_the_last_day_there_is_ends_no_reading():
    assert lees_datum("1-1", date(9999, 12, 31)) is None


@pytest.mark.parametrize(
    ("dag", "woorden"),
    [
        ("2026-12-14", "ma 14 december"), ("2026-01-01", "do 1 januari"),
        ("2027-12-14", "di 14 december 2027"), ("2025-11-23", "zo 23 november 2025"),
    ],
)  # fmt: skip
def test_a_day_is_said_with_its_year_when_that_is_not_the_year_of_today(
    dag: str, woorden: str
):
    assert dag_in_woorden(dag, VANDAAG) == woorden
    assert dag_in_woorden(date.fromisoformat(dag), VANDAAG) == woorden


@pytest.mark.parametrize("tekst", ["", "ooit", "2026-02-30"])
def test_what_is_no_day_is_said_as_it_stands(tekst: str):
    assert dag_in_woorden(tekst, VANDAAG) == tekst


def test_a_sessie_that_is_named_by_its_folder_is_named_by_its_day():
    tekst = (
        "In 2026-11-23-kort staat meer dan in 2025-01-02-lang-2; 2 weken later niet."
    )
    assert met_dagen(tekst, VANDAAG) == (
        "In ma 23 november staat meer dan in do 2 januari 2025; 2 weken later niet."
    )
