"""What becomes of each file, and under which name."""

import pytest

from intervisie_cli.merge.tree import (
    Choice,
    Layout,
    Place,
    decide,
    name_folders,
    path_of,
    place_of,
)

SESSIE = "sessies/2026/2026-11-23-kort"
LAYOUTS = {SESSIE: Layout(SESSIE, "s1", {"r1": "ronde-1-kim", "r2": "ronde-2-tim"})}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("groep.yaml", Place("", "", "groep.yaml")),
        ("sessies/2026/anders/x.md", Place("", "", "sessies/2026/anders/x.md")),
        (f"{SESSIE}/sessie.yaml", Place("s1", "", "sessie.yaml")),
        (f"{SESSIE}/ronde-2-tim/2-x.md", Place("s1", "r2", "2-x.md")),
        (f"{SESSIE}/ronde-1-kim/diep/x.md", Place("s1", "r1", "diep/x.md")),
        # A file that is called as a folder of a ronde.
        (f"{SESSIE}/ronde-1-kim", Place("s1", "", "ronde-1-kim")),
        (f"{SESSIE}/notulen/kim.md", Place("s1", "", "notulen/kim.md")),
    ],
)
def test_a_path_has_a_place_and_the_place_that_path(path: str, place: Place):
    assert place_of(path, LAYOUTS) == place
    rondes = {("s1", "r1"): "ronde-1-kim", ("s1", "r2"): "ronde-2-tim"}
    assert path_of(place, {"s1": SESSIE}, rondes) == path


@pytest.mark.parametrize(
    ("base", "mine", "yours", "choice"),
    [
        ("a", "a", "a", Choice.THEIRS),
        (None, "a", "a", Choice.THEIRS),
        ("a", "b", "b", Choice.THEIRS),
        ("a", "a", "b", Choice.THEIRS),
        ("a", "b", "a", Choice.OURS),
        (None, "b", None, Choice.OURS),
        (None, None, "b", Choice.THEIRS),
        ("a", None, "a", Choice.GONE),
        ("a", "a", None, Choice.GONE),
        ("a", None, None, Choice.GONE),
        ("a", None, "b", Choice.THEIRS),
        ("a", "b", None, Choice.OURS),
        ("a", "b", "c", Choice.MERGE),
        (None, "b", "c", Choice.MERGE),
    ],
)
def test_what_becomes_of_a_file(
    base: str | None, mine: str | None, yours: str | None, choice: Choice
):
    place = Place("", "", "x")
    sides = [{place: side} if side else {} for side in (base, mine, yours)]
    assert list(decide(*sides)) == [(place, choice)]


@pytest.mark.parametrize(
    ("base", "mine", "yours", "named"),
    [
        ({"s1": "a"}, {"s1": "b"}, {"s1": "a"}, {"s1": "b"}),
        ({"s1": "a"}, {"s1": "a"}, {"s1": "b"}, {"s1": "b"}),
        ({"s1": "a"}, {"s1": "b"}, {"s1": "c"}, {"s1": "c"}),
        ({}, {"s1": "a"}, {}, {"s1": "a"}),
        ({"s1": "a"}, {}, {"s1": "a"}, {"s1": "a"}),
        # Two sessies of one name: who others know keeps it.
        ({}, {"mine1": "a"}, {"yours": "a"}, {"yours": "a", "mine1": "a-mine"}),
        (
            {},
            {"mine1": "a", "mine2": "a-mine"},
            {"yours": "a"},
            {"yours": "a", "mine1": "a-mine", "mine2": "a-mine-mine"},
        ),
        (
            {},
            {"mine1": "a"},
            {"yours": "a", "ander": "a-mine"},
            {"yours": "a", "ander": "a-mine", "mine1": "a-mine1"},
        ),
    ],
)
def test_each_sessie_gets_a_folder_of_its_own(
    base: dict[str, str],
    mine: dict[str, str],
    yours: dict[str, str],
    named: dict[str, str],
):
    assert name_folders(base, mine, yours) == named
