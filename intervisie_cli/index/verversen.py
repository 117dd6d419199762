"""Brings the cache along by what changed: seen in the marks of folders, and in what Git moved."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from intervisie_cli.git.names import is_oid
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import bestanden
from intervisie_cli.index import herkomst
from intervisie_cli.index.mappen import ONBEKEND, merk
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.model.namen import SESSIES, sessie_folder

if TYPE_CHECKING:
    from intervisie_cli.index.rijen import SessieRijen

# So many sessies are looked at every time: more than a year of a group that meets each week. What
# was edited outside intervisie in an older one is seen when it is shown, or recorded. Looking at
# all 70,000 files of a large group would take 0.4 s every time (docs/besluiten/0010).
NIEUWSTE = 100
# The settings of a user must not change what `git diff` prints.
_PLAIN = (
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--ignore-submodules=none",
)


def refresh(con: sqlite3.Connection, root: Path, repository: Repository) -> set[str]:
    """Read again what changed since; gives the sessies that were looked at for it."""
    head = herkomst.head_of(repository)
    jaren = herkomst.jaren(root)
    bekend = herkomst.known_jaren(con)
    was = herkomst.get(con, herkomst.HEAD)
    weg, nieuw = _moved_folders(con, root, bekend, jaren)
    merken = _to_look_at(con, _moved_by_git(repository, was, head))
    gelezen = _read_again(con, root, [*nieuw, *_changed(root, merken)])
    if weg or gelezen or head != was or jaren != bekend:
        with _transaction(con):
            herkomst.put(con, {herkomst.HEAD: head}, jaren)
            _write(con, weg, gelezen)
    return {*nieuw, *merken}


def look_again(con: sqlite3.Connection, root: Path, paden: Iterable[str]) -> bool:
    """Read again what changed of these sessies; gives whether any had."""
    gelezen = _read_again(con, root, _changed(root, _merken_of(con, paden)))
    if gelezen:
        with _transaction(con):
            _write(con, [], gelezen)
    return bool(gelezen)


def _read_again(
    con: sqlite3.Connection,
    root: Path,
    paden: list[str],
) -> "list[SessieRijen]":
    """Read these sessies; gives those that have to be written to the cache.

    That is, those that say something else than it has, or got a mark that can be kept.
    """
    if not paden:
        return []
    from intervisie_cli.groep import vinden
    from intervisie_cli.index.rijen import lees

    groep = vinden.readable_groep(root)
    gevonden = []
    for pad in paden:
        gelezen = lees(root, pad, groep)
        row = con.execute(
            "SELECT gehalte FROM sessie WHERE map = ?", (gelezen.map,)
        ).fetchone()
        if gelezen.merk != ONBEKEND or not row or row[0] != gelezen.gehalte:
            gevonden.append(gelezen)
    return gevonden


def _write(con: sqlite3.Connection, weg: list[str], alle: "list[SessieRijen]") -> None:
    """Take the sessies *weg* out, and put *alle* in, in place of what stood there of them."""
    if not weg and not alle:
        return
    from intervisie_cli.index import rijen

    verdwenen: set[str] = set()
    for pad in (*weg, *(gelezen.map for gelezen in alle)):
        verdwenen |= rijen.take_out(con, pad)
    for gelezen in alle:
        rijen.put(con, gelezen)
        verdwenen -= rijen.words_of(gelezen)
    rijen.learn_stems(con, alle)
    if verdwenen:
        rijen.wipe(con)


@contextmanager
def _transaction(con: sqlite3.Connection) -> Iterator[None]:
    con.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


def _moved_folders(
    con: sqlite3.Connection,
    root: Path,
    bekend: dict[str, int],
    jaren: dict[str, int],
) -> tuple[list[str], list[str]]:
    """The folders that went, and those that came."""
    weg: list[str] = []
    nieuw: list[str] = []
    for naam in sorted({*bekend, *jaren}):
        merk_nu = jaren.get(naam, ONBEKEND)
        if merk_nu != ONBEKEND and merk_nu == bekend.get(naam):
            continue
        onder = f"{SESSIES}/{naam}"
        rows = con.execute("SELECT map FROM sessie WHERE map GLOB ?", (f"{onder}/*",))
        waren = {pad for (pad,) in rows}
        zijn = set()
        if naam in jaren:
            zijn = {f"{onder}/{map_}" for map_ in bestanden.folders(root, onder)}
        weg += sorted(waren - zijn)
        nieuw += sorted(zijn - waren)
    return weg, nieuw


def _to_look_at(
    con: sqlite3.Connection,
    bewogen: list[str] | None,
) -> dict[str, int]:
    """The marks of the newest sessies and of those that Git moved; of all when it is not known."""
    if bewogen is None:
        return dict(con.execute("SELECT map, merk FROM sessie"))
    nieuwste = con.execute(
        "SELECT map, merk FROM sessie ORDER BY map DESC LIMIT ?", (NIEUWSTE,)
    )
    return dict(nieuwste) | _merken_of(con, bewogen)


def _merken_of(con: sqlite3.Connection, paden: Iterable[str]) -> dict[str, int]:
    """The marks that the cache has of these sessies, as far as they are in it."""
    merken: dict[str, int] = {}
    for pad in paden:
        merken |= con.execute(
            "SELECT map, merk FROM sessie WHERE map = ?", (pad,)
        ).fetchall()
    return merken


def _changed(root: Path, merken: dict[str, int]) -> list[str]:
    """Of the sessies with these marks, those that are there and look otherwise now."""
    gevonden = []
    for pad, eerder in merken.items():
        is_anders = eerder == ONBEKEND or eerder != merk(root, pad)
        if is_anders and (root / pad).exists():
            gevonden.append(pad)
    return gevonden


def _moved_by_git(repository: Repository, was: str, head: str) -> list[str] | None:
    """The folders in which two commits differ; None when Git does not tell."""
    if head == was:
        return [] if head else None
    if not is_oid(was) or not is_oid(head):
        return None  # in a cache that somebody else made it could be an option of git
    try:
        # Not `diff-tree`: that reads the index, 10 MB of it in a large group.
        out = repository.read(
            "diff",
            "--name-only",
            "-z",
            *_PLAIN,
            "--end-of-options",
            was,
            head,
            "--",
            SESSIES,
        )
    except GitFout:
        return None
    paden = out.decode("utf-8", "surrogateescape").split("\0")
    mappen = dict.fromkeys(map(sessie_folder, paden))
    return [folder for folder in mappen if folder]
