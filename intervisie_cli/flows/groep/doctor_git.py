"""Looks for what is wrong with Git in this clone."""

import os
from collections.abc import Iterator
from functools import partial
from shlex import quote

from intervisie_cli.flows import bijwerken
from intervisie_cli.flows.groep import herstellen
from intervisie_cli.flows.groep.doctor_bestanden import examine_files
from intervisie_cli.flows.groep.doctor_plek import examine_place, locked, stray
from intervisie_cli.flows.groep.mankement import DOCTOR, Mankement, of_fout, refusal
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync.sync import is_connected
from intervisie_cli.flows.vastlegger import under_way
from intervisie_cli.git import fsck, locks, remote, trees
from intervisie_cli.git.repository import NIEUWE_KOPIE, Repository
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.records import groep as groep_yaml

# The first that makes its refs durable when asked: core.fsync.
GIT_MINIMAAL = (2, 36)
# The first without the known holes that a hostile remote can use; some systems mend an older one.
GIT_VEILIG = (2, 50, 1)
_DAG_S = 86_400
_GEEN_NAAM = "Git weet nog niet onder welke naam het mag vastleggen."
_NOEM_JE = (
    'git config --global user.name "Mirthe"'
    " && git config --global user.email mirthe@voorbeeld.nl"
)


def examine_git(omgeving: Omgeving) -> Iterator[Mankement]:
    """Whether git can work here at all. Raises IntervisieError where it cannot go on."""
    repository = omgeving.repository
    yield from _version(repository)
    yield from refusal(repository.check_ready)
    head = repository.head()
    if not repository.identity():
        yield Mankement(
            _GEEN_NAAM,
            "Bij de volgende stap vraagt intervisie hoe je heet.",
            uitgebreid=_NOEM_JE,
        )
    refs = (remote.tracking(head.branch), trees.KLAARGEZET)
    in_the_way = locks.present(repository, head.branch)
    in_the_way += locks.around_refs(repository.common_dir, *refs)
    for lock in in_the_way:
        yield locked(repository, repository.root, lock)
    yield from _cache(repository)


def examine_history(omgeving: Omgeving) -> Iterator[Mankement]:
    """What was recorded and what was not, and the place. Raises IntervisieError."""
    repository = omgeving.repository
    head = repository.head()
    if _is_index_broken(repository):
        yield Mankement(
            "De index van Git is beschadigd.",
            doe=partial(herstellen.new_index, repository),
            uitgebreid="rm .git/index && git reset",
        )
        if _is_index_broken(repository):
            # What git says of all else would be about that.
            return
    rommel = list(stray(repository, repository.common_dir, "In de map van Git"))
    yield from rommel
    if rommel and not fsck.is_whole(repository, repository.common_dir):
        # What git says of all else would be about that.
        return
    onderweg = under_way(repository)
    if onderweg:
        yield Mankement(
            "Er is een stap die nog niet af is vastgelegd.",
            doe=partial(herstellen.finish, omgeving),
        )
    if bijwerken.under_way(repository):
        yield Mankement(
            "Er is iets binnengekomen dat nog niet in de map staat.",
            "Typ: intervisie sync",
            doe=partial(herstellen.finish, omgeving),
        )
    if not head.commit:
        yield Mankement(
            "Er is nog niets vastgelegd.",
            doe=partial(herstellen.take_in, omgeving),
            uitgebreid="git add -A && git commit -m begin",
        )
        return
    yield from _history(omgeving, head.commit)
    yield from _on_other_branches(omgeving, head.commit)
    yield from examine_files(omgeving, onderweg)
    yield from examine_place(omgeving, head.branch)


def _is_index_broken(repository: Repository) -> bool:
    status, _, _ = repository.git.run_raw("ls-files", "--", groep_yaml.BESTAND)
    return status != 0


def _cache(repository: Repository) -> Iterator[Mankement]:
    """Whether what log looks things up in can be kept."""
    place = next(
        folder for folder in (repository.own, repository.git_dir) if folder.is_dir()
    )
    if not os.access(place, os.W_OK):
        yield Mankement(
            "In de Git-map kan niet worden geschreven: log leest dan elke keer alles opnieuw.",
            "Kijk of de map van jou is en niet alleen-lezen.",
            is_tip=True,
            uitgebreid=f"chmod -R u+w {quote(str(repository.git_dir))}",
        )


def _version(repository: Repository) -> Iterator[Mankement]:
    versie = repository.git.run("version").decode().split()[2]
    delen = versie.split(".")[:3]
    getallen = tuple(int(deel) for deel in delen if deel.isdigit())
    if getallen < GIT_MINIMAAL:
        nodig = ".".join(map(str, GIT_MINIMAAL))
        yield Mankement(
            f"Git {versie} is te oud.",
            f"Zet git {nodig} of nieuwer op je computer (git-scm.com).",
        )
    elif getallen < GIT_VEILIG:
        yield Mankement(
            f"Git {versie} heeft bekende lekken, tenzij je systeem die zelf dicht.",
            "Houd je systeem bij, of zet een nieuwere git op je computer (git-scm.com).",
            is_tip=True,
        )


def _history(omgeving: Omgeving, commit: str) -> Iterator[Mankement]:
    repository = omgeving.repository
    try:
        shared = repository.commit_at(remote.tracking(repository.head().branch))
        fsck.whole_history(repository, commit, shared)
    except fsck.Onveilig as fout:
        yield _unsafe(repository, fout)
    except GitFout as fout:
        # A disk that is full keeps git from looking, and damages nothing.
        if fsck.is_whole(repository, repository.common_dir):
            yield of_fout(fout)
        else:
            yield Mankement("De geschiedenis van Git is beschadigd.", NIEUWE_KOPIE)
        return
    out = repository.git.run("log", "-1", "--no-show-signature", "--format=%ct", commit)
    when = int(out.decode() or 0)
    if when > omgeving.clock().timestamp() + _DAG_S:
        yield Mankement(
            "Wat het laatst is vastgelegd komt uit de toekomst.",
            "Kijk of je klok goed staat: date",
        )


def _on_other_branches(omgeving: Omgeving, commit: str) -> Iterator[Mankement]:
    """Work that `sync` never shares: a cloud makes such a branch too, where two laptops met."""
    repository = omgeving.repository
    ask = ("for-each-ref", "--format=%(refname:lstrip=2) %(objectname)")
    out = repository.git.run(*ask, "--no-merged", commit, "refs/heads")
    for row in out.decode("utf-8", "replace").splitlines():
        naam, _, ander = row.rpartition(" ")
        # What has nothing in common with the group is something else.
        if trees.merge_bases(repository, commit, ander):
            yield Mankement(
                f"Op de tak '{naam[:60]}' staat werk dat hier niet in zit, en niet wordt gedeeld.",
                f"Hoort het bij de groep? {DOCTOR}",
                is_tip=True,
                doe=partial(herstellen.take_in_work, omgeving, ander),
                uitgebreid=f"git merge {quote(naam)}",
            )


def _unsafe(repository: Repository, fout: fsck.Onveilig) -> Mankement:
    """Who has to do what about an object that others refuse.

    It can be at the shared place already.
    """
    wat = f"In de geschiedenis staat iets dat Git bij anderen niet aanneemt ({fout.soort})."
    if is_connected(repository):
        return Mankement(wat, "Typ: intervisie sync --herstel. Alle teksten blijven.")
    return Mankement(
        wat,
        "Zolang je niet deelt kan het geen kwaad."
        " Deel je later, typ dan: intervisie sync --herstel",
    )
