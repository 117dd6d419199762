"""A typed line that cannot be read, and what is said of it."""

from collections.abc import Callable


class Onleesbaar(Exception):
    """A line cannot be read; the text of it says what is missing."""


def reden_van(
    read: Callable[[str], object],
    getypt: str,
    hoe: str,
) -> str:
    """Why *read* cannot read what was typed, and how to type it; '' when it can."""
    try:
        read(getypt)
    except Onleesbaar as fout:
        return f"{fout} {hoe}".strip()
    return ""
