"""A document takes new data, and the hand that wrote it finds its own words back."""

from typing import Any

import pytest

from intervisie_cli.records.document import (
    new_markdown,
    new_yaml,
    parse_markdown,
    parse_yaml,
)
from intervisie_cli.records.node import YamlFout

HAND = """\
# Van Kim.
stap: probleemverkenning
eigen: {van: ons, rij: [1, 2]}   # kent het programma niet

vragen:
  # de eerste
  - id: aaaa1111
    lid: "kim"        # zij
    vraag: 'Wat dan?'

  - id: bbbb2222
    lid: tim
    vraag: >-
      Hoe kwam
      dat zo?
status: open
"""


def changed(source: str, change: dict[str, Any], order: tuple[str, ...] = ()) -> str:
    document = parse_yaml(source.encode())
    return document.with_data(document.data | change, order).text()


def items(source: str) -> list[dict[str, Any]]:
    return parse_yaml(source.encode()).data["vragen"]


def test_a_changed_status_is_the_only_line_that_changes():
    assert changed(HAND, {"status": "klaar"}) == HAND.replace(
        "status: open", "status: klaar"
    )


def test_a_changed_part_of_an_item_is_the_only_line_that_changes():
    first, second = items(HAND)
    assert changed(
        HAND, {"vragen": [first | {"lid": "mirthe"}, second]}
    ) == HAND.replace('"kim"', "mirthe")


def test_a_new_part_of_an_item_comes_behind_its_last_one():
    first, second = items(HAND)
    wanted = HAND.replace("'Wat dan?'\n", "'Wat dan?'\n    antwoord: Niets.\n")
    assert changed(HAND, {"vragen": [first | {"antwoord": "Niets."}, second]}) == wanted


def test_a_new_item_comes_in_its_place():
    first, second = items(HAND)
    wanted = HAND.replace(
        "\n  - id: bbbb", "  - id: cccc3333\n    lid: kim\n\n  - id: bbbb"
    )
    assert (
        changed(HAND, {"vragen": [first, {"id": "cccc3333", "lid": "kim"}, second]})
        == wanted
    )


def test_items_that_change_places_take_their_comments_along():
    first, second = items(HAND)
    swapped = changed(HAND, {"vragen": [second, first]})
    assert (
        swapped.index("bbbb2222")
        < swapped.index("# de eerste")
        < swapped.index("aaaa1111")
        < swapped.index("# zij")
    )
    assert sorted(swapped.splitlines()) == sorted(HAND.splitlines())


def test_a_note_at_the_end_of_an_item_moves_with_that_item():
    kim = "  - id: aaaa1111\n    lid: kim\n    # over Kim\n"
    tim = "  - id: bbbb2222\n    lid: tim\n"
    source = f"vragen:\n{kim}{tim}"
    first, second = items(source)
    assert changed(source, {"vragen": [second, first]}) == f"vragen:\n{tim}{kim}"


def test_a_new_key_goes_behind_the_one_before_it_in_the_order():
    order = ("stap", "status", "begonnen", "eigen", "vragen", "reden")
    assert (
        changed(HAND, {"begonnen": "2026-11-23"}, order)
        == HAND + "begonnen: 2026-11-23\n"
    )
    assert changed(HAND, {"reden": "ja"}, ("stap", "reden")).splitlines()[1:3] == [
        "stap: probleemverkenning",
        "reden: ja",
    ]
    assert changed(HAND, {"los": "ja"}, order) == HAND + "los: ja\n"


def test_true_is_not_one_and_a_number_is_not_its_text():
    for old, new in (
        ("1", True),
        ("true", 1),
        ("1", "1"),
        ('"1"', 1),
        ("null", "null"),
        ('""', None),
    ):
        document = parse_yaml(f"a: {old}\n".encode()).with_data({"a": new})
        assert parse_yaml(document.raw()).data == {"a": new}
        assert type(document.data["a"]) is type(new)


def test_an_item_without_an_id_keeps_its_comments_when_it_gets_one():
    source = "vragen:\n  # van Kim\n  - lid: kim  # zij\n    vraag: Wat?\n"
    with_id = changed(
        source, {"vragen": [{"id": "aaaa1111", "lid": "kim", "vraag": "Wat?"}]}
    )
    assert with_id == source + "    id: aaaa1111\n"


