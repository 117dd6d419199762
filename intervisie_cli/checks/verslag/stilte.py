"""Silences: what a group chose to keep as it is, with the reason; written as `stil: [{regel, reden}]`."""

import difflib
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from intervisie_cli.checks.verslag.geval import Plaats, SessieVerslag
from intervisie_cli.model.verslag import STIL


class Stilte(NamedTuple):
    """One silence, the place of the part that it is for, and its own place."""

    regel: str
    reden: str
    bestand: str
    voor: tuple[str | int, ...]
    plaats: Plaats

    def dekt(self, regel: str, plaats: Plaats) -> bool:
        """Whether it silences what *regel* finds at *plaats*; one in sessie.yaml holds for all its files."""
        if regel != self.regel or not self.reden.strip():
            return False
        is_sessie = self.bestand.endswith("/sessie.yaml") and plaats.bestand.startswith(
            self.bestand[: -len("sessie.yaml")]
        )
        return is_sessie or (
            plaats.bestand == self.bestand and plaats.sleutels[: len(self.voor)] == self.voor
        )


def stiltes(verslag: SessieVerslag) -> Iterator[Stilte]:
    """All silences of a sessie: in sessie.yaml, in a step, in an item."""
    yield from _uit(verslag.stil, verslag.bestand, ())
    for stap in verslag.stappen:
        yield from _uit(stap.data.get(STIL), stap.bestand, ())
        for naam, waarde in stap.data.items():
            for nummer, item in enumerate(waarde if isinstance(waarde, list) else ()):
                if isinstance(item, dict):
                    yield from _uit(item.get(STIL), stap.bestand, (naam, nummer))


def _uit(lijst: Any, bestand: str, voor: tuple[str | int, ...]) -> Iterator[Stilte]:
    for nummer, item in enumerate(lijst if isinstance(lijst, list) else ()):
        regel, reden = (
            (item.get("regel"), item.get("reden")) if isinstance(item, dict) else (item, "")
        )
        yield Stilte(
            str(regel or ""),
            reden if isinstance(reden, str) else "",
            bestand,
            voor,
            Plaats(bestand, (*voor, STIL, nummer)),
        )


def naaste(regel: str, bekend: Collection[str]) -> str:
    """The known rule that *regel* looks like most, '' when none does."""
    return next(iter(difflib.get_close_matches(regel, list(bekend), 1, 0.5)), "")
