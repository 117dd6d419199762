"""The three-way merge of free text by paragraph, which keeps both versions and adds no marker."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d+[.)])[ \t]")
_GAP = re.compile(r"\n(?:[ \t]*\n)+")
# The time of a comparison grows with the square of the number of pieces. With more of them than
# this a side is one piece, so that a file of a hundred thousand lines cannot keep a sync busy.
MAX_PIECES = 2_000


Pieces = tuple[str, ...]


class _Hunk(NamedTuple):
    """In place of base[start:end] stands *new*."""

    start: int
    end: int
    new: Pieces


class _Cluster(NamedTuple):
    """Part of the base, base[start:end], with the changes of both sides that touch each other."""

    start: int
    end: int
    ours: list[_Hunk]
    theirs: list[_Hunk]


def merge_text(base: str, ours: str, theirs: str) -> str:
    """Merge three versions of a text; the outcome is the same for both sides."""
    if ours in (theirs, base):
        return theirs
    if theirs == base:
        return ours
    versions = (base, ours, theirs)
    pieces = [_paragraphs(text) for text in versions]
    if max(map(len, pieces)) > MAX_PIECES:
        pieces = [(text.strip("\n"),) for text in versions]
    merged = _merge(*pieces, is_line=False)
    if not merged:
        return ""
    head = ""
    if ours.startswith("\n") or theirs.startswith("\n"):
        head = "\n"
    return head + "\n\n".join(merged) + "\n"


def _paragraphs(text: str) -> Pieces:
    stripped = text.strip("\n")
    if not stripped:
        return ()
    return tuple(_GAP.split(stripped))


def _hunks(base: Pieces, side: Pieces) -> Iterator[_Hunk]:
    # Without `autojunk`: it passes over what occurs often, and a "ja" can be all of an answer.
    matcher = SequenceMatcher(None, base, side, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield _Hunk(start, end, side[first:last])


def _merge(
    base: Pieces,
    ours: Pieces,
    theirs: Pieces,
    *,
    is_line: bool,
) -> list[str]:
    """Merge pieces: paragraphs, or the lines of one paragraph, which are not split any further."""
    merged: list[str] = []
    at = 0
    for cluster in _clusters(_hunks(base, ours), _hunks(base, theirs)):
        merged += base[at : cluster.start]
        before = base[cluster.start : cluster.end]
        mine = _apply(base, cluster, cluster.ours)
        yours = _apply(base, cluster, cluster.theirs)
        merged += _settle(before, mine, yours, is_line=is_line)
        at = cluster.end
    return [*merged, *base[at:]]


def _clusters(ours: Iterable[_Hunk], theirs: Iterable[_Hunk]) -> Iterator[_Cluster]:
    """Parts of the base with the changes that overlap there, from the first to the last.

    What is added before a part that the other side changed does not touch it.
    """
    mine = deque(ours)
    yours = deque(theirs)
    while mine or yours:
        yield _first_cluster(mine, yours)


def _first_cluster(ours: deque[_Hunk], theirs: deque[_Hunk]) -> _Cluster:
    """Take the first changes that overlap from both sides."""
    first = [side[0] for side in (ours, theirs) if side]
    start = min(hunk.start for hunk in first)
    is_addition = any(hunk.start == hunk.end == start for hunk in first)
    end = start
    mine: list[_Hunk] = []
    yours: list[_Hunk] = []
    # A change of one side can reach over the next change of the other side, which can reach over
    # another one of the first: go on until neither side has anything left that overlaps.
    while True:
        if _overlaps(ours, start, end, only_additions=is_addition):
            mine.append(ours.popleft())
            end = max(end, mine[-1].end)
        elif _overlaps(theirs, start, end, only_additions=is_addition):
            yours.append(theirs.popleft())
            end = max(end, yours[-1].end)
        else:
            return _Cluster(start, end, mine, yours)


def _overlaps(
    side: deque[_Hunk],
    start: int,
    end: int,
    *,
    only_additions: bool,
) -> bool:
    """Whether the next change of *side* touches base[start:end]."""
    if not side:
        return False
    hunk = side[0]
    if only_additions and hunk.end > start:
        return False
    return hunk.start < end or hunk.start == start


def _apply(base: Pieces, cluster: _Cluster, hunks: list[_Hunk]) -> Pieces:
    """What one side has in place of the part of the base that *cluster* is."""
    result: list[str] = []
    at = cluster.start
    for hunk in hunks:
        result += base[at : hunk.start]
        result += hunk.new
        at = hunk.end
    result += base[at : cluster.end]
    return tuple(result)


def _settle(
    base: Pieces,
    ours: Pieces,
    theirs: Pieces,
    *,
    is_line: bool,
) -> list[str]:
    # 1 both agree, or only one of them changed it
    if ours in (theirs, base):
        return list(theirs)
    if theirs == base:
        return list(ours)
    # 2 both changed one list, or only added lines to a paragraph: that is one paragraph still
    if not is_line and len(base) == len(ours) == len(theirs) == 1:
        paragraph = _by_line(base[0], ours[0], theirs[0])
        if paragraph is not None:
            return [paragraph]
    # 3 both versions stay
    return _both(base, ours, theirs)


def _by_line(base: str, ours: str, theirs: str) -> str | None:
    """The paragraph merged line by line; None where a line says too little without the next.

    The items of a list stand on their own: of one that both changed both versions stay, side by
    side. Elsewhere lines can only be added.
    """
    versions = (base, ours, theirs)
    before, mine, yours = [tuple(text.split("\n")) for text in versions]
    if len(before) > MAX_PIECES:
        return None
    is_added = _keeps(before, mine) and _keeps(before, yours)
    if not is_added and not all(map(_is_list, versions)):
        return None
    return "\n".join(_merge(before, mine, yours, is_line=True))


def _is_list(text: str) -> bool:
    """Whether each line is an item of a list."""
    return all(_ITEM.match(line) for line in text.split("\n"))


def _keeps(base: Pieces, side: Pieces) -> bool:
    return all(hunk.start == hunk.end for hunk in _hunks(base, side))


def _both(base: Pieces, ours: Pieces, theirs: Pieces) -> list[str]:
    """What one side took away goes; what either side wrote stays, in an order that both see."""
    before = Counter(base)
    mine = Counter(ours)
    yours = Counter(theirs)
    left: Counter[str] = Counter()
    for piece in mine | yours:
        how_often = (mine[piece], yours[piece])
        if before[piece]:
            left[piece] = min(how_often)
        else:
            left[piece] = max(how_often)
    both = []
    for piece in (*min(ours, theirs), *max(ours, theirs)):
        if left[piece] > 0:
            left[piece] -= 1
            both.append(piece)
    return both
