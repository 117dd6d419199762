"""Looks for what is wrong with Git in this clone, and with the place where it is shared."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shlex import quote

from intervisie_cli.flows import bijwerken
from intervisie_cli.flows.groep import herstellen
from intervisie_cli.flows.groep.doctor_bestanden import examine_files
from intervisie_cli.flows.groep.mankement import Mankement, refusal
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sync import herschreven
from intervisie_cli.flows.sync.sync import is_connected
from intervisie_cli.flows.vastlegger import under_way
from intervisie_cli.git import fsck, locks, remote, tak, trees
from intervisie_cli.git.refusals import GeenGedeeldePlek
from intervisie_cli.git.repository import NIEUWE_KOPIE, Repository
from intervisie_cli.model.fouten import GitFout
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.system import folders

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
        yield _locked(repository, repository.root, lock)
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
    yield from examine_files(omgeving, onderweg)
    yield from _place(repository, head.branch)


def _is_index_broken(repository: Repository) -> bool:
    status, _, _ = repository.git.run_raw("ls-files", "--", groep_yaml.BESTAND)
    return status != 0


def _locked(repository: Repository, folder: Path, lock: locks.GitLock) -> Mankement:
    """A lock in *folder*, the group or the place, that somebody left or holds."""
    wat, herstel = locks.explain(repository, lock)
    return Mankement(
        wat,
        herstel,
        doe=partial(herstellen.drop, folder, lock),
        uitgebreid=f"rm {quote(str(lock.path))}",
    )


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
    except GitFout:
        yield Mankement("De geschiedenis van Git is beschadigd.", NIEUWE_KOPIE)
        return
    out = repository.git.run("log", "-1", "--no-show-signature", "--format=%ct", commit)
    when = int(out.decode() or 0)
    if when > omgeving.clock().timestamp() + _DAG_S:
        yield Mankement(
            "Wat het laatst is vastgelegd komt uit de toekomst.",
            "Kijk of je klok goed staat: date",
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


def _place(repository: Repository, branch: str) -> Iterator[Mankement]:
    """What is wrong with the shared place, as far as it can be seen from here."""
    try:
        adres = remote.address(repository)
    except GeenGedeeldePlek:
        return
    except GitFout as fout:
        yield Mankement(fout.bericht, fout.hulp)
        return
    if adres.map and not adres.map.exists():
        yield Mankement(
            f"De gedeelde plek {adres.map} is er niet.",
            "Doe de stick erin, en typ: intervisie sync",
        )
        return
    yield from refusal(partial(tak.check, repository, branch))
    # As sync does it, so that it finds the same.
    yield from refusal(partial(herschreven.look, repository, adres, branch))
    if adres.map:
        if naam := folders.cloud_of(adres.map):
            yield Mankement(
                f"De gedeelde plek staat in {naam}, dat er zelf in schrijft; ze kan stuk gaan.",
                "Kies liever een stick, een schooldisk of een server voor git.",
                is_tip=True,
            )
        for lock in locks.around_refs(adres.map, branch):
            yield _locked(repository, adres.map, lock)
        return
    is_public = remote.is_public(repository, adres)
    if is_public:
        yield Mankement(
            "Iedereen op internet kan de gedeelde plek lezen.",
            "Maak haar besloten bij wie haar voor je bewaart.",
        )
    elif is_public is None:
        yield Mankement(
            "Of anderen de gedeelde plek kunnen lezen, is niet na te gaan.",
            "Kijk bij wie haar voor je bewaart of ze besloten is.",
            is_tip=True,
        )
