"""Shares a group's history: the lock, what has to be right before, and what is noted after."""

import time
from contextlib import suppress

from intervisie_cli import system
from intervisie_cli.flows.omgeving import Omgeving, Toon
from intervisie_cli.flows.sync import merge_afmaken
from intervisie_cli.flows.sync.beschadigd import cause
from intervisie_cli.flows.sync.deler import Deler
from intervisie_cli.flows.sync.herstel import Herstel
from intervisie_cli.flows.sync.uitkomst import Uitkomst
from intervisie_cli.flows.vastlegger import OnWait, signature
from intervisie_cli.git import locks, remote, tak
from intervisie_cli.git.netwerk import Netwerkfout
from intervisie_cli.git.refusals import GeenGedeeldePlek
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.groep import vinden
from intervisie_cli.model.fouten import GitFout

# How long to wait for a sync in another window; over a slow line one can take this long.
LOCK_TIMEOUT_S = 90.0
SLOT = "delen.slot"


def sync(
    omgeving: Omgeving,
    toon: Toon,
    on_wait: OnWait | None = None,
    *,
    openbaar: bool = False,
    herstel: bool = False,
    overnemen: bool = False,
    terugzetten: bool = False,
) -> Uitkomst:
    """Bring this clone and the shared place together.

    With *herstel* what git refuses goes on without its history, here and at the shared place. With
    *overnemen* this clone leaves the history that was taken out of the place; with *terugzetten* it
    goes back there, also what this clone left before.
    Raises GitFout; what was recorded here stays as it is.
    """
    repository = omgeving.repository
    try:
        with locks.at_work(
            repository.private / SLOT, LOCK_TIMEOUT_S, on_wait
        ) as died_since:
            afgemaakt: tuple[str, ...] = ()
            if merge_afmaken.is_halfway(repository):
                afgemaakt = merge_afmaken.finish(omgeving)
            repository.check_ready()
            adres = remote.address(repository)
            tak.check(repository, repository.head().branch)
            maker = Herstel(repository, adres, signature(omgeving)) if herstel else None
            began = time.time()
            deler = Deler(
                omgeving,
                adres,
                toon,
                on_wait,
                died_since,
                maker,
                openbaar=openbaar,
                overnemen=overnemen,
                terugzetten=terugzetten,
            )
            try:
                uitkomst = deler.deel()._replace(afgemaakt=afgemaakt)
            except Netwerkfout as fout:
                branch = repository.head().branch
                raise cause(repository, adres, branch, fout) from None
            _heal(repository, began)
            # On a disk that is full only `status` knows it less well.
            with suppress(OSError):
                _note(omgeving, adres)
            if maker:
                uitkomst = uitkomst._replace(
                    is_hersteld=maker.is_gedaan, weggelaten=maker.weggelaten
                )
            return uitkomst
    except system.Busy:
        raise GitFout(
            "Een ander venster is hier al aan het delen.", "Probeer het zo weer."
        ) from None


def _note(omgeving: Omgeving, adres: Adres) -> None:
    repository = omgeving.repository
    commit = tak.last_shared(repository, adres, repository.head().branch)
    gedeeld = vinden.Gedeeld(omgeving.clock(), commit)
    vinden.write_gedeeld(repository.private, gedeeld)


def _heal(repository: Repository, began: float) -> None:
    """Remove a lock that a git of this sync could not remove itself."""
    left = locks.present(repository, repository.head().branch)
    locks.heal(repository.root, left, began)


def is_connected(repository: Repository) -> bool:
    """Whether the group has a shared place."""
    try:
        remote.address(repository)
    except GeenGedeeldePlek:
        return False
    except GitFout:
        return True  # it has one with something wrong: whoever shares is told what
    return True
