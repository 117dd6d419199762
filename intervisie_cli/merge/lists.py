"""Lists of a record: which items are the same one, and in what order they stand after a merge."""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from intervisie_cli.merge.conflicts import NAMED_BY, canonical

Key = tuple[Hashable, ...]
Keys = Sequence[Key]
Items = Sequence[Any]


class _Run(NamedTuple):
    """Items that one side has in a row, behind *anchor*; None when nothing stands before them."""

    anchor: Key | None
    keys: list[Key]


def written_out(lists: Sequence[Items]) -> list[Items]:
    """Give the lists with `kim` as `{id: kim}`, where another item says more of kim.

    A hand may write a member as no more than their handle.
    """
    ids = {item["id"] for items in lists for item in items if _has_id(item)}
    return [[_with_id(item, ids) for item in items] for items in lists]


def _with_id(item: Any, ids: Collection[str]) -> Any:
    if isinstance(item, str) and item in ids:
        return {"id": item}
    return item


def keyed(lists: Sequence[Items]) -> list[dict[Key, Any]]:
    """Give the items of each list under the key that is the same for the same item in all of them.

    That is its `id`; without one, its member or its rule when that is unique in each list; else
    what it says. Items of one list with the same key are told apart by counting.
    """
    by = _unique_name(lists)
    return [dict(_counted(items, by)) for items in lists]


def _unique_name(lists: Sequence[Items]) -> str | None:
    # It has to hold in all three versions: a key that tells items apart in one version and not in
    # another would make one item of two.
    for naam in NAMED_BY:
        if all(_is_unique(items, naam) for items in lists):
            return naam
    return None


def _is_unique(items: Items, naam: str) -> bool:
    seen: set[str] = set()
    for item in items:
        if not isinstance(item, Mapping) or "id" in item:
            return False
        value = item.get(naam)
        if not isinstance(value, str) or value in seen:
            return False
        seen.add(value)
    return True


def _counted(items: Items, by: str | None) -> Iterator[tuple[Key, Any]]:
    seen: dict[Key, int] = {}
    for item in items:
        if _has_id(item):
            key: Key = ("id", item["id"])
        elif by:
            key = (by, item[by])
        else:
            key = ("value", canonical(item))
        # Somebody may copy an item with its id in an editor: both copies are kept.
        seen[key] = seen.get(key, 0) + 1
        yield (*key, seen[key]), item


def _has_id(item: Any) -> bool:
    return isinstance(item, Mapping) and isinstance(item.get("id"), str)


def name_of(key: Key) -> str:
    """What stands for the item in a path: its id, its member, or nothing that could be private."""
    kind, name, *_ = key
    if kind == "value":
        return "-"
    return str(name)


def order(
    base: Keys,
    ours: Keys,
    theirs: Keys,
    keep: Collection[Key],
) -> list[Key]:
    """Lay the keys in *keep* in order: as the side that moved them has it.

    A new key stands behind what it stood behind on its own side. When both sides moved keys, or
    added some at one place, the keys themselves decide, so that both sides see the same order.
    """
    moved = _moved(base, ours, theirs)
    result = [key for key in moved if key in keep]
    placed = set(result)
    runs = [*_runs(ours, placed), *_runs(theirs, placed)]
    # Not ours before theirs: the other clone calls them the other way round.
    runs.sort(key=lambda run: repr(run.keys))
    behind: dict[Key | None, list[Key]] = {}
    for run in runs:
        for key in run.keys:
            if key in keep and key not in placed:
                placed.add(key)
                behind.setdefault(run.anchor, []).append(key)
    laid = behind.get(None, [])
    for key in result:
        laid.append(key)
        laid += behind.get(key, [])
    return laid


def _moved(base: Keys, ours: Keys, theirs: Keys) -> list[Key]:
    """The keys that both sides have, in the order of the side that changed it."""
    shared = set(ours) & set(theirs)
    before = _only(base, shared)
    mine = _only(ours, shared)
    yours = _only(theirs, shared)
    # A side that left the order as it was follows the other. Where a key is not in the base there
    # is no order of before, and both sides count as having changed it.
    if set(before) == shared:
        if mine == before:
            return yours
        if yours == before:
            return mine
    return min(mine, yours, key=repr)


def _only(side: Keys, shared: set[Key]) -> list[Key]:
    return [key for key in side if key in shared]


def _runs(side: Keys, placed: set[Key]) -> Iterator[_Run]:
    """What one side has beside *placed*: each run of it, with the placed key before it."""
    anchor: Key | None = None
    run: list[Key] = []
    for key in side:
        if key not in placed:
            run.append(key)
            continue
        if run:
            yield _Run(anchor, run)
        anchor = key
        run = []
    if run:
        yield _Run(anchor, run)
