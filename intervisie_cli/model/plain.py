"""Plain data: what YAML and JSON hold."""

from collections.abc import Mapping
from typing import Any

# An item of a list in a file: a mapping of plain data.
Item = Mapping[str, Any]


def same(one: Any, other: Any) -> bool:
    """Compare plain data strictly: True is not 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


def items_in(value: Any) -> list[dict[str, Any]]:
    """The items of a list as it stands in a file, without what is none."""
    if not isinstance(value, list):
        return []
    return [item for item in value if isinstance(item, dict)]
