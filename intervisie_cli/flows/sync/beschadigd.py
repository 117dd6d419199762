"""What is broken when git says that something is: looked at, and not guessed from its words."""

from intervisie_cli.flows.groep.mankement import DOCTOR
from intervisie_cli.git import fsck, place, strays
from intervisie_cli.git.netwerk import BESCHADIGD, VEILIG, WEER, Netwerkfout
from intervisie_cli.git.repository import NIEUWE_KOPIE, Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout

_NIEUWE_PLEK = (
    "Maak een nieuwe, lege plek, en typ: intervisie init --remote ADRES."
    f" Alles van de groep komt daar weer op. {VEILIG}"
)


class Rommel(GitFout):
    """Among the refs of git stands a file that is none."""

    def __init__(self, waar: str) -> None:
        super().__init__(
            f"{waar} staat een bestand dat er niet hoort; git kan er niet langs.",
            DOCTOR,
        )


class Toch(GitFout):
    """The shared place is whole, though something was not to be read there just now."""

    def __init__(self) -> None:
        super().__init__(
            "De gedeelde plek was net niet goed te lezen, maar ze is heel.",
            f"Is een stick of een cloud nog bezig? Typ daarna: {WEER}",
        )


def cause(
    repository: Repository,
    adres: Adres,
    branch: str,
    fout: Netwerkfout,
) -> GitFout:
    """What to raise for *fout*: that itself, or what a look shows to be wrong."""
    if not fout.is_damage:
        return fout
    here = _here(repository, branch)
    if here:
        return here
    return _there(repository, adres, branch, fout)


def check_last(repository: Repository, adres: Adres, branch: str, commit: str) -> None:
    """Raise GitFout when a place in a folder lost what it got last.

    Where nothing is to be fetched, git looks no further than the name of *commit*.
    """
    if not adres.map:
        return
    ask = ("rev-list", "--objects", "--no-object-names", f"{commit}^!")
    with place.entered(repository, adres) as deur:
        status, oids, err = repository.git.run_raw("--git-dir", deur, *ask)
        if not status:
            # Of the commands that read whole objects this one fails when it cannot.
            read = ("--git-dir", deur, "pack-objects", "--stdout", "--window=0", "-q")
            status, _, err = repository.git.run_raw(*read, stdin=oids)
    if status:
        raise _there(repository, adres, branch, Netwerkfout(err, adres))


def at_joining(repository: Repository, adres: Adres, fout: Netwerkfout) -> GitFout:
    """The same for who is not in the group yet, and can mend nothing."""
    gevonden = cause(repository, adres, "", fout)
    if gevonden is fout or isinstance(gevonden, Toch):
        return gevonden
    return GitFout(gevonden.bericht, BESCHADIGD[1])


def _here(repository: Repository, branch: str) -> GitFout | None:
    if any(strays.among_refs(repository.common_dir, branch)):
        return Rommel("In de map van Git")
    if not fsck.is_whole(repository, repository.common_dir):
        return GitFout("De geschiedenis van Git is beschadigd.", NIEUWE_KOPIE)
    return None


def _there(
    repository: Repository,
    adres: Adres,
    branch: str,
    fout: Netwerkfout,
) -> GitFout:
    """What is wrong at the place; a server shows no more of it than it said."""
    wat, _ = BESCHADIGD
    if not adres.map:
        if fout.bericht == wat:
            return GitFout(wat, _NIEUWE_PLEK)
        return fout
    if any(strays.among_refs(adres.map, branch)):
        return Rommel("Op de gedeelde plek")
    if is_place_whole(repository, adres, branch):
        return Toch()
    return GitFout(wat, f"{DOCTOR}. {VEILIG}")


def is_place_whole(repository: Repository, adres: Adres, branch: str) -> bool:
    """Whether all that the shared place in a folder names is there and can be read."""
    with place.entered(repository, adres) as deur:
        ask = ("for-each-ref", "--format=%(refname) %(objectname)")
        listed = repository.git.run("--git-dir", deur, *ask).decode("utf-8", "replace")
        rows = listed.splitlines()
        refs = dict(row.split(" ", 1) for row in rows)
        # Git passes over a ref that it cannot read.
        stands_there = adres.map and branch and (adres.map / branch).exists()
        if stands_there and branch not in refs:
            return False
        if not refs:
            return True
        return fsck.is_whole(repository, deur, *refs.values())
