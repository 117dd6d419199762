"""What others recorded and a sync brought in, as it is told."""

from typing import NamedTuple

from intervisie_cli.git import log
from intervisie_cli.git.repository import Repository

# More than anybody reads of what came in; the rest is counted.
MAX_REGELS = 12
# A commit of somebody else can say anything, at any length.
MAX_TEKENS = 120


class Binnen(NamedTuple):
    """Something that came in: whose name stands under it, and what it says it is."""

    wie: str
    wat: str


def count(repository: Repository, commit: str, known: str) -> int:
    """How many commits *commit* has more than *known* ('' for nothing); merges are not counted."""
    out = repository.read("rev-list", "--count", "--no-merges", *_reach(commit, known))
    return int(out)


def latest(repository: Repository, known: str) -> tuple[list[Binnen], int]:
    """What is here now beside *known*: the latest, the oldest of those first, and how many."""
    head = repository.head().commit
    aantal = count(repository, head, known)
    skip = max(0, aantal - MAX_REGELS)
    rows = log.rows(
        repository,
        [f"%<({MAX_TEKENS},trunc)%an", f"%<({MAX_TEKENS},trunc)%s"],
        "--no-merges",
        f"--skip={skip}",
        f"--max-count={MAX_REGELS}",
        *_reach(head, known),
    )
    binnen = [Binnen(wie, wat) for wie, wat in rows]
    return binnen[::-1], aantal


def _reach(commit: str, known: str) -> list[str]:
    return [commit, f"^{known}"] if known else [commit]
