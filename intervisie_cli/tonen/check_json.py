"""Findings as JSON: an object a line for texts, one object for records; no text of a record."""

from collections.abc import Iterable

from intervisie_cli.checks.oordeel import ActieOordeel, Oordeel, VraagOordeel
from intervisie_cli.model.bevinding import Bevinding, Resultaat
from intervisie_cli.model.plain import Data
from intervisie_cli.ui.console import Console


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """The documented object of each text, in its order."""
    for oordeel in oordelen:
        uit.json_regel(json(oordeel))


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal_sessies: int) -> None:
    """The documented object of all findings in the records."""
    uit.json({"bevindingen": [_resultaat(resultaat) for resultaat in resultaten]})


def json(oordeel: Oordeel) -> Data:
    """The documented object of one text."""
    if isinstance(oordeel, ActieOordeel):
        return _actie(oordeel)
    return _vraag(oordeel)


def _vraag(oordeel: VraagOordeel) -> Data:
    return {
        "tekst": oordeel.tekst,
        "soort": oordeel.soort,
        "zeker": round(oordeel.vraag.zeker, 2),
        "bevindingen": _bevindingen(oordeel),
    }


def _actie(oordeel: ActieOordeel) -> Data:
    actie = oordeel.actie
    tot = ritme = None
    if actie.tot:
        tot = actie.tot.isoformat()
    if actie.ritme:
        ritme = actie.ritme.as_rrule()
    return {
        "tekst": actie.tekst,
        "smart": actie.is_smart,
        **actie.letters,
        "zeker": {letter: round(deel, 2) for letter, deel in actie.zeker.items()},
        "tot": tot,
        "ritme": ritme,
        "bevindingen": _bevindingen(oordeel),
    }


def _resultaat(resultaat: Resultaat) -> Data:
    # Reports of a forge can be public and records are not, so `resultaat.tekst` stays out.
    return {
        "bestand": resultaat.vindplaats.bestand,
        "regelnummer": resultaat.vindplaats.regel,
        "stil": resultaat.reden or None,
        **_bevinding(resultaat.bevinding),
    }


def _bevindingen(oordeel: Oordeel) -> list[Data]:
    return [_bevinding(bevinding) for bevinding in oordeel.bevindingen]


def _bevinding(bevinding: Bevinding) -> Data:
    # The names of its fields are documented in docs/checks.md: a renamed one is a broken promise.
    return bevinding._asdict()
