"""The sign of life that a member's laptop gives while it takes part: a ref that moves now and then.

It holds nothing: it goes to and fro between two commits that the shared place has already. Others
see that it moved, by their own clock, and when it stops.
"""

from intervisie_cli.git import place
from intervisie_cli.git.kijken import HARTSLAG
from intervisie_cli.git.netwerk import Netwerkfout
from intervisie_cli.git.repository import Repository
from intervisie_cli.git.url import Adres

# Nobody waits for it longer.
_STILTE_S = 5.0


def beat(
    repository: Repository,
    adres: Adres,
    lid: str,
    commit: str,
    was: str,
) -> None:
    """Move the ref of *lid*, which is at *was*, to *commit* or the one before. Raises GitFout."""
    commit = _other(repository, commit, was)
    with place.entered(repository, adres) as where:
        argv = (
            "push",
            "--quiet",
            "--no-verify",
            "--no-signed",
            "--recurse-submodules=no",
            "--receive-pack=git-receive-pack",
            "--",
            where,
            f"+{commit}:{HARTSLAG}{lid}",
        )
        status, _, err = repository.git.run_remote(
            *argv, adres=adres, stilte_s=_STILTE_S
        )
    if status:
        raise Netwerkfout(err, adres)


def _other(repository: Repository, commit: str, was: str) -> str:
    """*commit*, or the one before it when the ref stands there."""
    if commit != was:
        return commit
    return repository.git.run("rev-parse", "--verify", f"{commit}^").decode().strip()
