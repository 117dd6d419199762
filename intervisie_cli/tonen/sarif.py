"""Findings as SARIF 2.1.0 (OASIS), for forges and editors; no text of a record."""

from collections.abc import Iterable, Iterator, Sequence

from intervisie_cli import __version__
from intervisie_cli.checks.oordeel import Oordeel
from intervisie_cli.checks.register import REGELS
from intervisie_cli.model.bevinding import FOUT, HINT, LET_OP, Resultaat, Vindplaats
from intervisie_cli.model.plain import Data
from intervisie_cli.ui.console import Console

_NIVEAU = {FOUT: "error", LET_OP: "warning", HINT: "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """One object for all texts: a finding stands on the line that its text has among them."""
    uit.json(_log(_op_regelnummer(oordelen)))


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal_sessies: int) -> None:
    """One object for all findings in the records."""
    uit.json(_log(resultaten))


def _op_regelnummer(oordelen: Iterable[Oordeel]) -> Iterator[Resultaat]:
    for nummer, oordeel in enumerate(oordelen, 1):
        yield from oordeel.resultaten(nummer)


def _log(resultaten: Iterable[Resultaat]) -> Data:
    """One run with every finding, also the silenced ones: a forge wants to know of those too."""
    gevonden = list(resultaten)
    # Only the rules that were broken, so that the object stays small. Results point into this list.
    namen = sorted({resultaat.bevinding.regel for resultaat in gevonden})
    programma = {
        "name": "intervisie",
        "version": __version__,
        "rules": [_regel(naam) for naam in namen],
    }
    run = {
        "tool": {"driver": programma},
        # Columns count characters here; without this a reader takes them for UTF-16 units.
        "columnKind": "unicodeCodePoints",
        "results": [_resultaat(resultaat, namen) for resultaat in gevonden],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _regel(naam: str) -> Data:
    regel = REGELS.get(naam)
    # Some findings come from no rule, such as one about the settings of a group.
    if not regel:
        return {"id": naam}
    kop = regel.uitleg.split("\n", 1)[0]
    claim = kop.partition(": ")[2]
    return {
        "id": naam,
        "shortDescription": {"text": claim},
        "defaultConfiguration": {"level": _NIVEAU[regel.ernst]},
    }


def _resultaat(resultaat: Resultaat, namen: Sequence[str]) -> Data:
    bevinding = resultaat.bevinding
    bericht = f"{bevinding.bericht} {bevinding.hulp}".strip()
    gegeven: Data = {
        "ruleId": bevinding.regel,
        "ruleIndex": namen.index(bevinding.regel),
        "level": _NIVEAU[bevinding.ernst],
        "message": {"text": bericht},
    }
    # A text that was typed stands in no file.
    if resultaat.vindplaats.bestand:
        gegeven["locations"] = [{"physicalLocation": _plaats(resultaat.vindplaats)}]
    if resultaat.is_stil:
        gegeven["suppressions"] = [
            {"kind": "inSource", "justification": resultaat.reden}
        ]
    return gegeven


def _plaats(vindplaats: Vindplaats) -> Data:
    regio = {"startLine": vindplaats.regel}
    if vindplaats.kolom:
        regio["startColumn"] = vindplaats.kolom
        regio["endColumn"] = max(vindplaats.eind, vindplaats.kolom)
    return {
        "artifactLocation": {"uri": vindplaats.bestand},
        "region": regio,
    }
