"""What the property tests draw from: text of every sort, nested data,
YAML as a hand may write or break it.
"""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from intervisie_cli.records.node import Node

# What a YAML reader, a terminal or a line of a file may take for something else.
TRICKY = [
    "", " ", "true", "True", "Nee", "yes", "off", "n", "null", "~", "12", "-0", "+5", "007", "1e3",
    "0x1F", "0o17", "1_000", "3.14", ".inf", "1" * 30, "2026-11-23", "2024-02-31",
    "2026-11-23T19:30:00+01:00", "2001-12-14 21:59:43", "12:30", "a: b", "a:", ":a", "a:b", "a #b",
    "a# b", "#a", "- a", "-", "? a", "a\nb", "\n", "a\n", "a\n\nb", "\na", "a\n b", " a", "a ",
    "\ta", "a\tb", "a\n  \nb", "a\nb ", "a\r\nb", "a\rb", "\x85", "a\x85b", "\u2028", "a\u2029b",
    "\ufeff", "a\ufeff", "'", '"', "a'b", 'a"b', "\\", "a\\n", "---", "--- a", "...", "|", "|-",
    ">", "{}", "[]", "[a", "{a: b}", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a", "<<", "=",
    "\x00", "\x1b[31m", "\x7f", "\x9b", "\xa0", "a\xa0", "\u3000", "a\u3000", "a\u2003",
    "\u3000a\nb\u3000", "é", "e\u0301", "ß", "日本語", "😀", "\u202e", "\U000e0041", "\ufffe",
    "\ufffd", "\U0010ffff",
]  # fmt: skip

text = st.sampled_from(TRICKY) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=30
)
# What people type at one line or another, and what looks like it.
STUKKEN = [
    "a", "j", "ja", "n", "nee", "deels", "klaar", "open", "bezig", "vervallen", "alle", "niet",
    "kim", "Tim", "mirthe", "ti", "samen", "en", "1", "2", "3", "9", "9 keer", "12x", "1000 keer",
    "tot", "tot vrijdag", "tot 1 december", "tot 31 februari", "tip:", "Tip: pauze", ":", ",", ";",
    "-", "&", ".", "(", ")", "Doel: rust", "tim:", "kim en tim:", "Bel de docent", "é", "ß", "²",
]  # fmt: skip
typed_lines = st.lists(st.sampled_from(STUKKEN), max_size=8).map(" ".join) | text

lines = st.lists(text, min_size=1, max_size=4).map("\n".join)
numbers = st.integers(min_value=-(10**18) + 1, max_value=10**18 - 1)
scalars = st.none() | st.booleans() | numbers | text | lines

# A merge key is refused on purpose, also when it is quoted.
odd_keys = text.filter(lambda key: key != "<<")
keys = st.from_regex(r"[a-z_][a-z0-9_-]{0,8}", fullmatch=True) | odd_keys

mappings = st.dictionaries(
    keys,
    st.recursive(
        scalars,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)
        ),
        max_leaves=6,
    ),
    max_size=5,
).filter(lambda data: depth(data) <= 7)


def depth(data: Any) -> int:
    """How deep lists and mappings are nested."""
    if isinstance(data, dict):
        return 1 + max(map(depth, data.values()), default=0)
    if isinstance(data, list):
        return 1 + max(map(depth, data), default=0)
    return 0


def tree(node: Node) -> list[tuple[Any, ...]]:
    """All that a node says of its text, the places of its keys included."""
    return [
        (
            part.kind,
            part.start,
            part.end,
            part.is_block,
            part.value,
            [(entry.key, entry.start) for entry in part.entries],
        )
        for part in node.walk()
    ]


_PIECES = [
    ":", ": ", "-", "- ", " ", "  ", "\n", "\n\n", "#", " #", '"', "'", "\\", "[", "]", "{", "}",
    ",", "|", "|-", ">", "&a ", "*a", "!", "!!str ", "<<: ", "? ", "---\n", "...\n", "\t", "\r",
    "\x00", "\x1b", "\x85", "\u2028", "\ufeff", "\ud800", "é", "a", "0", "~", "\xa0", "\u3000", "%",
    "@", "`",
]  # fmt: skip


def broken(source: str, rng: random.Random) -> str:
    """*source* after a few cuts, insertions, doubled and swapped lines."""
    for _ in range(rng.randint(1, 4)):
        at = rng.randint(0, len(source))
        match rng.randint(0, 4):
            case 0:
                source = source[:at] + rng.choice(_PIECES) + source[at:]
            case 1:
                source = source[:at] + source[at + rng.randint(1, 5) :]
            case 2:
                source = source[:at] + rng.choice(_PIECES) + source[at + 1 :]
            case _:
                source = "".join(_moved(source.splitlines(keepends=True), rng))
    return source


def _moved(rows: list[str], rng: random.Random) -> Iterator[str]:
    """The same lines, one of them somewhere else, doubled or indented."""
    if not rows:
        return
    row = rng.randrange(len(rows))
    moved = rng.choice(["", "  "]) + rows[row]
    to = rng.randrange(len(rows))
    drop = rng.random() < 0.5
    for number, line in enumerate(rows):
        if number == to:
            yield moved
        if number != row or not drop:
            yield line
