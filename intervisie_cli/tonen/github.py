"""Findings as workflow commands, that a forge shows beside the line; no text of a record."""

from collections.abc import Iterable

from intervisie_cli.checks.oordeel import Oordeel
from intervisie_cli.model.bevinding import FOUT, HINT, LET_OP, Resultaat
from intervisie_cli.ui.console import Console

_SOORT = {FOUT: "error", LET_OP: "warning", HINT: "notice"}


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """A line for each finding in a text, with the number of the text."""
    for nummer, oordeel in enumerate(oordelen, 1):
        sessies(uit, oordeel.resultaten(nummer), 0)


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal_sessies: int) -> None:
    """A line for each finding that counts."""
    for resultaat in resultaten:
        # A workflow command cannot say that a finding was silenced.
        if not resultaat.is_stil:
            uit.regel(_regel(resultaat))


def _regel(resultaat: Resultaat) -> str:
    bevinding = resultaat.bevinding
    soort = _SOORT[bevinding.ernst]
    bericht = f"{bevinding.bericht} {bevinding.hulp}".strip()
    eigenschappen = ",".join(
        f"{naam}={_in_eigenschap(waarde)}"
        for naam, waarde in _eigenschappen(resultaat).items()
    )
    return f"::{soort} {eigenschappen}::{_in_bericht(bericht)}"


def _eigenschappen(resultaat: Resultaat) -> dict[str, str]:
    vindplaats = resultaat.vindplaats
    gevonden = {}
    if vindplaats.bestand:
        gevonden["file"] = vindplaats.bestand
        gevonden["line"] = str(vindplaats.regel)
    gevonden["title"] = resultaat.bevinding.regel
    if vindplaats.bestand and vindplaats.kolom:
        gevonden["col"] = str(vindplaats.kolom)
        gevonden["endColumn"] = str(vindplaats.eind)
    return gevonden


# The escapes that a workflow command has: `%` first, for it begins the others.
def _in_bericht(tekst: str) -> str:
    tekst = tekst.replace("%", "%25")
    tekst = tekst.replace("\r", "%0D")
    return tekst.replace("\n", "%0A")


def _in_eigenschap(tekst: str) -> str:
    tekst = _in_bericht(tekst)
    tekst = tekst.replace(":", "%3A")
    return tekst.replace(",", "%2C")
