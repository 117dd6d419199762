"""Takes a commit that is in this clone already into its branch, by meaning."""

from intervisie_cli.flows import bijwerken
from intervisie_cli.flows.bijwerken import Bijgewerkt
from intervisie_cli.flows.sync.merge_commit import Pages, prepare
from intervisie_cli.git import tak, trees
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.stream import Signature


def take_in(
    repository: Repository,
    commit: str,
    by: Signature,
    pages: Pages,
) -> Bijgewerkt:
    """Merge *commit*, which is of this group, into the branch; empty when it is in that already.

    The caller holds the lock. Raises GitFout.
    """
    head = repository.head()
    if tak.descends(repository, head.commit, commit):
        return Bijgewerkt()
    bases = trees.merge_bases(repository, head.commit, commit)
    naar = commit
    if bases != [head.commit]:
        naar = prepare(
            repository,
            head.commit,
            commit,
            bases,
            by,
            is_one_group=True,
            pages=pages,
        )
    return bijwerken.move(repository, head, naar)
