"""The three-way merge of plain data: by field, by item, and nothing that somebody wrote is lost."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from intervisie_cli.merge import lists, rondes
from intervisie_cli.merge.conflicts import CONFLICTEN, canonical, conflict
from intervisie_cli.model.namen import lees_iso
from intervisie_cli.model.plain import Data, Item, same
from intervisie_cli.model.sessie import BEZIG, KLAAR, OPEN, OVERGESLAGEN

Path = tuple[str, ...]
Clashes = list[Data]
_STATUS = ("status",)
_BEGONNEN = ("begonnen",)
_AFGEROND = ("afgerond",)
# Where a member left the group: ("leden", handle, "weg").
_LEDEN, _WEG = "leden", "weg"
# A step that somebody did is done, whoever skipped it.
_STATUSSEN = (OPEN, BEZIG, OVERGESLAGEN, KLAAR)


class _Missing:
    """Stands for a value that is not there."""


MISSING = _Missing()


def merge_data(
    base: Item,
    ours: Item,
    theirs: Item,
) -> Data:
    """Merge the front matter of one file; the outcome is the same for both sides.

    Clashes go to its `conflicten`.
    """
    clashes: Clashes = []
    base, ours, theirs = rondes.unified(base, ours, theirs)
    front = _mapping(base, ours, theirs, (), clashes)
    front = rondes.with_inbrengers(front, ours, theirs)
    if not clashes:
        return front
    kept = front.get(CONFLICTEN)
    if not isinstance(kept, list):
        kept = []
    known = {item.get("id") for item in kept if isinstance(item, dict)}
    new = [clash for clash in clashes if clash["id"] not in known]
    new.sort(key=lambda clash: str(clash["id"]))
    front[CONFLICTEN] = kept + new
    return front


def _merge(
    base: Any,
    ours: Any,
    theirs: Any,
    path: Path,
    clashes: Clashes,
) -> Any:
    # 1 both agree, or only one of them changed it
    if same(ours, theirs) or same(base, theirs):
        return ours
    if same(base, ours):
        return theirs
    # 2 both changed a list; one that is gone has no items
    if _can_be_list(ours) and _can_be_list(theirs):
        return _list(base, ours, theirs, path, clashes)
    # 3 taken away on one side, changed on the other: the change stays
    if ours is MISSING:
        return theirs
    if theirs is MISSING:
        return ours
    # 4 both changed it
    return _both_changed(base, ours, theirs, path, clashes)


def _both_changed(
    base: Any,
    ours: Any,
    theirs: Any,
    path: Path,
    clashes: Clashes,
) -> Any:
    """Merge two mappings; of two values the winner is the same for both, and the loser is kept."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if not isinstance(base, dict):
            base = {}
        return _mapping(base, ours, theirs, path, clashes)
    agreed = _agreed(path, ours, theirs)
    if agreed is not MISSING:
        return agreed
    winner, loser = sorted((ours, theirs), key=_weight, reverse=True)
    clashes.append(conflict(path, loser))
    return winner


def _agreed(path: Path, ours: Any, theirs: Any) -> Any:
    """Values that have an order of their own; MISSING for all others."""
    if path == _STATUS and ours in _STATUSSEN and theirs in _STATUSSEN:
        return max(ours, theirs, key=_STATUSSEN.index)
    if _is_day_of_leaving(path, ours) and _is_day_of_leaving(path, theirs):
        return min(ours, theirs)
    if path not in (_BEGONNEN, _AFGEROND):
        return MISSING
    try:
        first, last = sorted((ours, theirs), key=_moment)
    except (TypeError, ValueError, OverflowError):
        # Somebody wrote something else than a moment: that is a clash like any other.
        return MISSING
    # Two clones that lead one step apart: it began when the first began, and ended with the last.
    if path == _BEGONNEN:
        return first
    return last


def _is_day_of_leaving(path: Path, value: Any) -> bool:
    """Whether *value* says when a member left, which two can say: they left on the first."""
    if path[:1] != (_LEDEN,) or path[2:] != (_WEG,):
        return False
    return isinstance(value, str) and lees_iso(value) is not None


def _moment(text: Any) -> tuple[float, str]:
    # One moment can be written in two time zones; the text then tells both sides which to take.
    return datetime.fromisoformat(text).timestamp(), text


def _weight(value: Any) -> tuple[bool, bool, str]:
    """What wins a clash: something before nothing, a no before a yes, else what sorts last."""
    is_something = value not in (None, "", [], {})
    return is_something, value is False, canonical(value)


def _mapping(
    base: Mapping[Any, Any],
    ours: Mapping[Any, Any],
    theirs: Mapping[Any, Any],
    path: Path,
    clashes: Clashes,
    name_of: Callable[[Any], str] = str,
) -> dict[Any, Any]:
    """Merge key by key; *name_of* gives what a key is called in the path of a clash."""
    merged = {}
    for key in dict.fromkeys((*ours, *theirs)):
        value = _merge(
            base.get(key, MISSING),
            ours.get(key, MISSING),
            theirs.get(key, MISSING),
            (*path, name_of(key)),
            clashes,
        )
        if value is not MISSING:
            merged[key] = value
    return merged


def _can_be_list(side: Any) -> bool:
    return side is MISSING or isinstance(side, list)


def _list(
    base: Any,
    ours: Any,
    theirs: Any,
    path: Path,
    clashes: Clashes,
) -> Any:
    sides = lists.written_out((_items(base), _items(ours), _items(theirs)))
    before, mine, yours = lists.keyed(sides)
    merged = _mapping(before, mine, yours, path, clashes, lists.name_of)
    if not merged and (ours is MISSING or theirs is MISSING):
        return MISSING
    laid = lists.order(list(before), list(mine), list(yours), merged)
    return [merged[key] for key in laid]


def _items(side: Any) -> list[Any]:
    if isinstance(side, list):
        return side
    return []
