"""YAML from a stranger ends in a refusal with a line, or in plain text:
never in another error, never slowly.
"""

import random
import time
from contextlib import suppress
from itertools import pairwise

import pytest

from intervisie_cli.records.document import (
    decode,
    parse_markdown,
    parse_yaml,
    read_documents,
    read_yaml,
)
from intervisie_cli.records.node import YamlFout
from tests.conftest import EXAMPLES
from tests.property.strategies import broken

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in pairwise("abcdefgh")
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [*{a}, *{a}]}}\n" for a, b in pairwise("abcdefgh")
)

REFUSED = {
    "a tag": ("a: 1\nb: !!python/object/apply:os.system [ls]\n", 2),
    "a tag of its own": ("a: 1\nb: !ding c\n", 2),
    "a bare tag": ("! a: 1\n", 1),
    "a tag on a key": ("!!str a: 1\n", 1),
    "an anchor": ("a: 1\nb: &c d\n", 2),
    "an alias": ("a: &b 1\nc: *b\n", 1),
    "an alias to nothing": ("a: 1\nc: *b\n", 2),
    "a billion laughs": (LAUGHS, 1),
    "merge keys in merge keys": (MERGES, 1),
    "a merge key": ("a: 1\n<<: {b: 1}\n", 2),
    "a quoted merge key": ('a: 1\n"<<": {b: 1}\n', 2),
    "a list as a key": ("a: 1\n[b, c]: d\n", 2),
    "a mapping as a key": ("a: 1\n? {b: c}\n: d\n", 2),
    "a key twice": ("a: 1\nb: 2\na: 3\n", 3),
    "a key twice in an item": ("a:\n  - b: 1\n    b: 2\n", 3),
    "the same key once quoted": ('a: 1\n"a": 2\n', 2),
    "many keys and one twice": (
        "".join(f"k{n}: 1\n" for n in range(2_000)) + "k7: 1\n",
        2_001,
    ),
    "open lists": ("a: 1\nb: " + "[" * 5_000, 2),
    "open mappings": ("{" * 5_000, 1),
    "lists in lists": ("- " * 5_000, 1),
    "keys of keys": ("? " * 5_000, 1),
    "mappings in mappings": ("".join(f"{' ' * n}a:\n" for n in range(200)), 9),
    "too many parts": ("a: 1\nb: [" + "1," * 6_000 + "]\n", 2),
    "too many documents": ("---\n" * 9_000, 1_668),
    "half a character": ('a: 1\nb: "\\ud800"\n', 2),
    "half a character in a key": ('a: 1\n"\\udc00": 2\n', 2),
    "a tab as a margin": ("a:\n\tb: 1\n", 2),
    "an open quote": ('a: 1\nb: "c\n', 2),
    "an open list": ("a: 1\nb: [c\n", 2),
    "an unknown escape": ('a: 1\nb: "\\q"\n', 2),
    "a directive": ("%YAML 3.0\n---\na: 1\n", 1),
    "the same directive twice": ("%YAML 1.2\n%YAML 1.2\n---\na: 1\n", 2),
    "too big": ("a: " + "b" * 65 * 1024 + "\n", 1),
    "too big with a long number": ("a: " + "9" * 100_000 + "\n", 1),
    "too big in bytes": ("# x\na: " + "é" * 40_000 + "\n", 1),
    "a list": ("- a\n- b\n", 1),
    "a text": ("hallo\n", 1),
    "nothing": ("", 1),
    "empty lines": ("\n" * 60_000, 1),
    "comments": ("# a\n" * 15_000, 1),
    "two documents": ("a: 1\n---\nb: 2\n", 1),
}
ODD = {
    "a bell": ("a: 1\n\nb: \x07\n", 3),
    "a null": ("a: 1\nb: \x00c\n", 2),
    "an escape": ("a: 1\nb: 2\nc: \x1b[31m\n", 3),
    "a delete": ("a: 1\nb: \x7f\n", 2),
    "not a character": ("a: 1\nb: \uffff\n", 2),
}


def refusal(text: str) -> YamlFout:
    started = time.process_time()
    with pytest.raises(YamlFout) as caught:
        read_yaml(text)
    assert time.process_time() - started < 3
    return caught.value


