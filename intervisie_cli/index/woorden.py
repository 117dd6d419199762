"""The words of a ronde as they stand in the cache: folded, packed and unpacked."""

import json
import re
import unicodedata
import zlib

from intervisie_cli.model.verslag import Woorden

WOORD = re.compile(r"[^\W_]+")


def plat(tekst: str) -> str:
    """Text in small letters without diacritics."""
    tekst = tekst.lower()
    if tekst.isascii():
        return tekst
    return "".join(c for c in unicodedata.normalize("NFD", tekst) if not unicodedata.combining(c))


def gevouwen(tekst: str) -> str:
    """Text in small letters, however they are composed."""
    return unicodedata.normalize("NFC", tekst).casefold()


def pack(woorden: Woorden) -> bytes:
    """The words of a ronde, small."""
    return zlib.compress(
        json.dumps(woorden, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1
    )


def unpack(packed: bytes) -> Woorden:
    """The words of a ronde as they were packed."""
    return Woorden(*json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass")))
