"""One sessie as rows of the cache: read from its files, put in, and taken out without a trace."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from intervisie_cli.groep import casussen, notulen, sessies
from intervisie_cli.groep.ontbrekend import missing
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.index.mappen import merk
from intervisie_cli.index.woorden import pack, plat, tokens, unpack
from intervisie_cli.model.actie import AF, Actie, doeners
from intervisie_cli.model.casus import Casus, Woorden
from intervisie_cli.model.eender import eender
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import id_of
from intervisie_cli.model.sessie import (
    BEGELEIDER,
    DEELNEMER,
    INBRENGER,
    INDIVIDUEEL,
    KLAAR,
    NOTULIST,
    Groep,
)
from intervisie_cli.taal.stammen import stammen
from intervisie_cli.tijd.dag import dag_in_woorden
from intervisie_cli.vragen.tijdplan import minuten

_WOORD = re.compile(r"\w+")
_RONDE = (
    "INSERT INTO ronde"
    " (map, nummer, datum, inbrenger, draaiboek, thema, adviezen, vervolg_op, is_prive) VALUES"
    " (:map, :nummer, :datum, :inbrenger, :draaiboek, :thema, :adviezen, :vervolg_op, :is_prive)"
)
# The index of words has no copy of them: it can take out only what is named to it again.
_FORGET_WORDS = (
    "INSERT INTO woorden (woorden, rowid, hulpvraag, advies, actie, overig)"
    " VALUES ('delete', ?, ?, ?, ?, ?)"
)


class SessieRijen(NamedTuple):
    """What the files of a sessie say, and in *fout* why not all of them can be read.

    *merk* is of before they were read, so that what changes meanwhile is seen the next time.
    *rollen* are who did what in it, once it was begun; *stappen* are number, title, seconds and
    planned minutes of what was done.
    """

    map: str
    merk: int
    fout: str
    rondes: tuple[Casus, ...]
    datum: str = ""
    rollen: tuple[tuple[str, str], ...] = ()
    stappen: tuple[tuple[int, str, int, int], ...] = ()

    @property
    def gehalte(self) -> int:
        """A number that tells whether all of it but the mark is as it was."""
        raw = repr(self._replace(merk=0)).encode("utf-8", "surrogatepass")
        # The length beside the checksum makes it less likely that a change goes unseen.
        return crc32(raw) << 24 | len(raw) & 0xFFFFFF


def lees(root: Path, pad: str, groep: Groep) -> SessieRijen:
    """Read the sessie in the folder *pad*, with the names and the holidays of *groep*."""
    voor = merk(root, pad)
    try:
        sessie_map = sessies.load(root, pad)
        notities, _ = notulen.readable(root, sessie_map, groep)
        regio = groep.instellingen.regio
        rondes = tuple(casussen.of_sessie(sessie_map, notities, regio))
        rollen: tuple[tuple[str, str], ...] = ()
        if sessies.is_begun(sessie_map):
            rollen = tuple(_roles(sessie_map))
        stappen = tuple(
            (
                stap.plek.stap.nummer,
                stap.plek.stap.titel,
                stap.spent_s,
                minuten(stap.plek),
            )
            for stap in sessie_map.stappen
            if stap.status == KLAAR and stap.spent_s
        )
        return SessieRijen(
            map=pad,
            merk=voor,
            # What else the sessie says is shown all the same.
            fout=_missing(sessie_map),
            rondes=rondes,
            datum=sessie_map.sessie.datum.isoformat(),
            rollen=rollen,
            stappen=stappen,
        )
    except IntervisieError as fout:
        return SessieRijen(pad, voor, fout.bericht, ())


def _missing(sessie_map: SessieMap) -> str:
    """Which steps of the sessie are gone, '' for none."""
    weg = missing(sessie_map.sessie, sessie_map.stappen)
    if not weg:
        return ""
    titels = ", ".join(stap.plek.titel for stap in weg)
    datum = sessie_map.sessie.datum
    return f"{titels} van {dag_in_woorden(datum, datum)} ontbreekt; typ: intervisie doctor."


def _roles(sessie_map: SessieMap) -> Iterator[tuple[str, str]]:
    sessie = sessie_map.sessie
    yield from ((lid, DEELNEMER) for lid in sessie.deelnemers)
    yield from ((ronde.inbrenger, INBRENGER) for ronde in sessie_map.held_rondes)
    if sessie.begeleider:
        yield sessie.begeleider, BEGELEIDER
    if sessie.notulist not in ("", INDIVIDUEEL):
        yield sessie.notulist, NOTULIST


def put(con: sqlite3.Connection, gelezen: SessieRijen) -> None:
    """Put a sessie in that is not in it."""
    row = (gelezen.map, gelezen.merk, gelezen.gehalte, gelezen.fout)
    con.execute("INSERT INTO sessie VALUES (?, ?, ?, ?)", row)
    con.executemany(
        "INSERT INTO rol VALUES (?, ?, ?, ?)",
        ((gelezen.map, gelezen.datum, lid, rol) for lid, rol in gelezen.rollen),
    )
    con.executemany(
        "INSERT INTO stap VALUES (?, ?, ?, ?, ?)",
        ((gelezen.map, *stap) for stap in gelezen.stappen),
    )
    for casus in gelezen.rondes:
        waarden = {
            "map": gelezen.map,
            "nummer": casus.ronde,
            "datum": casus.datum.isoformat(),
            "inbrenger": casus.inbrenger,
            "draaiboek": casus.draaiboek,
            "thema": plat(casus.thema),
            "adviezen": len(casus.adviezen),
            "vervolg_op": casus.vervolg_op,
            "is_prive": casus.is_prive,
        }
        nr = con.execute(_RONDE, waarden).lastrowid
        inhoud = json.dumps(casus.data(), ensure_ascii=False, default=str)
        con.execute(
            "INSERT INTO inhoud VALUES (?, ?, ?)", (nr, inhoud, pack(casus.woorden))
        )
        con.execute(
            "INSERT INTO woorden (rowid, hulpvraag, advies, actie, overig) VALUES (?, ?, ?, ?, ?)",
            (nr, *map(eender, casus.woorden)),
        )
        acties = zip(casus.acties, casus.paden, strict=True)
        con.executemany(
            "INSERT INTO actie VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    nr,
                    nummer,
                    id_of(actie),
                    _apart(doeners(actie, casus.inbrenger, casus.deelnemers)),
                    Actie(actie).tot,
                    plat(str(actie.get("actie") or "")),
                    actie["status"] in AF,
                    pad,
                )
                for nummer, (actie, pad) in enumerate(acties)
            ),
        )


def _apart(leden: Iterable[str]) -> str:
    """Handles with a space around each, so that one is found among more."""
    return f" {' '.join(leden)} "


def take_out(con: sqlite3.Connection, pad: str) -> set[str]:
    """Take a sessie out; gives the words that stood in it."""
    weg: set[str] = set()
    rows = con.execute(
        "SELECT nr, tekst FROM ronde JOIN inhoud USING (nr) WHERE map = ?", (pad,)
    )
    for nr, packed in rows.fetchall():
        woorden = unpack(packed)
        con.execute(_FORGET_WORDS, (nr, *map(eender, woorden)))
        con.execute("DELETE FROM lijken WHERE rowid = ?", (nr,))
        con.execute("DELETE FROM beeld WHERE nr = ?", (nr,))
        con.execute("DELETE FROM actie WHERE ronde = ?", (nr,))
        con.execute("DELETE FROM inhoud WHERE nr = ?", (nr,))
        weg |= _words(woorden)
    con.execute("DELETE FROM ronde WHERE map = ?", (pad,))
    con.execute("DELETE FROM rol WHERE map = ?", (pad,))
    con.execute("DELETE FROM stap WHERE map = ?", (pad,))
    con.execute("DELETE FROM sessie WHERE map = ?", (pad,))
    return weg


def words_of(gelezen: SessieRijen) -> set[str]:
    """All words of a sessie."""
    return set().union(*(_words(casus.woorden) for casus in gelezen.rondes))


def learn_stems(con: sqlite3.Connection, gelezen: Iterable[SessieRijen]) -> None:
    """Give a stem to the words of these sessies that have none yet."""
    woorden: set[str] = set()
    for sessie in gelezen:
        for casus in sessie.rondes:
            woorden.update(tokens(con, "\n".join(casus.woorden)))
    _stem(con, woorden)


def learn_all_stems(con: sqlite3.Connection) -> None:
    """Give each word that was written a stem, and forget the others."""
    con.execute("DELETE FROM stam")
    _stem(con, [woord for (woord,) in con.execute("SELECT term FROM woordenlijst")])


def _stem(con: sqlite3.Connection, woorden: Collection[str]) -> None:
    rows = zip(woorden, stammen(woorden), strict=True)
    con.executemany("INSERT OR IGNORE INTO stam VALUES (?, ?)", rows)


def wipe(con: sqlite3.Connection) -> None:
    """Write the index of words anew, so that none that was taken out is left in the file."""
    # FTS5 keeps what it deletes until its pages are merged, which this does (docs/besluiten/0010).
    for table in ("woorden", "lijken"):
        con.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - our names
    learn_all_stems(con)


def _words(woorden: Woorden) -> set[str]:
    return set(_WOORD.findall(" ".join(woorden)))
