"""Finds rondes that resemble a hulpvraag: in the words they use, the ideas that those stand for, and what they mean.

What a ronde is about is put in the cache when somebody first asks for what resembles: `log` does without.
"""

import json
import math
import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from intervisie_cli.index.betekenis import beeld, gelijk
from intervisie_cli.index.kenmerken import is_loos, kenmerken, woorden_van
from intervisie_cli.index.woorden import WOORD, unpack
from intervisie_cli.model.verslag import Woorden

_STAM, _BEGRIP = "stam", "begrip"
# An idea in common says half of what a word does.
_WOORDEN = "SELECT rowid, -bm25(lijken, 1.0, 0.5) FROM lijken WHERE lijken MATCH ?"
# What is private is never an example.
_BEELDEN = (
    "SELECT nr, beeld FROM beeld JOIN ronde USING (nr) WHERE is_prive = 0 ORDER BY map DESC, nummer"
)
_NOG_NIET = "FROM ronde JOIN inhoud USING (nr) WHERE in_lijken = 0 AND is_prive = 0"
# What all of it means says twice as much as the words and ideas do.
_BETEKENIS = 2.0
# What is less alike has nothing to do with it (docs/lijkt-op.md).
IN_DE_BUURT = 0.45
# Of a very long text.
_HOOGSTENS = 300
# To show.
_MEESTE = 6


class Gelijkenis(NamedTuple):
    """What is looked for: a question to the full-text index, what each stem and idea in it weighs, and its meaning."""

    match: str
    gewichten: dict[str, float]
    beeld: bytes

    def is_near(self, tekst: str) -> bool:
        """Whether a text is about something like it at all."""
        return gelijk(self.beeld, beeld(tekst)) >= IN_DE_BUURT

    def woorden(self, tekst: str) -> list[str]:
        """The words of a text by which it resembles what is looked for, those that say most in front.

        Of words that say the same the first one.
        """
        door: dict[str, str] = {}
        for woord in WOORD.findall(tekst.lower()):
            samen = _merken(woord) & self.gewichten.keys()
            if samen and not any(map(is_loos, woorden_van(woord))):
                door.setdefault(max(samen, key=lambda merk: (self.gewichten[merk], merk)), woord)
        grens = max(self.gewichten.values(), default=0.0) / 3
        zwaarste = sorted(
            (merk for merk in door if self.gewichten[merk] > grens),
            key=lambda merk: -self.gewichten[merk],
        )
        return list(dict.fromkeys(door[merk] for merk in zwaarste))[:_MEESTE]


def over(hulpvraag: str, herformulering: str, woorden: Woorden) -> str:
    """The text that says what a ronde is about; its question counts twice."""
    return f"{hulpvraag}\n{herformulering}\n{woorden.hulpvraag}"


def gelijkenis(con: sqlite3.Connection, tekst: str) -> Gelijkenis | None:
    """What to look for to find what resembles *tekst*; None when there is no word in it."""
    merken = _merken(tekst)
    if not merken:
        return None
    totaal = con.execute("SELECT COUNT(*) FROM beeld").fetchone()[0]
    gewichten = {}
    for merk in merken:
        kolom, _, woord = merk.partition(":")
        row = con.execute(
            "SELECT doc FROM lijken_woorden WHERE term = ? AND col = ?", (woord, kolom)
        ).fetchone()
        gewichten[merk] = math.log((totaal + 2) / ((row[0] if row else 0) + 1))
    zwaarste = sorted(merken, key=lambda merk: (-gewichten[merk], merk))[:_HOOGSTENS]
    match = " OR ".join('{} : "{}"'.format(*merk.split(":", 1)) for merk in zwaarste)
    return Gelijkenis(match, gewichten, beeld(tekst))


def rank(con: sqlite3.Connection, zoek: Gelijkenis) -> list[int]:
    """The numbers of all rondes, the one that resembles most in front, of those that do so equally the newest."""
    woorden: dict[int, float] = dict(con.execute(_WOORDEN, (zoek.match,)).fetchall())
    betekenis: dict[int, float] = {nr: gelijk(zoek.beeld, raw) for nr, raw in con.execute(_BEELDEN)}
    meest, best = (
        max(woorden.values(), default=0.0) or 1.0,
        max(betekenis.values(), default=0.0) or 1.0,
    )

    def fit(nr: int) -> float:
        return round(woorden.get(nr, 0.0) / meest + _BETEKENIS * betekenis[nr] / abs(best), 9)

    return sorted(betekenis, key=fit, reverse=True)


def fill(con: sqlite3.Connection, toon: Callable[[int, int], None]) -> None:
    """Put in what the rondes are about that are not in yet; *toon* gets how many of how many are."""
    if not con.execute(f"SELECT EXISTS (SELECT 1 {_NOG_NIET})").fetchone()[0]:
        return
    con.execute("BEGIN IMMEDIATE")
    try:
        # What another process did meanwhile is seen from here on.
        rows = con.execute(f"SELECT nr, verslag, tekst {_NOG_NIET}").fetchall()
        for gedaan, (nr, verslag, tekst) in enumerate(rows):
            data = json.loads(verslag)
            waarover = over(data["hulpvraag"], data["herformulering"], unpack(tekst))
            gezien = map(" ".join, kenmerken(waarover))
            con.execute(
                "INSERT OR REPLACE INTO lijken (rowid, stam, begrip) VALUES (?, ?, ?)",
                (nr, *gezien),
            )
            con.execute("INSERT OR REPLACE INTO beeld VALUES (?, ?)", (nr, beeld(waarover)))
            con.execute("UPDATE ronde SET in_lijken = 1 WHERE nr = ?", (nr,))
            toon(gedaan, len(rows))
    except BaseException:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


def _merken(tekst: str) -> set[str]:
    gezien = kenmerken(tekst)
    return {f"{_STAM}:{stam}" for stam in gezien.stammen} | {
        f"{_BEGRIP}:{naam}" for naam in gezien.begrippen
    }
