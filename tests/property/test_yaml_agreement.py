"""Three readers of YAML, one outcome: our quick one, our full one, and ruamel's own."""

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from ruamel.yaml import YAML

from intervisie_cli.records import canonical, yaml
from intervisie_cli.records.document import parse_markdown, read_yaml
from intervisie_cli.records.emit import emit
from tests.conftest import EXAMPLES
from tests.property import strategies as own

TEMPLATES = EXAMPLES.parent / "templates"


def everywhere(text: str) -> dict[str, Any]:
    """Data with *text* at each place where a value may stand."""
    return {
        "a": text,
        "l": [text, "b"],
        "m": [{"k": text, "z": 1}],
        "d": {"e": {"f": text}},
        "g": [{"k": "c"}, text],
    }


def ruamel_agrees(data: dict[str, Any]) -> bool:
    """Whether ruamel's own loader reads *data* from what we write."""
    try:
        return agrees(YAML(typ="safe", pure=True).load(emit(data)), data)
    except ValueError:
        return True  # a day that is not in the calendar: text to us, an error to it


def agrees(theirs: Any, ours: Any) -> bool:
    """Whether the loaders see the same; dates are text to us."""
    if isinstance(theirs, dict):
        return isinstance(ours, dict) and agrees([*theirs.items()], [*ours.items()])
    if isinstance(theirs, list | tuple):
        return (
            isinstance(ours, list | tuple)
            and len(theirs) == len(ours)
            and all(map(agrees, theirs, ours))
        )
    if isinstance(theirs, date):
        return isinstance(ours, str) and ours.startswith(str(theirs.year))
    return type(theirs) is type(ours) and bool(theirs == ours)


@pytest.mark.parametrize("text", own.TRICKY)
def test_a_tricky_text_reads_back_as_it_was_by_every_reader(text: str):
    data = everywhere(text)
    assert read_yaml(emit(data)).data() == data
    assert yaml.parse(emit(data))[0].data() == data
    assert ruamel_agrees(data)


@pytest.mark.parametrize("text", own.TRICKY)
def test_a_tricky_text_stands_at_the_same_place_for_the_quick_and_the_full_reader(
    text: str,
):
    written = emit(everywhere(text))
    quick = canonical.parse(written)
    if quick:
        assert own.tree(quick) == own.tree(yaml.parse(written)[0])


@pytest.mark.parametrize("text", [text for text in own.TRICKY if text != "<<"])
def test_a_tricky_text_may_be_a_key(text: str):
    data = {text: 1, "b": {text: [text]}}
    assert yaml.parse(emit(data))[0].data() == read_yaml(emit(data)).data() == data


@given(own.mappings)
def test_the_readers_agree_on_whatever_is_written(data: dict[str, Any]):
    text = emit(data)
    full = yaml.parse(text)[0]
    quick = canonical.parse(text)
    assert full.data() == data
    assert not quick or own.tree(quick) == own.tree(full)
    assert ruamel_agrees(data)


def own_files() -> list[str]:
    """The front matter of all templates, and the examples: text in our own form."""
    steps = [
        parse_markdown(path.read_bytes()).yaml
        for path in sorted(TEMPLATES.glob("*/*.md"))
    ]
    answers = [
        part
        for path in sorted(EXAMPLES.glob("*.yaml"))
        for part in path.read_text().split("---\n")
        if part
    ]
    return steps + answers


def test_the_quick_reader_reads_all_that_comes_with_the_program():
    assert all(canonical.parse(text) for text in own_files())


def test_the_readers_agree_on_broken_text_that_the_quick_one_accepts():
    rng = random.Random(20261123)
    files = own_files()
    short = [text for text in files if len(text) < 1_500] + [
        emit(everywhere(text)) for text in own.TRICKY
    ]
    accepted = 0
    for _ in range(3_000):
        text = own.broken(rng.choice(short), rng)
        quick = canonical.parse(text)
        if quick:
            accepted += 1
            assert own.tree(quick) == own.tree(yaml.parse(text)[0]), text
    assert accepted > 100


@pytest.mark.parametrize(
    "text",
    [
        "l:\n" + "  - a: b\n" * 1_300,
        "l:\n" + "  - a: []\n" * 1_200,
        "l:\n" + "  - a:\n      - b\n" * 800,
        "a: " + "é" * 40_000 + "\n",
        "a" * 1_100 + ": b\n",
        "a:\n  - b: []\n",
        "a:\n  - \n",
        "a:\n b:\n",
    ],
    ids=[
        "many parts",
        "many empty lists",
        "many lists",
        "many bytes",
        "a long key",
        "an empty list",
        "an empty item",
        "one space",
    ],
)
def test_the_quick_reader_keeps_the_limits_of_the_full_one(text: str):
    quick = canonical.parse(text)
    if quick:
        assert own.tree(quick) == own.tree(yaml.parse(text)[0])


@pytest.mark.parametrize("levels", range(1, 12))
@pytest.mark.parametrize("leaf", [1, [], {}, [1], [{"a": 1}]], ids=str)
def test_the_quick_reader_goes_as_deep_as_the_full_one(levels: int, leaf: Any):
    data = leaf
    for _ in range(levels):
        data = {"a": data}
    quick = canonical.parse(emit(data))
    if quick:
        assert own.tree(quick) == own.tree(yaml.parse(emit(data))[0])
