"""What the cache was made from: the commit, the version, and the folders of the years."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import bestanden
from intervisie_cli.index.mappen import merk_van_namen
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.model.namen import SESSIES

# The keys: the commit that was checked out, and what reads the sessies (see `cache._version`).
HEAD = "head"
VAN = "van"


def get(con: sqlite3.Connection, sleutel: str) -> str:
    """What is known under *sleutel*, '' for nothing."""
    row = con.execute(
        "SELECT waarde FROM herkomst WHERE sleutel = ?", (sleutel,)
    ).fetchone()
    return str(row[0]) if row else ""


def put(
    con: sqlite3.Connection,
    waarden: Mapping[str, str],
    jaren_: Mapping[str, int],
) -> None:
    """Remember what the cache was made from."""
    con.executemany("INSERT OR REPLACE INTO herkomst VALUES (?, ?)", waarden.items())
    con.execute("DELETE FROM jaar")
    con.executemany("INSERT INTO jaar VALUES (?, ?)", jaren_.items())


def known_jaren(con: sqlite3.Connection) -> dict[str, int]:
    """The folders of years that were seen, with their marks."""
    return dict(con.execute("SELECT naam, merk FROM jaar"))


def jaren(root: Path) -> dict[str, int]:
    """The folders of years that are there, with their marks. Raises OnleesbaarBestand."""
    namen = bestanden.folders(root, SESSIES)
    return {naam: merk_van_namen(root, f"{SESSIES}/{naam}") for naam in namen}


def head_of(repository: Repository) -> str:
    """The commit that is checked out; '' when that is not known."""
    try:
        return repository.head().commit
    except GitFout:
        return ""
