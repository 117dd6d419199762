"""The merge keeps its laws on whatever people make of a file,
and hand-made faults in it are all noticed.
"""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_cli.merge.text import merge_text
from tests.property import edits, laws, leden, rondes
from tests.property.mutants import MUTANTS, Mutant


@given(laws.three(laws.DATA))
def test_data_keeps_the_laws(sides: tuple[Any, Any, Any]):
    laws.check_data(*sides)


@given(laws.three(laws.TEXT))
def test_text_keeps_the_laws(sides: tuple[Any, Any, Any]):
    laws.check_text(*sides)


@given(laws.DATA, laws.WORDS, laws.WORDS, laws.DATA)
def test_what_was_settled_stays_settled(base: Any, winner: str, loser: str, other: Any):
    laws.check_settled(base, winner, loser, other)


@given(st.integers(0, 2**32))
def test_records_that_two_members_edit_keep_the_laws(seed: int):
    check_edits(Random(seed))


@given(st.integers(0, 2**32))
def test_members_that_two_clones_change_are_merged_by_what_it_means(seed: int):
    check_members(Random(seed))


@given(st.integers(0, 2**32))
def test_a_sessie_that_two_clones_change_is_merged_by_what_it_means(seed: int):
    check_sessie(Random(seed))


@pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant.naam for mutant in MUTANTS])
def test_a_fault_in_the_merge_breaks_a_law(mutant: Mutant):
    with mutant.alive(), pytest.raises(AssertionError):
        check_many(2_000)


def check_many(times: int) -> None:
    """Hold so many merges to the laws, each time the same ones."""
    for seed in range(times):
        check_edits(Random(seed))


def check_edits(rng: Random) -> None:
    """Hold the merge of what two members make of one record to the laws."""
    data, body = edits.record(rng)
    (mine, my_text), (yours, your_text) = (
        edits.edited(rng, data, body, rng.randint(1, 5)) for _ in range(2)
    )
    laws.check_data(data, mine, yours)
    laws.check_text(body, my_text, your_text)
    laws.check_settled(data, edits.words(rng), edits.words(rng), yours)
    check_members(rng)
    check_sessie(rng)


def check_members(rng: Random) -> None:
    """Hold the merge of what two clones make of the members of a group to its laws."""
    group = leden.edited(rng, leden.group(rng), 3)
    mine, yours = (leden.edited(rng, group, rng.randint(0, 4)) for _ in range(2))
    leden.check(group, mine, yours)


def check_sessie(rng: Random) -> None:
    """Hold the merge of what two clones make of a sessie while it runs to its laws."""
    data = rondes.sessie(rng)
    mine, yours = (rondes.edited(rng, data, rng.randint(0, 4)) for _ in range(2))
    rondes.check(data, mine, yours)


def test_a_list_that_both_changed_is_still_one_list():
    base = "- Sfeer: goed.\n- Vraag: a\n- Slot: b\n"
    ours = base.replace("goed.", "het allerbeste.")
    theirs = base.replace("goed.", "heel goed.").replace("Slot: b", "Slot: c")
    merged = "- Sfeer: heel goed.\n- Sfeer: het allerbeste.\n- Vraag: a\n- Slot: c\n"
    assert merge_text(base, ours, theirs) == merged
    assert merge_text(base, theirs, ours) == merged


@st.composite
def edited_lists(draw: st.DrawFn) -> tuple[str, str, str, list[str]]:
    """Notulen as lists, with what two made of them, and the items that neither touched."""
    items = draw(
        st.lists(
            st.sampled_from(["- ", "* ", "1. ", "- [ ] "]).flatmap(
                lambda mark: st.integers(0, 99).map(lambda n: f"{mark}punt {n}")
            ),
            min_size=2,
            max_size=7,
            unique_by=lambda item: item.split()[-1],
        )
    )
    # An item can go on below it, and an empty line can stand between two lists.
    items = [item + draw(st.sampled_from(["", "\n  en verder"])) for item in items]
    gaps = draw(st.lists(st.booleans(), min_size=len(items), max_size=len(items)))

    def side(naam: str) -> tuple[str, set[int]]:
        changed = draw(st.sets(st.integers(0, len(items) - 1), max_size=3))
        parts = []
        for at, item in enumerate(items):
            text = f"{item} van {naam}" if at in changed else item
            parts.append(text + ("\n" if gaps[at] and at < len(items) - 1 else ""))
        if draw(st.booleans()):
            parts.append(f"- erbij van {naam}")
        return "\n".join(parts) + "\n", changed

    base = "\n".join(
        item + ("\n" if gaps[at] and at < len(items) - 1 else "")
        for at, item in enumerate(items)
    )
    mine, my = side("kim")
    yours, your = side("tim")
    untouched = [item for at, item in enumerate(items) if at not in my | your]
    return f"{base}\n", mine, yours, untouched


@given(edited_lists())
def test_a_list_that_two_changed_is_never_there_twice(
    sides: tuple[str, str, str, list[str]],
):
    base, mine, yours, untouched = sides
    merged = merge_text(base, mine, yours)
    assert merged == merge_text(base, yours, mine)
    for item in untouched:
        assert f"\n{merged}".count(f"\n{item}\n") == 1
    for side in (mine, yours):
        for line in side.split("\n"):
            assert line in merged.split("\n") or line in base.split("\n")


@pytest.mark.parametrize(
    ("boven", "van_kim", "van_tim"),
    [
        ("We spraken af:\n", "We spraken af:\n", "We spraken af:\n"),
        (
            "Kim opent de avond.\n\n",
            "Kim opent de avond vroeg.\n\n",
            "Kim opent deze avond.\n\n",
        ),
        ("- Sfeer:\n  rustig\n", "- Sfeer:\n  druk\n", "- Sfeer:\n  stil\n"),
    ],
)
def test_what_stands_above_a_list_does_not_double_it(
    boven: str, van_kim: str, van_tim: str
):
    lijst = "- een\n- twee\n- drie\n"
    base = boven + lijst
    mine = van_kim + lijst.replace("twee", "twee van Kim")
    yours = van_tim + lijst.replace("twee", "twee van Tim")
    merged = merge_text(base, mine, yours)
    assert merged == merge_text(base, yours, mine)
    assert merged.endswith("- een\n- twee van Kim\n- twee van Tim\n- drie\n")
    assert merged.count("- een") == 1
    for line in (*mine.split("\n"), *yours.split("\n")):
        assert line in merged.split("\n")
