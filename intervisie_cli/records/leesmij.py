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
# The table of a part that somebody took the mark of, with its heading.
_TABEL = re.compile(r"\s*(?:#[^\n]*\n\s*)?(?:\|[^\n]*\n)*")


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
    boven, begin, rest = tekst.partition(_BEGIN)
    if not begin:
        return Leesmij(tekst)
    # Before another part begins.
    eigen = rest.partition(_BEGIN)[0]
    einde = _EINDE.search(eigen) or _TABEL.match(eigen)
    tot = einde.end() if einde else 0
    return Leesmij(boven, rest[:tot], rest[tot:])


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
