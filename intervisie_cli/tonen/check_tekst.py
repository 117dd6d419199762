"""Findings for people: each with the words it is about, and how many there are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from intervisie_cli.checks.oordeel import ActieOordeel, Oordeel
from intervisie_cli.model.bevinding import ERNST, FOUT, HINT, LET_OP, Resultaat
from intervisie_cli.tonen import bevinding as tonen
from intervisie_cli.ui.console import Console

# Each level when it is there once, and when it is there more often.
_NAMEN = {
    FOUT: ("fout", "fouten"),
    LET_OP: ("keer let op", "keer let op"),
    HINT: ("hint", "hints"),
}
# A letter of SMART is there, is missing, or was asked of nobody.
_TEKENS = {True: "✓", False: "✗", None: "?"}


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """Each text with its verdict and its findings; of a stream with the number of the line."""
    for nummer, oordeel in enumerate(oordelen, 1):
        kop = _kop(oordeel)
        if is_stroom:
            kop = f"regel {nummer}: {kop}"
        uit.regel(kop, "vet")
        for bevinding in oordeel.bevindingen:
            for regel in tonen.regels(uit, bevinding, oordeel.tekst):
                uit.ruw(regel)


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal_sessies: int) -> None:
    """The findings that count, and how many there are of each level."""
    alle = list(resultaten)
    tellend = [resultaat for resultaat in alle if not resultaat.is_stil]
    pagina: list[str] = []
    for resultaat in tellend:
        pagina += _met_plaats(uit, resultaat)
    aantal_stil = len(alle) - len(tellend)
    pagina.append(_samenvatting(tellend, aantal_stil, aantal_sessies))
    uit.gepagineerd(pagina)


def _kop(oordeel: Oordeel) -> str:
    """The letters of an actie, or the kind of a question."""
    if not isinstance(oordeel, ActieOordeel):
        return oordeel.soort
    letters = oordeel.actie.letters.items()
    return "  ".join(f"{letter} {_TEKENS[is_er]}" for letter, is_er in letters)


def _met_plaats(uit: Console, resultaat: Resultaat) -> Iterator[str]:
    plek = resultaat.plek
    waar = f"{plek.bestand}:{plek.regel}"
    yield from tonen.regels(uit, resultaat.bevinding, resultaat.tekst, waar)
    yield ""


def _samenvatting(
    tellend: Sequence[Resultaat], aantal_stil: int, aantal_sessies: int
) -> str:
    """How many findings there are of each level, the worst level first."""
    waar = f"{aantal_sessies} sessies"
    if aantal_sessies == 1:
        waar = "1 sessie"
    delen = list(_aantallen(tellend))
    if aantal_stil:
        delen.append(f"{aantal_stil} bewust zo gelaten")
    if not delen:
        return f"Niets gevonden in {waar}. Mooi!"
    return f"{', '.join(delen)} in {waar}."


def _aantallen(tellend: Sequence[Resultaat]) -> Iterator[str]:
    aantallen = Counter(resultaat.bevinding.ernst for resultaat in tellend)
    for ernst in reversed(ERNST):
        aantal = aantallen[ernst]
        enkelvoud, meervoud = _NAMEN[ernst]
        if aantal == 1:
            yield f"1 {enkelvoud}"
        elif aantal:
            yield f"{aantal} {meervoud}"
