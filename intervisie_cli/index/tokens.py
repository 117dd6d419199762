"""Cuts text into words just as the full-text index does: by asking it."""

import sqlite3

_TABLES = """
CREATE VIRTUAL TABLE IF NOT EXISTS temp.stuk USING fts5 (tekst, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE IF NOT EXISTS temp.stuk_woorden USING fts5vocab (temp, stuk, 'instance');
"""


def tokens(con: sqlite3.Connection, tekst: str) -> list[str]:
    """The words of a text in their order: small, without diacritics."""
    for table in _TABLES.strip().splitlines():
        con.execute(table)
    con.execute("DELETE FROM temp.stuk")
    con.execute("INSERT INTO temp.stuk VALUES (?)", (tekst,))
    return [term for (term,) in con.execute("SELECT term FROM temp.stuk_woorden ORDER BY offset")]
