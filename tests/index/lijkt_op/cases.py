"""Reads the labelled rondes, and tells the pairs to build on from those that are only measured."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

HIER = Path(__file__).parent
BOUWEN, METEN = "bouwen", "meten"


class Ronde(NamedTuple):
    """A ronde: its hulpvraag, and the rest of what is told about it."""

    id: str
    hulpvraag: str
    verder: tuple[str, ...]

    @property
    def herformulering(self) -> str:
        """The hulpvraag as it is worded in the end."""
        return self.verder[-1]


class Paar(NamedTuple):
    """A ronde, and the same question in other words: short, at length,
    and as a ronde of somebody else.
    """

    ronde: Ronde
    kort: str
    ruim: str
    elders: Ronde


def _lines(naam: str) -> Iterator[str]:
    regels = (HIER / f"{naam}.txt").read_text(encoding="utf-8").splitlines()
    return (regel for regel in regels if not regel.startswith("#"))


def _rondes(naam: str) -> dict[str, Ronde]:
    delen = (regel.split(" | ") for regel in _lines(naam))
    return {
        id_: Ronde(id_, hulpvraag, tuple(verder)) for id_, hulpvraag, *verder in delen
    }


@cache
def rondes() -> dict[str, Ronde]:
    """All rondes in which something is to be found."""
    namen = ["rondes", *(pad.stem for pad in sorted(HIER.glob("anders-*.txt")))]
    return {id_: ronde for naam in namen for id_, ronde in _rondes(naam).items()}


@cache
def elders() -> dict[str, Ronde]:
    """The same hulpvragen as somebody else brought them, by the id of the ronde they are like."""
    return {f"{id_[:-1]}y": ronde for id_, ronde in _rondes("elders").items()}


@cache
def ook_goed() -> dict[str, set[str]]:
    """For each ronde those that may be said to ask the same."""
    gevonden: dict[str, set[str]] = defaultdict(set)
    for een, ander in (regel.split() for regel in _lines("ook-goed")):
        gevonden[een].add(ander)
        gevonden[ander].add(een)
    return gevonden


def kleine_groepen() -> Iterator[tuple[list[str], list[tuple[str, int | None]]]]:
    """Small groups: what was brought in before, and each question with the place of the one it is
    like, None for none.
    """
    groepen = "\n".join(_lines("klein")).split("groep\n")[1:]
    for groep in groepen:
        eerder: list[str] = []
        gevraagd: list[tuple[str, int | None]] = []
        for regel in groep.splitlines():
            soort, *rest = regel.split(" | ")
            if soort == "ja":
                gevraagd.append((rest[0], int(rest[1]) - 1))
            elif soort == "nee":
                gevraagd.append((rest[0], None))
            else:
                eerder.append(regel)
        yield eerder, gevraagd


@cache
def paren(deel: str) -> list[Paar]:
    """The pairs of one part."""
    alle = (
        Paar(rondes()[id_], kort, ruim, elders()[id_])
        for id_, kort, ruim in (regel.split(" | ") for regel in _lines("gevraagd"))
    )
    return [paar for paar in alle if part_of(paar) == deel]


def part_of(paar: Paar) -> str:
    """Which part a pair is in: by its texts alone, so that it never moves."""
    tekst = f"{paar.elders.hulpvraag} | {paar.ronde.hulpvraag}"
    return METEN if hashlib.sha256(tekst.encode()).digest()[0] < 0x80 else BOUWEN


def recall(
    vindt: Callable[[str], list[str]], vragen: list[tuple[str, str]], aantal: int = 3
) -> float:
    """The share of *vragen* (the id of a ronde, a text) for which *vindt* gives that ronde among
    the first *aantal*.
    """
    return sum(is_found(vindt, id_, tekst, aantal) for id_, tekst in vragen) / len(
        vragen
    )


def is_found(
    vindt: Callable[[str], list[str]], id_: str, tekst: str, aantal: int = 3
) -> bool:
    """Whether the ronde is among the first *aantal*; what asks the same is passed over."""
    return (
        id_
        in [gevonden for gevonden in vindt(tekst) if gevonden not in ook_goed()[id_]][
            :aantal
        ]
    )
