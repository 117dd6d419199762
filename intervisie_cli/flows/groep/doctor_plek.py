"""Looks for what is wrong with the place where a group is shared, as sync would find it."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from shlex import quote

from intervisie_cli.flows.groep import herstellen
from intervisie_cli.flows.groep.mankement import DOCTOR, Mankement, refusal
from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.flows.sessie.te_delen import wijzigingen
from intervisie_cli.flows.sync import binnen, herschreven, takken
from intervisie_cli.flows.sync.beschadigd import Rommel, cause, is_place_whole
from intervisie_cli.git import locks, place, remote, strays, tak
from intervisie_cli.git.netwerk import BESCHADIGD, Netwerkfout
from intervisie_cli.git.public import is_public
from intervisie_cli.git.refusals import GeenGedeeldePlek
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout, IntervisieError
from intervisie_cli.model.instellingen import SYNC_HAND
from intervisie_cli.system import folders


def examine_place(omgeving: Omgeving, branch: str) -> Iterator[Mankement]:
    """What is wrong with the shared place, as far as it can be seen from here."""
    repository = omgeving.repository
    try:
        adres = remote.address(repository)
    except GeenGedeeldePlek:
        yield from _shares_nowhere(omgeving)
        return
    except GitFout as fout:
        yield Mankement(fout.bericht, fout.hulp)
        return
    if adres.map and not adres.map.exists():
        yield Mankement(
            f"De gedeelde plek {adres.map} is er niet.",
            "Doe de stick erin, en typ: intervisie sync."
            " Staat ze nu ergens anders? Typ: intervisie init --remote MAP",
        )
        return
    yield from refusal(partial(tak.check, repository, branch))
    if adres.map:
        kapot = list(_broken(omgeving, adres, branch))
        yield from kapot
        if any(not een.is_tip for een in kapot):
            return
    geweigerd = list(refusal(partial(_as_sync_does, omgeving, adres, branch)))
    yield from geweigerd
    if not geweigerd:
        yield from _on_two_branches(omgeving, adres, branch)
        yield from _not_shared(repository, adres, branch)
    if not adres.map:
        yield from _readers(repository, adres)


def _shares_nowhere(omgeving: Omgeving) -> Iterator[Mankement]:
    """Of a group that chose to share as it goes, and has no place for it."""
    with suppress(IntervisieError):
        if omgeving.groep.instellingen.sync != SYNC_HAND:
            yield Mankement(
                "De groep wil delen terwijl ze bezig is, en heeft geen gedeelde plek.",
                "Kies een plek: intervisie init --remote ADRES",
            )


def _not_shared(
    repository: Repository,
    adres: Adres,
    branch: str,
) -> Iterator[Mankement]:
    head = repository.head().commit
    shared = tak.last_shared(repository, adres, branch)
    if not shared:
        return
    aantal = binnen.count(repository, head, shared)
    if aantal:
        yield Mankement(
            f"Nog niet gedeeld: {wijzigingen(aantal)}.",
            "Typ: intervisie sync",
            is_tip=True,
        )


def _as_sync_does(omgeving: Omgeving, adres: Adres, branch: str) -> None:
    """Fetch, and see whether something can be pushed. Raises GitFout."""
    repository = omgeving.repository
    try:
        if at_place := herschreven.look(omgeving, adres, branch):
            remote.push(repository, adres, at_place, branch, at_place, is_try=True)
    except Netwerkfout as fout:
        raise cause(repository, adres, branch, fout) from None


def _on_two_branches(
    omgeving: Omgeving,
    adres: Adres,
    branch: str,
) -> Iterator[Mankement]:
    for naam in takken.elsewhere(omgeving.repository, adres, branch):
        kort = naam.removeprefix("refs/heads/")
        yield Mankement(
            f"Op de gedeelde plek staat de groep ook op de tak '{kort}', met werk dat"
            " hier niet is.",
            doe=partial(takken.bring_together, omgeving, adres, naam),
        )


def _broken(omgeving: Omgeving, adres: Adres, branch: str) -> Iterator[Mankement]:
    """What is wrong with a place in a folder, which can be looked at itself."""
    repository, plek = omgeving.repository, adres.map
    if not plek:
        return
    if naam := folders.cloud_of(plek):
        yield Mankement(
            f"De gedeelde plek staat in {naam}, dat er zelf in schrijft; ze kan stuk gaan.",
            "Kies liever een stick, een schooldisk of een server voor git.",
            is_tip=True,
        )
    try:
        place.check(repository, adres)
    except GitFout:
        return  # told of where it is tried as sync does
    if not all(map(folders.can_write, (plek / "objects", plek / "refs"))):
        yield Mankement(
            "Op de gedeelde plek mag je niet schrijven.",
            "Vraag wie haar maakte om je toegang te geven.",
        )
    elif not folders.has_room(plek):
        yield Mankement(
            "De schijf van de gedeelde plek is bijna vol.", "Maak daar ruimte."
        )
    for lock in locks.around_refs(plek, branch):
        yield locked(repository, plek, lock)
    rommel = list(stray(repository, plek, "Op de gedeelde plek"))
    yield from rommel
    if not rommel and not is_place_whole(repository, adres, branch):
        yield _damaged(omgeving, adres, branch)


def _damaged(omgeving: Omgeving, adres: Adres, branch: str) -> Mankement:
    """A place that is broken: this clone can make it anew when it has all that was there."""
    wat, _ = BESCHADIGD
    if not herstellen.has_all(omgeving.repository, adres, branch):
        return Mankement(
            wat,
            "Laat wie het laatst deelde typen: intervisie doctor --herstel",
        )
    return Mankement(
        wat,
        f"{DOCTOR}. Er komt een nieuwe, met alles van hier; de oude blijft ernaast.",
        doe=partial(herstellen.place_anew, omgeving, adres),
    )


def locked(repository: Repository, folder: Path, lock: locks.GitLock) -> Mankement:
    """A lock in *folder*, the group or the place, that somebody left or holds."""
    wat, herstel = locks.explain(repository, lock)
    return Mankement(
        wat,
        herstel,
        doe=partial(herstellen.drop, folder, lock),
        uitgebreid=f"rm {quote(str(lock.path))}",
    )


def stray(repository: Repository, git_dir: Path, waar: str) -> Iterator[Mankement]:
    """What stands among the refs of a git folder, and is none."""
    for found in strays.among_refs(git_dir, repository.head().branch):
        fout = Rommel(waar)
        yield Mankement(
            fout.bericht,
            fout.hulp,
            doe=partial(herstellen.clear_away, repository, found),
            uitgebreid=f"rm {quote(str(found.path))}",
        )


def _readers(repository: Repository, adres: Adres) -> Iterator[Mankement]:
    is_seen = is_public(repository, adres)
    if is_seen:
        yield Mankement(
            "Iedereen op internet kan de gedeelde plek lezen.",
            "Maak haar besloten bij wie haar voor je bewaart.",
        )
    elif is_seen is None:
        yield Mankement(
            "Of anderen de gedeelde plek kunnen lezen, is niet na te gaan.",
            "Kijk bij wie haar voor je bewaart of ze besloten is.",
            is_tip=True,
        )
