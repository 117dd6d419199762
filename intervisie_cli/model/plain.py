"""Plain data: what YAML and JSON hold."""

from collections.abc import Mapping
from typing import Any

# A mapping of plain data, to fill.
Data = dict[str, Any]
# An item of a list in a file: such a mapping, to read.
Item = Mapping[str, Any]


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
