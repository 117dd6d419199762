"""Lists of a record: which items are the same one, and in what order they stand after a merge."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from intervisie_cli.merge.conflicts import canonical

Key = tuple[Hashable, ...]
# What tells items apart that have no id, if no two in a list share it: a member's answer, a silenced rule.
_BY = ("lid", "regel")


def keyed(lists: Sequence[Sequence[Any]]) -> list[dict[Key, Any]]:
    """Give the items of each list under the key that is the same for the same item in all of them.

    That is its `id`; without one, what `_BY` names when it is there and unique in each list; else what it says.
    Items of one list with the same key are told apart by counting.
    """
    by = next((naam for naam in _BY if all(_is_unique(items, naam) for items in lists)), None)
    return [dict(_counted(items, by)) for items in lists]


def _is_unique(items: Sequence[Any], naam: str) -> bool:
    values = [
        item.get(naam) if isinstance(item, Mapping) and "id" not in item else None for item in items
    ]
    return all(isinstance(value, str) for value in values) and len(set(values)) == len(values)


def _counted(items: Iterable[Any], by: str | None) -> Iterable[tuple[Key, Any]]:
    seen: dict[Key, int] = {}
    for item in items:
        if isinstance(item, Mapping) and isinstance(item.get("id"), str):
            key: Key = ("id", item["id"])
        elif by:
            key = (by, item[by])
        else:
            key = ("value", canonical(item))
        seen[key] = seen.get(key, 0) + 1
        yield (*key, seen[key]), item


def name_of(key: Key) -> str:
    """What stands for the item in a path: its id, its member, or nothing that could be private."""
    return str(key[1]) if key[0] != "value" else "-"


def order(
    base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key], keep: set[Key]
) -> list[Key]:
    """Lay the keys in *keep* in order: as the side that moved them has it, new ones behind what they stood behind.

    When both sides moved them, or added at one place, the keys themselves decide: the same for both.
    """
    result = [key for key in _moved(base, ours, theirs) if key in keep]
    placed = set(result)
    chains = sorted(
        (*_chains(ours, placed), *_chains(theirs, placed)), key=lambda chain: repr(chain[1])
    )
    behind: dict[Key | None, list[Key]] = {}
    for anchor, chain in chains:
        for key in chain:
            if key in keep and key not in placed:
                placed.add(key)
                behind.setdefault(anchor, []).append(key)
    laid = list(behind.get(None, ()))
    for key in result:
        laid += [key, *behind.get(key, ())]
    return laid


def _moved(base: Sequence[Key], ours: Sequence[Key], theirs: Sequence[Key]) -> list[Key]:
    """The keys that both sides have, in the order of the side that changed it."""
    shared = set(ours) & set(theirs)
    mine, yours = ([key for key in side if key in shared] for side in (ours, theirs))
    before = [key for key in base if key in shared]
    if set(before) == shared and mine == before:
        return yours
    if set(before) == shared and yours == before:
        return mine
    return min(mine, yours, key=repr)


def _chains(side: Sequence[Key], placed: set[Key]) -> Iterable[tuple[Key | None, list[Key]]]:
    """What one side has beside *placed*: each run of it, with the placed key before it."""
    anchor: Key | None = None
    run: list[Key] = []
    for key in side:
        if key in placed:
            if run:
                yield anchor, run
            anchor, run = key, []
        else:
            run.append(key)
    if run:
        yield anchor, run
