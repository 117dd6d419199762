"""What somebody types to search, as a question to the full-text index.

Every word must be there, in any of its forms.
"""

import re
import sqlite3
from typing import NamedTuple

from intervisie_cli.index.woorden import plat, tokens, woorden_van
from intervisie_cli.taal.stammen import stammen

# More words make a question no clearer, and a slower one.
MAX_WOORDEN = 20
# Words between quotes, or one word.
_DEEL = re.compile(r'"([^"]*)"|(\S+)')
_ZINNEN = re.compile(r"(?<=[.!?])\s+|\n")
# A word of so many letters also stands for what begins with it; a shorter one begins too much.
_KORTSTE_BEGIN = 3


class Zoekterm(NamedTuple):
    """What is searched.

    *match* is for the index; *woorden* are the forms to show, *beginnen* what a word may begin
    with.
    """

    match: str
    woorden: frozenset[str]
    beginnen: tuple[str, ...]

    def is_gezocht(self, woord: str) -> bool:
        """Whether a word in a text is one of those that are searched."""
        klein = plat(woord)
        return klein in self.woorden or klein.startswith(self.beginnen)

    def zin(self, tekst: str) -> str:
        """The first of the sentences with most of what is searched; '' when none has any."""
        meeste, beste = 0, ""
        for deel in _ZINNEN.split(tekst):
            zin = deel.strip(" -*")
            gezocht = set(filter(self.is_gezocht, woorden_van(zin)))
            if len(gezocht) > meeste:
                meeste, beste = len(gezocht), zin
        return beste


def ontleed(con: sqlite3.Connection, getypt: str) -> Zoekterm | None:
    """Read what was typed; words between quotes stand beside each other.

    None when there is no word in it.
    """
    eisen: list[str] = []
    vormen: set[str] = set()
    beginnen: list[str] = []
    for tussen_quotes, los in _DEEL.findall(getypt):
        woorden = tokens(con, tussen_quotes or los)[:MAX_WOORDEN]
        if tussen_quotes and len(woorden) > 1:
            eisen.append(f'"{" ".join(woorden)}"')
            vormen.update(woorden)
            continue
        for woord in woorden:
            van_woord = {woord, *_vormen(con, woord)}
            keuzes = [f'"{vorm}"' for vorm in sorted(van_woord)]
            if len(woord) >= _KORTSTE_BEGIN:
                keuzes.append(f'"{woord}"*')
                beginnen.append(woord)
            eisen.append(f"({' OR '.join(keuzes)})")
            vormen |= van_woord
    if not eisen:
        return None
    match = " AND ".join(dict.fromkeys(eisen[:MAX_WOORDEN]))
    return Zoekterm(match, frozenset(vormen), tuple(beginnen))


def _vormen(con: sqlite3.Connection, woord: str) -> list[str]:
    """The words that were written somewhere and have the same stem."""
    rows = con.execute("SELECT woord FROM stam WHERE stam = ?", stammen([woord]))
    return [vorm for (vorm,) in rows]
