"""Connects a group to a shared place, and joins a group that stands on one."""

import os
from contextlib import suppress
from pathlib import Path

from intervisie_cli.flows import berichten, bijwerken
from intervisie_cli.flows.groep import groep_yaml as bestand
from intervisie_cli.flows.groep import lid as leden
from intervisie_cli.flows.groep.init import check_place, take_down, work_as
from intervisie_cli.flows.omgeving import Omgeving, Toon
from intervisie_cli.flows.sync import beschadigd
from intervisie_cli.flows.sync.deler import Openbaar
from intervisie_cli.flows.sync.geen_groep import GeenGroepOpAdres
from intervisie_cli.flows.sync.overdracht import progress
from intervisie_cli.flows.sync.sync import sync
from intervisie_cli.flows.sync.uitkomst import Uitkomst
from intervisie_cli.flows.vastlegger import locked
from intervisie_cli.git import fsck, locks, place, remote, tak, trees
from intervisie_cli.git import repository as git_repository
from intervisie_cli.git.index import IndexEntry
from intervisie_cli.git.listening import OnLine
from intervisie_cli.git.netwerk import WEER, Netwerkfout
from intervisie_cli.git.refusals import GeenGedeeldePlek
from intervisie_cli.git.repository import Head, Repository
from intervisie_cli.git.url import Adres, check_url
from intervisie_cli.groep import bestanden, vinden
from intervisie_cli.model.fouten import GitFout, VerkeerdGebruik
from intervisie_cli.model.namen import slug
from intervisie_cli.model.sessie import Groep, Lid
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records.document import MAX_BESTAND, Document

# Settings that protect whoever uses plain git in such a clone.
_HARDENED = {
    "core.symlinks": "false",
    "transfer.fsckObjects": "true",
    "core.protectHFS": "true",
    "core.protectNTFS": "true",
}


def share(
    omgeving: Omgeving,
    adres: Adres,
    toon: Toon,
    *,
    openbaar: bool,
) -> Uitkomst:
    """Let the group stand on a shared place that is new or its own, and sync.

    A group that stood elsewhere moves there, and the others are told at the old place. Raises
    GitFout.
    """
    try:
        eerder: Adres | None = remote.address(omgeving.repository)
    except GeenGedeeldePlek:
        eerder = None
    had_group = eerder is not None and _has_group(omgeving.repository, adres)
    uitkomst = _go_to(omgeving, adres, eerder, toon, openbaar=openbaar)
    omgeving.forget_groep()
    goes_along = had_group and not _went_along(omgeving)
    if eerder and eerder != adres and not goes_along:
        _tell_the_others(omgeving, eerder, adres, toon)
    if plek := omgeving.groep.plek:
        vinden.write_plek(omgeving.repository.private, plek)
    return uitkomst


def _has_group(repository: Repository, adres: Adres) -> bool:
    # A place that is not there yet, or cannot be reached: what goes there next tells of it.
    with suppress(GitFout):
        return bool(remote.branches(repository, adres))
    return False


def _went_along(omgeving: Omgeving) -> bool:
    """Whether this clone stands where the group says to be: a stick has another path here."""
    plek = omgeving.groep.plek
    return not plek or plek == vinden.read_plek(omgeving.repository.private)


def _go_to(
    omgeving: Omgeving,
    adres: Adres,
    eerder: Adres | None,
    toon: Toon,
    *,
    openbaar: bool,
) -> Uitkomst:
    """Connect to *adres* and sync there; when that fails the group stands where it stood."""
    repository = omgeving.repository
    is_new = adres.map is not None and place.make(adres.map)
    _connect(repository, adres)
    # Who names the place means it to hold the group, whatever it held before.
    branch = repository.head().branch
    known = tak.last_shared(repository, adres, branch)
    tak.forget_shared(repository, adres, branch)
    try:
        return sync(omgeving, toon, openbaar=openbaar)
    except BaseException as fout:
        # What one has to type next works only on a group that is connected.
        blijft = isinstance(fout, Openbaar | fsck.Onveilig) and not eerder
        if isinstance(fout, place.GeenPlek):
            fout.hulp = "Noem een nieuwe of lege map, bijvoorbeeld: --remote /media/stick/groep.git"
        elif isinstance(fout, GitFout) and not blijft:
            _again(fout)
        tak.note_shared(repository, adres, branch, known)
        if eerder:
            _connect(repository, eerder)
        elif not blijft:
            remote.disconnect(repository)
        if is_new and adres.map and not blijft:
            take_down(adres.map, set())
        raise


def check_outside(root: Path, adres: Adres) -> None:
    """Raise VerkeerdGebruik for a new place inside the folder of the group itself."""
    if not adres.map or not place.is_free(adres.map):
        return
    plek, groep = adres.map.resolve(), root.resolve()
    if plek.is_relative_to(groep) and not plek.is_relative_to(groep / ".git"):
        raise VerkeerdGebruik(
            "De gedeelde plek kan niet in de map van de groep zelf staan.",
            "Noem een map daarbuiten, bijvoorbeeld op een stick: /media/stick/groep.git",
        )


def _again(fout: GitFout) -> None:
    """Let the advice be to do the same again: there is no place yet to sync with."""
    if fout.hulp.endswith(f": {WEER}"):
        zin = fout.hulp.removesuffix(f": {WEER}")
        fout.hulp = f"{zin} dezelfde opdracht."


def _connect(repository: Repository, adres: Adres) -> None:
    with locks.settings(repository):
        remote.connect(repository, adres, repository.head().branch)


