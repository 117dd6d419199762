"""Findings for people: each with the words it is about, and how many there are."""

from collections.abc import Iterable, Iterator

from intervisie_cli.checks.oordeel import ActieOordeel, Oordeel
from intervisie_cli.model.bevinding import ERNST, FOUT, HINT, LET_OP, Resultaat
from intervisie_cli.tonen.bevinding import regels
from intervisie_cli.ui.console import Console

_NAMEN = {
    FOUT: ("fout", "fouten"),
    LET_OP: ("keer let op", "keer let op"),
    HINT: ("hint", "hints"),
}
_TEKENS = {True: "✓", False: "✗", None: "?"}


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """Each text with its verdict and its findings; of a row of texts with the number of the line."""
    for nummer, oordeel in enumerate(oordelen, 1):
        waar = f"regel {nummer}: " if is_stroom else ""
        uit.regel(f"{waar}{_verdict(oordeel)}", "vet")
        for bevinding in oordeel.bevindingen:
            for regel in regels(uit, bevinding, oordeel.tekst):
                uit.ruw(regel)


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal: int) -> None:
    """The findings that count, and how many there are in so many sessies."""
    alle = list(resultaten)
    tellend = [resultaat for resultaat in alle if not resultaat.is_stil]
    pagina = [regel for resultaat in tellend for regel in _met_plaats(uit, resultaat)]
    uit.gepagineerd([*pagina, samenvatting(tellend, len(alle) - len(tellend), aantal)])


def _verdict(oordeel: Oordeel) -> str:
    """The letters of an actie (✓ there, ✗ missing, ? asked of nobody), or the kind of question."""
    if not isinstance(oordeel, ActieOordeel):
        return oordeel.soort
    letters = oordeel.actie.letters.items()
    return "  ".join(f"{letter} {_TEKENS[is_er]}" for letter, is_er in letters)


def _met_plaats(uit: Console, resultaat: Resultaat) -> Iterator[str]:
    waar = f"{resultaat.plek.bestand}:{resultaat.plek.regel}"
    yield from regels(uit, resultaat.bevinding, resultaat.tekst, waar)
    yield ""


def samenvatting(tellend: list[Resultaat], stil: int, sessies_: int) -> str:
    """How many findings of each level, in words."""
    waar = "1 sessie" if sessies_ == 1 else f"{sessies_} sessies"
    delen = []
    for ernst in reversed(ERNST):
        aantal = sum(resultaat.bevinding.ernst == ernst for resultaat in tellend)
        enkel, meer = _NAMEN[ernst]
        if aantal:
            delen.append(f"{aantal} {enkel if aantal == 1 else meer}")
    if stil:
        delen.append(f"{stil} bewust zo gelaten")
    if not delen:
        return f"Niets gevonden in {waar}. Mooi!"
    return f"{', '.join(delen)} in {waar}."
