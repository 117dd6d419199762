"""Typed text is made uniform without losing a word, and what cannot be kept is refused with its reason."""

import unicodedata
from datetime import date

import pytest

from intervisie_cli.taal.tekst import MAX_LANG, MAX_TEKST, bezwaar, schoon, zonder_stuurtekens
from intervisie_cli.tijd.dag import lees_datum

VANDAAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""), ("  a  ", "a"), ("a \nb\t\n\n", "a\nb"), ("\n\na", "a"), ("a\r\nb\rc", "a\nb\nc"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\nd"), ("e\u0301", "é"), ("a\n\n\nb", "a\n\n\nb"), ("a  b", "a  b"),
        ("\u00a0a\u3000", "a"), ("ﬁ½", "ﬁ½"), ("😀\u200d👩", "😀\u200d👩"), ("  a\n  b", "a\n  b"),
    ],
)  # fmt: skip
def test_text_is_kept_in_one_form(typed: str, kept: str):
    assert schoon(typed) == kept


@pytest.mark.parametrize(
    "char",
    ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\ue000", "\ud800", "\ufeff"],
)
def test_a_control_character_is_refused_by_its_number_and_can_be_taken_out(char: str):
    assert bezwaar(f"a{char}b", is_lang=True) == f"bevat een stuurteken (U+{ord(char):04X})"
    assert zonder_stuurtekens(f"a{char}b") == "ab"


@pytest.mark.parametrize(
    "char", ["é", "\u200d", "\u200c", "\u00ad", "😀", "\ufe0f", "ａ", "ا", "'", "\\", "\u0301"]
)
def test_what_people_write_is_no_control_character(char: str):
    assert bezwaar(f"a{char}b", is_lang=False) == ""
    assert zonder_stuurtekens(f"a{char}b") == f"a{char}b"


def test_every_character_is_either_refused_or_survives():
    # The rest of the planes holds no control characters, but for the private ones at the end.
    for char in map(chr, [*range(0x20000), *range(0xE0000, 0xE0200), 0xF0000, 0x10FFFF]):
        if bezwaar(char, is_lang=True):
            assert zonder_stuurtekens(char) == ""
            assert unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
        else:
            assert zonder_stuurtekens(char) in (char, " ")


def test_the_limits_are_those_of_a_line_and_of_a_page():
    assert bezwaar("a" * MAX_TEKST, is_lang=False) == ""
    assert (
        bezwaar("a" * (MAX_TEKST + 1), is_lang=False)
        == "is te lang: 2.001 tekens, het kunnen er 2.000 zijn"
    )
    assert bezwaar("a" * MAX_LANG, is_lang=True) == ""
    assert (
        bezwaar("a" * 1_000_000, is_lang=True)
        == "is te lang: 1.000.000 tekens, het kunnen er 20.000 zijn"
    )


def test_only_long_text_has_more_than_one_line():
    assert bezwaar("a\nb", is_lang=False) == "moet op één regel"
    assert bezwaar("a\nb", is_lang=True) == ""


@pytest.mark.parametrize(
    ("typed", "datum"),
    [
        ("2026-12-01", "2026-12-01"), ("2026-1-2", "2026-01-02"), ("1-12-2026", "2026-12-01"),
        (" 1/12/2025 ", "2025-12-01"),
        ("1-12", "2026-12-01"), ("23-11", "2026-11-23"), ("22-11", "2027-11-22"), ("1 december", "2026-12-01"),
        ("1 Dec", "2026-12-01"), ("1 jan", "2027-01-01"), ("3 mei 2028", "2028-05-03"), ("1 mei", "2027-05-01"),
        ("3-maart-2027", "2027-03-03"), ("29-2-2028", "2028-02-29"), ("29 februari 2028", "2028-02-29"),
        ("2000-02-29", "2000-02-29"), ("31-12", "2026-12-31"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(typed: str, datum: str):
    assert lees_datum(typed, VANDAAG) == date.fromisoformat(datum)


@pytest.mark.parametrize(
    "typed",
    [
        "", "ooit", "2026-02-29", "29-2-2027", "1900-02-29", "2100-02-29", "31-4", "0-1", "1-0", "32-1", "1-13", "1",
        "1 foo", "1 j",
        "12-31-2026", "2026-12", "elke dag", "morgen bellen", "2026-12-01 om 3", "1-1-0000", "99999-1-1",
        "1 december 99999",
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
