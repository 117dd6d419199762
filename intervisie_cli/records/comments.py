"""Comments in YAML text: which there are, and with which part of it they go."""

from collections.abc import Iterator

from intervisie_cli.records.lines import line_end, line_start, next_line
from intervisie_cli.records.node import Node


def comments(text: str, node: Node) -> list[str]:
    """The comments in *text*, of which *node* is the whole."""
    return list(comments_within(text, 0, len(text), node))


def comments_within(
    text: str,
    start: int,
    end: int,
    node: Node,
) -> Iterator[str]:
    """The comments in a part of the text, of which *node* is the value."""
    scalars = [part for part in node.walk() if part.kind == "scalar"]
    at = text.find("#", start, end)
    while at >= 0:
        # "a#b" is plain text, and so is a # inside a text between quotes or on more lines.
        is_after_space = text[at - 1 : at] in ("", " ", "\t", "\n")
        is_in_scalar = any(part.start <= at < part.end for part in scalars)
        if is_after_space and not is_in_scalar:
            stop = line_end(text, at)
            yield text[at : min(stop, end)].rstrip()
            at = stop
        at = text.find("#", at + 1, end)


def cut_off(text: str, node: Node) -> Iterator[int]:
    """The lines, from 1, where YAML takes the end of a sentence for a comment.

    Of 'groep #3 van blok 2' only 'groep' is read. A word alone, with a comment behind it that has a
    space after its #, is how people write comments.
    """
    for part in node.walk():
        if part.kind != "scalar" or not isinstance(part.value, str) or not part.value:
            continue
        is_plain = text[part.start] not in "'\"|>"
        behind = text[part.end : line_end(text, part.end)]
        tail = behind.lstrip(" \t")
        if not is_plain or tail == behind or not tail.startswith("#"):
            continue
        is_sentence = " " in part.value
        if is_sentence or tail[1:2].strip():
            yield text.count("\n", 0, part.end) + 1


def with_comments_above(text: str, at: int) -> int:
    """The offset of *at*, a line start, or of the first comment or empty line above it."""
    while at:
        above = line_start(text, at - 1)
        line = text[above:at].strip()
        if line and not line.startswith("#"):
            break
        at = above
    return at


def with_comments_below(text: str, at: int, indent: int) -> int:
    """The offset of *at*, a line start, or behind the comments there that stand deep.

    A comment that is indented more than *indent*, the dashes of a list, closes the item above it.
    """
    while True:
        line = text[at : line_end(text, at)]
        comment = line.lstrip()
        depth = len(line) - len(comment)
        if not comment.startswith("#") or depth <= indent:
            return at
        at = next_line(text, at)
