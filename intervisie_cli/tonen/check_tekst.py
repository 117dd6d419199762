"""Findings for people: by sessie and step, each with of whom it is, of what, and what helps."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from intervisie_cli.checks.oordeel import ActieOordeel, Oordeel
from intervisie_cli.model.bevinding import (
    ERNST,
    FOUT,
    HINT,
    LET_OP,
    Resultaat,
)
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
_MEER = "Meer zien? intervisie check --uitgebreid"
_OOK_STIL = "Wat je bewust zo liet: intervisie check --ernst hint"


def teksten(uit: Console, oordelen: Iterable[Oordeel], *, is_stroom: bool) -> None:
    """Each text with its verdict and its findings."""
    for nummer, oordeel in enumerate(oordelen, 1):
        uit.regel(kop(oordeel, nummer, is_stroom=is_stroom), "vet")
        for bevinding in oordeel.bevindingen:
            for regel in tonen.regels(uit, bevinding, oordeel.tekst):
                uit.ruw(regel)


def sessies(uit: Console, resultaten: Iterable[Resultaat], aantal_sessies: int) -> None:
    """The findings to see, by sessie and step, and how many there are of each level."""
    alle = list(resultaten)
    te_zien = [resultaat for resultaat in alle if resultaat.is_te_zien]
    pagina = list(_per_sessie(uit, te_zien))
    slot = samenvatting(alle, aantal_sessies)
    if te_zien:
        slot += f" {_MEER}"
    elif alle:
        slot += f" {_OOK_STIL}"
    uit.gepagineerd([*pagina, *uit.opgemaakt(slot)])


def kop(oordeel: Oordeel, nummer: int, *, is_stroom: bool) -> str:
    """The letters of an actie, or the kind of a question; of a stream with the line it is on."""
    soort = _letters(oordeel)
    if is_stroom:
        return f"regel {nummer}: {soort}"
    return soort


def samenvatting(resultaten: Iterable[Resultaat], aantal_sessies: int) -> str:
    """How many findings there are of each level, the worst level first."""
    ernsten: list[str] = []
    aantal_stil = 0
    for resultaat in resultaten:
        if resultaat.is_stil:
            aantal_stil += 1
        else:
            ernsten.append(resultaat.bevinding.ernst)
    waar = f"{aantal_sessies} sessies"
    if aantal_sessies == 1:
        waar = "1 sessie"
    delen = list(_aantallen(ernsten))
    if aantal_stil:
        delen.append(f"{aantal_stil} bewust zo gelaten")
    if not delen:
        return f"Niets gevonden in {waar}. Mooi!"
    return f"{', '.join(delen)} in {waar}."


def _letters(oordeel: Oordeel) -> str:
    if not isinstance(oordeel, ActieOordeel):
        return oordeel.soort
    letters = oordeel.actie.letters.items()
    return "  ".join(f"{letter} {_TEKENS[is_er]}" for letter, is_er in letters)


def _per_sessie(uit: Console, te_zien: Iterable[Resultaat]) -> Iterator[str]:
    """A heading for each sessie, and below that for each step in its order."""
    per_sessie: dict[str, list[Resultaat]] = {}
    for resultaat in te_zien:
        per_sessie.setdefault(resultaat.betreft.sessie, []).append(resultaat)
    for sessie, in_sessie in per_sessie.items():
        yield from uit.opgemaakt(sessie, "vet", "blauw")
        in_sessie.sort(key=lambda resultaat: resultaat.betreft.volgorde)
        stap = ""
        for resultaat in in_sessie:
            if resultaat.betreft.stap != stap:
                stap = resultaat.betreft.stap
                yield from uit.opgemaakt(stap, "vet", inspringen=2)
            yield from _bevinding(uit, resultaat)
        yield ""


def _bevinding(uit: Console, resultaat: Resultaat) -> Iterator[str]:
    bevinding, betreft = resultaat.bevinding, resultaat.betreft
    marge = 4 if betreft.stap else 2
    # The message goes on behind 'Bram · actie 2 · '.
    bericht = bevinding.bericht.removesuffix(".")
    delen = (betreft.wie, betreft.wat, f"{bericht[:1].lower()}{bericht[1:]}")
    zin = " · ".join(deel for deel in delen if deel)
    kleur = tonen.KLEUR.get(bevinding.ernst, tonen.KLEUR_VAN_HINT)
    yield from uit.opgemaakt(zin, kleur, inspringen=marge)
    if hulp := tonen.hulp_bij(resultaat):
        yield from uit.opgemaakt(hulp, "dof", inspringen=marge + 2)


def _aantallen(ernsten: Sequence[str]) -> Iterator[str]:
    aantallen = Counter(ernsten)
    for ernst in reversed(ERNST):
        aantal = aantallen[ernst]
        enkelvoud, meervoud = _NAMEN[ernst]
        if aantal == 1:
            yield f"1 {enkelvoud}"
        elif aantal:
            yield f"{aantal} {meervoud}"
