"""Finds rondes that resemble a text: in their words, in the ideas of those, and in meaning.

What a ronde is about is put in the cache when somebody first asks for what resembles, so that a
plain `log` need not wait for it.
"""

import json
import math
import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from intervisie_cli.index.betekenis import beeld, gelijk
from intervisie_cli.index.kenmerken import is_loos, kenmerken
from intervisie_cli.index.woorden import WOORD, unpack, woorden_van
from intervisie_cli.model.casus import Woorden
from intervisie_cli.model.eender import zichtbaar

# The columns of the full-text index `lijken`, and so the kinds of kenmerken.
_STAM = "stam"
_BEGRIP = "begrip"
# An idea in common counts half of what a word in common does. This weight and _BETEKENIS were
# chosen on the part to build on of the pairs in `python -m benchmarks.resemblance`.
_WOORDEN = "SELECT rowid, -bm25(lijken, 1.0, 0.5) FROM lijken WHERE lijken MATCH ?"
# The meaning as a whole counts twice as much as words and ideas together.
_BETEKENIS = 2.0
# What is private is never an example.
_BEELDEN = (
    "SELECT nr, beeld FROM beeld JOIN ronde USING (nr)"
    " WHERE is_prive = 0 ORDER BY map DESC, nummer"
)
_NOG_NIET = "FROM ronde JOIN inhoud USING (nr) WHERE in_lijken = 0 AND is_prive = 0"
# Texts that are less alike have nothing to do with each other: of the pairs that `python -m
# benchmarks.resemblance` measures, 0.97 are alike for this much.
IN_DE_BUURT = 0.45
# Of a very long text only so many kenmerken are searched, those that say most: each one is a term
# of the question to the full-text index.
_MEESTE_KENMERKEN = 300
# So many words are shown as the reason why something resembles: more crowd the line.
_MEESTE_WOORDEN = 6


class Gelijkenis(NamedTuple):
    """What is looked for.

    *match* is the question to the full-text index, *gewichten* what each kenmerk weighs, *beeld*
    the meaning.
    """

    match: str
    gewichten: dict[str, float]
    beeld: bytes

    def is_near(self, tekst: str) -> bool:
        """Whether a text is about something like it at all."""
        return gelijk(self.beeld, beeld(tekst)) >= IN_DE_BUURT

    def woorden(self, tekst: str) -> list[str]:
        """The words of a text by which it resembles what is looked for, the weightiest first.

        Of words with the same weightiest kenmerk the first one is given.
        """
        door = self._woord_per_kenmerk(tekst)
        # A word that weighs less than a third of the weightiest explains nothing to a reader.
        grens = max(self.gewichten.values(), default=0.0) / 3
        zwaar = [kenmerk for kenmerk in door if self.gewichten[kenmerk] > grens]
        zwaar.sort(key=lambda kenmerk: -self.gewichten[kenmerk])
        woorden = dict.fromkeys(door[kenmerk] for kenmerk in zwaar)
        return list(woorden)[:_MEESTE_WOORDEN]

    def _woord_per_kenmerk(self, tekst: str) -> dict[str, str]:
        door: dict[str, str] = {}
        for woord in WOORD.findall(zichtbaar(tekst).lower()):
            samen = _kenmerken_van(woord) & self.gewichten.keys()
            if not samen or any(map(is_loos, woorden_van(woord))):
                continue
            zwaarste = max(
                samen, key=lambda kenmerk: (self.gewichten[kenmerk], kenmerk)
            )
            door.setdefault(zwaarste, woord)
        return door


def over(hulpvraag: str, herformulering: str, woorden: Woorden) -> str:
    """The text that says what a ronde is about; its question counts twice."""
    return f"{hulpvraag}\n{herformulering}\n{woorden.hulpvraag}"


