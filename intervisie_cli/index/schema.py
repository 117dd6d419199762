"""The tables of the cache. A change here, or in what is put in them, gets a new VERSIE."""

import sqlite3
from contextlib import closing

VERSIE = 9
# 'INTV' in ASCII: by it a file of another program is told from ours.
_APPLICATION_ID = 0x494E5456

_TABLES = """
CREATE TABLE herkomst (sleutel TEXT PRIMARY KEY, waarde TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE jaar (naam TEXT PRIMARY KEY, merk INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE sessie (map TEXT PRIMARY KEY, merk INTEGER, gehalte INTEGER, fout TEXT) WITHOUT ROWID;
CREATE TABLE ronde (
    nr INTEGER PRIMARY KEY, map TEXT NOT NULL, nummer INTEGER NOT NULL, datum TEXT NOT NULL,
    inbrenger TEXT NOT NULL, draaiboek TEXT NOT NULL, thema TEXT NOT NULL,
    adviezen INTEGER NOT NULL, vervolg_op TEXT NOT NULL,
    is_prive INTEGER NOT NULL, in_lijken INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE inhoud (nr INTEGER PRIMARY KEY, casus TEXT NOT NULL, tekst BLOB NOT NULL);
CREATE INDEX ronde_vervolg ON ronde (vervolg_op) WHERE vervolg_op <> '';
CREATE UNIQUE INDEX ronde_volgorde ON ronde (map DESC, nummer);
CREATE TABLE actie (
    ronde INTEGER NOT NULL, nummer INTEGER NOT NULL, id TEXT NOT NULL, wie TEXT NOT NULL,
    tot TEXT NOT NULL, tekst TEXT NOT NULL, is_af INTEGER NOT NULL, pad TEXT NOT NULL,
    PRIMARY KEY (ronde, nummer)
) WITHOUT ROWID;
CREATE INDEX actie_open ON actie (is_af, tot);
CREATE INDEX actie_id ON actie (id);
CREATE TABLE stap (
    map TEXT NOT NULL, nummer INTEGER NOT NULL, titel TEXT NOT NULL,
    seconden INTEGER NOT NULL, plan INTEGER NOT NULL
);
CREATE INDEX stap_map ON stap (map);
CREATE TABLE rol (map TEXT NOT NULL, datum TEXT NOT NULL, lid TEXT NOT NULL, rol TEXT NOT NULL);
CREATE INDEX rol_map ON rol (map);
CREATE VIRTUAL TABLE woorden USING fts5 (
    hulpvraag, advies, actie, overig, content='', tokenize='unicode61 remove_diacritics 2'
);
CREATE INDEX ronde_lijken ON ronde (in_lijken) WHERE in_lijken = 0 AND is_prive = 0;
CREATE VIRTUAL TABLE lijken USING fts5 (stam, begrip, tokenize='unicode61 remove_diacritics 2');
CREATE TABLE beeld (nr INTEGER PRIMARY KEY, beeld BLOB NOT NULL);
CREATE VIRTUAL TABLE lijken_woorden USING fts5vocab (lijken, 'col');
CREATE VIRTUAL TABLE woordenlijst USING fts5vocab (woorden, 'row');
CREATE TABLE stam (woord TEXT PRIMARY KEY, stam TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX stam_woorden ON stam (stam);
"""


_FORM = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


def make(con: sqlite3.Connection) -> None:
    """Make the tables in an empty database."""
    con.executescript(
        f"PRAGMA application_id={_APPLICATION_ID}; PRAGMA user_version={VERSIE};{_TABLES}"
    )


def is_ours(con: sqlite3.Connection) -> bool:
    """Whether the database is of this program, in the form of this version.

    The form is compared to the letter: a table of somebody else could compute what it gives.
    """
    application_id = con.execute("PRAGMA application_id").fetchone()[0]
    versie = con.execute("PRAGMA user_version").fetchone()[0]
    if (application_id, versie) != (_APPLICATION_ID, VERSIE):
        return False
    with closing(sqlite3.connect(":memory:")) as anew:
        make(anew)
        return con.execute(_FORM).fetchall() == anew.execute(_FORM).fetchall()
