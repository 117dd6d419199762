"""What is shown fits the width, loses no word, and cannot steer the terminal."""

import random
import unicodedata

import pyte
import pytest

from intervisie_cli.ui.console import breedte_van, kort, vul, wrap
from intervisie_cli.ui.veilig import op_een_regel, veilig

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u200e\u200f\u061c"
# Join or part letters, or stand for a visible sign: part of how people write.
KEEPS = "\u200c\u200d"
# They move nothing, and no terminal shows them.
NEVER_SEEN = set("\u00ad\u200b\u2060\ufeff")
EVERY = [chr(code) for code in range(0x110000)]


def steers(char: str) -> bool:
    """Whether a terminal obeys *char*, or shows text otherwise because of it."""
    soort = unicodedata.category(char)
    if soort in ("Cc", "Cs", "Zl", "Zp"):
        return char != "\n"
    return (
        unicodedata.bidirectional(char) in BIDI
        or char in MARKS
        or 0xE0000 <= ord(char) <= 0xE007F
    )


def test_every_character_that_could_steer_a_terminal_comes_out_visible():
    for char in filter(steers, set(EVERY) - NEVER_SEEN):
        shown = veilig(f"a{char}b")
        assert shown == ("a    b" if char == "\t" else f"a\\u{{{ord(char):x}}}b")
        assert not any(map(steers, shown))


def test_letters_marks_signs_and_emoji_come_out_as_they_are():
    text = "".join(
        char
        for char in EVERY
        if unicodedata.category(char)[0] in "LMNPS" and not char >= "\U000e0000"
    )
    assert veilig(text) == text
    assert veilig(f"{KEEPS} \n\xa0\u3000") == f"{KEEPS} \n\xa0\u3000"


def test_nothing_is_dropped_but_what_can_never_be_seen():
    hidden = {char for char in EVERY if veilig(char) == ""}
    assert hidden == NEVER_SEEN


def test_safe_text_is_safe_already():
    for char in EVERY[:0x3000]:
        assert veilig(veilig(char)) == veilig(char)


def test_text_on_one_line_has_no_line_end_of_any_sort():
    for char in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029":
        assert len(op_een_regel(f"a{char}b").splitlines()) == 1


PARTS = [
    "\x1b]0;kwaad\x07", "\x1b]2;kwaad\x1b\\", "\x9d0;kwaad\x9c", "\x1b[31m", "\x9b31;44m",
    "\x1b[7m", "\x1b[2J", "\x1b[H", "\x1bc", "\x1b[?1049h", "\x1b[?25l", "\x1b(0", "\x0e", "\x0f",
    "\x1b[6n", "\x1bP", "\x1b_", "\x1b^", "\x90", "\x98", "\x1b]52;c;aGFsbG8=\x07",
    "\x1b]8;;http://x\x07", "\x08" * 5, "\r", "\x7f", "\x00", "\x1b", "[31m", "]0;x", "\x07",
    "\u202e", "\u2066", "\x84", "\x8d", "\x1b[20h", "\x1b#8", "\x1b[1;5r", "gewoon", "é", "日本",
    " ",
]  # fmt: skip


@pytest.mark.parametrize("eight_bit", [False, True], ids=["utf-8", "characters"])
def test_hostile_text_changes_no_title_no_colour_and_no_mode(eight_bit: bool):
    rng = random.Random(5)
    for _ in range(250):
        screen = pyte.Screen(80, 24)
        shown = veilig("".join(rng.choices(PARTS, k=rng.randint(1, 6))))
        if eight_bit:
            pyte.Stream(screen).feed(shown + "x")
        else:
            pyte.ByteStream(screen).feed((shown + "x").encode("utf-8", "replace"))
        fresh = pyte.Screen(80, 24)
        assert (screen.title, screen.icon_name, screen.mode, screen.margins) == (
            "",
            "",
            fresh.mode,
            None,
        )
        assert screen.cursor.attrs == fresh.cursor.attrs
        assert screen.charset == fresh.charset
        assert not screen.cursor.hidden
        # All of it stands there, from the first place on.
        expected = shown + "x"
        assert (
            "".join(line.rstrip() for line in screen.display)
            .replace(" ", "")
            .startswith(expected.replace(" ", "")[:60])
        )
        cells = [cell for row in screen.buffer.values() for cell in row.values()]
        assert {(cell.fg, cell.bg, cell.bold, cell.reverse) for cell in cells} == {
            ("default", "default", False, False)
        }


TEXTS = [
    "", " ", "a", "een twee drie", "  ingesprongen tekst die langer is dan de regel", "x" * 50,
    "a " * 50, "woord " + "lang" * 20 + " woord", "日本語" * 15, "日本語 tekst " * 8,
    "e\u0301" * 40, "😀" * 30, "a\xa0b " * 20, " " * 40 + "ver ingesprongen", " " * 15 + "x" * 30,
    "\u3000" * 30 + "a", "een  twee   drie" * 5, "ａ" * 25 + "b" * 25, "👩\u200d👩\u200d👧 " * 10,
    "-" * 30, "a" * 10, "a" * 11,
    "Hoe kan ik mezelf structuur geven, zodat ik weer motivatie vind?",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:12]))
def test_no_line_is_wider_than_the_width(text: str):
    for breedte in (10, 11, 15, 20, 40, 80):
        assert [
            regel for regel in wrap(text, breedte) if breedte_van(regel) > breedte
        ] == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:12]))
def test_wrapping_loses_no_word(text: str):
    for breedte in (10, 11, 15, 20, 40, 80):
        regels = wrap(text, breedte)
        assert "".join("".join(regels).split()) == "".join(text.split())
        whole = [woord for woord in text.split() if breedte_van(woord) <= breedte]
        if len(whole) == len(text.split()):
            assert " ".join(regels).split() == whole


def test_a_line_is_filled_before_the_next_begins():
    assert wrap("een twee drie vier", 10) == ["een twee", "drie vier"]
    assert wrap("aaaaaaaaaaaaaaa", 10) == ["aaaaaaaaaa", "aaaaa"]
    assert wrap("een aaaaaaaaaaaaaaa b", 10) == ["een", "aaaaaaaaaa", "aaaaa b"]
    assert wrap("  een twee", 10) == ["  een twee"]


@pytest.mark.parametrize(
    "text",
    [*TEXTS, "\x1b[31mrood", "a\nb\tc", "\u202e" * 9],
    ids=lambda text: repr(text[:12]),
)
def test_a_cut_text_fits_and_says_that_it_was_cut(text: str):
    for breedte in (10, 15, 20, 40):
        cut = kort(text, breedte)
        assert breedte_van(cut) <= breedte
        assert not any(map(steers, cut))
        if cut != op_een_regel(text):
            assert cut.endswith("…")
            assert op_een_regel(text).startswith(cut[:-1])


def test_columns_line_up():
    for text in ("", "é", "日本", "e\u0301", "abc"):
        assert breedte_van(vul(text, 6)) == 6
    assert vul("langer", 3) == "langer"
