"""Reads the word lists of `taal/woorden`, each once a process."""

from functools import cache
from pathlib import Path

_MAP = Path(__file__).parent / "woorden"


@cache
def lijst(naam: str) -> frozenset[str]:
    """The words of a list, lower case and without accents."""
    return frozenset(" ".join(regels(naam)).split())


@cache
def regels(naam: str) -> tuple[str, ...]:
    """The lines of a list that are not empty and no comment."""
    tekst = (_MAP / f"{naam}.txt").read_text(encoding="utf-8")
    zonder_uitleg = (regel for regel in tekst.splitlines() if not regel.startswith("#"))
    return tuple(regel.strip() for regel in zonder_uitleg if regel.strip())


@cache
def tabel(naam: str) -> dict[str, str]:
    """A list of `what it becomes: what is written, what is written …` as written → becomes."""
    gevonden: dict[str, str] = {}
    for regel in regels(naam):
        wordt, _, geschreven = regel.partition(":")
        gevonden |= dict.fromkeys(geschreven.split(), wordt.strip())
    return gevonden
