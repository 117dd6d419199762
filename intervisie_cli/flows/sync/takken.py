"""A group that stands on two branches of one place: seen, and brought together on one."""

from collections.abc import Iterator

from intervisie_cli.flows.leesmij import remake
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync.inhalen import take_in
from intervisie_cli.flows.sync.sync import sync
from intervisie_cli.flows.vastlegger import locked, signature
from intervisie_cli.git import remote, trees
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres


def elsewhere(repository: Repository, adres: Adres, branch: str) -> Iterator[str]:
    """The other branches there with work of this group that *branch* here has not. Raises GitFout.

    A branch that has nothing in common with this clone is something else.
    """
    head = repository.head().commit
    for naam in remote.likely(repository, adres):
        if naam == branch:
            continue
        commit = remote.fetch(repository, adres, naam)
        bases = trees.merge_bases(repository, head, commit)
        if bases and bases != [commit]:
            yield naam
        else:
            repository.git.run_raw("update-ref", "-d", remote.tracking(naam))


def bring_together(omgeving: Omgeving, adres: Adres, andere: str) -> None:
    """Take in what *andere* has, and share from now on where everybody is to be. Raises GitFout.

    That is the branch that the place begins with, for whoever does this.
    """
    repository = omgeving.repository
    commit = remote.fetch(repository, adres, andere)
    trees.check_size(repository, commit)
    with locked(omgeving):
        take_in(
            repository,
            commit,
            signature(omgeving),
            remake(omgeving),
        )
        if _goes_first(repository, adres, andere):
            remote.follow(repository, adres, andere, commit)
    sync(omgeving, omgeving.toon)


def _goes_first(repository: Repository, adres: Adres, andere: str) -> bool:
    """Whether *andere* goes before the branch that this clone stands on."""
    hier = repository.head().branch
    for naam in remote.likely(repository, adres):
        if naam in (andere, hier):
            return naam == andere
    return False
