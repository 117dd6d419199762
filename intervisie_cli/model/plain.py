"""Plain data: what YAML and JSON hold."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

# A mapping of plain data, to fill.
Data = dict[str, Any]
# An item of a list in a file: such a mapping, to read.
Item = Mapping[str, Any]
# Where a value stands in such data: keys of mappings, and places in lists from 0.
Sleutels = tuple[str | int, ...]


def same(one: Any, other: Any) -> bool:
    """Compare plain data strictly: True is not 1."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        if one.keys() != other.keys():
            return False
        return all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        if len(one) != len(other):
            return False
        return all(map(same, one, other))
    return bool(one == other)


def items_in(value: Any) -> list[Data]:
    """The items of a list as it stands in a file, without what is no item."""
    if not isinstance(value, list):
        return []
    return [item for item in value if isinstance(item, dict)]


def strings_in(value: Any) -> list[str]:
    """The texts of a list as it stands in a file, without what is no text."""
    if not isinstance(value, list):
        return []
    return [item for item in value if isinstance(item, str)]


def texts_in(value: Any, without: Collection[str] = ()) -> Iterator[str]:
    """Each text in a value, at any depth, but those at the keys *without*."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in without:
                yield from texts_in(part, without)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part, without)
