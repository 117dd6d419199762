"""A clash that a person has to settle: the value that did not win, and where it stood."""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

CONFLICTEN = "conflicten"
_ID_BYTES = 5


def canonical(value: Any) -> str:
    """Write plain data in one way only, so that equal data is equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def conflict(path: tuple[str, ...], loser: Any) -> dict[str, Any]:
    """The item that keeps *loser* in `conflicten`: one id for one value at one place, whoever merges.

    What is no single value is kept as JSON text.
    """
    pad = "/".join(path)
    waarde = canonical(loser) if isinstance(loser, Mapping | list) else loser
    digest = hashlib.sha256(f"{pad}\n{canonical(waarde)}".encode("utf-8", "surrogatepass")).digest()
    return {"id": base64.b32encode(digest[:_ID_BYTES]).decode().lower(), "pad": pad, "waarde": waarde}


def is_conflict(item: Any) -> bool:
    """Whether *item* of a record has the shape that `conflict` makes."""
    return isinstance(item, Mapping) and isinstance(item.get("pad"), str) and "waarde" in item
