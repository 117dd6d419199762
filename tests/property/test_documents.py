"""A file that people edit by hand keeps every byte that a change does not concern."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from intervisie_cli.records.document import (
    Document,
    new_markdown,
    parse_markdown,
    parse_yaml,
)
from tests.property import strategies as own

# A key with its value, in the many ways that a hand may write it.
WRITTEN = [
    "{k}: gewoon\n",
    "{k}: gewoon  # waarom\n",
    '{k}:   "dubbel # geen"\n',
    "{k}: 'enkel: ''geciteerd'''   # waarom\n",
    "{k}: 2026-11-23\n",
    "{k}: ja\n",
    "{k}: true\n",
    "{k}:\n",
    "{k}:   # nog leeg\n",
    "{k}: ~\n",
    '"{k}": 1\n',
    "{k}: |-\n  een\n\n  twee\n",
    "{k}: |\n    een\n     twee # geen\n",
    "{k}: >\n  gevouwen\n  tekst\n",
    "{k}: >-\n  gevouwen\n\n",
    "{k}: gewoon\n  op twee regels\n",
    '{k}: "dubbel\n  op twee regels"\n',
    "{k}: [a, 'b', 3]  # waarom\n",
    "{k}: [a,\n  # waarom\n  b]\n",
    "{k}: {{a: 1, b: [2]}}\n",
    "{k}: []\n",
    "{k}:\n- a\n# waarom\n- b # dit\n",
    "{k}:\n  - a\n\n  - 'b'\n",
    "{k}:\n    diep: 1\n    # waarom\n    dieper:\n        a: b\n",
    "{k}:\n  - id: aaaa1111\n    lid: kim # zij\n    # los\n    eigen: [1]\n  -   lid: tim\n",
]
BETWEEN = ["", "", "\n", "# waarom\n", "\n# waarom\n\n", "# a: b\n#- c\n"]

blocks = st.lists(
    st.tuples(st.sampled_from(BETWEEN), st.sampled_from(WRITTEN)),
    min_size=1,
    max_size=5,
)
VALUES = [
    "ander",
    "een\ntwee",
    "",
    7,
    True,
    None,
    [],
    ["a"],
    [{"a": 1}, "b"],
    {"a": {"b": "c"}},
    {},
]
values = st.sampled_from(VALUES)


def build(parts: list[tuple[str, str]]) -> tuple[Document, list[tuple[str, str]]]:
    """A step file of *parts*, and the exact text before and of each key."""
    texts = [
        (between, written.format(k=f"k{number}"))
        for number, (between, written) in enumerate(parts)
    ]
    yaml = "".join(between + written for between, written in texts) + "# slot\n"
    return parse_markdown(f"---\n{yaml}---\nvrije *tekst*  \n---\n".encode()), texts


def around(texts: list[tuple[str, str]], number: int) -> tuple[str, str]:
    """The text before and behind key *number*."""
    before = "".join(map("".join, texts[:number])) + texts[number][0]
    return f"---\n{before}", "".join(
        map("".join, texts[number + 1 :])
    ) + "# slot\n---\nvrije *tekst*  \n---\n"


@given(blocks)
def test_a_document_without_a_change_is_the_same_byte_for_byte(
    parts: list[tuple[str, str]],
):
    document, _ = build(parts)
    assert document.with_data(document.data).text() == document.text()


@given(blocks, values, st.data())
def test_a_changed_key_leaves_all_other_text_byte_for_byte(
    parts: list[tuple[str, str]], value: Any, data: st.DataObject
):
    document, texts = build(parts)
    number = data.draw(st.integers(0, len(parts) - 1))
    changed = document.with_data(document.data | {f"k{number}": value})
    before, behind = around(texts, number)
    assert changed.text().startswith(before)
    assert changed.text().endswith(behind)
    assert parse_markdown(changed.raw()).data == document.data | {f"k{number}": value}


@pytest.mark.parametrize("written", WRITTEN)
def test_each_way_of_writing_a_value_can_take_each_new_value(written: str):
    document, texts = build(
        [("", WRITTEN[0]), ("# waarom\n", written), ("\n", WRITTEN[0])]
    )
    before, behind = around(texts, 1)
    for value in VALUES:
        changed = document.with_data(document.data | {"k1": value}).text()
        assert changed.startswith(before)
        assert changed.endswith(behind)
        first = written.split("\n", maxsplit=1)[0]
        comment = first[first.index("  # ") + 2 :] if "  # " in first else ""
        assert comment in changed.removeprefix(before).removesuffix(behind)


@given(blocks, st.data())
def test_a_key_that_goes_takes_only_its_own_text(
    parts: list[tuple[str, str]], data: st.DataObject
):
    assume(len(parts) > 1)
    document, texts = build(parts)
    number = data.draw(st.integers(0, len(parts) - 1))
    kept = {key: value for key, value in document.data.items() if key != f"k{number}"}
    changed = document.with_data(kept).text()
    before, behind = around(texts, number)
    assert changed.startswith(before)
    assert changed.endswith(behind)
    assert changed.removeprefix(before).removesuffix(behind).strip() == ""


@given(blocks, values, st.lists(st.integers(0, 4), max_size=3))
def test_a_new_key_adds_lines_and_takes_none(
    parts: list[tuple[str, str]], value: Any, order: list[int]
):
    document, _ = build(parts)
    changed = document.with_data(
        document.data | {"nieuw": value}, [*(f"k{number}" for number in order), "nieuw"]
    )
    rest = iter(changed.text().splitlines())
    assert all(line in rest for line in document.text().splitlines())
    assert changed.data == document.data | {"nieuw": value}


@given(blocks, own.mappings)
def test_any_data_put_in_a_hand_written_document_reads_back_the_same(
    parts: list[tuple[str, str]], data: dict[str, Any]
):
    document, _ = build(parts)
    changed = document.with_data({"k0": 1, **data})
    again = parse_markdown(changed.raw())
    assert again.data == changed.data == {"k0": 1, **data}
    assert again.body == document.body


@given(own.mappings)
def test_load_of_dump_is_the_same(data: dict[str, Any]):
    assert parse_markdown(new_markdown(data, "tekst\n").raw()).data == data


@given(blocks)
def test_crlf_and_a_byte_order_mark_change_nothing(parts: list[tuple[str, str]]):
    document, _ = build(parts)
    windows = b"\xef\xbb\xbf" + document.text().replace("\n", "\r\n").encode()
    read = parse_markdown(windows)
    assert (read.text(), read.node) == (document.text(), document.node)
    assert (
        parse_yaml(b"\xef\xbb\xbf" + document.yaml.replace("\n", "\r\n").encode()).data
        == document.data
    )


ITEMS = [
    "  # van Kim\n  - id: aaaa1111\n    lid: kim\n    vraag: Wat?  # mooi\n",
    "\n  - vraag: 'Hoe?'\n    id: bbbb2222\n    eigen: [x, y]\n",
    "  - id: cccc3333\n    antwoord: |-\n      een\n\n      twee\n    # los\n    lid: tim\n",
    "  # twee regels\n  # boven Tim\n  - {id: dddd4444, vraag: Waarom}\n",
]


@given(st.permutations(range(4)), st.integers(0, 4))
def test_items_keep_their_own_text_when_they_change_places(order: list[int], keep: int):
    document = parse_markdown(
        f"---\nvragen:\n{''.join(ITEMS)}# slot\nstap: x\n---\n".encode()
    )
    lijst = document.data["vragen"]
    kept = order[: max(1, keep)]
    changed = document.with_data(
        {"vragen": [lijst[number] for number in kept], "stap": "x"}
    )
    # A blank line or a comment above the first item may stay at the top of the list.
    assert (
        changed.text()
        == f"---\nvragen:\n{''.join(ITEMS[number] for number in kept)}# slot\nstap: x\n---\n"
    )
