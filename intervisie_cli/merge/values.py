"""The three-way merge of plain data: by field, by item, and nothing that somebody wrote is lost."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from intervisie_cli.merge import lists
from intervisie_cli.merge.conflicts import CONFLICTEN, canonical, conflict
from intervisie_cli.model.plain import same
from intervisie_cli.model.sessie import BEZIG, KLAAR, OPEN, OVERGESLAGEN

Path = tuple[str, ...]
# A step that somebody did is done, whoever skipped it.
_STATUS = (OPEN, BEZIG, OVERGESLAGEN, KLAAR)


class _Missing:
    """Stands for a value that is not there."""


MISSING = _Missing()


def merge_data(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, Any]:
    """Merge the front matter of one file. Clashes go to its `conflicten`; the outcome is the same for both sides."""
    clashes: list[dict[str, Any]] = []
    front: dict[str, Any] = _mapping(dict(base), dict(ours), dict(theirs), (), clashes)
    if clashes:
        kept = front.get(CONFLICTEN)
        kept = list(kept) if isinstance(kept, list) else []
        known = {item.get("id") for item in kept if isinstance(item, dict)}
        new = sorted(
            (clash for clash in clashes if clash["id"] not in known),
            key=lambda clash: str(clash["id"]),
        )
        front[CONFLICTEN] = kept + new
    return front


def _merge(base: Any, ours: Any, theirs: Any, path: Path, clashes: list[dict[str, Any]]) -> Any:
    # 1 both agree, or only one of them changed it
    if same(ours, theirs) or same(base, theirs):
        return ours
    if same(base, ours):
        return theirs
    # 2 both changed a list; one that is gone has no items
    mine, yours = ([] if side is MISSING else side for side in (ours, theirs))
    if isinstance(mine, list) and isinstance(yours, list):
        merged = _list(base if isinstance(base, list) else [], mine, yours, path, clashes)
        return merged if merged or (ours is not MISSING and theirs is not MISSING) else MISSING
    # 3 taken away on one side, changed on the other: the change stays
    if ours is MISSING or theirs is MISSING:
        return theirs if ours is MISSING else ours
    # 4 both changed a mapping
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _mapping(base if isinstance(base, dict) else {}, ours, theirs, path, clashes)
    return _settle(ours, theirs, path, clashes)


def _settle(ours: Any, theirs: Any, path: Path, clashes: list[dict[str, Any]]) -> Any:
    """Both changed a value: the winner is the same for both sides, and the loser is kept."""
    agreed = _agreed(path, ours, theirs)
    if agreed is not MISSING:
        return agreed
    winner, loser = sorted((ours, theirs), key=_weight, reverse=True)
    clashes.append(conflict(path, loser))
    return winner


def _agreed(path: Path, ours: Any, theirs: Any) -> Any:
    """Values of a step that have an order of their own; MISSING for all others."""
    if path == ("status",) and ours in _STATUS and theirs in _STATUS:
        return max(ours, theirs, key=_STATUS.index)
    if path in (("begonnen",), ("afgerond",)):
        try:
            moments = sorted(
                (ours, theirs), key=lambda text: (datetime.fromisoformat(text).timestamp(), text)
            )
        except (TypeError, ValueError, OverflowError):
            return MISSING
        return moments[0] if path == ("begonnen",) else moments[1]
    return MISSING


def _weight(value: Any) -> tuple[bool, bool, str]:
    """What wins a clash: something before nothing, a no before a yes, else whatever both sides can tell alike."""
    return (value not in (None, "", [], {}), value is False, canonical(value))


def _mapping(
    base: dict[str, Any],
    ours: dict[str, Any],
    theirs: dict[str, Any],
    path: Path,
    clashes: list[dict[str, Any]],
) -> dict[str, Any]:
    merged = {}
    for key in dict.fromkeys((*ours, *theirs)):
        before, mine, yours = (side.get(key, MISSING) for side in (base, ours, theirs))
        value = _merge(before, mine, yours, (*path, str(key)), clashes)
        if value is not MISSING:
            merged[key] = value
    return merged


def _list(
    base: list[Any], ours: list[Any], theirs: list[Any], path: Path, clashes: list[dict[str, Any]]
) -> list[Any]:
    keyed = lists.keyed((base, ours, theirs))
    _, mine, yours = keyed
    merged = {}
    for key in dict.fromkeys((*mine, *yours)):
        before, my, your = (side.get(key, MISSING) for side in keyed)
        value = _merge(before, my, your, (*path, lists.name_of(key)), clashes)
        if value is not MISSING:
            merged[key] = value
    laid = lists.order(list(keyed[0]), list(mine), list(yours), set(merged))
    return [merged[key] for key in laid]
