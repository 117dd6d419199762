"""Where YAML that cannot be read goes wrong, and what helps: mostly a text that wants quotes.

A parser tells where it could go no further, which can be many lines below what a person typed.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

# The line on which a text cannot be read further; None when all of it is read.
Probeer = Callable[[str], int | None]

_REGEL = re.compile(
    r"(?P<voor> *(?:- +)*(?:[A-Za-z_][\w-]*: +)?)(?P<waarde>[^\s#].*?)\s*"
)
# Most of what people write, in which nothing can be meant otherwise.
_GEWOON = re.compile(r"\w[\w .,;?!()/-]*")
_BLOK = re.compile(r"[|>][-+0-9]*")
# Each try reads the whole text again.
_MEESTE_POGINGEN, _LANGST = 8, 32 * 1024


class Oorzaak(NamedTuple):
    """The line, from 1, where it goes wrong, and in Dutch what helps; '' when that is not known."""

    regel: int
    raad: str = ""


class _Waarde(NamedTuple):
    """A value on a line of its own: the number of the line, what stands before it, and its text."""

    regel: int
    voor: str
    tekst: str


def oorzaak(text: str, regel: int, probeer: Probeer) -> Oorzaak:
    """Find what made the reader of *text* stop at *regel*."""
    if len(text) > _LANGST:
        return Oorzaak(regel)
    regels = text.split("\n")
    pogingen = 0
    for waarde in _waarden(regels[:regel]):
        is_plain = _GEWOON.fullmatch(waarde.tekst)
        if is_plain or probeer(f"x: {waarde.tekst}\n") is None:
            continue
        pogingen += 1
        if pogingen > _MEESTE_POGINGEN:
            break
        anders = [*regels]
        anders[waarde.regel - 1] = waarde.voor + _tussen_tekens(waarde.tekst)
        verder = probeer("\n".join(anders))
        if verder is None or verder > regel:
            return Oorzaak(waarde.regel, _raad(waarde.tekst))
    return Oorzaak(regel)


def _waarden(regels: list[str]) -> Iterator[_Waarde]:
    """The values that stand on one line each; what stands in a block of text is none."""
    blok = -1
    for nummer, regel in enumerate(regels, 1):
        diep = len(regel) - len(regel.lstrip(" "))
        if blok >= 0 and (diep > blok or not regel.strip()):
            continue
        blok = -1
        match = _REGEL.fullmatch(regel)
        if not match or not match["voor"].strip():
            continue
        if _BLOK.fullmatch(match["waarde"]):
            blok = diep
        else:
            yield _Waarde(nummer, match["voor"], match["waarde"])


def _tussen_tekens(tekst: str) -> str:
    binnen = tekst.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{binnen}"'


def _raad(tekst: str) -> str:
    if '"' not in tekst:
        return 'zet de tekst tussen dubbele aanhalingstekens: "…"'
    if "'" not in tekst:
        return "zet de tekst tussen enkele aanhalingstekens: '…'"
    return "zet er een | neer, en de tekst ingesprongen op de regel eronder"
