"""Findings as JSON: an object a line for texts, one object for records; never text of a record."""

from collections.abc import Iterable
from typing import Any

from intervisie_cli.checks.oordeel import ActieOordeel, Oordeel
from intervisie_cli.model.bevinding import Bevinding, Resultaat
from intervisie_cli.ui.console import Console


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """The documented object of each text, in its order."""
    for oordeel in oordelen:
        uit.json_regel(_oordeel(oordeel))


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal: int) -> None:
    """The documented object of all findings in the records."""
    uit.json({"bevindingen": [_resultaat(resultaat) for resultaat in resultaten]})


def _oordeel(oordeel: Oordeel) -> dict[str, Any]:
    bevindingen = [_bevinding(bevinding) for bevinding in oordeel.bevindingen]
    if not isinstance(oordeel, ActieOordeel):
        return {"tekst": oordeel.tekst, "soort": oordeel.soort, "bevindingen": bevindingen}
    actie = oordeel.actie
    return {
        "tekst": actie.tekst,
        "smart": actie.is_smart,
        **actie.letters,
        "tot": actie.tot.isoformat() if actie.tot else None,
        "ritme": actie.ritme.as_rrule() if actie.ritme else None,
        "bevindingen": bevindingen,
    }


def _resultaat(resultaat: Resultaat) -> dict[str, Any]:
    """Where it stands, and what; never the text itself."""
    waar = {
        "bestand": resultaat.plek.bestand,
        "regelnummer": resultaat.plek.regel,
        "stil": resultaat.reden or None,
    }
    return waar | _bevinding(resultaat.bevinding)


def _bevinding(bevinding: Bevinding) -> dict[str, Any]:
    return bevinding._asdict()
