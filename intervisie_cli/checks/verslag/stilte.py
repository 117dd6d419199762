"""Silences: what a group chose to keep as it is; written as `stil: [{regel, reden}]`."""

import difflib
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from intervisie_cli.checks.verslag.geval import Plaats, SessieVerslag
from intervisie_cli.model.casus import STIL
from intervisie_cli.model.plain import Sleutels

_SESSIE = "sessie.yaml"


class Stilte(NamedTuple):
    """One silence, the place of the part that it is for, and its own place."""

    regel: str
    reden: str
    bestand: str
    voor: Sleutels
    plaats: Plaats

    def dekt(self, regel: str, plaats: Plaats) -> bool:
        """Whether it silences what *regel* finds at *plaats*."""
        if regel != self.regel or not self.reden.strip():
            return False
        # One in sessie.yaml holds for all files of the sessie.
        if self.bestand.endswith(f"/{_SESSIE}"):
            folder = self.bestand.removesuffix(_SESSIE)
            if plaats.bestand.startswith(folder):
                return True
        if plaats.bestand != self.bestand:
            return False
        return plaats.sleutels[: len(self.voor)] == self.voor


def stiltes(verslag: SessieVerslag) -> Iterator[Stilte]:
    """All silences of a sessie: in sessie.yaml, in a step, in an item."""
    yield from _uit(verslag.stil, verslag.bestand, ())
    for stap in verslag.stappen:
        yield from _uit(stap.data.get(STIL), stap.bestand, ())
        for naam in stap.data:
            for nummer, item in stap.lijst(naam):
                yield from _uit(item.get(STIL), stap.bestand, (naam, nummer))


def _uit(lijst: Any, bestand: str, voor: Sleutels) -> Iterator[Stilte]:
    if not isinstance(lijst, list):
        return
    for nummer, item in enumerate(lijst):
        plaats = Plaats(bestand, (*voor, STIL, nummer))
        # A bare name of a rule is a silence too, without a reason: another rule says so.
        regel = item
        reden = ""
        if isinstance(item, dict):
            regel = item.get("regel")
            if isinstance(item.get("reden"), str):
                reden = item["reden"]
        yield Stilte(str(regel or ""), reden, bestand, voor, plaats)


def naaste(regel: str, bekend: Collection[str]) -> str:
    """The known rule that *regel* looks like most, '' when none does."""
    lijkt = difflib.get_close_matches(regel, list(bekend), 1, 0.5)
    return next(iter(lijkt), "")
