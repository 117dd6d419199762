"""What becomes of a field that two changed, kind by kind."""

from typing import Any

import pytest

from intervisie_cli.merge.conflicts import CONFLICTEN, conflict
from intervisie_cli.merge.values import merge_data

VROEG, LAAT = "2026-11-23T19:00:00+01:00", "2026-11-23T20:00:00+01:00"
# The same moment as LAAT, on another clock; as text it comes before.
ELDERS = "2026-11-23T19:00:00+00:00"


def both(base: Any, mine: Any, yours: Any) -> dict[str, Any]:
    """Merge, and see that the other clone would make the same."""
    merged = merge_data(base, mine, yours)
    assert merge_data(base, yours, mine) == merged
    return merged


def test_a_step_began_when_the_first_began_and_ended_with_the_last():
    for een, ander in ((VROEG, LAAT), (LAAT, VROEG)):
        merged = both(
            {},
            {"begonnen": een, "afgerond": een},
            {"begonnen": ander, "afgerond": ander},
        )
        assert merged == {"begonnen": VROEG, "afgerond": LAAT}


def test_one_moment_in_two_zones_is_one_moment():
    merged = both({}, {"begonnen": LAAT}, {"begonnen": ELDERS})
    assert merged == {"begonnen": ELDERS}
    assert both({}, {"begonnen": VROEG}, {"begonnen": ELDERS}) == {"begonnen": VROEG}


@pytest.mark.parametrize("wrong", ["straks", 7, None, True])
def test_what_is_no_moment_clashes_like_any_other(wrong: Any):
    merged = both({}, {"begonnen": VROEG}, {"begonnen": wrong})
    assert len(merged[CONFLICTEN]) == 1


def test_such_keys_elsewhere_are_no_moments_of_a_step():
    merged = both({}, {"x": {"begonnen": VROEG}}, {"x": {"begonnen": LAAT}})
    assert merged["x"] == {"begonnen": LAAT}
    assert merged[CONFLICTEN] == [conflict(("x", "begonnen"), VROEG)]


@pytest.mark.parametrize(
    ("een", "ander", "wordt"),
    [
        ("open", "bezig", "bezig"),
        ("bezig", "overgeslagen", "overgeslagen"),
        ("overgeslagen", "klaar", "klaar"),
        ("open", "klaar", "klaar"),
    ],
)
def test_a_step_that_somebody_did_is_done(een: str, ander: str, wordt: str):
    assert both({}, {"status": een}, {"status": ander}) == {"status": wordt}
    assert both({"status": "x"}, {"status": een}, {"status": ander}) == {
        "status": wordt
    }


def test_a_status_that_nobody_knows_and_one_of_an_item_clash():
    assert CONFLICTEN in both({}, {"status": "klaar"}, {"status": "anders"})
    een, ander = {"actie": {"status": "open"}}, {"actie": {"status": "bezig"}}
    assert CONFLICTEN in both({}, een, ander)


def test_who_left_twice_left_on_the_first_day():
    def leden(dag: Any) -> dict[str, Any]:
        return {"leden": [{"id": "kim", "weg": dag}]}

    merged = both(leden(None), leden("2026-11-20"), leden("2026-11-24"))
    assert merged == leden("2026-11-20")
    assert CONFLICTEN in both(leden(None), leden("2026-11-20"), leden("ooit"))
    # Only there, and only of a member.
    anders = both(
        {},
        {"leden": [{"id": "kim", "sinds": "2026-11-20"}]},
        {"leden": [{"id": "kim", "sinds": "2026-11-24"}]},
    )
    assert CONFLICTEN in anders
    ook = both(
        {},
        {"wie": {"kim": {"weg": "2026-11-20"}}},
        {"wie": {"kim": {"weg": "2026-11-24"}}},
    )
    assert CONFLICTEN in ook


@pytest.mark.parametrize(
    ("wint", "verliest"),
    [
        ("iets", None),
        ("iets", ""),
        (0, []),
        (False, {}),
        (False, True),
        (False, "ja"),
        ("b", "a"),
    ],
)
def test_of_two_values_one_wins_on_both_sides_and_the_other_is_kept(
    wint: Any, verliest: Any
):
    merged = both({"x": "was"}, {"x": wint}, {"x": verliest})
    assert merged["x"] == wint
    assert type(merged["x"]) is type(wint)
    assert merged[CONFLICTEN] == [conflict(("x",), verliest)]


def test_clashes_stand_behind_those_of_before_in_the_order_of_their_ids():
    eerder = {"id": "zzzz7777", "pad": "y", "waarde": 1}
    base = {"a": 0, "b": 0, CONFLICTEN: [eerder]}
    merged = both(base, base | {"a": 1, "b": 1}, base | {"a": 2, "b": 2})
    nieuw = sorted(
        (conflict(("a",), 1), conflict(("b",), 1)), key=lambda een: een["id"]
    )
    assert merged[CONFLICTEN] == [eerder, *nieuw]
    # A clash that is met again is there once.
    again = both(base, merged | {"a": 1}, merged | {"a": 2})
    assert again[CONFLICTEN] == [eerder, *nieuw]


def test_a_list_of_clashes_that_a_hand_made_a_text_is_made_anew():
    merged = both(
        {"a": 0, CONFLICTEN: "x"}, {"a": 1, CONFLICTEN: "x"}, {"a": 2, CONFLICTEN: "x"}
    )
    assert merged[CONFLICTEN] == [conflict(("a",), 1)]


@pytest.mark.parametrize(
    ("base", "mine", "yours", "wordt"),
    [
        ({"a": 1}, {}, {"a": 1}, {}),
        ({"a": 1}, {}, {"a": 2}, {"a": 2}),
        ({"a": 1}, {}, {}, {}),
        ({}, {"a": 1}, {"b": 2}, {"a": 1, "b": 2}),
        (
            {"a": {"b": 1}},
            {"a": {"b": 1, "c": 2}},
            {"a": {"b": 3}},
            {"a": {"b": 3, "c": 2}},
        ),
        ({"a": "tekst"}, {"a": {"b": 1}}, {"a": {"c": 2}}, {"a": {"b": 1, "c": 2}}),
        ({"a": []}, {}, {"a": [{"id": "x"}]}, {"a": [{"id": "x"}]}),
        ({"a": [{"id": "x"}]}, {}, {"a": []}, {}),
        (
            {"a": [{"id": "x", "n": 1}]},
            {},
            {"a": [{"id": "x", "n": 2}]},
            {"a": [{"id": "x", "n": 2}]},
        ),
    ],
)
def test_what_one_took_away_or_added(base: Any, mine: Any, yours: Any, wordt: Any):
    assert both(base, mine, yours) == wordt
