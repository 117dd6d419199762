"""Reads the YAML that `emit` writes, line by line: some fifty times as fast as a full parser.

It gives up (None) on everything else; then the caller turns to `records.yaml`, which reads the
same tree.
"""

import re

from intervisie_cli.records.node import (
    MAX_DEPTH,
    MAX_EVENTS,
    MAX_YAML,
    Node,
    NodeEntry,
    resolve_plain,
)

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,80}):(?: (.+))?")
_PLAIN = re.compile(r"[^\W_](?:[^:#\n]|:(?! |$)|(?<! )#)*", re.UNICODE)
_QUOTED = re.compile(r'"(?:[^"\\]|\\["\\nt])*"')
_ESCAPE = re.compile(r'\\(["\\nt])')
_EMPTY = {"[]": "seq", "{}": "map"}
_ESCAPES = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}
# YAML sees a line end, a byte order mark or nothing printable in these; the full parser decides.
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)


class _GiveUp(Exception):
    """Not the form that we write."""


def parse(text: str) -> Node | None:
    """Read a block mapping; None when the text is not in our own form.

    Accept no more than `records.yaml` does: `tests/property/test_yaml_agreement.py` breaks texts in
    many ways, and holds that what is accepted here gives the same tree there.
    """
    if _ODD.search(text) or not text.endswith("\n"):
        return None
    if len(text.encode()) > MAX_YAML:
        return None
    try:
        reader = _Reader(text)
        node = reader.mapping(0, 1)
    except _GiveUp:
        return None
    if not reader.at_end():
        return None
    return node


class _Reader:
    """Goes through the lines once. Offsets are those of the whole text, as the full parser has."""

    def __init__(self, text: str) -> None:
        self._lines = text.rstrip("\n").split("\n")
        # A line holds at most a mapping with one empty list: five events of the full parser.
        if len(self._lines) * 5 + 8 > MAX_EVENTS:
            raise _GiveUp
        # One more than there are lines: the end of the last one is where the next would start.
        start = 0
        self._starts = [start]
        for line in self._lines:
            start += len(line) + 1
            self._starts.append(start)
        self._row = 0

    def at_end(self) -> bool:
        return self._row == len(self._lines)

    def _indent(self) -> int:
        """The spaces before the next line; -1 when there is none."""
        if self.at_end():
            return -1
        line = self._lines[self._row]
        rest = line.lstrip(" ")
        # Where a comment or an empty line belongs is for the full parser to say.
        if not rest or rest[0] == "#":
            raise _GiveUp
        return len(line) - len(rest)

    def mapping(self, indent: int, depth: int, *, is_behind_dash: bool = False) -> Node:
        """Read the keys at *indent*; the first one may stand behind a dash, which has its place."""
        if depth > MAX_DEPTH:
            raise _GiveUp
        start = self._starts[self._row] + indent
        entries: list[NodeEntry] = []
        seen = set()
        while is_behind_dash or self._indent() == indent:
            is_behind_dash = False
            offset = self._starts[self._row] + indent
            match = _KEY.fullmatch(self._lines[self._row], indent)
            # The full parser refuses a key that stands there twice, and says on which line.
            if not match or match[1] in seen:
                raise _GiveUp
            key = match[1]
            seen.add(key)
            value = self._value(match, indent, depth)
            entries.append(NodeEntry(key, offset, value))
        if not entries:
            raise _GiveUp
        end = entries[-1].node.end
        return Node("map", start, end, is_block=True, entries=tuple(entries))

    def _value(
        self,
        match: re.Match[str],
        indent: int,
        depth: int,
    ) -> Node:
        raw = match[2]
        end = self._starts[self._row] + match.end()
        self._row += 1
        if raw is None:
            return self._value_below(end, indent, depth)
        start = end - len(raw)
        if raw in ("|", "|-"):
            return self._literal(raw, start, indent + 2)
        return _scalar(raw, start, end, depth)

    def _value_below(self, end: int, indent: int, depth: int) -> Node:
        """The value of a key with nothing behind it: what is indented below it, if anything is."""
        below = self._indent()
        if below <= indent:
            return Node("scalar", end, end)
        if below != indent + 2:
            raise _GiveUp
        if self._lines[self._row].startswith("- ", below):
            return self._sequence(below, depth + 1)
        return self.mapping(below, depth + 1)

    def _sequence(self, indent: int, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise _GiveUp
        start = self._starts[self._row] + indent
        items: list[Node] = []
        while self._indent() == indent:
            if not self._lines[self._row].startswith("- ", indent):
                break
            items.append(self._item(indent + 2, depth))
        end = items[-1].end
        return Node("seq", start, end, is_block=True, items=tuple(items))

    def _item(self, indent: int, depth: int) -> Node:
        line = self._lines[self._row]
        if _KEY.fullmatch(line, indent):
            return self.mapping(indent, depth + 1, is_behind_dash=True)
        offset = self._starts[self._row]
        self._row += 1
        return _scalar(line[indent:], offset + indent, offset + len(line), depth)

    def _literal(self, style: str, start: int, indent: int) -> Node:
        lines: list[str] = []
        margin = " " * indent
        while not self.at_end():
            line = self._lines[self._row]
            if line and not line.startswith(margin):
                break
            lines.append(line[indent:])
            self._row += 1
        # YAML has other rules for a first line that is empty or indented, and for empty lines at
        # the end.
        if not lines or not lines[0] or lines[0][0] == " ":
            raise _GiveUp
        if not lines[-1].strip():
            raise _GiveUp
        end = self._starts[self._row] - 1
        value = "\n".join(lines)
        if style == "|":
            value += "\n"
        return Node("scalar", start, end, value=value, is_block=True)


def _scalar(
    raw: str,
    start: int,
    end: int,
    depth: int,
) -> Node:
    if not raw:
        raise _GiveUp
    if raw in _EMPTY:
        if depth >= MAX_DEPTH:
            raise _GiveUp
        return Node(_EMPTY[raw], start, end)
    if raw[0] == '"':
        if not _QUOTED.fullmatch(raw):
            raise _GiveUp
        value = _ESCAPE.sub(_unescaped, raw[1:-1])
        return Node("scalar", start, end, value=value)
    if raw[-1] == " " or not _PLAIN.fullmatch(raw):
        raise _GiveUp
    return Node("scalar", start, end, value=resolve_plain(raw))


def _unescaped(match: re.Match[str]) -> str:
    return _ESCAPES[match[1]]
