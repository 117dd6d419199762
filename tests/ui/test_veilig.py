"""The guard between text from elsewhere and the terminal, on the page and in JSON."""

import json

import pytest

from intervisie_cli.model.eender import eender
from intervisie_cli.ui.veilig import json_veilig, op_een_regel, veilig

# Each steers, hides, turns or means nothing, or is half of a character.
ODD = [
    "\x00", "\x08", "\x0b", "\r", "\x1b", "\x7f", "\x85", "\x9b", "\u061c", "\u200e", "\u200f",
    "\u2028", "\u202e", "\u2066", "\u206f", "\ufff9", "\ue000", "\uf8ff", "\ud800", "\udfff",
    "\U000e0001", "\U000f0000", "\U0010ffff",
]  # fmt: skip


@pytest.mark.parametrize("char", ODD, ids=ascii)
def test_what_could_steer_a_terminal_is_shown_by_its_number(char: str):
    assert veilig(f"voor{char}na") == f"voor\\u{{{ord(char):x}}}na"
    assert op_een_regel(f"voor{char}na") == veilig(f"voor{char}na")


@pytest.mark.parametrize("char", [*ODD, "\u00ad", "\u200b", "\ufeff"], ids=ascii)
def test_in_json_it_is_escaped_and_the_same_value(char: str):
    written = json_veilig(json.dumps(f"voor{char}na", ensure_ascii=False))
    assert json.loads(written) == f"voor{char}na"
    # JSON itself writes two units for what one cannot hold, of four digits each.
    assert written.isascii()
    assert all(len(part) >= 4 for part in written.split("\\u")[1:])


@pytest.mark.parametrize("text", ["Dit is gewoon", "één ☕ \U0001f600", "a\nb"])
def test_what_people_write_stays(text: str):
    assert veilig(text) == text
    assert json_veilig(text) == text


def test_a_tab_is_four_spaces_and_a_line_is_one():
    assert veilig("a\tb") == "a    b"
    assert op_een_regel("  a\tb\n c ") == "a b c"


@pytest.mark.parametrize("char", "\t\n\r\x0b\x0c\x85\u2028\u2029\u00a0\u2009")
def test_all_that_breaks_a_line_or_parts_words_is_a_space(char: str):
    assert eender(f"Een{char}Woord") == "een woord"
