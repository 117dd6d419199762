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
    gevonden = []
    for regel in tekst.splitlines():
        is_uitleg = regel.startswith("#")
        if regel.strip() and not is_uitleg:
            gevonden.append(regel.strip())
    return tuple(gevonden)


@cache
def tabel(naam: str) -> dict[str, str]:
    """A list of `what it becomes: what is written, what is written …` as written → becomes."""
    gevonden: dict[str, str] = {}
    for regel in regels(naam):
        wordt, _, geschreven = regel.partition(":")
        for woord in geschreven.split():
            gevonden[woord] = wordt.strip()
    return gevonden
