"""Findings as SARIF 2.1.0 (OASIS), for forges and editors; never holds text of a record."""

from collections.abc import Iterable
from typing import Any

from intervisie_cli import __version__
from intervisie_cli.checks.oordeel import Oordeel
from intervisie_cli.checks.register import ALLE
from intervisie_cli.model.bevinding import FOUT, HINT, LET_OP, Resultaat
from intervisie_cli.ui.console import Console

_NIVEAU = {FOUT: "error", LET_OP: "warning", HINT: "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """One object for all texts: a finding stands on the line that its text has among them."""
    genummerd = enumerate(oordelen, 1)
    uit.json(log(found for nummer, oordeel in genummerd for found in oordeel.resultaten(nummer)))


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal: int) -> None:
    """One object for all findings in the records."""
    uit.json(log(resultaten))


def log(resultaten: Iterable[Resultaat]) -> dict[str, Any]:
    """One run with every finding, silenced ones as suppressed."""
    gevonden = list(resultaten)
    regels = sorted({resultaat.bevinding.regel for resultaat in gevonden})
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "intervisie",
                        "version": __version__,
                        "rules": [_regel(naam) for naam in regels],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_resultaat(resultaat, regels) for resultaat in gevonden],
            }
        ],
    }


def _regel(naam: str) -> dict[str, Any]:
    regel = ALLE.get(naam)
    if not regel:
        return {"id": naam}
    claim = regel.uitleg.split("\n", 1)[0].partition(": ")[2]
    return {
        "id": naam,
        "shortDescription": {"text": claim},
        "defaultConfiguration": {"level": _NIVEAU[regel.ernst]},
    }


def _resultaat(resultaat: Resultaat, regels: list[str]) -> dict[str, Any]:
    plek, bevinding = resultaat.plek, resultaat.bevinding
    regio: dict[str, int] = {"startLine": plek.regel}
    if plek.kolom:
        regio |= {"startColumn": plek.kolom, "endColumn": max(plek.eind, plek.kolom)}
    gegeven: dict[str, Any] = {
        "ruleId": bevinding.regel,
        "ruleIndex": regels.index(bevinding.regel),
        "level": _NIVEAU[bevinding.ernst],
        "message": {"text": f"{bevinding.bericht} {bevinding.hulp}".strip()},
    }
    if plek.bestand:
        gegeven["locations"] = [
            {"physicalLocation": {"artifactLocation": {"uri": plek.bestand}, "region": regio}},
        ]
    if resultaat.is_stil:
        gegeven["suppressions"] = [{"kind": "inSource", "justification": resultaat.reden}]
    return gegeven
