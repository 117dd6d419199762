"""Whether what was recorded here is at the shared place, as far as this clone knows."""

from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.git.repository import Repository
from intervisie_cli.groep import vinden
from intervisie_cli.groep.sessies import SessieMap
from intervisie_cli.model.fouten import IntervisieError


class Deling(NamedTuple):
    """When this clone and the place were last the same, and how many changes wait since.

    A change is a commit, or a step of the sessie that a hand edited.
    """

    moment: datetime
    wachten: int


def look(omgeving: Omgeving, sessie_map: SessieMap) -> Deling | None:
    """How it stands with sharing; None for a group that never shared."""
    # Without a repository there is still a sessie to see.
    with suppress(IntervisieError):
        repository = omgeving.repository
        gedeeld = vinden.read_gedeeld(repository.private)
        if gedeeld:
            wachten = _commits(repository, gedeeld.commit)
            wachten += _by_hand(repository, sessie_map)
            return Deling(gedeeld.moment, wachten)
    return None


def _commits(repository: Repository, shared: str) -> int:
    from intervisie_cli.flows.sync.binnen import count

    head = repository.head().commit
    # An earlier program did not note which commit it was.
    if not shared or shared == head:
        return 0
    return count(repository, head, shared)


def _by_hand(repository: Repository, sessie_map: SessieMap) -> int:
    """How many steps hold something else than was recorded."""
    # Only in a group that shares these have to be loaded.
    from intervisie_cli.git import trees
    from intervisie_cli.git.commit import blob_id

    head = repository.head().commit
    folder = sessie_map.sessie.map
    out = repository.read("ls-tree", "-r", "-z", head, "--", folder)
    recorded = trees.listed(out)
    aantal = 0
    for stap in sessie_map.stappen:
        entry = recorded.get(stap.pad)
        if stap.raw is not None:
            eigen = blob_id(stap.raw, len(head))
            aantal += entry is None or entry.oid != eigen
    return aantal


def wijzigingen(aantal: int) -> str:
    """So many changes, in words."""
    if aantal == 1:
        return "1 wijziging"
    return f"{aantal} wijzigingen"
