"""Records steps of which the answers were given at once: in a file, or that it is skipped."""

import sys
from pathlib import Path

from intervisie_cli.commands.app import GEEF_ANTWOORDEN, App
from intervisie_cli.commands.app.na_stap import share_when_asked
from intervisie_cli.flows.stap.antwoordenbestand import read_answers, record_all
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.plain import Data
from intervisie_cli.records.document import MAX_BESTAND


def documents_in(bron: str) -> list[Data]:
    """The answers in the file *bron*, - for standard input. Raises IntervisieError."""
    if bron == "-":
        return read_answers(sys.stdin.buffer.read(MAX_BESTAND + 1))
    try:
        with Path(bron).open("rb") as file:
            raw = file.read(MAX_BESTAND + 1)
    except OSError:
        raise VerkeerdGebruik(
            "Het bestand met antwoorden is er niet, of is niet te lezen.",
            GEEF_ANTWOORDEN,
        ) from None
    return read_answers(raw)


def record(
    app: App,
    documents: list[Data],
    sessie: str | None,
    stap: str | None,
    *,
    opnieuw: bool,
) -> int:
    """Record them in turn, and say of each that it was done."""
    with locked(app.omgeving, app.wacht) as vastlegger:
        for gedaan in record_all(
            vastlegger, app.omgeving, documents, sessie, stap, opnieuw=opnieuw
        ):
            app.report(gedaan)
    share_when_asked(app)
    return 0
