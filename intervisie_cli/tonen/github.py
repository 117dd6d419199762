"""Findings as workflow commands, that a forge shows beside the line; never holds text of a record."""

from collections.abc import Iterable

from intervisie_cli.checks.oordeel import Oordeel
from intervisie_cli.model.bevinding import FOUT, HINT, LET_OP, Resultaat
from intervisie_cli.ui.console import Console

_SOORT = {FOUT: "error", LET_OP: "warning", HINT: "notice"}


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """A line for each finding in a text, with the number of the text."""
    for nummer, oordeel in enumerate(oordelen, 1):
        sessies(uit, oordeel.resultaten(nummer), 0)


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal: int) -> None:
    """A line for each finding that counts."""
    for resultaat in resultaten:
        if not resultaat.is_stil:
            uit.regel(regel(resultaat))


def regel(resultaat: Resultaat) -> str:
    """One line for one finding."""
    plek, bevinding = resultaat.plek, resultaat.bevinding
    delen = {"title": bevinding.regel}
    if plek.bestand:
        delen = {"file": plek.bestand, "line": str(plek.regel), **delen}
        if plek.kolom:
            delen |= {"col": str(plek.kolom), "endColumn": str(plek.eind)}
    eigenschappen = ",".join(f"{naam}={_eigenschap(waarde)}" for naam, waarde in delen.items())
    return f"::{_SOORT[bevinding.ernst]} {eigenschappen}::{_bericht(f'{bevinding.bericht} {bevinding.hulp}'.strip())}"


def _bericht(tekst: str) -> str:
    return tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _eigenschap(tekst: str) -> str:
    return _bericht(tekst).replace(":", "%3A").replace(",", "%2C")
