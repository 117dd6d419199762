"""Opens the cache as the files are now.

It is made when it is missing or damaged, and brought along by what changed since. It is never a
reason to fail: where it cannot be kept, one in memory gives the same answers.
"""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from intervisie_cli import __version__, system
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import vinden
from intervisie_cli.index import herkomst, schema
from intervisie_cli.index.mappen import merk
from intervisie_cli.index.verversen import look_again, refresh
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.model.namen import SJABLONEN
from intervisie_cli.system import plain

BESTAND = "index.sqlite"
# How long a command waits for another one that reads or writes the cache, or makes it anew.
_BUSY_S = 10.0
_BUILD_S = 120.0
# The disk or another process is in the way: making the cache anew would not help.
_NOT_DAMAGE = frozenset(
    [
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_NOMEM,
    ]
)
# What the disk, sqlite or another process can refuse.
_REFUSED = (sqlite3.Error, system.Busy, OSError)
# What odd values lead to, in a cache that somebody else made or of which the disk lost a part.
# Each of these is needed: `test_odd_values_in_the_cache_change_no_answer` has a value for it.
_ODD_VALUES = (
    zlib.error,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
# What sqlite keeps beside its file, and opens again without looking what it is.
_BESIDE = ("-journal", "-wal", "-shm")
_NIEUW = ".nieuw"
# At the end of a journal: before it stands the name of another file, which sqlite removes
# (sqlite.org/fileformat2.html, 3).
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")
T = TypeVar("T")
OnRead = Callable[[int, int], None]
"""Gets how many of how many sessies are read."""


class Cache:
    """An open cache.

    *gezien* are the sessies that were compared with their files already, None when all were.
    """

    def __init__(
        self,
        con: sqlite3.Connection,
        root: Path,
        gezien: set[str] | None,
        toon: OnRead,
    ) -> None:
        self.con = con
        self.toon = toon
        self._root = root
        self._gezien = gezien

    def was_old(self, paden: Iterable[str]) -> bool:
        """Whether one of these sessies had changed since it was read; then it is read again."""
        if self._gezien is None:
            return False
        nog = {*paden} - self._gezien
        self._gezien |= nog
        return look_again(self.con, self._root, nog)


def with_cache(
    root: Path,
    repository: Repository | None,
    toon: OnRead,
    look: Callable[[Cache], T],
) -> T:
    """Give what *look* finds in the cache, which is as the files are.

    Raises what *look* and reading folders raise.
    """
    path = _place(repository) if repository else None
    if repository and path:
        # A damaged cache is removed, and made anew the second time.
        for _ in range(2):
            try:
                with closing(_on_disk(path, root, repository, toon)) as con:
                    return look(Cache(con, root, refresh(con, root, repository), toon))
            except (*_REFUSED, *_ODD_VALUES) as fout:
                if not _is_damage(fout):
                    break
                with suppress(OSError):
                    _remove(path)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        _fill(con, root, "", toon)
        return look(Cache(con, root, None, toon))


def _place(repository: Repository) -> Path | None:
    """Where the cache stands, None when it can stand nowhere.

    What sqlite may not open there is taken away.
    """
    try:
        path = repository.own / BESTAND
        for suffix in ("", *_BESIDE, _NIEUW):
            with_suffix = path.with_name(f"{path.name}{suffix}")
            if not _is_safe(with_suffix):
                with_suffix.unlink()
    except (GitFout, OSError):
        return None
    return path


def _is_safe(path: Path) -> bool:
    """Whether sqlite may open *path*.

    It follows links, writes in place, and removes the file that the end of a journal names.
    """
    try:
        handle = plain.open_plain(path, os.O_RDONLY)
    except FileNotFoundError:
        return True
    except plain.NotPlain:
        return False
    try:
        seen = os.fstat(handle)
        os.lseek(handle, -min(len(_NAMES_ANOTHER), seen.st_size), os.SEEK_END)
        end = os.read(handle, len(_NAMES_ANOTHER))
        return seen.st_nlink == 1 and end != _NAMES_ANOTHER
    finally:
        os.close(handle)


def _is_damage(fout: Exception) -> bool:
    """Whether it says that what stands in the file is not what we put there."""
    if isinstance(fout, sqlite3.Error):
        # The lowest byte is the kind of error, the others say more of it.
        return getattr(fout, "sqlite_errorcode", 0) & 0xFF not in _NOT_DAMAGE
    return not isinstance(fout, system.Busy | OSError)


def _on_disk(
    path: Path,
    root: Path,
    repository: Repository,
    toon: OnRead,
) -> sqlite3.Connection:
    if path.exists():
        con = _connect(path)
        if _is_for(con, root):
            return con
        con.close()
    return _build(path, root, repository, toon)


def _connect(path: Path) -> sqlite3.Connection:
    con = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
    con.execute("PRAGMA trusted_schema=OFF")
    con.execute("PRAGMA secure_delete=ON")
    con.execute("PRAGMA temp_store=MEMORY")
    return con


def _is_for(con: sqlite3.Connection, root: Path) -> bool:
    return schema.is_ours(con) and herkomst.get(con, herkomst.VAN) == _version(root)


def _version(root: Path) -> str:
    """What decides, beside the sessies, how they are read.

    That is the program, the own draaiboeken, the region of the school holidays, and the names by
    which own notulen tell one ronde from another.
    """
    draaiboeken = ""
    if (root / SJABLONEN).exists():
        draaiboeken = str(merk(root, SJABLONEN))
    groep = vinden.readable_groep(root)
    namen = {lid.id: lid.naam for lid in groep.leden if lid.naam}
    return (
        f"{__version__} {draaiboeken} {groep.instellingen.regio} {namen} {groep.eerder}"
    )


def _build(
    path: Path,
    root: Path,
    repository: Repository,
    toon: OnRead,
) -> sqlite3.Connection:
    """Make a new one beside *path*, and move it there; one at a time."""
    with system.lock(path.with_suffix(".slot"), _BUILD_S):
        if path.exists():
            with suppress(sqlite3.DatabaseError):
                con = _connect(path)
                if _is_for(con, root):
                    return con  # another process was first
                con.close()
        _remove(path)
        beside = path.with_name(f"{path.name}{_NIEUW}")
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(beside, isolation_level=None)) as con:
            # When this process dies, what is half done stands beside the cache and is never opened.
            con.execute("PRAGMA journal_mode=OFF")
            _fill(con, root, herkomst.head_of(repository), toon)
        os.replace(beside, path)
        return _connect(path)


def _remove(path: Path) -> None:
    """Remove a cache, with what a process that died left of it."""
    for suffix in ("", *_BESIDE):
        path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)


def _fill(
    con: sqlite3.Connection,
    root: Path,
    head: str,
    toon: OnRead,
) -> None:
    from intervisie_cli.groep import sessies
    from intervisie_cli.index import rijen
    from intervisie_cli.index.samen_lezen import read_all

    schema.make(con)
    con.execute("BEGIN")
    nu = {herkomst.HEAD: head, herkomst.VAN: _version(root)}
    herkomst.put(con, nu, herkomst.jaren(root))
    alle = sorted(sessies.folders(root))
    groep = vinden.readable_groep(root)
    for gedaan, gelezen in enumerate(read_all(root, alle, groep)):
        rijen.put(con, gelezen)
        toon(gedaan, len(alle))
    rijen.learn_all_stems(con)
    con.execute("COMMIT")
