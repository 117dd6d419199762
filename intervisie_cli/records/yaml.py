"""Reads any YAML that a person may write in an editor, and refuses what a hostile one may hide.

The only importer of ruamel.yaml. It builds from the parser's events, so that a bomb is refused
before it grows: no tags, anchors, aliases or merge keys, and the limits of `records.node` on size,
number and depth.
"""

import re
from collections.abc import Iterator
from typing import Any

from intervisie_cli.records.node import (
    MAX_DEPTH,
    MAX_EVENTS,
    MAX_YAML,
    Node,
    NodeEntry,
    YamlFout,
    resolve_plain,
)
from intervisie_cli.records.oorzaak import oorzaak

_PLAIN_ERRORS = (
    ValueError,
    RecursionError,
    TypeError,
    AttributeError,
    IndexError,
    KeyError,
)


def parse(text: str) -> list[Node]:
    """Read all documents in *text*. Raises YamlFout with a line, a reason, and what helps."""
    try:
        return _parse(text)
    except YamlFout as fout:
        gevonden = oorzaak(text, fout.regel, _stops_at)
        if gevonden.raad:
            raise YamlFout(f"{fout.reden}; {gevonden.raad}", gevonden.regel) from None
        raise


def _stops_at(text: str) -> int | None:
    """The line where *text* cannot be read further; None when all of it is read."""
    try:
        _parse(text)
    except YamlFout as fout:
        return fout.regel
    return None


def _parse(text: str) -> list[Node]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.reader import ReaderError

    if len(text.encode("utf-8", "surrogatepass")) > MAX_YAML:
        raise YamlFout(f"te groot (meer dan {MAX_YAML // 1024} KiB)", 1)
    try:
        events = YAML(typ="safe", pure=True).parse(text)
        return list(_documents(_guarded(events), text))
    except YamlFout:
        raise
    except MarkedYAMLError as error:
        raise YamlFout("dit is geen geldige YAML", _line_of(error)) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlFout("er staat een teken dat hier niet kan", line) from None
    # Unprintable characters and some broken documents surface as plain errors of the parser:
    # `tests/records/test_yaml.py` found them.
    except (YAMLError, *_PLAIN_ERRORS) as error:
        raise YamlFout("dit is geen geldige YAML", 1) from error


def _line_of(error: Any) -> int:
    mark = error.problem_mark or error.context_mark
    if not mark:
        return 1
    return int(mark.line) + 1


def _documents(events: Iterator[Any], text: str) -> Iterator[Node]:
    for event in events:
        if type(event).__name__ == "DocumentStartEvent":
            yield _build(next(events), events, text)


def _guarded(events: Iterator[Any]) -> Iterator[Any]:
    # Limits are held while the events come, before anything is built of them.
    depth = 0
    for count, event in enumerate(events):
        line = event.start_mark.line + 1
        name = type(event).__name__
        if count > MAX_EVENTS:
            raise YamlFout(f"te veel onderdelen (meer dan {MAX_EVENTS})", line)
        if name == "AliasEvent" or getattr(event, "anchor", None):
            raise YamlFout("ankers en verwijzingen (& en *) kunnen hier niet", line)
        if _has_tag(event):
            raise YamlFout("labels (met een !) kunnen hier niet", line)
        if name in ("MappingStartEvent", "SequenceStartEvent"):
            depth += 1
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            depth -= 1
        if depth > MAX_DEPTH:
            raise YamlFout(f"te diep genest (meer dan {MAX_DEPTH} niveaus)", line)
        yield event


def _has_tag(event: Any) -> bool:
    tag = getattr(event, "tag", None)
    return tag is not None and str(tag) != "None"


def _build(event: Any, events: Iterator[Any], text: str) -> Node:
    name = type(event).__name__
    if name == "ScalarEvent":
        return _scalar(event, text)
    if name == "SequenceStartEvent":
        return _sequence(event, events, text)
    return _mapping(event, events, text)


def _sequence(event: Any, events: Iterator[Any], text: str) -> Node:
    items = []
    last = next(events)
    while type(last).__name__ != "SequenceEndEvent":
        items.append(_build(last, events, text))
        last = next(events)
    is_block = not event.flow_style
    # The parser's end of a block lies behind the comments and empty lines that follow.
    end = last.end_mark.index
    if is_block and items:
        end = items[-1].end
    return Node(
        "seq", event.start_mark.index, end, is_block=is_block, items=tuple(items)
    )


def _mapping(event: Any, events: Iterator[Any], text: str) -> Node:
    entries: dict[str, NodeEntry] = {}
    last = next(events)
    while type(last).__name__ != "MappingEndEvent":
        key = _build(last, events, text)
        line = last.start_mark.line + 1
        # A merge key takes the values of another mapping: it could hide what a record says.
        if key.kind != "scalar" or key.value == "<<":
            raise YamlFout("een sleutel moet gewone tekst zijn", line)
        naam = key.value
        if not isinstance(naam, str):
            naam = text[key.start : key.end]
        if naam in entries:
            raise YamlFout("dezelfde sleutel staat er twee keer", line)
        value = _build(next(events), events, text)
        if value.start == value.end:
            # An empty value stands right behind its colon, whatever the parser's marks say.
            behind = text.find(":", key.end) + 1 or key.end
            value = value._replace(start=behind, end=behind)
        entries[naam] = NodeEntry(naam, key.start, value)
        last = next(events)
    return _map_node(event, last, tuple(entries.values()))


def _map_node(event: Any, last: Any, entries: tuple[NodeEntry, ...]) -> Node:
    is_block = not event.flow_style
    end = last.end_mark.index
    if is_block and entries:
        end = entries[-1].node.end
    return Node("map", event.start_mark.index, end, is_block=is_block, entries=entries)


def _scalar(event: Any, text: str) -> Node:
    start = event.start_mark.index
    end = event.end_mark.index
    value = event.value
    written = text[start:end]
    is_block = event.style in ("|", ">")
    # The parser's end lies behind the line ends that follow.
    if is_block:
        written = re.sub(r"(?:\n *)+\Z", "", written)
    if not event.style:
        value = resolve_plain(value)
        written = written.rstrip(" \t\n")
    end = start + len(written)
    if isinstance(value, str):
        value = _whole(value, event.start_mark.line + 1)
    return Node("scalar", start, end, value=value, is_block=is_block)


def _whole(value: str, line: int) -> str:
    """Give *value* with each character whole: JSON writes an emoji as two halves."""
    if not any("\ud800" <= char <= "\udfff" for char in value):
        return value
    try:
        return value.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise YamlFout("er staat een half teken in", line) from None