def _tell_the_others(omgeving: Omgeving, oud: Adres, nieuw: Adres, toon: Toon) -> None:
    """Note in the group where it stands now, and share that at both places."""

    def moved(_groep: Groep, document: Document) -> tuple[Document, str] | None:
        # A name in an address of the web can be a key, and everybody reads this file.
        if document.data.get(groep_yaml.PLEK) == nieuw.toonbaar:
            return None
        data = document.data | {groep_yaml.PLEK: nieuw.toonbaar}
        return document.with_data(data), berichten.verhuisd()

    bestand.record(omgeving, moved)
    omgeving.forget_groep()
    try:
        # An old place that is lost tells nobody anything; who comes there is told by its absence.
        with suppress(GitFout):
            _connect(omgeving.repository, oud)
            sync(omgeving, toon)
    finally:
        _connect(omgeving.repository, nieuw)
    sync(omgeving, toon)


def moved_to(omgeving: Omgeving) -> Adres | None:
    """Where the group stands by now, when that is elsewhere than this clone shares."""
    if _went_along(omgeving):
        return None
    # It stands in a file that any member can write: what is no address is no place to go to.
    with suppress(GitFout, VerkeerdGebruik):
        adres = check_url(omgeving.groep.plek)
        if adres.toonbaar != remote.address(omgeving.repository).toonbaar:
            return adres
    return None


def default_folder(adres: Adres) -> Path:
    """Where a clone comes when nobody said: a folder here, called as the shared place is."""
    pad = adres.url.rstrip("/").replace(":", "/")
    _, _, laatste = pad.rpartition("/")
    naam = slug(laatste.removesuffix(".git"))
    return Path.cwd() / (naam or "groep")


def join(
    omgeving: Omgeving,
    adres: Adres,
    folder: Path,
    toon: Toon,
) -> Omgeving:
    """Clone the group at *adres* into *folder*, and give the surroundings in it.

    What a join that died had begun there is finished; one that was finished stays. Raises GitFout,
    and leaves nothing.
    """
    eigen = omgeving.in_folder(folder, toon=toon)
    if not _has_joined(folder, adres):
        check_place(folder)
        was_er = {path for path in (folder, folder / ".git") if path.exists()}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with git_repository.under_construction(folder) as repository:
                _fetch_first(repository, adres, toon)
        except BaseException as fout:
            if isinstance(fout, GitFout):
                _again(fout)
            take_down(folder, was_er)
            raise
    git_repository.clear_away(folder)
    with locked(eigen):
        # That the files are to come was written down before the repository was put in its place:
        # the lock brings them.
        pass
    return eigen


def _has_joined(folder: Path, adres: Adres) -> bool:
    """Whether *folder* holds a clone of the group at *adres*, perhaps without all of its files."""
    if not os.path.lexists(folder / ".git"):
        return False
    try:
        return remote.address(Repository(folder)) == adres
    except GeenGedeeldePlek:
        return False


def _fetch_first(repository: Repository, adres: Adres, toon: Toon) -> None:
    """Bring what the group has into an empty repository.

    That its files are to come is written down, for whoever takes the lock next.
    """
    for key, value in _HARDENED.items():
        repository.git.run("config", "--local", key, value)
    toon("Ophalen…")
    try:
        ophalen = progress(toon, "Ophalen")
        branch, commit = _fetch_group(repository, adres, ophalen)
    except Netwerkfout as fout:
        raise beschadigd.at_joining(repository, adres, fout) from None
    repository.git.run("symbolic-ref", "HEAD", branch)
    remote.connect(repository, adres, branch)
    tak.note_shared(repository, adres, branch, commit)
    bijwerken.plan(repository, Head(branch, ""), commit)


def _fetch_group(
    repository: Repository, adres: Adres, ophalen: OnLine
) -> tuple[str, str]:
    """Fetch the branch there that holds a group, and give it with its commit.

    A host can begin with another branch than that of the group. Raises IntervisieError.
    """
    daar: dict[str, IndexEntry] = {}
    for branch in remote.likely(repository, adres):
        commit = remote.fetch(repository, adres, branch, ophalen)
        trees.check_size(repository, commit)
        paden = trees.entries(repository, commit)
        if groep_yaml.BESTAND in paden:
            _check(repository, paden[groep_yaml.BESTAND])
            return branch, commit
        repository.git.run("update-ref", "-d", remote.tracking(branch))
        daar = daar or paden
    raise GeenGroepOpAdres(daar)


def _check(repository: Repository, entry: IndexEntry) -> None:
    """Raise IntervisieError when what the group says of itself cannot be read."""
    if entry.is_file:
        raw = trees.contents(repository, [entry.oid], MAX_BESTAND)[entry.oid]
        if raw is not None:
            bestanden.parse_as(groep_yaml.BESTAND, raw, groep_yaml.parse)
            return
    raise GeenGroepOpAdres([groep_yaml.BESTAND])


def read_lid(getypt: str) -> Lid:
    """Read the member that somebody says to be. Raises VerkeerdGebruik."""
    return Lid(leden.read_lid(getypt, "Bijvoorbeeld: --als kim").id)


def register(omgeving: Omgeving, lid: Lid) -> bool:
    """Note who uses this clone, and let them be a member when they are none, or had left.

    Gives whether that was recorded.
    """
    bekend = omgeving.groep.named(lid.id)
    gebruiker = bekend or lid
    work_as(omgeving.repository, gebruiker)
    if bekend and not bekend.weg:
        return False
    return leden.add(omgeving, gebruiker).is_nieuw