@pytest.mark.parametrize(("text", "line"), REFUSED.values(), ids=REFUSED.keys())
def test_hostile_yaml_is_refused_with_its_line(text: str, line: int):
    assert refusal(text).regel == line


@pytest.mark.parametrize(("text", "line"), ODD.values(), ids=ODD.keys())
def test_a_control_character_is_refused(text: str, line: int):
    assert 1 <= refusal(text).regel <= line


@pytest.mark.parametrize(("text", "line"), ODD.values(), ids=ODD.keys())
def test_a_control_character_is_refused_with_its_line(text: str, line: int):
    assert refusal(text).regel == line


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-31",
        "2024-13-01",
        "9" * 5_000,
        "-" + "9" * 5_000,
        "1e999",
        ".nan",
        "0x" + "f" * 5_000,
        "=",
        "1:99:99",
    ],
    ids=lambda text: text[:12],
)
def test_a_bad_date_or_a_huge_number_is_just_text(text: str):
    assert read_yaml(f"a: {text}\n").data() == {"a": text}
    assert read_yaml(f"a: {text} # hand\n").data() == {"a": text}


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * 30_000, "a: b\n" + " c\n" * 20_000, "a: '" + "''" * 30_000 + "'",
        'a: "' + "\\\n" * 20_000 + '"', ":" * 60_000, "a:" * 30_000, "#\n" * 30_000,
        "a" * 60_000 + ": b", "a: |\n" + " b\n" * 20_000, "-" * 60_000,
        "a: >\n" + " b\n\n" * 15_000, " " * 60_000 + "a: 1", "\t" * 60_000,
        'a: "' + "\\x41" * 15_000 + '"', "a: !<" + "x" * 60_000 + "> b",
        "a: &" + "x" * 60_000 + " b", "a: !" + "%41" * 20_000 + " b", "?" * 60_000,
        "{" + ",".join(f"k{n}" for n in range(2_000)) + "}", "%YAML 1.1\n" * 5_000,
        "a: 1\n..." * 5_000, "a: " + "b " * 30_000, "k" * 1_000 + ": |-\n" + "  x\n" * 15_000,
        "a:\n" + "  - b\n" * 2_400, "a: " + "]" * 60_000, "a: " + '"' * 60_001,
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_a_file_full_of_one_thing_is_read_or_refused_soon(text: str):
    started = time.process_time()
    for read in (read_yaml, read_documents):
        with suppress(YamlFout):
            read(text)
    assert time.process_time() - started < 3


def test_what_is_not_utf_8_is_refused_with_its_line():
    with pytest.raises(YamlFout) as caught:
        decode(b"a: 1\nb: \xff\xfe\n")
    assert caught.value.regel == 2
    with pytest.raises(YamlFout):
        parse_markdown("---\na: é\n---\n".encode("utf-16"))
    with pytest.raises(YamlFout):
        parse_yaml("a: é\n".encode("latin-1"))


def test_a_file_that_is_too_big_is_refused():
    with pytest.raises(YamlFout, match="te groot"):
        decode(b"x" * (256 * 1024 + 1))


def test_a_refusal_never_quotes_the_text():
    for text in (
        "geheim: !geheim x\n",
        "geheim: 1\ngeheim: 2\n",
        "a: [geheim\n",
        "geheim\n",
        "a: *geheim\n",
    ):
        assert "geheim" not in str(refusal(text))


def test_two_thousand_broken_documents_raise_nothing_else():
    rng = random.Random(7)
    folders = (EXAMPLES, EXAMPLES.parent / "templates")
    files = [
        path.read_text(encoding="utf-8")
        for folder in folders
        for path in sorted(folder.rglob("*.*"))
    ]
    heads = ["".join(text.splitlines(keepends=True)[:15]) for text in files]
    refused = []
    for number in range(2_000):
        text = broken(rng.choice(heads) + rng.choice(["", "---\n", "---\nvrij\n"]), rng)
        raw = text.encode("utf-8", "surrogatepass")
        try:
            (parse_markdown, parse_yaml, lambda raw: read_documents(decode(raw)))[
                number % 3
            ](raw)
        except YamlFout as error:
            refused.append(error.regel)
    assert 500 < len(refused) < 1_900
    assert min(refused) >= 1
