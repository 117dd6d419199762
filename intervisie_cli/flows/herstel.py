"""Takes over what a history says without the history, where gits refuse its objects: `sync --herstel`.

No word goes: what it says of the files of the group goes on in a new commit, on the last one that everybody takes.
"""

import shutil

from intervisie_cli.flows.samenvoegen import MAX_SAMEN
from intervisie_cli.git import fsck, remote, trees
from intervisie_cli.git.commit import Signature
from intervisie_cli.git.index import Entry
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.model.namen import is_group_path

BERICHT = "Opnieuw vastgelegd\n"
# Where this clone keeps the history that it went on without.
OPZIJ = "refs/intervisie/opzij/"
_MAP = "quarantaine"


class Herstel:
    """One repair, signed *by*; it makes of each commit one new one, however often it is asked for."""

    def __init__(self, repository: Repository, adres: Adres, by: Signature) -> None:
        self._repository = repository
        self._adres = adres
        self._by = by
        self._opnieuw: dict[str, str] = {}

    @property
    def is_nodig(self) -> bool:
        """Whether something was taken over."""
        return bool(self._opnieuw)

    def fetched(self, branch: str) -> tuple[str, str]:
        """Give what the shared place has of *branch*, and a commit that says the same and that everybody takes.

        Raises GitFout.
        """
        folder = self._repository.private / _MAP
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            aside, tip = remote.fetch_aside(self._repository, self._adres, branch, folder)
            seen_last = self._repository.commit_at(remote.tracking(branch))
            if not seen_last:
                raise GitFout(
                    "Deze laptop heeft nooit iets van de gedeelde plek gehad; hier kan het niet worden hersteld.",
                    "Laat iemand die al langer meedoet typen: intervisie sync --herstel",
                )
            return tip, self._take_over(aside, tip, seen_last)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def of_theirs(self, commit: str) -> str:
        """Give *commit*, which the shared place has, or one that says the same and that everybody takes."""
        if fsck.is_good(self._repository, commit):
            return commit
        return self._take_over(self._repository, commit, fsck.last_good(self._repository, commit))

    def of_ours(self, head: Head, theirs: str) -> Head:
        """Let the branch be where everybody takes it; *theirs* is what the place has, as everybody takes it.

        The caller holds the lock. What was not shared becomes one commit; the old ones stay under OPZIJ.
        """
        repository, was = self._repository, head.commit
        known = [theirs] if theirs else []
        if was not in self._opnieuw and fsck.is_good(repository, was, *known, strict=True):
            return head
        bases = trees.merge_bases(repository, was, theirs) if theirs else []
        naar = self._take_over(repository, was, bases[0] if bases else fsck.last_good(repository, was))
        repository.git.run("update-ref", f"{OPZIJ}{was[:12]}", was)
        repository.git.run("update-ref", "-m", "intervisie: hersteld", head.branch, naar, was)
        repository.git.run("read-tree", naar)
        return Head(head.branch, naar)

    def _take_over(self, source: Repository, commit: str, onto: str) -> str:
        """Give a commit on *onto* that says of the files of the group what *commit* says in *source*."""
        if commit not in self._opnieuw:
            before = trees.entries(self._repository, onto) if onto else {}
            wanted = {path: entry for path, entry in trees.entries(source, commit).items() if is_group_path(path)}
            other = [path for path, entry in wanted.items() if entry.is_file and before.get(path) != entry]
            raws = trees.contents(source, (wanted[path].oid for path in other), MAX_SAMEN)
            changed: dict[str, Entry | bytes | None] = {
                path: None for path in before if is_group_path(path) and path not in wanted
            }
            changed |= {path: raw for path in other if (raw := raws[wanted[path].oid]) is not None}
            parents = [onto] if onto else []
            self._opnieuw[commit] = trees.commit_apart(self._repository, parents, changed, BERICHT, self._by)
        return self._opnieuw[commit]
