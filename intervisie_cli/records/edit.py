"""Changes values in YAML text and leaves every other byte as it was: comments, order, quotes, unknown keys."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from intervisie_cli.model.plain import same
from intervisie_cli.records.emit import emit, emit_item, scalar
from intervisie_cli.records.node import Entry, Node


def rewrites(
    text: str, node: Node, new: Mapping[str, Any], order: Sequence[str] = ()
) -> Iterator[str]:
    """Give *text*, of which *node* is the whole, with the values of *new*: first as little changed as can be.

    New keys go by *order*; keys that *new* lacks are taken out. Whoever reads the first and finds something else
    than *new* takes the second, in which what changed is written anew from its key on, or the third, all anew.
    Comments stay in each.
    """
    yield _apply(text, 0, len(text), _map_edits(text, node, new, order))
    yield _apply(text, 0, len(text), _map_edits(text, node, new, order, whole=True))
    yield "".join(f"{comment}\n" for comment in comments(text, node)) + emit(new)


_Edit = tuple[int, int, str]


def _apply(text: str, start: int, end: int, edits: list[_Edit]) -> str:
    parts, at = [], start
    for begin, stop, replacement in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[at:begin], replacement]
        at = stop
    return "".join([*parts, text[at:end]])


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """The offset of the line end at or after *at*."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _map_edits(
    text: str, node: Node, new: Mapping[str, Any], order: Sequence[str] = (), *, whole: bool = False
) -> list[_Edit]:
    edits: list[_Edit] = []
    old = {entry.key: entry for entry in node.entries}
    column = node.entries[0].start - _line_start(text, node.entries[0].start) if node.entries else 0
    for key, entry in old.items():
        if key in new:
            edits += _value_edits(text, entry, new[key], whole=whole)
        else:
            edits.append((_line_start(text, entry.start), _line_end(text, entry.node.end) + 1, ""))
    added: dict[int, dict[str, Any]] = {}
    for key, value in new.items():
        if key not in old:
            added.setdefault(_place(text, node, key, order), {})[key] = value
    edits += [(at, at, emit(values, column)) for at, values in added.items()]
    return edits


def _place(text: str, node: Node, key: str, order: Sequence[str]) -> int:
    """Where a new key goes: behind the nearest one that comes before it in *order*, else at the end."""
    before = set(order[: order.index(key)]) if key in order else set()
    anchors = [entry for entry in node.entries if entry.key in before] or list(node.entries)
    if not anchors:
        return len(text)
    return min(_line_end(text, anchors[-1].node.end) + 1, len(text))


def _value_edits(text: str, entry: Entry, new: Any, *, whole: bool) -> list[_Edit]:
    node = entry.node
    if same(node.data(), new):
        return []
    if whole:
        return [_entry_edit(text, entry, new)]
    if node.is_block and node.kind == "map" and isinstance(new, Mapping) and new:
        return _map_edits(text, node, new)
    if node.is_block and node.kind == "seq" and isinstance(new, list) and new:
        return [_seq_edit(text, node, new)]
    is_single = (
        node.kind == "scalar" and not node.is_block and "\n" not in text[node.start : node.end]
    )
    if (
        is_single
        and not isinstance(new, list | Mapping)
        and not (isinstance(new, str) and "\n" in new)
    ):
        space = "" if node.end > node.start else " "
        return [(node.start, node.end, space + scalar(new))]
    return [_entry_edit(text, entry, new)]


def _entry_edit(text: str, entry: Entry, new: Any) -> _Edit:
    """Write the key anew with its value; the comments in the old value get lines of their own below it."""
    column = entry.start - _line_start(text, entry.start)
    end = _line_end(text, entry.node.end)
    written = emit({entry.key: new}, column)[column:-1]
    for comment in _comments(text, entry.start, end, entry.node):
        written += f"\n{' ' * column}{comment}"
    return (entry.start, end, written)


def comments(text: str, node: Node) -> list[str]:
    """The comments in *text*, of which *node* is the whole."""
    return list(_comments(text, 0, len(text), node))


def _comments(text: str, start: int, end: int, node: Node) -> Iterator[str]:
    """The comments in a part of the text, of which *node* is the value."""
    scalars = [(deel.start, deel.end) for deel in node.walk() if deel.kind == "scalar"]
    at = start
    while (at := text.find("#", at, end)) >= 0:
        if text[at - 1 : at] in ("", " ", "\t", "\n") and not any(
            first <= at < last for first, last in scalars
        ):
            yield text[at : min(_line_end(text, at), end)].rstrip()
            at = _line_end(text, at)
        at += 1


def _seq_edit(text: str, node: Node, new: list[Any]) -> _Edit:
    """Cut the text into one slice per item, the comments above it included, and lay them in the new order."""
    dashes = [text.rfind("-", 0, item.start) for item in node.items]
    indent = dashes[0] - _line_start(text, dashes[0])
    ends = [
        _with_comments_below(text, min(_line_end(text, item.end) + 1, len(text)), indent)
        for item in node.items
    ]
    starts = [_with_comments_above(text, _line_start(text, dashes[0])), *ends[:-1]]
    free = list(range(len(node.items)))
    parts = []
    for value in new:
        match = next((i for i in free if _is_same_item(node.items[i].data(), value)), None)
        if match is None:
            parts.append(emit_item(value, indent))
            continue
        free.remove(match)
        item, start, end = node.items[match], starts[match], ends[match]
        if same(item.data(), value):
            parts.append(text[start:end])
        elif item.is_block and item.kind == "map":
            parts.append(_apply(text, start, end, _map_edits(text, item, value)))
        else:
            margin = " " * (indent + 2)
            inside = "".join(
                f"{margin}{comment}\n" for comment in _comments(text, dashes[match], end, item)
            )
            parts += [
                text[start : _line_start(text, dashes[match])],
                emit_item(value, indent),
                inside,
            ]
    return (starts[0], ends[-1], "".join(parts))


def _with_comments_above(text: str, at: int) -> int:
    while at and (text[_line_start(text, at - 1) : at].strip() + "#").startswith("#"):
        at = _line_start(text, at - 1)
    return at


def _with_comments_below(text: str, at: int, indent: int) -> int:
    """Past the comments that stand deeper than the dashes: they close the item above them."""
    while (line := text[at : _line_end(text, at)]).lstrip().startswith("#"):
        if len(line) - len(line.lstrip()) <= indent:
            break
        at = min(_line_end(text, at) + 1, len(text))
    return at


def _is_same_item(old: Any, new: Any) -> bool:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return same(old, new)
    if "id" in old:
        return same(old["id"], new.get("id"))
    if "lid" in old and not same(old["lid"], new.get("lid")):
        return False
    # Added by hand: it has its id by now, and a date or a yes may be written otherwise; what it says is the same.
    words = [
        key
        for key in old
        if key != "lid" and isinstance(old[key], str) and isinstance(new.get(key), str)
    ]
    return (
        any(same(old[key], new[key]) for key in words)
        if words
        else bool(old) and old.keys() <= new.keys()
    )
