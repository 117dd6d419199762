"""YAML as a tree that remembers where each part stands in the text."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

# Far more than a record needs, and little enough that a text made to be slow is refused at once:
# `tests/records/test_yaml.py` has such texts.
MAX_DEPTH = 8
MAX_EVENTS = 5_000
MAX_YAML = 64 * 1024


class YamlFout(ValueError):
    """The YAML cannot be accepted.

    *regel* counts from 1 within the YAML; *reden* is Dutch, and repeats nothing of the text.
    """

    def __init__(self, reden: str, regel: int) -> None:
        super().__init__(f"regel {regel}: {reden}")
        self.reden = reden
        self.regel = regel


class Node(NamedTuple):
    """A value in YAML text. *start* and *end* are character offsets of the value itself.

    kind is `map`, `seq` or `scalar`; *is_block* tells whether its children stand on lines of their
    own.
    """

    kind: str
    start: int
    end: int
    value: Any = None
    is_block: bool = False
    entries: "tuple[NodeEntry, ...]" = ()
    items: "tuple[Node, ...]" = ()

    def data(self) -> Any:
        """The plain value: dict, list, str, int, bool or None."""
        if self.kind == "map":
            return {entry.key: entry.node.data() for entry in self.entries}
        if self.kind == "seq":
            return [item.data() for item in self.items]
        return self.value

    def at(self, *path: str | int) -> "Node | None":
        """Find a part by keys and positions; None when it is not there."""
        node = self
        for step in path:
            below = node._child(step)
            if below is None:
                return None
            node = below
        return node

    def _child(self, step: str | int) -> "Node | None":
        if isinstance(step, int):
            if step < len(self.items):
                return self.items[step]
            return None
        for entry in self.entries:
            if entry.key == step:
                return entry.node
        return None

    def walk(self) -> "Iterator[Node]":
        """This node and all below it."""
        yield self
        for entry in self.entries:
            yield from entry.node.walk()
        for item in self.items:
            yield from item.walk()


class NodeEntry(NamedTuple):
    """A key in a map; *start* is the offset of the key."""

    key: str
    start: int
    node: Node


_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_CONSTANTS: dict[str, bool | None] = {"": None, "~": None}
_CONSTANTS |= dict.fromkeys(("null", "Null", "NULL"))
_CONSTANTS |= dict.fromkeys(("true", "True", "TRUE"), True)
_CONSTANTS |= dict.fromkeys(("false", "False", "FALSE"), False)


def resolve_plain(text: str) -> Any:
    """Give the value of a plain scalar: null, bool, a short whole number, else its text.

    Dates and fractions stay text, so that nothing is lost in a number's or a calendar's rounding.
    """
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.fullmatch(text):
        return int(text)
    return text
