"""The three-way merge of free text, by paragraph: where both changed one, both versions stay, without a marker."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_GAP = re.compile(r"\n(?:[ \t]*\n)+")
# Beyond this many the comparison takes longer than a call lasts; then each side is one piece.
MAX_PIECES = 2_000


class _Hunk(NamedTuple):
    """In place of base[start:end] stands *new*."""

    start: int
    end: int
    new: tuple[str, ...]


def merge_text(base: str, ours: str, theirs: str) -> str:
    """Merge three versions of a text; the outcome is the same for both sides."""
    if ours in (theirs, base):
        return theirs
    if theirs == base:
        return ours
    pieces = [_paragraphs(text) for text in (base, ours, theirs)]
    if max(map(len, pieces)) > MAX_PIECES:
        pieces = [(text.strip("\n"),) for text in (base, ours, theirs)]
    merged = _merge(*pieces, is_line=False)
    head = "\n" if ours.startswith("\n") or theirs.startswith("\n") else ""
    return head + "\n\n".join(merged) + "\n" if merged else ""


def _paragraphs(text: str) -> tuple[str, ...]:
    stripped = text.strip("\n")
    return tuple(_GAP.split(stripped)) if stripped else ()


def _hunks(base: Sequence[str], side: Sequence[str]) -> Iterator[_Hunk]:
    for tag, start, end, first, last in SequenceMatcher(
        None, base, side, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield _Hunk(start, end, tuple(side[first:last]))


def _merge(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], *, is_line: bool
) -> list[str]:
    merged: list[str] = []
    at = 0
    for start, end, mine, yours in _clusters(list(_hunks(base, ours)), list(_hunks(base, theirs))):
        merged += base[at:start]
        merged += _settle(
            base[start:end],
            *(_apply(base, start, end, side) for side in (mine, yours)),
            is_line=is_line,
        )
        at = end
    return [*merged, *base[at:]]


def _clusters(
    ours: list[_Hunk], theirs: list[_Hunk]
) -> Iterator[tuple[int, int, list[_Hunk], list[_Hunk]]]:
    """Parts of the base with the changes that overlap there, from the first to the last.

    What is added before a part that the other side changed does not touch it.
    """
    while ours or theirs:
        start = min(hunks[0].start for hunks in (ours, theirs) if hunks)
        is_addition = any(
            hunks and hunks[0].start == hunks[0].end == start for hunks in (ours, theirs)
        )
        end = start
        mine: list[_Hunk] = []
        yours: list[_Hunk] = []
        is_growing = True
        while is_growing:
            is_growing = False
            for side, taken in ((ours, mine), (theirs, yours)):
                while side and (side[0].start < end or side[0].start == start):
                    if is_addition and side[0].end > start:
                        break
                    taken.append(side.pop(0))
                    end = max(end, taken[-1].end)
                    is_growing = True
        yield start, end, mine, yours


def _apply(base: Sequence[str], start: int, end: int, hunks: list[_Hunk]) -> tuple[str, ...]:
    result: list[str] = []
    for hunk in hunks:
        result += [*base[start : hunk.start], *hunk.new]
        start = hunk.end
    return (*result, *base[start:end])


def _settle(
    base: Sequence[str], ours: tuple[str, ...], theirs: tuple[str, ...], *, is_line: bool
) -> list[str]:
    base = tuple(base)
    if ours in (theirs, base):
        return list(theirs)
    if theirs == base:
        return list(ours)
    if not is_line and len(base) == len(ours) == len(theirs) == 1:
        lines = [part[0].split("\n") for part in (base, ours, theirs)]
        # Both only added lines, to a list for instance: that is one paragraph still.
        if len(lines[0]) <= MAX_PIECES and all(_keeps(lines[0], side) for side in lines[1:]):
            return ["\n".join(_merge(*lines, is_line=True))]
    # What one side took away goes; what either side wrote stays, in an order that both see.
    counts = [Counter(side) for side in (base, ours, theirs)]
    left = Counter({piece: (min if counts[0][piece] else max)(counts[1][piece], counts[2][piece])
                    for piece in {*ours, *theirs}})  # fmt: skip
    both = []
    for piece in (*min(ours, theirs), *max(ours, theirs)):
        if left[piece] > 0:
            left[piece] -= 1
            both.append(piece)
    return both


def _keeps(base: Sequence[str], side: Sequence[str]) -> bool:
    return all(hunk.start == hunk.end for hunk in _hunks(base, side))
