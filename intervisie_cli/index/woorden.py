"""The words of a text: cut out, folded to one form, and packed for the cache."""

import json
import re
import sqlite3
import unicodedata
import zlib

from intervisie_cli.model.casus import Woorden
from intervisie_cli.model.eender import eender

WOORD = re.compile(r"[^\W_]+")
# A table of this connection alone, whose only use is that FTS5 cuts the text which is put in it.
_STUK = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.stuk"
    " USING fts5 (tekst, tokenize='unicode61 remove_diacritics 2')"
)
_STUK_WOORDEN = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.stuk_woorden"
    " USING fts5vocab (temp, stuk, 'instance')"
)


def woorden_van(tekst: str) -> list[str]:
    """The words of a text: in lower case, without diacritics."""
    return WOORD.findall(plat(tekst))


def tokens(con: sqlite3.Connection, tekst: str) -> list[str]:
    """The words of a text, cut exactly as the full-text index cuts them: by asking it."""
    con.execute(_STUK)
    con.execute(_STUK_WOORDEN)
    con.execute("DELETE FROM temp.stuk")
    con.execute("INSERT INTO temp.stuk VALUES (?)", (eender(tekst),))
    return [
        term
        for (term,) in con.execute("SELECT term FROM temp.stuk_woorden ORDER BY offset")
    ]


def plat(tekst: str) -> str:
    """Text as `eender` makes it, without diacritics."""
    tekst = eender(tekst)
    if tekst.isascii():
        return tekst
    decomposed = unicodedata.normalize("NFD", tekst)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def pack(woorden: Woorden) -> bytes:
    """Make the words of a ronde small."""
    text = json.dumps(woorden, ensure_ascii=False)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack(packed: bytes) -> Woorden:
    """Give the words of a ronde back as they were packed."""
    text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
    return Woorden(*json.loads(text))
