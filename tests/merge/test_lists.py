"""Which items are the same one, and in what order they stand."""

from typing import Any

import pytest

from intervisie_cli.merge import lists
from intervisie_cli.merge.lists import keyed, name_of, order, written_out
from tests.merge.test_values import both


def test_a_member_as_a_word_is_the_one_of_whom_more_is_said():
    meer = [{"id": "kim", "naam": "Kim"}]
    assert written_out([["kim", "tim"], meer]) == [[{"id": "kim"}, "tim"], meer]
    assert written_out([["kim"], ["tim"]]) == [["kim"], ["tim"]]


@pytest.mark.parametrize("naam", ["lid", "regel"])
def test_without_an_id_an_item_goes_by_member_or_rule_when_that_is_unique(naam: str):
    een, ander = {naam: "a", "x": 1}, {naam: "b", "x": 1}
    [keys, _] = keyed([[een, ander], [ander]])
    assert list(keys) == [(naam, "a", 1), (naam, "b", 1)]
    # Twice in one of them: then what they say tells them apart.
    [keys, _] = keyed([[een, ander], [ander, {naam: "b", "x": 2}]])
    assert [key[0] for key in keys] == ["value", "value"]


def test_an_item_with_an_id_beside_those_without_takes_the_name_from_all():
    [keys] = keyed([[{"lid": "kim"}, {"id": "aaaa", "lid": "tim"}]])
    assert [key[0] for key in keys] == ["value", "id"]
    [keys] = keyed([[{"lid": "kim"}, {"lid": 3}]])
    assert [key[0] for key in keys] == ["value", "value"]
    [keys] = keyed([[{"lid": "kim"}, "kim"]])
    assert [key[0] for key in keys] == ["value", "value"]


def test_items_that_are_the_same_are_counted():
    [keys] = keyed([["ja", "ja", {"id": "a"}, {"id": "a"}]])
    assert list(keys) == [
        ("value", '"ja"', 1),
        ("value", '"ja"', 2),
        ("id", "a", 1),
        ("id", "a", 2),
    ]


def test_the_name_in_a_path_tells_nothing_that_was_said():
    assert name_of(("value", '"geheim"', 1)) == "-"
    assert name_of(("id", "aaaa", 1)) == "aaaa"
    assert name_of(("lid", "kim", 2)) == "kim"


def keys(word: str) -> list[lists.Key]:
    return [(letter,) for letter in word]


@pytest.mark.parametrize(
    ("base", "mine", "yours", "wordt"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "cab", "abc", "cab"),
        ("abc", "bac", "cab", "bac"),
        ("abc", "abxc", "abyc", "abxyc"),
        ("abc", "xabc", "abc", "xabc"),
        ("abc", "abcx", "yabc", "yabcx"),
        ("", "ab", "ba", "ab"),
        ("ab", "axb", "bax", "axb"),
        ("abc", "abxyc", "abzc", "abxyzc"),
        ("abc", "acb", "abcx", "acxb"),
    ],
)
def test_the_order_is_that_of_who_moved_and_new_ones_stand_behind_what_they_stood_behind(
    base: str, mine: str, yours: str, wordt: str
):
    keep = {*keys(mine), *keys(yours)}
    for een, ander in ((mine, yours), (yours, mine)):
        laid = order(keys(base), keys(een), keys(ander), keep)
        assert "".join(str(key[0]) for key in laid) == wordt


def test_what_is_not_kept_is_not_laid():
    assert order(keys("abc"), keys("abc"), keys("abc"), set(keys("ac"))) == keys("ac")
    assert order(keys("ab"), keys("abx"), keys("aby"), set(keys("aby"))) == keys("aby")


@pytest.mark.parametrize(
    ("base", "mine", "yours", "wordt"),
    [
        (["a"], ["a", "b"], ["a", "c"], ["a", "b", "c"]),
        (["a", "b"], ["b"], ["a", "b"], ["b"]),
        (["a", "b"], ["b"], ["a", "b", "c"], ["b", "c"]),
        (
            [{"lid": "kim", "x": 1}],
            [{"lid": "kim", "x": 2}],
            [{"lid": "kim", "x": 1}, {"lid": "tim", "x": 3}],
            [{"lid": "kim", "x": 2}, {"lid": "tim", "x": 3}],
        ),
    ],
)
def test_two_lists_in_one(base: Any, mine: Any, yours: Any, wordt: Any):
    assert both({"x": base}, {"x": mine}, {"x": yours}) == {"x": wordt}
