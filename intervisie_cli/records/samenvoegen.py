"""Two versions of one file of the group made one: what they mean is merged, their comments and order stay."""

from collections import Counter
from typing import NamedTuple

from intervisie_cli.merge.text import merge_text
from intervisie_cli.merge.values import merge_data
from intervisie_cli.records.document import Document, parse_markdown, parse_yaml
from intervisie_cli.records.node import YamlFout

_FRONT = b"---"


class Samengevoegd(NamedTuple):
    """The file as it becomes; *kopie* is a version that could not be merged and is kept beside it."""

    raw: bytes
    kopie: bytes | None = None


def voeg_samen(pad: str, base: bytes | None, ours: bytes, theirs: bytes) -> Samengevoegd:
    """Merge two versions of the file at *pad*, of which *base* is the last one that both knew; None for none.

    The outcome is the same when the sides change places. Never raises: what cannot be read is kept whole.
    """
    if ours in (theirs, base):
        return Samengevoegd(theirs)
    if theirs == base:
        return Samengevoegd(ours)
    is_record = pad.endswith((".md", ".yaml")) and (
        pad.endswith(".yaml") or _has_front(ours, theirs)
    )
    if not is_record:
        return _as_text(base, ours, theirs)
    mine, yours = _document(pad, ours), _document(pad, theirs)
    if not mine or not yours:
        return _beside(ours, theirs, is_readable=(mine is not None, yours is not None))
    merged = _merge_documents(_document(pad, base) if base is not None else None, mine, yours)
    return _beside(ours, theirs) if merged is None else Samengevoegd(merged.text().encode())


def _has_front(*sides: bytes) -> bool:
    return any(side.lstrip(b"\xef\xbb\xbf").startswith(_FRONT) for side in sides)


def _document(pad: str, raw: bytes) -> Document | None:
    try:
        return parse_yaml(raw) if pad.endswith(".yaml") else parse_markdown(raw)
    except YamlFout:
        return None


def _beside(
    ours: bytes, theirs: bytes, is_readable: tuple[bool, bool] = (True, True)
) -> Samengevoegd:
    """One version in its place, the other beside it: the one that can be read first, else as the bytes order them."""
    first, second = sorted(zip(is_readable, (ours, theirs), strict=True), reverse=True)
    return Samengevoegd(first[1], second[1])


def _as_text(base: bytes | None, ours: bytes, theirs: bytes) -> Samengevoegd:
    try:
        versions = [side.decode("utf-8") for side in (base or b"", ours, theirs)]
    except UnicodeDecodeError:
        return _beside(ours, theirs)
    if any("\0" in text for text in versions):
        return _beside(ours, theirs)
    return Samengevoegd(merge_text(*(text.replace("\r\n", "\n") for text in versions)).encode())


def _merge_documents(base: Document | None, ours: Document, theirs: Document) -> Document | None:
    """None when what comes out does not fit in a file of the group."""
    data = merge_data(base.data if base else {}, ours.data, theirs.data)
    body = merge_text(base.body if base else "", ours.body, theirs.body)
    carrier, other = _by_comments(base, ours, theirs)
    try:
        merged = carrier.with_data(data)
        lost = _comments(other) - _comments(merged) - (_comments(base) if base else Counter())
        if lost:
            merged = merged.with_comments(list(lost.elements()))
    except (ValueError, YamlFout):
        return None
    return merged.with_body(body)


def _by_comments(
    base: Document | None, ours: Document, theirs: Document
) -> tuple[Document, Document]:
    """The document whose text carries the outcome, and the other: the one with more changed in its comments."""
    before = _comments(base) if base else Counter()

    def changes(document: Document) -> tuple[int, str]:
        now = _comments(document)
        return ((now - before).total() + (before - now).total(), document.yaml)

    return (ours, theirs) if changes(ours) >= changes(theirs) else (theirs, ours)


def _comments(document: Document) -> Counter[str]:
    from intervisie_cli.records.edit import comments

    return Counter(comments(document.yaml, document.node) if "#" in document.yaml else ())
