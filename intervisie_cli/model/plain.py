"""Plain data: what YAML and JSON hold."""

from typing import Any


def same(one: Any, other: Any) -> bool:
    """Compare plain data strictly: True is not 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)
