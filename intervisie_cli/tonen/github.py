"""Findings as workflow commands, that a forge shows beside the line; never holds text of a record."""

from intervisie_cli.flows.check import Resultaat
from intervisie_cli.model.bevinding import FOUT, HINT, LET_OP

_SOORT = {FOUT: "error", LET_OP: "warning", HINT: "notice"}


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
