"""Reads the YAML that `emit` writes, line by line: some fifty times faster than a full parser.

It gives up (None) on everything else, and the caller turns to `records.yaml`, which reads the same tree.
"""

import re

from intervisie_cli.records.node import MAX_DEPTH, MAX_EVENTS, MAX_YAML, Entry, Node, resolve_plain

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,80}):(?: (.+))?")
_PLAIN = re.compile(r"[^\W_](?:[^:#\n]|:(?! |$)|(?<! )#)*", re.UNICODE)
_QUOTED = re.compile(r'"(?:[^"\\]|\\["\\nt])*"')
_ESCAPE = re.compile(r'\\(["\\nt])')
_ESCAPES = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}
# YAML sees a line end, a byte order mark or nothing printable in these; the full parser decides.
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


class _GiveUp(Exception):
    """Not the form that we write."""


def parse(text: str) -> Node | None:
    """Read a block mapping; None when the text is not in our own form."""
    if _ODD.search(text) or len(text.encode()) > MAX_YAML or not text.endswith("\n"):
        return None
    try:
        reader = _Reader(text)
        node = reader.mapping(0, 1)
    except _GiveUp:
        return None
    return node if reader.at_end() else None


class _Reader:
    def __init__(self, text: str) -> None:
        self._lines = text.rstrip("\n").split("\n")
        # A line holds at most a mapping with one empty list: five events of the full parser.
        if len(self._lines) * 5 + 8 > MAX_EVENTS:
            raise _GiveUp
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._row = 0

    def at_end(self) -> bool:
        return self._row == len(self._lines)

    def _indent(self) -> int:
        if self.at_end():
            return -1
        line = self._lines[self._row]
        rest = line.lstrip(" ")
        if not rest or rest[0] == "#":
            raise _GiveUp
        return len(line) - len(rest)

    def mapping(self, indent: int, depth: int, column: int | None = None) -> Node:
        """Read the keys at *indent*; the first one may stand at *column*, behind a dash."""
        entries: list[Entry] = []
        seen = set()
        start = self._starts[self._row] + (indent if column is None else column)
        if depth > MAX_DEPTH:
            raise _GiveUp
        while column is not None or self._indent() == indent:
            line = self._lines[self._row]
            offset = self._starts[self._row] + indent
            match = _KEY.fullmatch(line, indent)
            column = None
            if not match or match[1] in seen:
                raise _GiveUp
            seen.add(match[1])
            entries.append(Entry(match[1], offset, self._value(match, indent, depth)))
        if not entries:
            raise _GiveUp
        return Node("map", start, entries[-1].node.end, is_block=True, entries=tuple(entries))

    def _value(self, match: re.Match[str], indent: int, depth: int) -> Node:
        raw, row = match[2], self._row
        end = self._starts[row] + match.end()
        self._row += 1
        if raw is not None:
            if raw in ("|", "|-"):
                return self._literal(raw, end - len(raw), indent + 2)
            return _scalar(raw, end - len(raw), end, depth)
        if self.at_end() or self._indent() <= indent:
            return Node("scalar", end, end)
        if self._indent() != indent + 2:
            raise _GiveUp
        if self._lines[self._row].startswith("- ", indent + 2):
            return self._sequence(indent + 2, depth + 1)
        return self.mapping(indent + 2, depth + 1)

    def _sequence(self, indent: int, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise _GiveUp
        start = self._starts[self._row] + indent
        items: list[Node] = []
        while self._indent() == indent and self._lines[self._row].startswith("- ", indent):
            line, offset = self._lines[self._row], self._starts[self._row]
            if _KEY.fullmatch(line, indent + 2):
                items.append(self.mapping(indent + 2, depth + 1, column=indent + 2))
            else:
                self._row += 1
                items.append(
                    _scalar(line[indent + 2 :], offset + indent + 2, offset + len(line), depth)
                )
        return Node("seq", start, items[-1].end, is_block=True, items=tuple(items))

    def _literal(self, style: str, start: int, indent: int) -> Node:
        lines: list[str] = []
        margin = " " * indent
        while not self.at_end():
            line = self._lines[self._row]
            if line and not line.startswith(margin):
                break
            lines.append(line[indent:])
            self._row += 1
        # A first line that is empty or indented, or empty lines at the end: rules of their own in YAML.
        if not lines or not lines[0] or lines[0][0] == " " or not lines[-1].strip():
            raise _GiveUp
        end = self._starts[self._row] - 1
        value = "\n".join(lines) + ("\n" if style == "|" else "")
        return Node("scalar", start, end, value=value, is_block=True)


def _scalar(raw: str, start: int, end: int, depth: int) -> Node:
    if not raw:
        raise _GiveUp
    if raw in ("[]", "{}"):
        if depth >= MAX_DEPTH:
            raise _GiveUp
        return Node("seq" if raw == "[]" else "map", start, end)
    if raw[0] == '"':
        if not _QUOTED.fullmatch(raw):
            raise _GiveUp
        return Node(
            "scalar", start, end, value=_ESCAPE.sub(lambda match: _ESCAPES[match[1]], raw[1:-1])
        )
    if raw[-1] == " " or not _PLAIN.fullmatch(raw):
        raise _GiveUp
    return Node("scalar", start, end, value=resolve_plain(raw))
