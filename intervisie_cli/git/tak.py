"""The branch that a group shares, and what this clone last had in common with a place.

The tracking ref of git does not tell the latter: an editor that fetches by itself moves it.
"""

import hashlib

from intervisie_cli.git.names import is_branch
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres
from intervisie_cli.model.fouten import GitFout

_REFS = "refs/intervisie/gedeeld/"
# Git itself has no key with a dash, so it is ours alone.
_KEY = "remote.origin.intervisie-tak"


class AndereTak(GitFout):
    """This clone stands on another branch than the one that the group shares."""

    def __init__(self, hier: str, groep: str, *, is_worktree: bool) -> None:
        neem_mee = f"git merge {_kort(hier)}"
        terug = f"Typ: git switch {_kort(groep)} && {neem_mee}"
        if is_worktree:
            # One branch stands in one work tree.
            terug = f"Typ in de eerste map van de groep: {neem_mee}"
        super().__init__(
            f"Je werkt op de tak {_kort(hier)}, en de groep deelt de tak {_kort(groep)};"
            " er is niets gedeeld.",
            f"Terug naar de groep, met wat je hier deed? {terug}",
        )


def of_group(repository: Repository) -> str:
    """The branch that the group shares; '' when that was never noted."""
    status, out, _ = repository.git.run_raw("config", "--local", "--get", _KEY)
    naam = out.decode("utf-8", "replace").strip()
    if status or not is_branch(naam):
        return ""
    return naam


def note(repository: Repository, branch: str) -> None:
    """Note that the group shares *branch*."""
    repository.git.run("config", "--local", _KEY, branch)


def check(repository: Repository, branch: str) -> None:
    """Raise AndereTak when *branch* is not the one that the group shares."""
    groep = of_group(repository)
    if groep and groep != branch:
        is_worktree = repository.git_dir != repository.common_dir
        raise AndereTak(branch, groep, is_worktree=is_worktree)


def last_shared(repository: Repository, adres: Adres, branch: str) -> str:
    """The commit that this clone and the place last both had; '' when they never had."""
    return repository.commit_at(ref_of(adres, branch))


def note_shared(repository: Repository, adres: Adres, branch: str, commit: str) -> None:
    """Note that both have *commit* now."""
    if commit and last_shared(repository, adres, branch) != commit:
        # What is known of before says enough when this one cannot be written now.
        repository.git.run_raw("update-ref", ref_of(adres, branch), commit)


def forget_shared(repository: Repository, adres: Adres, branch: str) -> None:
    """Forget what the place had: it may be filled anew."""
    repository.git.run_raw("update-ref", "-d", ref_of(adres, branch))


def descends(repository: Repository, commit: str, van: str) -> bool:
    """Whether the history of *commit* holds *van*."""
    status, _, _ = repository.git.run_raw("merge-base", "--is-ancestor", van, commit)
    return status == 0


def switch(repository: Repository, van: str, naar: str) -> None:
    """Let this clone stand on *naar*, which is where *van* is, and drop that. The caller locks."""
    repository.git.run("symbolic-ref", "HEAD", naar)
    repository.git.run("update-ref", "-d", van)


def ref_of(adres: Adres, branch: str) -> str:
    """The ref that remembers it. Each place has its own: a group can move, and come back."""
    naam = adres.toonbaar.encode("utf-8", "surrogateescape")
    plek = hashlib.sha256(naam).hexdigest()
    return f"{_REFS}{plek[:12]}/{_kort(branch)}"


def _kort(branch: str) -> str:
    return branch.removeprefix("refs/heads/")