def gelijkenis(con: sqlite3.Connection, tekst: str) -> Gelijkenis | None:
    """What to look for to find what resembles *tekst*; None when there is no word in it."""
    gezocht = _kenmerken_van(tekst)
    if not gezocht:
        return None
    totaal = aantal_rondes(con)
    gewichten = {}
    for kenmerk in gezocht:
        # The rarer it is among the rondes, the more it says.
        aantal = _aantal_met(con, kenmerk)
        gewichten[kenmerk] = math.log((totaal + 2) / (aantal + 1))
    op_gewicht = sorted(gezocht, key=lambda kenmerk: (-gewichten[kenmerk], kenmerk))
    termen = [_as_term(kenmerk) for kenmerk in op_gewicht[:_MEESTE_KENMERKEN]]
    return Gelijkenis(" OR ".join(termen), gewichten, beeld(tekst))


def aantal_rondes(con: sqlite3.Connection) -> int:
    """Among how many rondes is looked."""
    return int(con.execute("SELECT COUNT(*) FROM beeld").fetchone()[0])


def _aantal_met(con: sqlite3.Connection, kenmerk: str) -> int:
    """In how many rondes a kenmerk stands."""
    kolom, _, woord = kenmerk.partition(":")
    row = con.execute(
        "SELECT doc FROM lijken_woorden WHERE term = ? AND col = ?", (woord, kolom)
    ).fetchone()
    return row[0] if row else 0


def _as_term(kenmerk: str) -> str:
    kolom, _, woord = kenmerk.partition(":")
    return f'{kolom} : "{woord}"'


def rank(con: sqlite3.Connection, zoek: Gelijkenis) -> list[int]:
    """The numbers of all rondes: what resembles most in front, of equals the newest in front."""
    rows = con.execute(_WOORDEN, (zoek.match,)).fetchall()
    in_woorden: dict[int, float] = dict(rows)
    in_betekenis: dict[int, float] = {
        nr: gelijk(zoek.beeld, ander) for nr, ander in con.execute(_BEELDEN)
    }
    # Both scores are divided by the best of their kind, so that they can be added.
    meeste_woorden = max(in_woorden.values(), default=0.0) or 1.0
    meeste_betekenis = abs(max(in_betekenis.values(), default=0.0) or 1.0)

    def fit(nr: int) -> float:
        woorden = in_woorden.get(nr, 0.0) / meeste_woorden
        betekenis = _BETEKENIS * in_betekenis[nr] / meeste_betekenis
        # Rounded, so that what differs by an error of floating point alone counts as equal.
        return round(woorden + betekenis, 9)

    return sorted(in_betekenis, key=fit, reverse=True)


def fill(
    con: sqlite3.Connection,
    toon: Callable[[int, int], None],
) -> None:
    """Put in what rondes are about that are not in yet; *toon* gets how many of how many are."""
    if not con.execute(f"SELECT EXISTS (SELECT 1 {_NOG_NIET})").fetchone()[0]:
        return
    con.execute("BEGIN IMMEDIATE")
    try:
        # Looked up again inside the transaction: another process may have put them in meanwhile.
        rows = con.execute(f"SELECT nr, casus, tekst {_NOG_NIET}").fetchall()
        for gedaan, (nr, casus, tekst) in enumerate(rows):
            data = json.loads(casus)
            _put(
                con, nr, over(data["hulpvraag"], data["herformulering"], unpack(tekst))
            )
            toon(gedaan, len(rows))
    except BaseException:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


def _put(con: sqlite3.Connection, nr: int, waarover: str) -> None:
    stammen, begrippen = kenmerken(waarover)
    con.execute(
        "INSERT OR REPLACE INTO lijken (rowid, stam, begrip) VALUES (?, ?, ?)",
        (nr, " ".join(stammen), " ".join(begrippen)),
    )
    con.execute("INSERT OR REPLACE INTO beeld VALUES (?, ?)", (nr, beeld(waarover)))
    con.execute("UPDATE ronde SET in_lijken = 1 WHERE nr = ?", (nr,))


def _kenmerken_van(tekst: str) -> set[str]:
    """The kenmerken of a text, each with its kind in front: 'stam:slap', 'begrip:slaap'."""
    gezien = kenmerken(tekst)
    stammen = {f"{_STAM}:{stam}" for stam in gezien.stammen}
    begrippen = {f"{_BEGRIP}:{naam}" for naam in gezien.begrippen}
    return stammen | begrippen
