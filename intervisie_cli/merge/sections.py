"""The three-way merge of a text with headings: what stands below a heading stays below it."""

import re
from collections.abc import Iterator

from intervisie_cli.merge import lists
from intervisie_cli.merge.text import merge_text

_HEADING = re.compile(r"^##[ \t].*$", re.MULTILINE)
# A heading and its number among those of that name; '' stands for what is above the first.
_Sections = dict[lists.Key, str]


def merge_sections(base: str, ours: str, theirs: str) -> str:
    """Merge three versions of a text; the outcome is the same for both sides."""
    if ours in (theirs, base):
        return theirs
    if theirs == base:
        return ours
    before = dict(_sections(base))
    mine = dict(_sections(ours))
    yours = dict(_sections(theirs))
    merged: _Sections = {}
    for key in mine | yours:
        was = before.get(key)
        my = mine.get(key)
        your = yours.get(key)
        # What one side took away, and the other left as it was, is gone.
        if (my is None and your == was) or (your is None and my == was):
            continue
        merged[key] = merge_text(was or "", my or "", your or "")
    laid = lists.order(list(before), list(mine), list(yours), merged)
    return "".join(_joined(laid, merged))


def _sections(text: str) -> Iterator[tuple[lists.Key, str]]:
    seen: dict[str, int] = {}
    heading = ""
    begin = 0
    for match in _HEADING.finditer(text):
        yield _key(heading, seen), _body(text[begin : match.start()])
        heading = match[0].rstrip()
        begin = match.end()
    yield _key(heading, seen), _body(text[begin:])


def _key(heading: str, seen: dict[str, int]) -> lists.Key:
    seen[heading] = seen.get(heading, 0) + 1
    return heading, seen[heading]


def _body(text: str) -> str:
    body = text.strip("\n")
    if not body:
        return ""
    return f"{body}\n"


def _joined(laid: list[lists.Key], merged: _Sections) -> Iterator[str]:
    """The sections in their order, with an empty line between them and below each heading."""
    gap = ""
    for key in laid:
        heading, _ = key
        if heading:
            yield f"{gap}{heading}\n"
            gap = "\n"
        if merged[key]:
            yield gap + merged[key]
            gap = "\n"
