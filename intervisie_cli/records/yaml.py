"""Reads any YAML that a person may write by hand, and refuses what a hostile one may hide.

The only importer of ruamel.yaml. Builds from the parser's events, so a bomb is refused before it grows:
no tags, anchors, aliases or merge keys; limits on size, number and depth (see `records.node`).
"""

import re
from collections.abc import Iterator
from typing import Any

from intervisie_cli.records.node import (
    MAX_DEPTH,
    MAX_EVENTS,
    MAX_YAML,
    Entry,
    Node,
    YamlFout,
    resolve_plain,
)


def parse(text: str) -> list[Node]:
    """Read all documents in *text*. Raises YamlFout with a line and a reason."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.reader import ReaderError

    if len(text.encode("utf-8", "surrogatepass")) > MAX_YAML:
        raise YamlFout(f"te groot (meer dan {MAX_YAML // 1024} KiB)", 1)
    documents: list[Node] = []
    try:
        events = _guarded(YAML(typ="safe", pure=True).parse(text))
        documents += (
            _build(next(events), events, text)
            for e in events
            if type(e).__name__ == "DocumentStartEvent"
        )
    except YamlFout:
        raise
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlFout("dit is geen geldige YAML", mark.line + 1 if mark else 1) from None
    except ReaderError as error:
        raise YamlFout(
            "er staat een teken dat hier niet kan", text.count("\n", 0, error.position) + 1
        ) from None
    except (
        YAMLError,
        ValueError,
        RecursionError,
        TypeError,
        AttributeError,
        IndexError,
        KeyError,
    ) as error:
        # Unprintable characters and some broken documents surface as plain errors of the parser.
        raise YamlFout("dit is geen geldige YAML", 1) from error
    return documents


def _guarded(events: Iterator[Any]) -> Iterator[Any]:
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
        depth += name in ("MappingStartEvent", "SequenceStartEvent")
        depth -= name in ("MappingEndEvent", "SequenceEndEvent")
        if depth > MAX_DEPTH:
            raise YamlFout(f"te diep genest (meer dan {MAX_DEPTH} niveaus)", line)
        yield event


def _has_tag(event: Any) -> bool:
    tag = getattr(event, "tag", None)
    return tag is not None and str(tag) != "None"


def _build(event: Any, events: Iterator[Any], text: str) -> Node:
    name = type(event).__name__
    start = event.start_mark.index
    if name == "ScalarEvent":
        return _scalar(event, text)
    is_block = not event.flow_style
    if name == "SequenceStartEvent":
        items = []
        while type(last := next(events)).__name__ != "SequenceEndEvent":
            items.append(_build(last, events, text))
        end = items[-1].end if is_block and items else last.end_mark.index
        return Node("seq", start, end, is_block=is_block, items=tuple(items))
    entries: list[Entry] = []
    while type(last := next(events)).__name__ != "MappingEndEvent":
        key = _build(last, events, text)
        line = last.start_mark.line + 1
        if key.kind != "scalar" or key.value == "<<":
            raise YamlFout("een sleutel moet gewone tekst zijn", line)
        naam = text[key.start : key.end] if not isinstance(key.value, str) else key.value
        if any(entry.key == naam for entry in entries):
            raise YamlFout("dezelfde sleutel staat er twee keer", line)
        value = _build(next(events), events, text)
        if value.start == value.end:
            # An empty value stands right behind its colon, whatever the parser's marks say.
            behind = text.find(":", key.end) + 1 or key.end
            value = value._replace(start=behind, end=behind)
        entries.append(Entry(naam, key.start, value))
    end = entries[-1].node.end if is_block and entries else last.end_mark.index
    return Node("map", start, end, is_block=is_block, entries=tuple(entries))


def _scalar(event: Any, text: str) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    is_block = event.style in ("|", ">")
    if is_block:
        # The parser's end lies behind the line ends that follow.
        end = start + len(re.sub(r"(?:\n *)+\Z", "", text[start:end]))
    value = event.value
    if not event.style:
        value = resolve_plain(value)
        end = start + len(text[start:end].rstrip(" \t\n"))
    if isinstance(value, str) and any("\ud800" <= char <= "\udfff" for char in value):
        try:
            # JSON writes an emoji as two halves.
            value = value.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            raise YamlFout("er staat een half teken in", event.start_mark.line + 1) from None
    return Node("scalar", start, end, value=value, is_block=is_block)
