"""Learns weights: logistic regression on features that are there or not, in plain Python.

Every sum is made in a fixed order, so that the same texts give the same weights anywhere.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from operator import add, mul, sub
from typing import NamedTuple

from intervisie_cli.checks.weging.gewichten import kans

# How strongly weights are held to 0: the lower, the stronger.
_VRIJHEID = 1.0
_RONDEN = 60
# So many earlier steps tell how the sum bends (L-BFGS).
_GEHEUGEN = 8
_KLAAR = 1e-3
_GENOEG = 1e-4

Vector = list[float]
# How bad some weights are, and which way that gets worse.
Verlies = Callable[[Vector], tuple[float, Vector]]


class Voorbeeld(NamedTuple):
    """The features of a text, and who wrote it."""

    kenmerken: frozenset[str]
    schrijver: str


class Tabel:
    """Texts as rows of features; features that fewer than *minstens* writers have are left out."""

    def __init__(self, voorbeelden: Sequence[Voorbeeld], minstens: int) -> None:
        schrijvers: dict[str, set[str]] = defaultdict(set)
        for voorbeeld in voorbeelden:
            for kenmerk in voorbeeld.kenmerken:
                schrijvers[kenmerk].add(voorbeeld.schrijver)
        self.namen = sorted(
            naam for naam, van in schrijvers.items() if len(van) >= minstens
        )
        nummers = {naam: nummer for nummer, naam in enumerate(self.namen)}
        self.rijen = [
            sorted(nummers[naam] for naam in voorbeeld.kenmerken if naam in nummers)
            for voorbeeld in voorbeelden
        ]
        kolommen: list[list[int]] = [[] for _ in self.namen]
        for nummer, rij in enumerate(self.rijen):
            for kolom in rij:
                kolommen[kolom].append(nummer)
        self._kolommen = kolommen

    def leer(self, doel: Sequence[bool], zwaarte: Sequence[float]) -> Vector:
        """The weight of each feature for *doel*; *zwaarte* is how much each text counts."""
        tekens = [1.0 if is_zo else -1.0 for is_zo in doel]

        def verlies(gewichten: Vector) -> tuple[float, Vector]:
            sommen = [sum(map(gewichten.__getitem__, rij)) for rij in self.rijen]
            marges = list(map(mul, tekens, sommen))
            totaal = sum(map(mul, zwaarte, map(_log1p_exp_min, marges)))
            fouten = [
                -teken * zwaar * kans(-marge)
                for teken, zwaar, marge in zip(tekens, zwaarte, marges, strict=True)
            ]
            helling = [
                gewicht / _VRIJHEID + sum(map(fouten.__getitem__, kolom))
                for gewicht, kolom in zip(gewichten, self._kolommen, strict=True)
            ]
            return totaal + _in(gewichten, gewichten) / (2 * _VRIJHEID), helling

        return _laagste(verlies, len(self.namen))


def _log1p_exp_min(marge: float) -> float:
    if marge < -30:
        return -marge
    return math.log1p(math.exp(-marge))


def _in(een: Iterable[float], ander: Iterable[float]) -> float:
    return math.fsum(map(mul, een, ander))


def _plus(een: Vector, keer: float, ander: Iterable[float]) -> Vector:
    return list(map(add, een, map(mul, ander, repeat(keer))))


def _laagste(verlies: Verlies, lengte: int) -> Vector:
    """Where *verlies* is lowest, by L-BFGS from all zeros."""
    plek = [0.0] * lengte
    hoogte, helling = verlies(plek)
    begin = math.sqrt(_in(helling, helling))
    stappen: list[tuple[Vector, Vector, float]] = []
    for _ in range(_RONDEN):
        richting = _richting(helling, stappen)
        afdaling = _in(helling, richting)
        ver = 1.0 if stappen else 1.0 / max(1.0, begin)
        while True:
            nieuw = _plus(plek, ver, richting)
            lager, nieuwe_helling = verlies(nieuw)
            if lager <= hoogte + _GENOEG * ver * afdaling or ver < 1e-8:
                break
            ver /= 2
        stap = list(map(sub, nieuw, plek))
        bocht = list(map(sub, nieuwe_helling, helling))
        kromming = _in(stap, bocht)
        if kromming > 0:
            stappen = [*stappen, (stap, bocht, 1 / kromming)][-_GEHEUGEN:]
        plek, hoogte, helling = nieuw, lager, nieuwe_helling
        if math.sqrt(_in(helling, helling)) < _KLAAR * begin:
            break
    return plek


def _richting(
    helling: Vector, stappen: Sequence[tuple[Vector, Vector, float]]
) -> Vector:
    richting = [-een for een in helling]
    geteld = []
    for stap, bocht, omgekeerd in reversed(stappen):
        deel = omgekeerd * _in(stap, richting)
        geteld.append(deel)
        richting = _plus(richting, -deel, bocht)
    if stappen:
        stap, bocht, omgekeerd = stappen[-1]
        schaal = 1 / (omgekeerd * _in(bocht, bocht))
        richting = [schaal * een for een in richting]
    for (stap, bocht, omgekeerd), deel in zip(stappen, reversed(geteld), strict=True):
        terug = omgekeerd * _in(bocht, richting)
        richting = _plus(richting, deel - terug, stap)
    return richting


def gewogen(gewichten: Mapping[str, float], kenmerken: Iterable[str]) -> float:
    """The likelihood that these weights give."""
    return kans(sum(gewichten.get(naam, 0.0) for naam in sorted(kenmerken)))