def test_an_item_without_an_id_keeps_its_comments_when_it_gets_one_with_an_answer():
    source = "vragen:\n  # van Kim\n  - lid: kim  # zij\n    vraag: Wat?\n"
    new = {"id": "aaaa1111", "lid": "kim", "vraag": "Wat?", "antwoord": "Niets."}
    assert (
        changed(source, {"vragen": [new]})
        == source + "    id: aaaa1111\n    antwoord: Niets.\n"
    )


def test_a_changed_yes_below_an_item_leaves_the_comment_beside_the_name():
    source = (
        "acties:\n  - id: aaaa1111\n    haalbaar:\n"
        "      - lid: kim  # zij\n        akkoord: true\n"
    )
    new = [{"id": "aaaa1111", "haalbaar": [{"lid": "kim", "akkoord": False}]}]
    assert changed(source, {"acties": new}) == source.replace("true", "false")


@pytest.mark.parametrize(
    "source", ["# hoi\na: 1", "# hoi\nvragen:\n  - b # dit", "# hoi\na: |-\n  b"]
)
def test_a_file_without_a_last_line_end_keeps_its_comments(source: str):
    with_more = changed(source, {"nieuw": 2})
    assert with_more.startswith(source)
    assert parse_yaml(with_more.encode()).data == parse_yaml(source.encode()).data | {
        "nieuw": 2
    }


@pytest.mark.parametrize("space", ["\xa0", "\u3000", "\u2003"])
def test_a_wide_space_behind_a_value_does_not_cost_the_comments(space: str):
    assert (
        changed(f"# hoi\na: oud{space}\nb: 1 # dit\n", {"a": "nieuw"})
        == "# hoi\na: nieuw\nb: 1 # dit\n"
    )


def test_data_that_would_not_read_back_is_refused():
    document = new_yaml({"a": 1})
    for data in (
        {"a": "\ud800"},
        {"a": 10**20},
        {"a": [[[[[[[[[1]]]]]]]]]},
        {"<<": 1},
        {"a": "x" * 70_000},
    ):
        with pytest.raises(ValueError, match="round trip"):
            document.with_data(data)


def test_a_document_says_at_which_line_of_the_file_a_part_stands():
    document = parse_markdown(f"---\n{HAND}---\n".encode())
    assert document.line_of("stap") == 3
    assert document.line_of("vragen", 1, "lid") == 13
    assert document.line_of("vragen", 1, "is er niet") == 12
    assert parse_yaml(HAND.encode()).line_of("status") == 16
    assert parse_yaml(HAND.encode()).line_of("is er niet") == 2


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n",
        "vrij\n",
        "## Notulen\n",
        "Vooraf\n\n## Notulen\n\noud\n\n## Meer\n",
        "---\n",
    ],
)
def test_notulen_stand_under_their_heading_and_what_is_above_stays(body: str):
    document = parse_markdown(f"---\na: 1\n---\n{body}".encode())
    again = parse_markdown(document.with_notulen("- een\n\n- twee").raw())
    assert again.notulen == "- een\n\n- twee"
    assert again.body.startswith(
        body.split("## Notulen", maxsplit=1)[0]
        if "## Notulen" in body
        else "## Notulen"
    )
    assert again.with_notulen("").notulen == ""


@pytest.mark.parametrize(
    "source",
    [
        "",
        "a: 1\n",
        "---\na: 1\n",
        "--- \na: 1\n---\n",
        "\n---\na: 1\n---\n",
        "---\n---\n",
    ],
)
def test_a_step_file_without_front_matter_is_refused(source: str):
    with pytest.raises(YamlFout):
        parse_markdown(source.encode())


def test_a_fault_in_front_matter_names_the_line_of_the_file():
    with pytest.raises(YamlFout) as caught:
        parse_markdown(b"---\na: 1\na: 2\n---\n")
    assert caught.value.regel == 3


def test_front_matter_may_end_the_file_without_a_line_end():
    assert parse_markdown(b"---\na: 1\n---").data == {"a": 1}


def test_a_new_document_is_what_reading_it_gives():
    document = new_markdown({"a": "1", "b": [{"c": "x\ny"}]}, "tekst\n")
    read = parse_markdown(document.raw())
    assert (read.text(), read.node) == (document.text(), document.node)
