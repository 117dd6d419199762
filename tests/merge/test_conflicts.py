"""A clash: what is kept of the one that did not win, where it is found, and how it is settled."""

from typing import Any

import pytest

from intervisie_cli.merge.conflicts import (
    CONFLICTEN,
    canonical,
    chosen,
    conflict,
    is_conflict,
    settled,
    value_at,
)

DATA: dict[str, Any] = {
    "hulpvraag": "Hoe begin ik?",
    "vragen": [
        {"id": "aaaa2222", "lid": "kim", "vraag": "Wanneer?"},
        {"id": "bbbb3333", "lid": "kim", "vraag": "Waar?"},
    ],
    "haalbaar": [{"lid": "kim", "akkoord": True}, {"lid": "tim", "akkoord": False}],
    "stil": [{"regel": "specifiek-vaag", "reden": "bewust"}],
}


def test_equal_data_is_equal_text():
    assert canonical({"b": 1, "a": ["ë", None]}) == '{"a": ["ë", null], "b": 1}'
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})


def test_a_clash_keeps_the_value_under_an_id_that_follows_from_both():
    een = conflict(("vragen", "aaaa2222", "vraag"), "Wanneer dan?")
    assert een == {
        "id": "4mk6gqek",
        "pad": "vragen/aaaa2222/vraag",
        "waarde": "Wanneer dan?",
    }
    assert conflict(("hulpvraag",), "Wanneer dan?")["id"] != een["id"]
    ander = conflict(("vragen", "aaaa2222", "vraag"), "Wanneer precies?")
    assert ander["id"] != een["id"]


@pytest.mark.parametrize(
    ("loser", "kept"),
    [
        ({"b": 1, "a": "é"}, '{"a": "é", "b": 1}'),
        (["kim", "tim"], '["kim", "tim"]'),
        ("samen", "samen"),
        (None, None),
        (False, False),
        (3, 3),
    ],
)
def test_what_is_no_single_value_is_kept_as_text(loser: Any, kept: Any):
    assert conflict(("wie",), loser)["waarde"] == kept
    assert is_conflict(conflict(("wie",), loser))


@pytest.mark.parametrize(
    "item",
    [
        "tekst",
        {"pad": "x"},
        {"waarde": 1},
        {"pad": 3, "waarde": 1},
        None,
        ["pad", "waarde"],
    ],
)
def test_other_things_are_no_clash(item: Any):
    assert not is_conflict(item)


def test_a_value_is_found_by_key_by_id_by_member_and_by_rule():
    assert value_at(DATA, "hulpvraag") == "Hoe begin ik?"
    assert value_at(DATA, "vragen/bbbb3333/vraag") == "Waar?"
    assert value_at(DATA, "haalbaar/tim/akkoord") is False
    assert value_at(DATA, "stil/specifiek-vaag/reden") == "bewust"
    # Of one member there can be more items that have an id.
    assert value_at(DATA, "vragen/kim/vraag") is None
    assert value_at(DATA, "hulpvraag/kim") is None
    assert value_at(DATA, "is/er/niet") is None


def test_choosing_writes_at_that_place_of_a_copy():
    nieuw = chosen(DATA, "haalbaar/kim/akkoord", False)
    assert nieuw
    assert nieuw["haalbaar"][0] == {"lid": "kim", "akkoord": False}
    assert DATA["haalbaar"][0]["akkoord"] is True
    assert nieuw | {"haalbaar": DATA["haalbaar"]} == DATA
    assert chosen(DATA, "vragen/weg/vraag", "x") is None
    top = chosen(DATA, "hulpvraag", "Anders")
    assert top
    assert top["hulpvraag"] == "Anders"


def test_settling_takes_away_the_clashes_of_those_keys_and_no_others():
    van_vraag = conflict(("vragen", "aaaa2222", "vraag"), "x")
    van_hulp = conflict(("hulpvraag",), "y")
    hand = {"opmerking": "van een hand"}
    data = {"hulpvraag": "Hoe?", CONFLICTEN: [van_vraag, hand, van_hulp]}
    assert settled(data, ["vragen"]) == {
        "hulpvraag": "Hoe?",
        CONFLICTEN: [hand, van_hulp],
    }
    # An id at a place is no key.
    assert settled(data, ["aaaa2222"]) == data
    assert settled(data | {CONFLICTEN: [van_hulp]}, ["hulpvraag"]) == {
        "hulpvraag": "Hoe?"
    }
    assert settled({"a": 1}, ["a"]) == {"a": 1}
    assert settled({"a": 1, CONFLICTEN: "tekst"}, ["a"]) == {
        "a": 1,
        CONFLICTEN: "tekst",
    }
