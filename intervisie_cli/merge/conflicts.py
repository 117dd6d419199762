"""A clash that a person has to settle: the value that did not win, and where it stood."""

from collections.abc import Collection, Mapping
from typing import Any

from intervisie_cli.model.plain import Data, Item

CONFLICTEN = "conflicten"
# What tells items apart that have no id: a member's answer, a silenced rule.
NAMED_BY = ("lid", "regel")
_ID_BYTES = 5


def canonical(value: Any) -> str:
    """Write plain data in one way only, so that equal data is equal text."""
    import json

    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def conflict(path: tuple[str, ...], loser: Any) -> Data:
    """The item that keeps *loser* in `conflicten`: one id for one value at one place.

    The id does not depend on who merges, so that two clones that meet the same clash keep it once.
    What is no single value is kept as JSON text.
    """
    # Who looks for clashes finds none as a rule: what makes one is loaded here.
    import base64
    import hashlib

    pad = "/".join(path)
    waarde = loser
    if isinstance(loser, Mapping | list):
        waarde = canonical(loser)
    named = f"{pad}\n{canonical(waarde)}"
    digest = hashlib.sha256(named.encode("utf-8", "surrogatepass")).digest()
    kenmerk = base64.b32encode(digest[:_ID_BYTES])
    return {
        "id": kenmerk.decode().lower(),
        "pad": pad,
        "waarde": waarde,
    }


def is_conflict(item: Any) -> bool:
    """Whether *item* of a record has the shape that `conflict` makes."""
    if not isinstance(item, Mapping):
        return False
    return isinstance(item.get("pad"), str) and "waarde" in item


def chosen(data: Item, pad: str, waarde: Any) -> Data | None:
    """Give *data* with *waarde* at *pad*; None when that place is no longer there."""
    import json

    copy: Data = json.loads(canonical(data))
    *way, last = pad.split("/")
    at: Any = copy
    for deel in way:
        at = _step(at, deel)
    if not isinstance(at, dict):
        return None
    at[last] = waarde
    return copy


def settled(data: Item, keys: Collection[str]) -> Data:
    """Give *data* without the clashes about *keys*: somebody has chosen what holds there."""
    rest = {naam: waarde for naam, waarde in data.items() if naam != CONFLICTEN}
    items = data.get(CONFLICTEN)
    if not isinstance(items, list):
        return dict(data)
    over = [
        item
        for item in items
        if not is_conflict(item) or item["pad"].split("/")[0] not in keys
    ]
    return rest | {CONFLICTEN: over} if over else rest


def value_at(data: Item, pad: str) -> Any:
    """The value that stands at *pad* now; None when there is none."""
    at: Any = data
    for deel in pad.split("/"):
        at = _step(at, deel)
    return at


def _step(at: Any, deel: str) -> Any:
    """One step down: to the value of a key, or to the item that is called *deel* in a list."""
    if isinstance(at, Mapping):
        return at.get(deel)
    if isinstance(at, list):
        return _item(at, deel)
    return None


def _item(items: list[Any], naam: str) -> Any:
    mappings = [item for item in items if isinstance(item, Mapping)]
    for item in mappings:
        if item.get("id") == naam:
            return item
    # `lists.name_of` gives these names to items without an id. An item that has an id is never
    # found by its member: several items of one member can stand in such a list.
    for item in mappings:
        names = [item.get(by) for by in NAMED_BY]
        if "id" not in item and naam in names:
            return item
    return None
