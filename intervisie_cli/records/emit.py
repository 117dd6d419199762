"""Writes plain data as YAML in one fixed, readable form: block style, two spaces, no surprises."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from intervisie_cli.records.node import resolve_plain

_SAFE = re.compile(r"[^\W_](?:[^:#\n]|:(?! |$)|(?<! )#)*(?<! )", re.UNICODE)
_NUMBERLIKE = re.compile(r"[-+.0-9][-+.0-9_eExXoOa-fA-F:]*")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
# Whatever YAML could take for a line end, or refuse as unprintable, is written as an escape.
_ODD = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def emit(data: Mapping[str, Any], indent: int = 0) -> str:
    """Write a mapping as block YAML, each line indented by *indent*, ending in a newline."""
    if not data:
        return " " * indent + "{}\n"
    entries = [_entry(key, value, indent) for key, value in data.items()]
    return "".join(entries)


def emit_item(value: Any, indent: int) -> str:
    """Write one item of a sequence, the dash at *indent*."""
    margin = " " * indent
    if isinstance(value, Mapping) and value:
        # The first key stands behind the dash, where its margin would be.
        return f"{margin}- {emit(value, indent + 2)[indent + 2 :]}"
    if isinstance(value, list) and value:
        return f"{margin}-\n{_items(value, indent)}"
    return f"{margin}- {scalar(value)}\n"


def _items(values: list[Any], indent: int) -> str:
    """The items of a sequence below a line at *indent*."""
    items = [emit_item(value, indent + 2) for value in values]
    return "".join(items)


def scalar(value: Any) -> str:
    """Write a value on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _on_one_line(value)
    if isinstance(value, Sequence):
        return "[]"
    return "{}"


def _on_one_line(text: str) -> str:
    if _is_plain(text):
        return text
    escaped = [_escaped(char) for char in text]
    return f'"{"".join(escaped)}"'


def _entry(key: str, value: Any, indent: int) -> str:
    margin = " " * indent
    name = f"{margin}{_on_one_line(key)}:"
    if isinstance(value, Mapping) and value:
        return f"{name}\n{emit(value, indent + 2)}"
    if isinstance(value, list) and value:
        return f"{name}\n{_items(value, indent)}"
    if isinstance(value, str) and _is_literal(value):
        return f"{name} |-\n{_literal(value, margin)}"
    return f"{name} {scalar(value)}\n"


def _is_plain(text: str) -> bool:
    """Whether *text* without quotes reads back as itself, for us and for other YAML readers."""
    if not _SAFE.fullmatch(text) or _ODD.search(text):
        return False
    if not isinstance(resolve_plain(text), str):
        return False
    # A date is text to us, and a date to others: which is what it is.
    if _DATE.fullmatch(text):
        return True
    return text.lower() not in _WORDS and not _NUMBERLIKE.fullmatch(text)


def _is_literal(text: str) -> bool:
    """Whether *text* reads back as itself from a block of lines."""
    if "\n" not in text or text[0] in "\n \t":
        return False
    lines = text.split("\n")
    if any(_ODD.search(line) for line in lines):
        return False
    # A line of spaces only, and line ends at the close, do not come back as they were.
    if not lines[-1].strip():
        return False
    return all(not line or line.strip() for line in lines)


def _literal(text: str, margin: str) -> str:
    written = []
    for line in text.split("\n"):
        # An empty line has no margin: many editors take off spaces at the end of a line, and the
        # file would seem to be changed.
        if line:
            written.append(f"{margin}  {line}\n")
        else:
            written.append("\n")
    return "".join(written)


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if not _ODD.match(char):
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}"
