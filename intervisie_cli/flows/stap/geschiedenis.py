"""The commits of the group with what their trailers say, read as far as somebody looks back."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from intervisie_cli.flows import berichten
from intervisie_cli.flows.berichten import (
    AFGEROND,
    HERSTELD,
    NEEMT_TERUG,
    RONDE_GESTOPT,
)
from intervisie_cli.git import log
from intervisie_cli.git.repository import Repository

# What is taken back stands nearly always among the last so many commits.
_EERST = 100


class Vastlegging(NamedTuple):
    """A commit of the group, with what its trailers say; each '' for nothing."""

    oid: str
    onderwerp: str
    stap: str
    sessie: str
    neemt_terug: str
    is_hersteld: str
    ronde_gestopt: str
    is_afgerond: str

    @property
    def is_voorbereid(self) -> bool:
        """Whether it made a sessie."""
        return self.onderwerp.startswith(berichten.VOORBEREID)


class Geschiedenis(Iterable[Vastlegging]):
    """The commits with their trailers, the latest first: read as far as somebody looks back."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._head = repository.head().commit
        self._gelezen: list[Vastlegging] = []
        self._gezien = 0
        self._is_heel = not self._head

    def __iter__(self) -> Iterator[Vastlegging]:
        at = 0
        while True:
            if at == len(self._gelezen) and not self._read_on():
                return
            yield self._gelezen[at]
            at += 1

    def _read_on(self) -> bool:
        """Read some more, twice as far each time; gives whether there were any."""
        if self._is_heel:
            return False
        aantal = max(_EERST, self._gezien)
        welke = (f"--skip={self._gezien}", f"--max-count={aantal}", self._head)
        self._gezien += aantal
        namen = ("Stap", "Sessie", NEEMT_TERUG, HERSTELD, RONDE_GESTOPT, AFGEROND)
        trailers = [f"%(trailers:key={naam},valueonly)" for naam in namen]
        rijen = log.rows(self._repository, ["%H", "%s", *trailers], *welke)
        self._gelezen += [Vastlegging(*rij) for rij in rijen]
        self._is_heel = not rijen
        return bool(rijen)
