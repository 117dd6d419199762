"""Typed text is made uniform and loses no word; what cannot be kept is refused with its reason."""

import unicodedata

import pytest

from intervisie_cli.taal.tekst import (
    MAX_LANG,
    MAX_TEKST,
    NIET_OVERGEKOMEN,
    bezwaar,
    schoon,
    zonder_stuurtekens,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""), ("  a  ", "a"), ("a \nb\t\n\n", "a\nb"), ("\n\na", "a"), ("a\r\nb\rc", "a\nb\nc"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\nd"), ("e\u0301", "é"), ("a\n\n\nb", "a\n\n\nb"),
        ("a  b", "a  b"), ("\u00a0a\u3000", "a"), ("ﬁ½", "ﬁ½"), ("😀\u200d👩", "😀\u200d👩"),
        ("  a\n  b", "a\n  b"),
    ],
)  # fmt: skip
def test_text_is_kept_in_one_form(typed: str, kept: str):
    assert schoon(typed) == kept


@pytest.mark.parametrize(
    "char",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x9b",
        "\u202e",
        "\u2066",
        "\ue000",
        "\ufeff",
    ],
)
def test_a_control_character_is_refused_by_its_number_and_can_be_taken_out(char: str):
    assert (
        bezwaar(f"a{char}b", is_lang=True)
        == f"bevat een stuurteken (U+{ord(char):04X})"
    )
    assert zonder_stuurtekens(f"a{char}b") == "ab"


@pytest.mark.parametrize("raw", [b"ge\xefnspireerd", b"caf\xe9", b"\x80 5,-"])
def test_a_letter_of_another_coding_leaves_a_mark_and_is_asked_again(raw: bytes):
    getypt = zonder_stuurtekens(raw.decode("utf-8", "surrogateescape"))
    assert getypt.count(NIET_OVERGEKOMEN) == 1
    assert "niet goed overkwam" in bezwaar(getypt, is_lang=False)


@pytest.mark.parametrize(
    "char",
    ["é", "\u200d", "\u200c", "😀", "\ufe0f", "ａ", "ا", "'", "\\", "\u0301"],
)
def test_what_people_write_is_no_control_character(char: str):
    assert bezwaar(f"a{char}b", is_lang=False) == ""
    assert zonder_stuurtekens(f"a{char}b") == f"a{char}b"


def test_every_character_is_either_refused_or_survives():
    # The rest of the planes holds no control characters, but for the private ones at the end.
    for char in map(
        chr, [*range(0x20000), *range(0xE0000, 0xE0200), 0xF0000, 0x10FFFF]
    ):
        if "\ud800" <= char <= "\udfff" or char == NIET_OVERGEKOMEN:
            assert zonder_stuurtekens(char) == NIET_OVERGEKOMEN
            assert bezwaar(char, is_lang=True)
        elif bezwaar(char, is_lang=True):
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
