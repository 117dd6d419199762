"""Changes values in YAML text and leaves every other byte: comments, order, quotes, unknown keys.

`tests/property/test_documents.py` holds this to files as people write them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from intervisie_cli.model.plain import Data, Item, same
from intervisie_cli.records.comments import (
    comments,
    comments_within,
    with_comments_above,
    with_comments_below,
)
from intervisie_cli.records.emit import emit, emit_item, scalar
from intervisie_cli.records.lines import column_of, line_end, line_start, next_line
from intervisie_cli.records.node import Node, NodeEntry


class _Edit(NamedTuple):
    """In place of text[start:end] comes *replacement*."""

    start: int
    end: int
    replacement: str


class _Item(NamedTuple):
    """An item of a list with its text, text[start:end], the comments above it included."""

    node: Node
    dash: int
    start: int
    end: int


def rewrites(
    text: str,
    node: Node,
    new: Item,
    order: Sequence[str] = (),
) -> Iterator[str]:
    """Give *text*, of which *node* is the whole, with the values of *new*, in three ways.

    The first changes as little as can be, the second writes what changed anew from its key on, and
    the third writes all anew. Whoever reads one and finds something else than *new* takes the
    next. Comments stay in each. New keys go by *order*; keys that *new* lacks are taken out.
    """
    little = _map_edits(text, node, new, order)
    yield _apply(text, 0, len(text), little)
    more = _map_edits(text, node, new, order, whole=True)
    yield _apply(text, 0, len(text), more)
    kept = [f"{comment}\n" for comment in comments(text, node)]
    yield "".join(kept) + emit(new)


def _apply(
    text: str,
    start: int,
    end: int,
    edits: list[_Edit],
) -> str:
    """Give text[start:end] with *edits* made in it."""
    parts = []
    at = start
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts.append(text[at : edit.start])
        parts.append(edit.replacement)
        at = edit.end
    parts.append(text[at:end])
    return "".join(parts)


def _map_edits(
    text: str,
    node: Node,
    new: Item,
    order: Sequence[str] = (),
    *,
    whole: bool = False,
) -> list[_Edit]:
    edits: list[_Edit] = []
    for entry in node.entries:
        if entry.key in new:
            edits += _value_edits(text, entry, new[entry.key], whole=whole)
            continue
        start = line_start(text, entry.start)
        end = next_line(text, entry.node.end)
        edits.append(_Edit(start, end, ""))
    return edits + _additions(text, node, new, order)


def _additions(
    text: str,
    node: Node,
    new: Item,
    order: Sequence[str],
) -> list[_Edit]:
    """The keys that are new, one edit for each place: keys at one place keep their order."""
    old = {entry.key for entry in node.entries}
    added: dict[int, Data] = {}
    for key, value in new.items():
        if key not in old:
            place = _place(text, node, key, order)
            added.setdefault(place, {})[key] = value
    column = 0
    if node.entries:
        column = column_of(text, node.entries[0].start)
    edits = []
    for at, values in added.items():
        emitted = emit(values, column)
        edits.append(_Edit(at, at, emitted))
    return edits


def _place(
    text: str,
    node: Node,
    key: str,
    order: Sequence[str],
) -> int:
    """Where a new key goes: behind the nearest that comes before it in *order*, else at the end."""
    before: set[str] = set()
    if key in order:
        before.update(order[: order.index(key)])
    anchors = [entry for entry in node.entries if entry.key in before]
    if not anchors:
        anchors = list(node.entries)
    if not anchors:
        return len(text)
    return next_line(text, anchors[-1].node.end)


def _value_edits(
    text: str,
    entry: NodeEntry,
    new: Any,
    *,
    whole: bool,
) -> list[_Edit]:
    node = entry.node
    if same(node.data(), new):
        return []
    if whole:
        return [_entry_edit(text, entry, new)]
    if node.is_block and new:
        if node.kind == "map" and isinstance(new, Mapping):
            return _map_edits(text, node, new)
        if node.kind == "seq" and isinstance(new, list):
            return [_seq_edit(text, node, new)]
    if _stands_on_one_line(text, node) and _fits_on_one_line(new):
        written = scalar(new)
        if node.start == node.end:
            written = f" {written}"
        return [_Edit(node.start, node.end, written)]
    return [_entry_edit(text, entry, new)]


def _stands_on_one_line(text: str, node: Node) -> bool:
    if node.kind != "scalar" or node.is_block:
        return False
    return "\n" not in text[node.start : node.end]


def _fits_on_one_line(value: Any) -> bool:
    if isinstance(value, str):
        return "\n" not in value
    return not isinstance(value, list | Mapping)


def _entry_edit(text: str, entry: NodeEntry, new: Any) -> _Edit:
    """Write a key anew with its value; comments in the old value get lines of their own below."""
    column = column_of(text, entry.start)
    end = line_end(text, entry.node.end)
    # Without the margin before it and the line end behind it: those stay where they are.
    written = emit({entry.key: new}, column)[column:-1]
    for comment in comments_within(text, entry.start, end, entry.node):
        written += f"\n{' ' * column}{comment}"
    return _Edit(entry.start, end, written)


def _seq_edit(text: str, node: Node, new: list[Any]) -> _Edit:
    """Lay the text of each item in the new order, with the comments that belong to it."""
    items = _items(text, node)
    indent = column_of(text, items[0].dash)
    free = list(items)
    parts = []
    for value in new:
        item = _same_item(free, value)
        if item is None:
            parts.append(emit_item(value, indent))
            continue
        free.remove(item)
        parts.append(_item_text(text, item, value, indent))
    start = items[0].start
    end = items[-1].end
    return _Edit(start, end, "".join(parts))


def _same_item(items: list[_Item], value: Any) -> _Item | None:
    for item in items:
        if _is_same_item(item.node.data(), value):
            return item
    return None


def _items(text: str, node: Node) -> list[_Item]:
    """Cut the text of a list into one slice for each item."""
    dashes = [text.rfind("-", 0, item.start) for item in node.items]
    indent = column_of(text, dashes[0])
    start = with_comments_above(text, line_start(text, dashes[0]))
    items: list[_Item] = []
    for item, dash in zip(node.items, dashes, strict=True):
        # What stands between two items belongs to the second, but for comments that stand deeper.
        end = with_comments_below(text, next_line(text, item.end), indent)
        items.append(_Item(item, dash, start, end))
        start = end
    return items


def _item_text(
    text: str,
    item: _Item,
    value: Any,
    indent: int,
) -> str:
    """The text of an item whose value is now *value*."""
    node = item.node
    if same(node.data(), value):
        return text[item.start : item.end]
    if node.is_block and node.kind == "map":
        edits = _map_edits(text, node, value)
        return _apply(text, item.start, item.end, edits)
    # An item in another form, such as {a: 1}, is written anew; its comments go below it.
    above = text[item.start : line_start(text, item.dash)]
    margin = " " * (indent + 2)
    written = emit_item(value, indent)
    for comment in comments_within(text, item.dash, item.end, node):
        written += f"{margin}{comment}\n"
    return above + written


def _is_same_item(old: Any, new: Any) -> bool:
    # A member may stand as no more than its handle, until there is more to say.
    if isinstance(old, str) and isinstance(new, dict):
        return same(old, new.get("id"))
    if not isinstance(old, dict) or not isinstance(new, dict):
        return same(old, new)
    # 1 its id tells
    if "id" in old:
        return same(old["id"], new.get("id"))
    # 2 another member said it
    if "lid" in old and not same(old["lid"], new.get("lid")):
        return False
    # 3 it was added in an editor: it got its id since, and a date or a yes may be written
    # otherwise by now; but what it says is the same
    words = [
        key
        for key, value in old.items()
        if key != "lid" and isinstance(value, str) and isinstance(new.get(key), str)
    ]
    if words:
        return any(same(old[key], new[key]) for key in words)
    return bool(old) and old.keys() <= new.keys()
