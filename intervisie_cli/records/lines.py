"""The lines of a text, by offset."""


def line_start(text: str, at: int) -> int:
    """The offset at which the line of *at* begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """The offset of the line end at or after *at*."""
    end = text.find("\n", at)
    if end < 0:
        return len(text)
    return end


def next_line(text: str, at: int) -> int:
    """The offset behind the line of *at*, the end of the text when it is the last."""
    return min(line_end(text, at) + 1, len(text))


def column_of(text: str, at: int) -> int:
    """How far *at* stands from the start of its line."""
    return at - line_start(text, at)
