"""Two versions of one file made one: what they mean is merged, their comments and order stay."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from intervisie_cli.merge.sections import merge_sections
from intervisie_cli.merge.text import merge_text
from intervisie_cli.merge.values import merge_data
from intervisie_cli.model.draaiboek import STATUS, Stap
from intervisie_cli.model.namen import LEESMIJ, whose_notulen
from intervisie_cli.model.sessie import KLAAR
from intervisie_cli.records import groep
from intervisie_cli.records.document import Document, parse_markdown, parse_yaml
from intervisie_cli.records.leesmij import Leesmij, is_as_made, joined, parted
from intervisie_cli.records.node import YamlFout
from intervisie_cli.vragen.gezegd import bij_hun_woorden

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class MergedFile(NamedTuple):
    """The file as it becomes; *kopie* is a version that could not be merged, to keep beside it."""

    raw: bytes
    kopie: bytes | None = None


def merge_files(
    pad: str,
    base: bytes | None,
    ours: bytes,
    theirs: bytes,
    stap: Stap | None = None,
) -> MergedFile:
    """Merge two versions of the file at *pad*; *base* is the last that both knew, None for none.

    *stap* is the step that the file is of, None for what is no step. The outcome is the same when
    the sides change places. Never raises: what cannot be read is kept whole.
    """
    # 1 both agree, or only one of them changed it
    if ours in (theirs, base):
        return MergedFile(theirs)
    if theirs == base:
        return MergedFile(ours)
    # 2 a page that is made anew of what was merged
    if pad.rpartition("/")[2] == LEESMIJ:
        return _merge_pages(base, ours, theirs)
    # 3 a file of text
    if whose_notulen(pad):
        return _merge_as_text(base, ours, theirs, merge_sections)
    if not _is_record(pad, ours, theirs):
        return _merge_as_text(base, ours, theirs, merge_text)
    # 4 a record
    return _merge_as_record(pad, base, ours, theirs, stap)


def _merge_pages(base: bytes | None, ours: bytes, theirs: bytes) -> MergedFile:
    """Of what is made, either does: it is made again. What people wrote around it is merged."""
    gemaakt = [side for side in (ours, theirs) if is_as_made(side)]
    if gemaakt:
        return MergedFile(max(gemaakt))
    try:
        before, mine, yours = map(parted, (base or b"", ours, theirs))
    except UnicodeDecodeError:
        return _side_by_side(ours, theirs)
    eigen = [joined(side._replace(deel="")) for side in (before, mine, yours)]
    samen = _merge_as_text(eigen[0], eigen[1], eigen[2], merge_text)
    # Each clone must take the same one.
    deel = max(mine.deel, yours.deel)
    if not deel or samen.kopie is not None:
        return samen
    return MergedFile(joined(Leesmij(samen.raw.decode(), deel)))


def _is_record(pad: str, ours: bytes, theirs: bytes) -> bool:
    """Whether a file holds data: any YAML, and Markdown that either side gave front matter."""
    if pad.endswith(".yaml"):
        return True
    return pad.endswith(".md") and (_has_front(ours) or _has_front(theirs))


def _has_front(raw: bytes) -> bool:
    return raw.lstrip(_BYTE_ORDER_MARK).startswith(b"---")


def _merge_as_record(
    pad: str,
    base: bytes | None,
    ours: bytes,
    theirs: bytes,
    stap: Stap | None,
) -> MergedFile:
    mine = _read(pad, ours)
    yours = _read(pad, theirs)
    if not mine and not yours:
        return _side_by_side(ours, theirs)
    # What can be read stays in its place, so that the group can go on with it.
    if not yours:
        return MergedFile(ours, theirs)
    if not mine:
        return MergedFile(theirs, ours)
    before = None
    if base is not None:
        before = _read(pad, base)
    merged = _merge_documents(before, mine, yours, stap)
    if not merged:
        return _side_by_side(ours, theirs)
    return MergedFile(merged.raw())


def _read(pad: str, raw: bytes) -> Document | None:
    try:
        if pad.endswith(".yaml"):
            return parse_yaml(raw)
        return parse_markdown(raw)
    except YamlFout:
        return None


def _side_by_side(ours: bytes, theirs: bytes) -> MergedFile:
    # Which of the two stays in its place does not matter, but each clone must choose the same.
    return MergedFile(max(ours, theirs), min(ours, theirs))


def _merge_as_text(
    base: bytes | None,
    ours: bytes,
    theirs: bytes,
    merge: Callable[[str, str, str], str],
) -> MergedFile:
    try:
        versions = [side.decode("utf-8-sig") for side in (base or b"", ours, theirs)]
    except UnicodeDecodeError:
        return _side_by_side(ours, theirs)
    # A picture or a recording that is UTF-8 by accident has a zero byte all the same.
    if any("\0" in text for text in versions):
        return _side_by_side(ours, theirs)
    before, mine, yours = [text.replace("\r\n", "\n") for text in versions]
    return MergedFile(merge(before, mine, yours).encode())


def _merge_documents(
    base: Document | None,
    ours: Document,
    theirs: Document,
    stap: Stap | None,
) -> Document | None:
    """Merge two documents; None when what comes out does not fit in a file of the group."""
    # Somebody who got another handle on one side is the same member on the other.
    eerder = {} if stap else groep.renamed([ours.data, theirs.data])
    mine, yours = (groep.by_handle_of_now(side.data, eerder) for side in (ours, theirs))
    if base:
        data = merge_data(groep.by_handle_of_now(base.data, eerder), mine, yours)
        body = merge_text(base.body, ours.body, theirs.body)
        before = _comments(base)
    else:
        data = merge_data({}, mine, yours)
        body = merge_text("", ours.body, theirs.body)
        before = Counter()
    if stap:
        was = base.data if base else {}
        is_dicht = data.get(STATUS) == KLAAR
        kanten = (ours.data, theirs.data)
        data = bij_hun_woorden(stap, data, kanten, was, is_dicht=is_dicht)
    carrier, other = _by_comments(before, ours, theirs)
    try:
        merged = carrier.with_data(data)
        # Comments belong to a place in one text; those of the other text go below the data.
        lost = _comments(other) - _comments(merged) - before
        if lost:
            merged = merged.with_comments(list(lost.elements()))
    except (ValueError, YamlFout):
        return None
    return merged.with_body(body)


def _by_comments(
    before: Counter[str],
    ours: Document,
    theirs: Document,
) -> tuple[Document, Document]:
    """The document with more changed in its comments, which carries the outcome, and the other."""

    def changes(document: Document) -> tuple[int, str]:
        now = _comments(document)
        added = now - before
        removed = before - now
        return added.total() + removed.total(), document.yaml

    if changes(ours) >= changes(theirs):
        return ours, theirs
    return theirs, ours


def _comments(document: Document) -> Counter[str]:
    if "#" not in document.yaml:
        return Counter()
    from intervisie_cli.records.comments import comments

    return Counter(comments(document.yaml, document.node))
