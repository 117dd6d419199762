"""A group that stands on two branches of one place: seen, and brought together on one."""

from collections.abc import Iterator

from intervisie_cli.flows import bijwerken
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync.merge_commit import prepare
from intervisie_cli.flows.sync.sync import sync
from intervisie_cli.flows.vastlegger import locked, signature
from intervisie_cli.git import remote, tak, trees
from intervisie_cli.git.repository import Head, Repository
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
        head = repository.head()
        bases = trees.merge_bases(repository, head.commit, commit)
        naar = commit
        if bases != [head.commit]:
            by = signature(omgeving)
            naar = prepare(repository, head.commit, commit, bases, by)
        bijwerken.move(repository, head, naar)
        _go_where_all_are(repository, adres, andere, commit)
    sync(omgeving, omgeving.toon)


def _go_where_all_are(
    repository: Repository,
    adres: Adres,
    andere: str,
    commit: str,
) -> None:
    """Let this clone stand on *andere*, when that goes before the branch that it stands on."""
    head: Head = repository.head()
    eerst = [
        naam
        for naam in remote.likely(repository, adres)
        if naam in (andere, head.branch)
    ]
    if eerst[0] != andere:
        return
    # In this order, so that wherever it stops, sync or git tells how to go on.
    repository.git.run("update-ref", andere, head.commit)
    tak.note_shared(repository, adres, andere, commit)
    remote.connect(repository, adres, andere)
    tak.switch(repository, head.branch, andere)
