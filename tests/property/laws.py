"""The laws of the merge, as functions that raise: for the property tests and for the mutants."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from intervisie_cli.merge import text as text_merge
from intervisie_cli.merge import values
from intervisie_cli.merge.conflicts import CONFLICTEN, canonical, conflict
from intervisie_cli.model.plain import same

Data = dict[str, Any]

WORDS = st.sampled_from(
    [
        "",
        "ja",
        "later",
        "Ik bel Kim",
        "é\u0301",
        "# geen titel",
        "<<<<<<< HEAD",
        "0",
        "2026-12-01",
    ]
)
NEW = st.integers(10, 10**6).map(str)
SCALARS = st.one_of(WORDS, NEW, st.booleans(), st.integers(0, 1), st.none())
LID_ITEMS = st.dictionaries(
    st.sampled_from(["mirthe", "kim", "tim"]), st.booleans(), max_size=3
).map(
    lambda gezegd: [{"lid": lid, "akkoord": akkoord} for lid, akkoord in gezegd.items()]
)
ITEM = st.fixed_dictionaries(
    {"id": st.sampled_from([f"item{letter}" for letter in "abcde"])},
    optional={
        "tekst": WORDS | NEW,
        "akkoord": st.booleans(),
        "haalbaar": LID_ITEMS,
        "eigen": SCALARS,
    },
)
LOOSE = st.one_of(
    WORDS,
    st.fixed_dictionaries({"lid": st.sampled_from(["kim", "tim"]), "vraag": WORDS}),
)
ITEMS = st.lists(st.one_of(ITEM, LOOSE), max_size=5)
KEYS = (
    "stap",
    "status",
    "begonnen",
    "hulpvraag",
    "vragen",
    "acties",
    "onbekend",
    CONFLICTEN,
)
MAPPING = st.dictionaries(st.sampled_from(["a", "b"]), SCALARS, max_size=2)
DATA = st.fixed_dictionaries(
    {},
    optional={
        "stap": WORDS,
        "status": st.sampled_from(["open", "bezig", "klaar", "overgeslagen", "gek"]),
        "begonnen": st.sampled_from(
            ["2026-11-23T19:00:00+01:00", "2026-11-23T18:30:00+00:00", "gisteren"]
        ),
        "hulpvraag": SCALARS,
        "vragen": ITEMS,
        "acties": ITEMS,
        "onbekend": st.one_of(SCALARS, MAPPING, ITEMS),
        CONFLICTEN: st.lists(WORDS, max_size=2, unique=True).map(
            lambda w: [conflict(("thema",), x) for x in w]
        ),
    },
)
PIECES = st.sampled_from(
    ["Een.", "Twee.", "- a\n- b", "- a\n- b\n- c", "<<<<<<< x", "Drie.", "Vier"]
)
TEXT = st.one_of(
    st.lists(PIECES, max_size=6), st.lists(PIECES, max_size=7, unique=True)
)


@st.composite
def three(draw: Any, whole: st.SearchStrategy[Any]) -> tuple[Any, Any, Any]:
    """A version that both knew, and what each made of it: often little,
    sometimes something else altogether.
    """
    base = draw(whole)
    return base, *(
        draw(st.one_of(st.just(base), _edited(base, whole), whole)) for _ in range(2)
    )


@st.composite
def _edited(draw: Any, base: Any, whole: st.SearchStrategy[Any]) -> Any:
    other = draw(whole)
    if isinstance(base, list):
        at = draw(st.integers(0, len(base)))
        return [*base[:at], *other[:1], *base[at + draw(st.integers(0, 1)) :]]
    keys = draw(st.sets(st.sampled_from(KEYS), max_size=2))
    kept = {key: value for key, value in base.items() if key not in keys}
    return kept | {key: other[key] for key in keys if key in other}


def leaves(value: Any) -> Iterator[str]:
    """What a person can have written: every value that is not a list or mapping."""
    if isinstance(value, dict):
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part)
    elif value not in (None, ""):
        yield canonical(value)


def check_data(base: Data, ours: Data, theirs: Data) -> None:
    """Raise AssertionError when the merge of this data breaks a law."""
    merged = values.merge_data(base, ours, theirs)
    assert same(_sorted(merged), _sorted(values.merge_data(base, theirs, ours))), (
        "symmetric"
    )
    assert list(map(canonical, merged.get("vragen") or [])) == list(
        map(canonical, values.merge_data(base, theirs, ours).get("vragen") or [])
    ), "the same order"
    assert same(values.merge_data(base, base, theirs), theirs), "identity"
    assert same(values.merge_data(base, ours, ours), ours), "identity"
    _no_loss(base, ours, theirs, merged)
    _deletions(base, ours, theirs, merged)
    _agreement(ours, theirs, merged)
    _items(base, ours, theirs, merged)
    again = values.merge_data(ours, merged, ours)
    assert same(again, merged), "who comes after changes nothing"


def _sorted(data: Data) -> Data:
    return dict(sorted(data.items()))


def _no_loss(base: Data, ours: Data, theirs: Data, merged: Data) -> None:
    kept = set(
        leaves(
            {
                key: value
                for key, value in merged.items()
                if key not in ("status", "begonnen")
            }
        )
    )
    for item in merged.get(CONFLICTEN, []):
        kept |= {
            canonical(item["waarde"]),
            item["waarde"] if isinstance(item["waarde"], str) else "",
        }
    whole = " ".join(kept)
    for side in (ours, theirs):
        for key, value in side.items():
            if key in ("status", "begonnen") or same(base.get(key), value):
                continue
            before = set(leaves(base.get(key)))
            for leaf in leaves(value):
                assert leaf in before or leaf in kept or leaf in whole, f"lost at {key}"


def _deletions(base: Data, ours: Data, theirs: Data, merged: Data) -> None:
    for gone, other in ((ours, theirs), (theirs, ours)):
        for key in base:
            if (
                key not in gone
                and same(base[key], other.get(key))
                and key in other
                and key != CONFLICTEN
            ):
                assert key not in merged, "a deletion is respected"
            if (
                key not in gone
                and key in other
                and not isinstance(base[key], list)
                and other[key] != []
            ):
                changed = not same(base[key], other[key])
                assert (key in merged) == changed, "an edit goes before a deletion"
        for key in ("vragen", "acties"):
            sides = [
                [item for item in part.get(key) or [] if _id(item)]
                for part in (base, gone, other, merged)
            ]
            ids = [[_id(item) for item in part] for part in sides]
            if any(len(set(part)) != len(part) for part in ids):
                continue
            for item in sides[0]:
                is_gone = _id(item) not in ids[1] and any(
                    same(item, o) for o in sides[2]
                )
                assert not (is_gone and _id(item) in ids[3]), (
                    "a deleted item stays away"
                )


def _agreement(ours: Data, theirs: Data, merged: Data) -> None:
    for key in ours:
        if key in theirs and same(ours[key], theirs[key]):
            assert same(ours[key], merged[key]) or key == CONFLICTEN, (
                "what both say holds"
            )
    for item in ours.get(CONFLICTEN, []):
        if item in theirs.get(CONFLICTEN, []):
            assert item in merged[CONFLICTEN], "what both still have to settle stays"


def _items(base: Data, ours: Data, theirs: Data, merged: Data) -> None:
    for key in ("vragen", "acties"):
        lists = [
            [*map(canonical, side.get(key) or [])]
            for side in (base, ours, theirs, merged)
        ]
        for item in set(lists[1]) & set(lists[2]):
            assert lists[3].count(item) >= min(
                lists[1].count(item), lists[2].count(item)
            ), "what both have stays"
        ids = [
            [*filter(None, map(_id, side.get(key) or []))]
            for side in (base, ours, theirs, merged)
        ]
        assert {*ids[1], *ids[2]} - {*ids[0]} <= {*ids[3]}, "what is new stays"


def _id(item: Any) -> str:
    return str(item["id"]) if isinstance(item, dict) and "id" in item else ""


def check_settled(base: Data, winner: str, loser: str, other: Data) -> None:
    """Raise AssertionError when a clash that somebody settled comes back,
    whatever the other side did besides.
    """
    clashed = values.merge_data(
        base, {**base, "hulpvraag": winner}, {**base, "hulpvraag": loser}
    )
    settled = {key: value for key, value in clashed.items() if key != CONFLICTEN}
    beside = {
        **other,
        CONFLICTEN: clashed.get(CONFLICTEN, []),
        "hulpvraag": clashed.get("hulpvraag"),
    }
    for merged in (
        values.merge_data(clashed, settled, beside),
        values.merge_data(clashed, beside, settled),
        values.merge_data(clashed, settled, clashed),
    ):
        ids = {item["id"] for item in merged.get(CONFLICTEN, [])}
        assert not ids & {item["id"] for item in clashed.get(CONFLICTEN, [])}, (
            "settled stays settled"
        )


def check_text(base: list[str], ours: list[str], theirs: list[str]) -> None:
    """Raise AssertionError when the merge of these paragraphs breaks a law."""
    texts = ["\n\n".join(side) + "\n" if side else "" for side in (base, ours, theirs)]
    merged = text_merge.merge_text(*texts)
    assert merged == text_merge.merge_text(texts[0], texts[2], texts[1]), "symmetric"
    assert text_merge.merge_text(texts[0], texts[0], texts[2]) == texts[2], "identity"
    assert text_merge.merge_text(texts[0], texts[1], texts[1]) == texts[1], "identity"
    lines = merged.split("\n")
    for side in (ours, theirs):
        for line in "\n".join(side).split("\n"):
            assert line in lines or line in "\n".join(base).split("\n"), "lost"
    _pieces(base, ours, theirs, merged.strip("\n").split("\n\n"))
    written = {
        line
        for side in (base, ours, theirs)
        for part in side
        for line in part.split("\n")
    }
    assert set(lines) <= written | {""}, "no marker of our own"


def _pieces(
    base: list[str], ours: list[str], theirs: list[str], merged: list[str]
) -> None:
    """Where nobody moved or repeated a paragraph: taken away is gone, untouched is there once."""
    for one, other in ((ours, theirs), (theirs, ours)):
        if any(len(set(side)) != len(side) for side in (base, one, other)):
            return
        if any(
            [p for p in base if p in side] != [p for p in side if p in base]
            for side in (one, other)
        ):
            return
        for piece in base:
            if piece in other:
                assert merged.count(piece) == (piece in one), (
                    "taken away is gone, untouched is there once"
                )
