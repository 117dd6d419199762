"""What somebody types to search, as a question to the full-text index: every word, in any of its forms."""

import re
import sqlite3
from typing import NamedTuple

from intervisie_cli.index.stammen import stammen
from intervisie_cli.index.tokens import tokens
from intervisie_cli.index.woorden import WOORD, plat

MAX_WOORDEN = 20
_DEEL = re.compile(r'"([^"]*)"|(\S+)')
_ZINNEN = re.compile(r"(?<=[.!?])\s+|\n")
# A word that is longer also stands for what begins with it.
_BEGIN = 3


class Zoekterm(NamedTuple):
    """*match* is for the index; *woorden* are the forms to show, and *beginnen* what a word may begin with."""

    match: str
    woorden: frozenset[str]
    beginnen: tuple[str, ...]

    def is_gezocht(self, woord: str) -> bool:
        """Whether a word in a text is one of those that are searched."""
        klein = plat(woord)
        return klein in self.woorden or klein.startswith(self.beginnen)

    def zin(self, tekst: str) -> str:
        """The sentence with most of what is searched, the first of those; '' when there is none."""
        zinnen = [zin.strip(" -*") for zin in _ZINNEN.split(tekst)]
        hoeveel = [
            len({plat(woord) for woord in WOORD.findall(zin) if self.is_gezocht(woord)})
            for zin in zinnen
        ]
        meeste = max(hoeveel)
        return zinnen[hoeveel.index(meeste)] if meeste else ""


def ontleed(con: sqlite3.Connection, getypt: str) -> Zoekterm | None:
    """Read what was typed; words between quotes stand beside each other. None when there is no word in it."""
    eisen: list[str] = []
    vormen: set[str] = set()
    beginnen: list[str] = []
    for zin, los in _DEEL.findall(getypt):
        woorden = tokens(con, zin or los)[:MAX_WOORDEN]
        if zin and len(woorden) > 1:
            eisen.append(f'"{" ".join(woorden)}"')
            vormen.update(woorden)
            continue
        for woord in woorden:
            anders = _forms(con, woord)
            keuzes = [f'"{vorm}"' for vorm in sorted({woord, *anders})]
            if len(woord) >= _BEGIN:
                keuzes.append(f'"{woord}"*')
                beginnen.append(woord)
            eisen.append(f"({' OR '.join(keuzes)})")
            vormen |= {woord, *anders}
    if not eisen:
        return None
    return Zoekterm(
        " AND ".join(dict.fromkeys(eisen[:MAX_WOORDEN])), frozenset(vormen), tuple(beginnen)
    )


def _forms(con: sqlite3.Connection, woord: str) -> list[str]:
    """The words that were written somewhere and have the same stem."""
    rows = con.execute("SELECT woord FROM stam WHERE stam = ?", stammen([woord]))
    return [vorm for (vorm,) in rows]
