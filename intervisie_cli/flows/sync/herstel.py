"""Takes over what a history says without the history, where gits refuse it: `sync --herstel`.

No word of a record goes: what the history says of the files goes on in a new commit, on the last
one that everybody takes.
"""

import re
import shutil

from intervisie_cli.flows import berichten, bijwerken
from intervisie_cli.flows.sync.merge_side import MAX_MERGE
from intervisie_cli.git import fsck, remote, trees
from intervisie_cli.git.index import IndexEntry
from intervisie_cli.git.listening import TeVeel
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.stream import Signature
from intervisie_cli.git.url import Adres
from intervisie_cli.model.namen import OURS, is_group_path

# The refs by which this clone keeps the history that it went on without.
OPZIJ_REFS = "refs/intervisie/opzij/"
_MAP = "quarantaine"
# A file beside the records is taken along when no system can take its name for something else.
_NAAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,80}")


class Herstel:
    """One repair, signed *by*; of each commit it makes one new one, however often it is asked.

    *weggelaten* are the files that no new commit could take: their names or sizes are refused.
    """

    def __init__(self, repository: Repository, adres: Adres, by: Signature) -> None:
        self._repository = repository
        self._adres = adres
        self._by = by
        self._opnieuw: dict[str, str] = {}
        self.weggelaten: tuple[str, ...] = ()

    @property
    def is_gedaan(self) -> bool:
        """Whether something was taken over."""
        return bool(self._opnieuw)

    def fetched(self, branch: str) -> tuple[str, str]:
        """Give what the shared place has of *branch*, and a commit like it that everybody takes.

        Raises GitFout.
        """
        folder = self._repository.private / _MAP
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            aside, tip = remote.fetch_aside(
                self._repository, self._adres, branch, folder
            )
            good = fsck.last_good(aside, tip)
            if good:
                fsck.take_in(self._repository, aside, good)
            return tip, self._take_over(aside, tip, good)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def of_theirs(self, commit: str) -> str:
        """Give *commit*, which the shared place has, or one like it that everybody takes."""
        if fsck.is_good(self._repository, commit):
            return commit
        onto = fsck.last_good(self._repository, commit)
        return self._take_over(self._repository, commit, onto)

    def of_ours(self, head: Head, theirs: str) -> Head:
        """Move the branch to a commit that everybody takes, when it is not on one.

        *theirs* is what the place has, as everybody takes it. The caller holds the lock. What was
        not shared becomes one commit; the old ones stay under OPZIJ_REFS.
        """
        repository = self._repository
        was = head.commit
        known = [theirs] if theirs else []
        is_refused = was in self._opnieuw
        if not is_refused and fsck.is_good(repository, was, *known, strict=True):
            return head
        bases = trees.merge_bases(repository, was, theirs) if theirs else []
        onto = bases[0] if bases else fsck.last_good(repository, was, strict=True)
        naar = self._take_over(repository, was, onto)
        repository.git.run("update-ref", f"{OPZIJ_REFS}{was[:12]}", was)
        bijwerken.move(repository, head, naar)
        return Head(head.branch, naar)

    def _take_over(self, source: Repository, commit: str, onto: str) -> str:
        """Give a commit on *onto* that says of the files what *commit* says in *source*."""
        if commit not in self._opnieuw:
            self._opnieuw[commit] = self._said_again(source, commit, onto)
        return self._opnieuw[commit]

    def _said_again(self, source: Repository, commit: str, onto: str) -> str:
        before = trees.entries(self._repository, onto) if onto else {}
        said = _said(source, commit)
        other = [
            path
            for path, entry in said.items()
            if entry.is_file and _is_harmless(path) and before.get(path) != entry
        ]
        raws = trees.contents(source, (said[path].oid for path in other), MAX_MERGE)
        changed: dict[str, IndexEntry | bytes | None] = {
            path: None for path in before if path not in said
        }
        for path in other:
            raw = raws[said[path].oid]
            if raw is not None:
                changed[path] = raw
        parents = [onto] if onto else []
        new = trees.commit_apart(
            self._repository, parents, changed, berichten.hersteld(), self._by
        )
        left_out = [path for path in said if path not in before and path not in changed]
        self.weggelaten += tuple(left_out)
        return new


def _said(source: Repository, commit: str) -> dict[str, IndexEntry]:
    """What *commit* lists; of one that lists without end only the files of the group."""
    try:
        return trees.entries(source, commit)
    except TeVeel:
        return trees.entries(source, commit, *OURS)


def _is_harmless(path: str) -> bool:
    return is_group_path(path) or all(_NAAM.fullmatch(part) for part in path.split("/"))
