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
# A paragraph of which half stayed is the same one with other words.
_ALIKE = 0.5


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
    if not is_line:
        # 2 both changed the same paragraphs: each is merged for itself
        if _are_alike(base, ours) and _are_alike(base, theirs):
            merged = []
            for paragraph in zip(base, ours, theirs, strict=True):
                before, mine, yours = [(text,) for text in paragraph]
                merged += _settle(before, mine, yours, is_line=False)
            return merged
        # 3 both changed lists, or only added lines: those are merged more finely
        finer = _by_item(base, ours, theirs) or _by_line(base, ours, theirs)
        if finer is not None:
            return [finer]
    # 4 both versions stay
    return _both(base, ours, theirs)


def _are_alike(base: Pieces, side: Pieces) -> bool:
    """Whether *side* has the paragraphs of *base* with other words here and there, and no more."""
    if len(base) != len(side) or len(base) < 2:
        return False
    for before, after in zip(base, side, strict=True):
        # By which words there are, and not by their order: that takes no longer for a long text.
        words = SequenceMatcher(None, before.split(), after.split(), autojunk=False)
        if words.quick_ratio() < _ALIKE:
            return False
    return True


def _by_item(base: Pieces, ours: Pieces, theirs: Pieces) -> str | None:
    """Lists merged item by item; None where something else stands among them.

    The items stand on their own: of one that both changed both versions stay, side by side.
    """
    versions = [_items(paragraphs) for paragraphs in (base, ours, theirs)]
    before, mine, yours = versions
    if before is None or mine is None or yours is None:
        return None
    if max(map(len, (before, mine, yours))) > MAX_PIECES:
        return None
    text = "\n".join(_merge(before, mine, yours, is_line=True))
    return _GAP.sub("\n\n", text.strip("\n"))


def _items(paragraphs: Pieces) -> Pieces | None:
    """The items of lists, each with the lines that go on with it; '' is a gap between lists.

    What stands in a list above its first item is one too. None when a paragraph has no item.
    """
    items: list[str] = []
    for paragraph in paragraphs:
        if items:
            items.append("")
        lines = paragraph.split("\n")
        if not any(map(_ITEM.match, lines)):
            return None
        items.append(lines[0])
        for line in lines[1:]:
            if _ITEM.match(line):
                items.append(line)
            else:
                items[-1] += f"\n{line}"
    return tuple(items)


def _by_line(base: Pieces, ours: Pieces, theirs: Pieces) -> str | None:
    """One paragraph to which both only added lines; None where one changed a line.

    A line of a paragraph says too little without the next.
    """
    versions = (base, ours, theirs)
    if any(len(paragraphs) != 1 for paragraphs in versions):
        return None
    before, mine, yours = [tuple(text.split("\n")) for (text,) in versions]
    if len(before) > MAX_PIECES:
        return None
    if not _keeps(before, mine) or not _keeps(before, yours):
        return None
    return "\n".join(_merge(before, mine, yours, is_line=True))


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
