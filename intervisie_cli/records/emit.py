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
    """Write a mapping as block YAML, each line indented by *indent* spaces, ending in a newline."""
    return (
        "".join(_entry(key, value, indent) for key, value in data.items())
        if data
        else " " * indent + "{}\n"
    )


def emit_item(value: Any, indent: int) -> str:
    """Write one item of a sequence, the dash at *indent*."""
    margin = " " * indent
    if isinstance(value, Mapping) and value:
        return f"{margin}- {emit(value, indent + 2)[indent + 2 :]}"
    if isinstance(value, list) and value:
        return f"{margin}-\n" + "".join(emit_item(item, indent + 2) for item in value)
    return f"{margin}- {scalar(value)}\n"


def scalar(value: Any) -> str:
    """Write a value on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value)
    return "[]" if isinstance(value, Sequence) else "{}"


def _entry(key: str, value: Any, indent: int) -> str:
    margin = " " * indent
    name = key if _is_plain(key) else _quoted(key)
    if isinstance(value, Mapping) and value:
        return f"{margin}{name}:\n{emit(value, indent + 2)}"
    if isinstance(value, list) and value:
        return f"{margin}{name}:\n" + "".join(emit_item(item, indent + 2) for item in value)
    if isinstance(value, str) and _is_literal(value):
        lines = (f"{margin}  {line}\n" if line else "\n" for line in value.split("\n"))
        return f"{margin}{name}: |-\n" + "".join(lines)
    return f"{margin}{name}: {scalar(value)}\n"


def _is_plain(text: str) -> bool:
    if not _SAFE.fullmatch(text) or _ODD.search(text) or not isinstance(resolve_plain(text), str):
        return False
    if _DATE.fullmatch(text):
        return True
    return text.lower() not in _WORDS and not _NUMBERLIKE.fullmatch(text)


def _is_literal(text: str) -> bool:
    if "\n" not in text or text[0] in "\n \t" or _ODD.search(text.replace("\n", "")):
        return False
    # A line of spaces only, and line ends at the close, do not come back as they were.
    return bool(text.rsplit("\n", maxsplit=1)[-1].strip()) and not any(
        line and not line.strip() for line in text.split("\n")
    )


def _quoted(text: str) -> str:
    body = "".join(
        _ESCAPES.get(char) or (_escape(char) if _ODD.match(char) else char) for char in text
    )
    return f'"{body}"'


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
