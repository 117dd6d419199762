"""Two clones that began a ronde for one member began the same one, and nobody is left out."""

from typing import Any

from intervisie_cli.merge.rondes import one_id, unified, with_inbrengers
from tests.merge.test_values import both


def ronde(naam: str, lid: str, folder: str = "", **meer: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"id": naam, "inbrenger": lid}
    if folder:
        data["map"] = folder
    return data | meer


def test_two_ids_of_one_folder_become_the_one_that_sorts_first():
    mine, yours = {"bbbb": "ronde-1-kim"}, {"aaaa": "ronde-1-kim"}
    assert one_id(mine, yours, ()) == {"bbbb": "aaaa"}
    assert one_id(yours, mine, ()) == {"bbbb": "aaaa"}
    # A hand gave it no id: its folder goes by the id of the other.
    assert one_id({"ronde-1-kim": "ronde-1-kim"}, {"zzzz": "ronde-1-kim"}, ()) == {
        "ronde-1-kim": "zzzz"
    }


def test_a_ronde_that_the_other_side_knows_under_its_id_keeps_it():
    assert one_id({"aaaa": "ronde-1-kim"}, {"aaaa": "ronde-2-kim"}, ()) == {}
    # The folder of ours is that of another one there, which we know as well.
    mine = {"aaaa": "ronde-1-kim", "bbbb": "ronde-2-tim"}
    yours = {"bbbb": "ronde-1-kim", "cccc": "ronde-3-sam"}
    assert one_id(mine, yours, ()) == {}
    assert (
        one_id({"aaaa": "ronde-1-kim"}, {"bbbb": "ronde-1-kim", "aaaa": "x"}, ()) == {}
    )


def test_two_whose_folders_only_follow_from_their_numbers_stay_two():
    mine, yours = {"aaaa": "ronde-1-kim"}, {"bbbb": "ronde-1-kim"}
    assert one_id(mine, yours, {"aaaa", "bbbb"}) == {}
    assert one_id(mine, yours, {"aaaa"}) == {"bbbb": "aaaa"}


def test_the_record_of_both_gets_that_id_and_its_folder():
    een = {"rondes": [ronde("bbbb", "kim", "ronde-1-kim", tijd=5)]}
    ander = {"rondes": [ronde("aaaa", "kim", "ronde-1-kim")]}
    base, mine, yours = unified({}, een, ander)
    assert base == {}
    assert mine == {"rondes": [ronde("aaaa", "kim", "ronde-1-kim", tijd=5)]}
    assert yours == ander
    merged = both({}, een | {"deelnemers": ["kim"]}, ander | {"deelnemers": ["kim"]})
    assert merged["rondes"] == [ronde("aaaa", "kim", "ronde-1-kim", tijd=5)]


def test_a_ronde_without_a_folder_gets_that_of_its_number():
    een = {
        "rondes": [
            ronde("cccc", "tim", "ronde-1-tim"),
            ronde("bbbb", "kim", "ronde-2-kim"),
        ]
    }
    ander = {"rondes": [ronde("cccc", "tim", "ronde-1-tim"), ronde("aaaa", "kim")]}
    _, mine, yours = unified({}, een, ander)
    assert mine["rondes"][1] == ronde("aaaa", "kim", "ronde-2-kim")
    assert yours["rondes"] == [
        ronde("cccc", "tim", "ronde-1-tim"),
        ronde("aaaa", "kim", "ronde-2-kim"),
    ]
    # Without an id it goes by its folder, which has the number of its place.
    hand = {"rondes": [{"inbrenger": "tim"}, {"inbrenger": "kim"}]}
    _, mine, _ = unified({}, hand, een)
    assert [item["id"] for item in mine["rondes"]] == ["cccc", "bbbb"]
    twee = {"rondes": [{"inbrenger": "tim"}, {"inbrenger": "tim"}]}
    namen = ronde("cccc", "tim", "ronde-1-tim"), ronde("dddd", "tim", "ronde-2-tim")
    _, mine, _ = unified({}, twee, {"rondes": list(namen)})
    assert [item["id"] for item in mine["rondes"]] == ["cccc", "dddd"]


def test_what_is_the_same_on_both_sides_is_left_as_it_was():
    een = {"rondes": [ronde("aaaa", "kim")]}
    assert unified(een, een, een) == (een, een, een)
    assert unified({"rondes": "x"}, {}, {"rondes": [3]}) == (
        {"rondes": "x"},
        {},
        {"rondes": [3]},
    )


def test_who_brings_in_takes_part():
    rondes = [ronde("aaaa", "kim"), ronde("bbbb", "tim")]
    base = {"deelnemers": ["kim", "tim", "sam"], "rondes": rondes}
    zonder = with_inbrengers({"deelnemers": ["sam"], "rondes": rondes}, base, base)
    assert zonder["deelnemers"] == ["sam", "kim", "tim"]
    # Not for a ronde that was dropped, nor who nobody knew, and no one twice.
    gestopt = [ronde("aaaa", "kim", vervallen=True), ronde("cccc", "noor")]
    data = {"deelnemers": ["sam"], "rondes": gestopt}
    assert with_inbrengers(data, base, base) == data
    twee = {
        "deelnemers": ["sam"],
        "rondes": [ronde("aaaa", "kim"), ronde("dddd", "kim")],
    }
    assert with_inbrengers(twee, base, base)["deelnemers"] == ["sam", "kim"]


def test_with_nobody_left_all_who_were_there_are_there():
    een, ander = {"deelnemers": ["tim"]}, {"deelnemers": ["kim"]}
    assert with_inbrengers({"deelnemers": []}, een, ander) == {
        "deelnemers": ["kim", "tim"]
    }
    assert with_inbrengers({"deelnemers": "x"}, een, ander) == {"deelnemers": "x"}
