"""Looks up rondes in the cache: the newest that are asked for, or those that match best."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from intervisie_cli.index.woorden import plat, unpack
from intervisie_cli.model.actie import Actievraag, van_wie
from intervisie_cli.model.casus import Casus, Woorden, Zoekvraag
from intervisie_cli.model.plain import Data, Item

if TYPE_CHECKING:
    from intervisie_cli.index.zoekterm import Zoekterm

_INHOUD = "SELECT map, casus, inhoud.tekst, is_prive"
# A word in the hulpvraag says most of what a ronde is about, then one in advice or an actie: 4, 2
# and 1 for the rest. No measurement chose these weights.
_GEWOGEN = (
    "(SELECT rowid AS nr, bm25(woorden, 4.0, 2.0, 2.0, 1.0) AS gewicht"
    " FROM woorden WHERE woorden MATCH ? ORDER BY rowid DESC LIMIT ?)"
)
# A word that stands in more rondes says little: the best of the latest so many are given, so that
# a search takes as long in a large group as in a small one (`python -m benchmarks.history`).
_GENOEG = 2000
# Who asks for more rondes than this wants them all.
_MAX_VEEL = 100


class Treffer(NamedTuple):
    """A ronde that was found, and the folder of its sessie."""

    casus: Casus
    map: str


class ActieTreffer(NamedTuple):
    """An actie that was found: whose it is, the file it stands in, and the folder of its sessie.

    *wie* is a handle, more, or the word for all, and *leden* are the handles. *datum* is the day of
    that sessie; *hulpvraag* is what the actie was planned for, as that was worded in the end.
    """

    actie: Item
    wie: Any
    pad: str
    map: str
    datum: str
    hulpvraag: str = ""
    leden: tuple[str, ...] = ()


def rondes(
    con: sqlite3.Connection,
    vraag: Zoekvraag,
    zoek: "Zoekterm | None",
    aantal: int,
) -> list[Treffer]:
    """The rondes that match, at most *aantal*: newest first, or best first for words."""
    waar, waarden = _conditions(vraag)
    van, volgorde = "ronde", "map DESC, nummer"
    if zoek:
        genoeg = _GENOEG
        if waar or aantal > _MAX_VEEL:
            genoeg = -1  # all of them
        van = f"{_GEWOGEN} JOIN ronde USING (nr)"
        volgorde = f"gewicht, {volgorde}"
        waarden = [zoek.match, genoeg, *waarden]
    eerst = f"SELECT * FROM {van}"  # noqa: S608 - made of our own words
    if waar:
        eerst += f" WHERE {' AND '.join(waar)}"
    # The large columns are read only of the rondes that are shown.
    sql = f"{_INHOUD} FROM ({eerst} ORDER BY {volgorde} LIMIT ?) JOIN inhoud USING (nr)"
    rows = con.execute(f"{sql} ORDER BY {volgorde}", (*waarden, aantal))
    return _treffers(rows, met_woorden=zoek is not None)


def in_order(
    con: sqlite3.Connection,
    vraag: Zoekvraag,
    nrs: Iterable[int],
    aantal: int,
) -> list[Treffer]:
    """The rondes with these numbers that match, at most *aantal*, in this order."""
    waar, waarden = _conditions(vraag)
    gevonden: list[Treffer] = []
    sql = f"{_INHOUD} FROM ronde JOIN inhoud USING (nr) WHERE {' AND '.join(['nr = ?', *waar])}"
    for nr in nrs:
        gevonden += _treffers(con.execute(sql, (nr, *waarden)), met_woorden=True)
        if len(gevonden) == aantal:
            break
    return gevonden


def acties(
    con: sqlite3.Connection,
    vraag: Actievraag,
    aantal: int = -1,
) -> list[ActieTreffer]:
    """The acties that are asked for, at most *aantal*: what is due first in front."""
    waar, waarden = _which(vraag)
    sql = "SELECT actie.nummer, actie.id, wie, pad, map, datum, casus FROM actie"
    sql += f" JOIN ronde ON ronde.nr = actie.ronde JOIN inhoud USING (nr) WHERE {waar}"
    sql += " ORDER BY instr(wie, ?) = 0, CASE tot WHEN '' THEN '9999' ELSE tot END,"
    sql += " map, ronde, actie.nummer LIMIT ?"
    rows = con.execute(sql, (*waarden, f" {vraag.eerst} ", aantal)).fetchall()
    gelezen = ((json.loads(casus), *row) for *row, casus in rows)
    return [
        ActieTreffer(
            data["acties"][nummer],
            van_wie(data["acties"][nummer], data["inbrenger"]),
            pad,
            map_,
            datum,
            data["herformulering"] or data["hulpvraag"],
            tuple(wie.split()),
        )
        for data, nummer, _, wie, pad, map_, datum in gelezen
    ]


def aantal_acties(con: sqlite3.Connection, vraag: Actievraag) -> int:
    """How many acties are asked for."""
    waar, waarden = _which(vraag)
    sql = "SELECT COUNT(*) FROM actie JOIN ronde ON ronde.nr = actie.ronde"
    return int(con.execute(f"{sql} WHERE {waar}", waarden).fetchone()[0])


def korte_ids(
    con: sqlite3.Connection,
    ids: Iterable[str],
    minstens: int,
) -> dict[str, str]:
    """For each id its beginning that no other has, of *minstens* characters or more."""
    sql = "SELECT (SELECT MAX(id) FROM actie WHERE id < ?1)"
    sql += ", (SELECT MIN(id) FROM actie WHERE id > ?1)"
    gevonden = {}
    for een in ids:
        # In the order of all ids, those beside it have the longest beginning in common with it.
        buren = con.execute(sql, (een,)).fetchone()
        lengte = minstens
        for buur in buren:
            while lengte < len(een) and buur and buur.startswith(een[:lengte]):
                lengte += 1
        gevonden[een] = een[:lengte]
    return gevonden


def _which(vraag: Actievraag) -> tuple[str, list[str]]:
    waar = ["1" if vraag.alle else "is_af = 0"]
    waarden: list[str] = []
    if vraag.leden:
        waar.append(f"({' OR '.join(['instr(wie, ?)'] * len(vraag.leden))})")
        waarden += [f" {lid} " for lid in vraag.leden]
    if vraag.ids:
        waar.append(f"actie.id IN ({', '.join('?' * len(vraag.ids))})")
        waarden += vraag.ids
    if vraag.begin:
        waar.append("actie.id GLOB ?")
        waarden.append(f"{vraag.begin}*")
    for woord in vraag.woorden:
        waar.append("instr(actie.tekst, ?)")
        waarden.append(plat(woord))
    for voorwaarde, waarde in (("datum <= ?", vraag.voor), ("map <> ?", vraag.buiten)):
        if waarde:
            waar.append(voorwaarde)
            waarden.append(waarde)
    return " AND ".join(waar), waarden


def vervolgen(con: sqlite3.Connection, treffer: Treffer) -> list[Treffer]:
    """The rondes that go on with an actie of this one, the first in front."""
    met_id = [actie for actie in treffer.casus.acties if actie.get("id")]
    ids = [str(actie["id"]) for actie in met_id]
    waar = f"vervolg_op <> '' AND vervolg_op IN ({', '.join('?' * len(ids))})"
    sql = (
        f"{_INHOUD} FROM ronde JOIN inhoud USING (nr) WHERE {waar} ORDER BY map, nummer"
    )
    return _treffers(con.execute(sql, ids))


def voorloper(con: sqlite3.Connection, vervolg_op: str) -> Treffer | None:
    """The ronde with the actie that has this id."""
    if not vervolg_op:
        return None
    sql = f"{_INHOUD} FROM actie JOIN ronde ON nr = ronde JOIN inhoud USING (nr)"
    rows = con.execute(f"{sql} WHERE id = ? ORDER BY map LIMIT 1", (vervolg_op,))
    return next(iter(_treffers(rows)), None)


def rollen(con: sqlite3.Connection) -> list[tuple[str, str, int, str]]:
    """Who did what in the sessies that were begun: lid, rol, how often, the last day."""
    return con.execute(
        "SELECT lid, rol, COUNT(DISTINCT map), MAX(datum) FROM rol GROUP BY lid, rol"
    ).fetchall()


def stappen(
    con: sqlite3.Connection, mappen: Collection[str]
) -> list[tuple[str, int, int, int]]:
    """The steps that were done in these sessies.

    For each: title, seconds in all, planned minutes of the longest plan, how many.
    """
    con.execute("CREATE TEMP TABLE IF NOT EXISTS gevraagd (map TEXT PRIMARY KEY)")
    con.execute("DELETE FROM gevraagd")
    con.executemany("INSERT INTO gevraagd VALUES (?)", ((pad,) for pad in mappen))
    return con.execute(
        "SELECT titel, SUM(seconden), MAX(plan), COUNT(*) FROM stap JOIN gevraagd USING (map)"
        " GROUP BY titel ORDER BY MIN(nummer), titel"
    ).fetchall()


def onleesbaar(
    con: sqlite3.Connection, vraag: Zoekvraag | None = None
) -> tuple[str, ...]:
    """Why sessies cannot be read, the newest first; with *vraag* only those of its days."""
    rows = con.execute(
        "SELECT map, fout FROM sessie WHERE fout <> '' ORDER BY map DESC"
    )
    van = vraag.sinds.isoformat() if vraag and vraag.sinds else ""
    tot = vraag.tot.isoformat() if vraag and vraag.tot else "9999"
    gevonden = []
    for pad, fout in rows:
        _, _, naam = pad.rpartition("/")
        dag = naam[:10]
        if van <= dag <= tot:
            gevonden.append(fout)
    return tuple(gevonden)


def _treffers(
    rows: Iterable[tuple[str, str, bytes, int]], *, met_woorden: bool = False
) -> list[Treffer]:
    treffers = []
    for pad, tekst, packed, prive in rows:
        # Unpacking takes time, and only a search looks at the words.
        woorden = unpack(packed) if met_woorden else Woorden()
        casus = _casus(json.loads(tekst), woorden, is_prive=bool(prive))
        treffers.append(Treffer(casus, pad))
    return treffers


def _conditions(vraag: Zoekvraag) -> tuple[list[str], list[Any]]:
    waar: list[str] = []
    waarden: list[Any] = []
    for voorwaarde, waarde in (
        ("inbrenger = ?", vraag.inbrenger),
        ("draaiboek = ?", vraag.draaiboek),
        ("datum >= ?", vraag.sinds and vraag.sinds.isoformat()),
        ("datum <= ?", vraag.tot and vraag.tot.isoformat()),
        ("instr(thema, ?)", plat(vraag.thema)),
        ("adviezen >= ?", vraag.met_advies),
        ("map <> ?", vraag.buiten),
    ):
        if waarde:
            waar.append(voorwaarde)
            waarden.append(waarde)
    if vraag.vraagt_acties:
        eisen = ["actie.ronde = ronde.nr"]
        if vraag.actie_van:
            eisen.append("instr(wie, ?)")
            waarden.append(f" {vraag.actie_van} ")
        if vraag.alleen_open or vraag.alleen_te_laat:
            eisen.append("is_af = 0")
        if vraag.alleen_te_laat:
            eisen.append("actie.tot <> '' AND actie.tot < ?")
            waarden.append(vraag.vandaag.isoformat())
        waar.append(f"EXISTS (SELECT 1 FROM actie WHERE {' AND '.join(eisen)})")  # noqa: S608
    return waar, waarden


def _casus(data: Data, woorden: Woorden, *, is_prive: bool) -> Casus:
    return Casus(
        sessie=data["sessie"],
        sessie_id=data["sessie_id"],
        datum=date.fromisoformat(data["datum"]),
        draaiboek=data["draaiboek"],
        thema=data["thema"],
        ronde=data["ronde"],
        inbrenger=data["inbrenger"],
        deelnemers=tuple(data["deelnemers"]),
        hulpvraag=data["hulpvraag"],
        herformulering=data["herformulering"],
        is_af=data["klaar"],
        adviezen=tuple(data["adviezen"]),
        acties=tuple(data["acties"]),
        paden=(),
        woorden=woorden,
        vervolg_op=data["vervolg_op"] or "",
        is_prive=is_prive,
    )
