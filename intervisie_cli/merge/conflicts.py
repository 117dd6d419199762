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
    return {
        "id": base64.b32encode(digest[:_ID_BYTES]).decode().lower(),
        "pad": pad,
        "waarde": waarde,
    }


def is_conflict(item: Any) -> bool:
    """Whether *item* of a record has the shape that `conflict` makes."""
    return isinstance(item, Mapping) and isinstance(item.get("pad"), str) and "waarde" in item


def chosen(data: Mapping[str, Any], pad: str, waarde: Any) -> dict[str, Any] | None:
    """Give *data* with *waarde* at *pad*; None when that place is no longer there."""
    copy: dict[str, Any] = json.loads(canonical(data))
    *way, last = pad.split("/")
    at: Any = copy
    for deel in way:
        at = _step(at, deel)
    if not isinstance(at, dict):
        return None
    at[last] = waarde
    return copy


def value_at(data: Mapping[str, Any], pad: str) -> Any:
    """The value that stands at *pad* now; None when there is none."""
    at: Any = data
    for deel in pad.split("/"):
        at = _step(at, deel)
    return at


def _step(at: Any, deel: str) -> Any:
    if isinstance(at, Mapping):
        return at.get(deel)
    if isinstance(at, list):
        items = [item for item in at if isinstance(item, Mapping)]
        return next((i for i in items if i.get("id") == deel), None) or next(
            (i for i in items if "id" not in i and deel in (i.get("lid"), i.get("regel"))), None
        )
    return None
