"""The pages that a Git host shows: what the program makes of them, told apart from a hand's edit.

Each made text ends in a mark with its own digest. So one sees without git whether it stands as it
was made.
"""

import re
from hashlib import sha256
from typing import NamedTuple

_MARK = "<!-- intervisie {} -->\n"
_EINDE = re.compile(r"<!-- intervisie ([0-9a-f]{16}) -->\n")
_BEGIN = "<!-- sessies: dit deel maakt intervisie -->\n"
# Without its end it goes on to the end of the table: somebody took away the mark.
_DEEL = re.compile(
    rf"(?P<boven>.*?){re.escape(_BEGIN)}"
    rf"(?P<deel>(?:(?!{re.escape(_BEGIN)}).)*?{_EINDE.pattern}|\s*(?:#[^\n]*\n\s*)?(?:\|[^\n]*\n)*)"
    r"(?P<onder>.*)",
    re.DOTALL,
)


class Leesmij(NamedTuple):
    """The README of a group: its own words, and between them the part that is made, if any."""

    boven: str
    deel: str = ""
    onder: str = ""


def sealed(tekst: str) -> bytes:
    """A made text, with its mark."""
    return f"{tekst}\n{_MARK.format(_digest(tekst))}".encode()


def is_as_made(raw: bytes) -> bool:
    """Whether a page stands as the program made it, this version or another."""
    tekst = raw.decode("utf-8", "replace").replace("\r\n", "\n")
    match = _EINDE.search(tekst)
    if not match or tekst[match.end() :]:
        return False
    return match[1] == _digest(tekst[: match.start()].removesuffix("\n"))


def has_mark(raw: bytes | None) -> bool:
    """Whether a page is one that the program made, also where a hand changed it since."""
    return bool(_EINDE.search((raw or b"").decode("utf-8", "replace")))


def parted(raw: bytes) -> Leesmij:
    """The README of a group, with the part that is made apart. Raises UnicodeDecodeError."""
    tekst = raw.decode("utf-8-sig").replace("\r\n", "\n")
    match = _DEEL.fullmatch(tekst)
    if not match:
        return Leesmij(tekst)
    return Leesmij(match["boven"], match["deel"], match["onder"])


def joined(leesmij: Leesmij) -> bytes:
    """The README as a file; a part that is new comes at its end."""
    boven = leesmij.boven
    if not leesmij.deel:
        return f"{boven}{leesmij.onder}".encode()
    if boven and not boven.endswith("\n\n"):
        boven = f"{boven.rstrip()}\n\n"
    return f"{boven}{_BEGIN}{leesmij.deel}{leesmij.onder}".encode()


def _digest(tekst: str) -> str:
    return sha256(tekst.encode()).hexdigest()[:16]
