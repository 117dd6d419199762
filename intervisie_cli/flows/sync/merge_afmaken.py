"""Finishes, by meaning, a merge that somebody began with plain git and that is left half done."""

from intervisie_cli import system
from intervisie_cli.flows.leesmij import remake
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync.merge_commit import prepare
from intervisie_cli.flows.vastlegger import LOCK_TIMEOUT_S, signature
from intervisie_cli.git import commit as git_commit
from intervisie_cli.git import trees
from intervisie_cli.git.names import is_oid
from intervisie_cli.git.repository import NIEUWE_KOPIE, Repository
from intervisie_cli.groep import bestanden
from intervisie_cli.groep.concept import OPZIJ_MAP
from intervisie_cli.model.fouten import GitFout, OnleesbaarBestand
from intervisie_cli.model.namen import is_group_path
from intervisie_cli.records.document import MAX_BESTAND
from intervisie_cli.system import plain

_BEZIG = "MERGE_HEAD"
# More ids than anybody merges at once.
_MAX_BEZIG = 64 * 1024


def is_halfway(repository: Repository) -> bool:
    """Whether a merge of git itself is half done here."""
    return (repository.git_dir / _BEZIG).exists()


def finish(omgeving: Omgeving) -> tuple[str, ...]:
    """Merge what git could not, and give the files that were different from both sides.

    Those are kept aside. Raises GitFout.
    """
    repository = omgeving.repository
    try:
        with system.lock(repository.private / "lock", LOCK_TIMEOUT_S):
            return _finish(omgeving, repository)
    except system.Busy:
        raise GitFout(
            "Een ander venster is hier nog aan het vastleggen.", "Probeer het zo weer."
        ) from None


def _finish(omgeving: Omgeving, repository: Repository) -> tuple[str, ...]:
    theirs = _read_theirs(repository)
    head = repository.head()
    ours = naar = head.commit
    bases = trees.merge_bases(repository, ours, theirs)
    if theirs not in bases:
        naar = prepare(
            repository,
            ours,
            theirs,
            bases,
            signature(omgeving),
            pages=remake(omgeving),
        )
    opzij = _write(repository, ours, theirs, naar)
    if naar != ours:
        repository.git.run(
            "update-ref", "-m", "intervisie: samengevoegd", head.branch, naar, ours
        )
    repository.git.run("read-tree", naar)
    repository.git.run("merge", "--quit")
    return tuple(opzij)


def _read_theirs(repository: Repository) -> str:
    """The commit that is being merged with ours. Raises GitFout."""
    raw = plain.read(repository.git_dir / _BEZIG, _MAX_BEZIG) or b""
    theirs = raw.decode("ascii", "replace").split()
    if not all(map(is_oid, theirs)):
        raise GitFout(
            "De Git-map is beschadigd (MERGE_HEAD is niet te lezen).", NIEUWE_KOPIE
        )
    if len(theirs) != 1:
        raise GitFout(
            "Hier worden meer dan twee versies tegelijk samengevoegd.",
            "Typ: git merge --abort",
        )
    if not repository.has_commit(theirs[0]):
        raise GitFout(
            "Hier wordt iets samengevoegd dat niet op deze computer staat.",
            "Typ: git merge --abort",
        )
    return theirs[0]


def _write(
    repository: Repository,
    ours: str,
    theirs: str,
    naar: str,
) -> list[str]:
    """Bring every file that differs from *naar* in one of both to what *naar* holds.

    Gives the files that held neither: what stood in those is kept aside.
    """
    wordt = trees.entries(repository, naar)
    changed = {
        *trees.changes(repository, ours, naar),
        *trees.changes(repository, theirs, naar),
    }
    paths = sorted(path for path in changed if is_group_path(path))
    oids = [wordt[path].oid for path in paths if path in wordt]
    raws = trees.contents(repository, oids, MAX_BESTAND)
    before = [trees.entries(repository, commit) for commit in (ours, theirs)]
    opzij = []
    for path in paths:
        try:
            current = bestanden.read(repository.root, path)
        except OnleesbaarBestand:
            continue
        raw = raws.get(wordt[path].oid) if path in wordt else None
        known = {side[path].oid for side in before if path in side}
        if (
            current not in (None, raw)
            and git_commit.blob_id(current, len(naar)) not in known
        ):
            # Markers of git, or what somebody made of them.
            system.write_durable(
                repository.private / OPZIJ_MAP / naar[:12] / path, current
            )
            opzij.append(path)
        if raw is not None:
            system.write_durable(repository.root / path, raw)
        elif path not in wordt:
            system.remove_durable(repository.root / path)
    return opzij
